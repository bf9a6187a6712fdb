'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import type { Conflict } from './use-review';

/** Two people changed the same thing: both versions side by side, and the choice between them. */
export function ConflictDialog({ conflict, onSettled }: { conflict: Conflict | null; onSettled: () => void }) {
  const t = useTranslations('work.conflict');
  const shell = useTranslations('shell');
  if (!conflict) return null;
  const versions = [
    { name: t('theirs'), text: conflict.theirs },
    { name: t('mine'), text: conflict.mine },
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onSettled()}
      title={t('title', { number: conflict.number })}
      closeLabel={shell('close')}
    >
      <p className="text-ink-2">{t('text')}</p>
      <dl className="mt-4 grid gap-3 sm:grid-cols-2">
        {versions.map(({ name, text }) => (
          <div key={name} className="rounded-md border border-line bg-wash px-3 py-2">
            <dt className="text-[12px] text-ink-3">{name}</dt>
            <dd className="mt-1 font-serif text-[15px] whitespace-pre-line">{text}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onSettled}>{t('keepTheirs')}</Button>
        <Button
          look="primary"
          onClick={() => {
            onSettled();
            void conflict.insist();
          }}
        >
          {t('useMine')}
        </Button>
      </div>
    </Dialog>
  );
}
