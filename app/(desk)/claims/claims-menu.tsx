'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#ui/button';
import { ExportDialog } from './export-dialog';

/** What leads out of a list of claims: its export. `parameters` are those of the search, without a page. */
export function ClaimsMenu({ parameters, count }: { parameters: Record<string, string>; count: number }) {
  const t = useTranslations('claims.export');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Download size={15} aria-hidden="true" /> {t('title')}
      </Button>
      <ExportDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        parameters={parameters}
        text={t('text', { count })}
      />
    </>
  );
}
