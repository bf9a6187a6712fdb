'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Field } from '#ui/field';
import { TextArea } from '#ui/text-control';
import type { Conflict } from './use-review';

/** Two people changed the same thing: both versions side by side, and the choice between them or a text of both. */
export function ConflictDialog({ conflict }: { conflict: Conflict }) {
  const t = useTranslations('work.conflict');
  const shell = useTranslations('shell');
  const { number, mine, theirs, both, settle } = conflict;
  const [merged, setMerged] = useState<string | null>(null);
  const versions = [
    { name: t('theirs'), text: theirs },
    { name: t('mine'), text: mine },
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && settle('theirs')}
      title={t('title', { number })}
      closeLabel={shell('close')}
    >
      <p className="text-ink-2">{t('text')}</p>
      <dl className="mt-4 grid gap-3 sm:grid-cols-2">
        {versions.map(({ name, text }) => (
          <div key={name} className="min-w-0 rounded-md border border-line bg-wash px-3 py-2">
            <dt className="text-[12px] text-ink-3">{name}</dt>
            <dd className="mt-1 max-h-48 overflow-auto font-serif text-[15px] wrap-anywhere whitespace-pre-line">
              {text}
            </dd>
          </div>
        ))}
      </dl>
      {merged !== null && (
        <Field label={t('merged')} className="mt-4">
          <TextArea
            autoFocus
            rows={6}
            maxLength={4000}
            value={merged}
            onChange={(event) => setMerged(event.target.value)}
          />
        </Field>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={() => settle('theirs')}>{t('keepTheirs')}</Button>
        {both !== null && merged === null && <Button onClick={() => setMerged(both)}>{t('merge')}</Button>}
        {merged !== null ? (
          <Button look="primary" onClick={() => settle({ text: merged })}>
            {t('useMerged')}
          </Button>
        ) : (
          <Button look="primary" onClick={() => settle('mine')}>
            {t('useMine')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
