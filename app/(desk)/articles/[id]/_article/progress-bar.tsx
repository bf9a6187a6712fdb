'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { tally } from '#lib/domain/report/report';
import { later } from '../../../../browser/later';
import { StandingTrack } from '../../../../words/standing';
import { LiveBar } from '../_live/live-bar';
import type { ReviewPage } from '../_state/use-review-page';

// Asks the server when the page is there.
const Inconsistencies = later(() => import('../_ledger/inconsistencies').then((module) => module.Inconsistencies));

/** How far the checking has come, what does not go together, and who else is here. Stays at the top. */
export function ProgressBar({ page }: { page: ReviewPage }) {
  const t = useTranslations('review');
  const { article, state, lists, acts, live } = page;
  // What is counted over all claims comes after the claim that was judged.
  const claims = useDeferredValue(state.claims);
  const count = useMemo(() => tally(claims), [claims]);
  return (
    <div className="sticky top-13 z-10 -mx-1 mb-5 flex items-center gap-3 bg-paper px-1 py-2.5 font-sans text-[12.5px] text-ink-2">
      <span className="num whitespace-nowrap">{t('checked', { settled: count.settled, total: count.total })}</span>
      <StandingTrack tally={count} />
      <span className="num hidden whitespace-nowrap sm:inline">
        {count.total > 0 && t('open', { count: count.total - count.settled })}
      </span>
      {lists.offered > 0 && (
        <button
          type="button"
          className="num whitespace-nowrap underline decoration-ink-3 decoration-dotted underline-offset-4 hover:text-ink max-sm:hidden"
          onClick={() => acts.select('suggestions', null)}
        >
          {t('suggestions', { count: lists.offered })}
        </button>
      )}
      <Inconsistencies articleId={article.id} claims={claims} onShow={acts.showNumber} />
      <LiveBar live={live} claims={claims} path={`/articles/${article.id}`} />
      <button
        type="button"
        aria-label={t('help.title')}
        className="text-ink-3 hover:text-ink"
        onClick={() => page.setOverlay({ open: 'help' })}
      >
        <CircleHelp size={16} />
      </button>
    </div>
  );
}
