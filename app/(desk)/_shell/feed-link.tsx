'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { Result } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { useRead } from '../../browser/use-read';
import { useRefusalText } from '../../i18n/refusal';
import { ShownOnce } from './shown-once';

type FeedLinkProps = {
  /** Where it is asked whether the reader has a link. */
  state: string;
  make: () => Promise<Result<{ address: string }>>;
  end: () => Promise<Result<object>>;
};

/** Makes and ends the reader's own link of a feed; its address is shown once. */
export function FeedLink({ state, make: askToMake, end: askToEnd }: FeedLinkProps) {
  const t = useTranslations('figures.feed');
  const refusalText = useRefusalText();
  const asked = useRead<{ isMade: boolean }>(state);
  /** What was done here since. */
  const [isMadeNow, setMade] = useState<boolean | null>(null);
  // Null until the desk has answered.
  const isMade = isMadeNow ?? (asked.isCurrent ? (asked.value?.isMade ?? false) : null);
  const [address, setAddress] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  const make = () =>
    startTransition(async () => {
      const answer = await askToMake();
      if (!answer.ok) return void toast.error(refusalText(answer));
      setAddress(new URL(answer.value.address, window.location.href).href);
      setMade(true);
    });

  const end = () =>
    startTransition(async () => {
      const answer = await askToEnd();
      if (!answer.ok) return void toast.error(refusalText(answer));
      setAddress(null);
      setMade(false);
      toast(t('ended'));
    });

  return (
    <div>
      {address && (
        <section aria-label={t('madeTitle')} className="mb-4">
          <h3 className="font-medium">{t('madeTitle')}</h3>
          <p className="text-[13px] text-ink-2">{t('madeText')}</p>
          <ShownOnce
            key={address}
            address={address}
            label={t('link')}
            copyLabel={t('copy')}
            copiedLabel={t('copied')}
          />
        </section>
      )}
      {isMade && !address && <p className="mb-4 text-ink-2">{t('has')}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        {isMade && (
          <Button look="danger" disabled={isPending} onClick={end}>
            {t('end')}
          </Button>
        )}
        <Button look={address ? 'plain' : 'primary'} disabled={isPending || isMade === null} onClick={make}>
          {isPending ? t('making') : isMade ? t('makeNew') : t('make')}
        </Button>
      </div>
    </div>
  );
}
