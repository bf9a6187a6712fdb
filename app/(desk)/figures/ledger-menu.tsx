'use client';

import { Download, Rss } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, buttonClass } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { send } from '../../browser/requests';
import { FeedLink } from '../_shell/feed-link';
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
        <FeedLink state="/api/figures/feed/state" make={() => send(makeFeed, {})} end={() => send(endFeed, {})} />
      </Dialog>
    </>
  );
}
