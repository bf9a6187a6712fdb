'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, buttonClass } from '#ui/button';
import { Dialog } from '#ui/dialog';

/** What leads out of a list of claims: its export. `parameters` are those of the search, without a page. */
export function ClaimsMenu({ parameters, count }: { parameters: Record<string, string>; count: number }) {
  const t = useTranslations('claims.export');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Download size={15} aria-hidden="true" /> {t('title')}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        closeLabel={shell('close')}
        title={t('title')}
        description={t('text', { count })}
      >
        <div className="grid gap-2 sm:grid-cols-2">
          {(['xlsx', 'csv', 'markdown', 'json'] as const).map((format) => (
            <a
              key={format}
              href={`/claims/export?${new URLSearchParams({ format, ...parameters })}`}
              download
              className={buttonClass()}
              onClick={() => setOpen(false)}
            >
              <Download size={15} aria-hidden="true" /> {t(format)}
            </a>
          ))}
        </div>
      </Dialog>
    </>
  );
}
