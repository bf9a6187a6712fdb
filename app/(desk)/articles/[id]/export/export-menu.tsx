'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { later } from '../../../../browser/later';

const ExportPanel = later(() => import('./export-panel').then((panel) => panel.ExportPanel));

/** Takes claims away as a file: which ones, and in which form. Without script it is a link to all of them. */
export function ExportMenu({ articleId }: { articleId: string }) {
  const t = useTranslations('export');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <a
        href={`/articles/${articleId}/export`}
        download
        role="button"
        aria-haspopup="dialog"
        className={buttonClass('plain', 'small')}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
        onKeyDown={(event) => {
          // As a button, which a link is not by itself.
          if (event.key !== ' ') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Download size={14} /> {t('title')}
      </a>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')} wide>
        <ExportPanel articleId={articleId} />
      </Dialog>
    </>
  );
}
