'use client';

import { Merge, Pencil, Split } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#ui/button';
import type { ClaimChoice, EditedMetric } from './edited-metric';
import { MergeDialog } from './merge-dialog';
import { RenameDialog } from './rename-dialog';
import { SplitDialog } from './split-dialog';

/** What may be done to a metric's name and extent. */
export function EditMenu({ metric, claims }: { metric: EditedMetric; claims: ClaimChoice[] }) {
  const t = useTranslations('figures.edit');
  const [open, setOpen] = useState<'rename' | 'merge' | 'split' | null>(null);
  const onClose = () => setOpen(null);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen('rename')}>
        <Pencil size={14} aria-hidden="true" /> {t('rename')}
      </Button>
      <Button look="quiet" onClick={() => setOpen('merge')}>
        <Merge size={14} aria-hidden="true" /> {t('merge')}
      </Button>
      {claims.length > 1 && (
        <Button look="quiet" onClick={() => setOpen('split')}>
          <Split size={14} aria-hidden="true" /> {t('split')}
        </Button>
      )}
      {open === 'rename' && <RenameDialog metric={metric} onClose={onClose} />}
      {open === 'merge' && <MergeDialog metric={metric} onClose={onClose} />}
      {open === 'split' && <SplitDialog metric={metric} claims={claims} onClose={onClose} />}
    </>
  );
}
