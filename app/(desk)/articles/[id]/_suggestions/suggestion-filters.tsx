'use client';

import { CheckCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { likelyScore, type SuggestionView } from '#lib/domain/claims/suggestion';
import { claimKinds } from '#lib/reading/claim-kinds';
import { Button } from '#ui/button';
import { type SuggestionFilter, suggestionMatches } from '../_state/filter';

type FiltersProps = {
  suggestions: SuggestionView[];
  filter: SuggestionFilter;
  onFilter: (filter: SuggestionFilter) => void;
  /** Takes up all that are shown; null: the viewer may not mark. */
  onAcceptAll: ((shown: SuggestionView[]) => void) | null;
};

/** Which suggestions to look at: by kind, the likely ones or all; and all of a kind taken up at once. */
export function SuggestionFilters({ suggestions, filter, onFilter, onAcceptAll }: FiltersProps) {
  const t = useTranslations('review.suggest');
  const kinds = useTranslations('words.kind');
  const shown = suggestions.filter((one) => suggestionMatches(one, filter));
  const ofAnyKind = suggestions.filter((one) => suggestionMatches(one, { ...filter, kind: null }));
  const present = claimKinds.filter((kind) => ofAnyKind.some((one) => one.kind === kind));
  const likely = suggestions.filter(({ score }) => score >= likelyScore).length;
  const chip =
    'rounded-full border border-line bg-sheet px-2.5 py-0.5 text-[12.5px] text-ink-2 hover:text-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper';
  const choose = (kind: SuggestionFilter['kind']) => onFilter({ ...filter, kind: filter.kind === kind ? null : kind });
  return (
    <div className="flex flex-wrap items-center gap-1.5" role="group" aria-label={t('filter')}>
      <button type="button" className={chip} aria-pressed={filter.kind === null} onClick={() => choose(null)}>
        {t('anyKind')} <span className="num">{ofAnyKind.length}</span>
      </button>
      {present.map((kind) => (
        <button
          key={kind}
          type="button"
          className={chip}
          aria-pressed={filter.kind === kind}
          onClick={() => choose(kind)}
        >
          {kinds(kind)} <span className="num">{ofAnyKind.filter((one) => one.kind === kind).length}</span>
        </button>
      ))}
      <div className="flex w-full items-center gap-2 pt-0.5 text-[12.5px] text-ink-2">
        <label className="flex items-center gap-1.5">
          <input
            type="checkbox"
            checked={filter.likelyOnly}
            onChange={({ target }) => onFilter({ ...filter, likelyOnly: target.checked })}
          />
          {t('likelyOnly', { likely, all: suggestions.length })}
        </label>
        <span className="flex-1" />
        {onAcceptAll && filter.kind && shown.length > 1 && (
          <Button size="small" onClick={() => onAcceptAll(shown)}>
            <CheckCheck size={14} /> {t('acceptAll', { count: shown.length })}
          </Button>
        )}
      </div>
    </div>
  );
}
