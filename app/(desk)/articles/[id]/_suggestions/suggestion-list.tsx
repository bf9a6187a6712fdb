'use client';

import { useTranslations } from 'next-intl';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { may } from '#lib/domain/people/permission';
import type { MetSuggestions } from '#lib/domain/search/met-before';
import { maxProposals } from '#lib/reading/claim-kinds';
import { Button } from '#ui/button';
import { useRead } from '../../../../browser/use-read';
import { EmptyList } from '../_margin/margin';
import { NearList } from '../_margin/near-list';
import { showMark } from '../_margin/use-margin';
import type { ReviewPage } from '../_state/use-review-page';
import { SuggestionCard, SuggestionRow } from './suggestion-card';

/** The suggestions that the filters let through, in reading order; the selected one is open. */
export function SuggestionList({ page }: { page: ReviewPage }) {
  const { lists, state, acts, commands, isListOpen } = page;
  const suggested = (suggestion: SuggestionView) => {
    const paragraph = lists.paragraphOf.get(suggestion.paragraphId);
    return {
      suggestion,
      paragraph: paragraph?.number ?? 0,
      text: (paragraph?.text ?? '').slice(suggestion.start, suggestion.end),
    };
  };
  const t = useTranslations('review.suggest');
  return (
    <>
      {lists.pending.length === maxProposals && (
        <p className="mb-2.5 text-[12.5px] text-ink-3">{t('most', { count: maxProposals })}</p>
      )}
      {lists.shownSuggestions.length === 0 && (
        <NoSuggestions
          left={lists.pending.length}
          onShowAll={() => commands.filterSuggestions({ kind: null, likelyOnly: false })}
        />
      )}
      {lists.pending.length > 0 && <MetCount articleId={page.article.id} pending={lists.pending} />}
      <NearList rows={lists.shownSuggestions} selectedId={state.selectedId} isOpen={isListOpen} isWhole={page.isWhole}>
        {(suggestion) =>
          suggestion.id === state.selectedId ? (
            <SuggestionCard
              articleId={page.article.id}
              {...suggested(suggestion)}
              onAccept={may(page.actor, 'mark') ? (kind) => acts.takeUp(suggestion, kind) : null}
              onDismiss={() => acts.setAside(suggestion)}
              onShow={() => showMark(suggestion.id)}
            />
          ) : (
            <SuggestionRow {...suggested(suggestion)} onSelect={acts.selectSuggestion} />
          )
        }
      </NearList>
    </>
  );
}

type MetCountProps = { articleId: string; pending: SuggestionView[] };

/** How many of the suggestions the desk has checked before: asked once the list has been looked at for a while. */
function MetCount({ articleId, pending }: MetCountProps) {
  const t = useTranslations('review.suggest');
  const { value } = useRead<MetSuggestions>(`/api/articles/${articleId}/met-suggestions`, { rest: 800 });
  const met = new Set(value?.met);
  const count = pending.filter(({ id }) => met.has(id)).length;
  if (!value || count === 0) return null;
  return <p className="mb-2.5 text-[12.5px] text-ink-2">{t('met', { count, of: value.lookedUp })}</p>;
}

function NoSuggestions({ left, onShowAll }: { left: number; onShowAll: () => void }) {
  const t = useTranslations('review.suggest');
  return (
    <EmptyList title={t('none')}>
      <p className="mt-1.5">{left > 0 ? t('noneShown', { count: left }) : t('noneText')}</p>
      {left > 0 && (
        <Button size="small" className="mt-3" onClick={onShowAll}>
          {t('showAll')}
        </Button>
      )}
    </EmptyList>
  );
}
