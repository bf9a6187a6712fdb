'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { foundFormats } from '#lib/domain/exchange/found-formats';
import { buttonClass } from '#ui/button';
import { Dialog } from '#ui/dialog';

type ExportDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  /** What the file is asked for with, besides its format. */
  parameters: Record<string, string>;
  /** What it will hold, in words. */
  text: string;
};

/** The formats that claims across articles can be exported in. */
export function ExportDialog({ isOpen, onClose, parameters, text }: ExportDialogProps) {
  const t = useTranslations('claims.export');
  const shell = useTranslations('shell');
  return (
    <Dialog open={isOpen} onOpenChange={onClose} closeLabel={shell('close')} title={t('title')} description={text}>
      <div className="grid gap-2 sm:grid-cols-2">
        {foundFormats.map((format) => (
          <a
            key={format}
            href={`/claims/export?${new URLSearchParams({ format, ...parameters })}`}
            download
            className={buttonClass()}
            onClick={onClose}
          >
            <Download size={15} aria-hidden="true" /> {t(format)}
          </a>
        ))}
      </div>
    </Dialog>
  );
}
