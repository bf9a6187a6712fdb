'use client';

import { Archive, Merge } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#ui/button';
import { MergeDialog } from './merge-dialog';
import { RetireDialog } from './retire-dialog';

type EditMenuProps = { source: { id: string; title: string }; isRetired: boolean };

/** What may be done to a source: say that it was withdrawn, or that it is another one. */
export function EditMenu({ source, isRetired }: EditMenuProps) {
  const t = useTranslations('sources.edit');
  const [open, setOpen] = useState<'retire' | 'merge' | null>(null);
  const onClose = () => setOpen(null);
  return (
    <>
      {!isRetired && (
        <Button look="quiet" onClick={() => setOpen('retire')}>
          <Archive size={14} aria-hidden="true" /> {t('retire')}
        </Button>
      )}
      <Button look="quiet" onClick={() => setOpen('merge')}>
        <Merge size={14} aria-hidden="true" /> {t('merge')}
      </Button>
      {open === 'retire' && <RetireDialog source={source} onClose={onClose} />}
      {open === 'merge' && <MergeDialog source={source} onClose={onClose} />}
    </>
  );
}
