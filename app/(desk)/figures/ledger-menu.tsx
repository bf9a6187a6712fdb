'use client';

import { Download, Rss } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button, buttonClass } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { send } from '../../browser/requests';
import { useRead } from '../../browser/use-read';
import { useRefusalText } from '../../i18n/refusal';
import { ShownOnce } from '../_shell/shown-once';
import { endFeed, makeFeed } from './actions';

/** What leads out of the ledger: its export, and the feed of what is disputed. */
export function LedgerMenu() {
  const t = useTranslations('figures');
  const shell = useTranslations('shell');
  const [open, setOpen] = useState<'export' | 'feed' | null>(null);
  const dialog = { onOpenChange: () => setOpen(null), closeLabel: shell('close') };
  return (
    <>
      <Button onClick={() => setOpen('feed')}>
        <Rss size={15} aria-hidden="true" /> {t('feed.title')}
      </Button>
      <Button onClick={() => setOpen('export')}>
        <Download size={15} aria-hidden="true" /> {t('export.title')}
      </Button>
      <Dialog open={open === 'export'} {...dialog} title={t('export.title')} description={t('export.text')}>
        <div className="grid gap-2 sm:grid-cols-2">
          {(['csv', 'json'] as const).map((format) => (
            <a
              key={format}
              href={`/figures/export?format=${format}`}
              download
              className={buttonClass()}
              onClick={() => setOpen(null)}
            >
              <Download size={15} aria-hidden="true" /> {t(`export.${format}`)}
            </a>
          ))}
        </div>
      </Dialog>
      <Dialog open={open === 'feed'} {...dialog} title={t('feed.title')} description={t('feed.text')}>
        <FeedLink />
      </Dialog>
    </>
  );
}

function FeedLink() {
  const t = useTranslations('figures.feed');
  const refusalText = useRefusalText();
  const asked = useRead<{ isMade: boolean }>('/api/figures/feed/state');
  /** What was done here since. */
  const [isMadeNow, setMade] = useState<boolean | null>(null);
  // Null until the desk has answered.
  const isMade = isMadeNow ?? (asked.isCurrent ? (asked.value?.isMade ?? false) : null);
  const [address, setAddress] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  const make = () =>
    startTransition(async () => {
      const answer = await send(makeFeed, {});
      if (!answer.ok) return void toast.error(refusalText(answer));
      setAddress(new URL(answer.value.address, window.location.href).href);
      setMade(true);
    });

  const end = () =>
    startTransition(async () => {
      const answer = await send(endFeed, {});
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
