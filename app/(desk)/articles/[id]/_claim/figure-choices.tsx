'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { describeFigure } from '#lib/reading/describe-figure';
import { figuresAt } from '#lib/reading/figure-at';
import type { Commands } from '../_state/use-review';

type FigureChoicesProps = {
  claim: ClaimView;
  commands: Commands;
  /** The paragraph that the claim lies in, and when the article was published. */
  text: string;
  publishedOn: string | null;
};

/** The other figures in a claim's words, each to be taken in place of the one that is shown. */
export function FigureChoices({ claim, commands, text, publishedOn }: FigureChoicesProps) {
  const t = useTranslations('review.figure');
  const language = useLocale();
  const figures = figuresAt(text, claim, publishedOn ?? undefined);
  const others = figures.filter(({ raw }) => claim.figure?.corrected || raw !== claim.figure?.raw);
  if (figures.length < 2 || others.length === 0) return null;
  return (
    <div className="flex basis-full flex-wrap items-baseline gap-x-2 gap-y-1">
      <span className="text-[12px] text-ink-3">{t('others')}</span>
      {others.map((figure) => {
        const reads = describeFigure(figure, language);
        return (
          <button
            key={figure.start}
            type="button"
            className="num rounded border border-line px-1.5 text-[12.5px] hover:border-accent hover:text-accent"
            title={t('choose', { figure: reads, raw: figure.raw })}
            aria-label={t('choose', { figure: reads, raw: figure.raw })}
            onClick={() => commands.choose(claim, figure, figures)}
          >
            {reads}
          </button>
        );
      })}
    </div>
  );
}
