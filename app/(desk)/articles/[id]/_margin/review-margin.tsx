'use client';

import { useEffect } from 'react';
import { may } from '#lib/domain/people/permission';
import { later } from '../../../../browser/later';
import type { ReviewPage } from '../_state/use-review-page';
import { SuggestionList } from '../_suggestions/suggestion-list';
import { ClaimList } from './claim-list';
import { Margin } from './margin';

// Shown with the page, and usable a moment after the keys.
const Filters = later(() => import('./filters').then((filters) => filters.Filters));
const SuggestionFilters = later(() =>
  import('../_suggestions/suggestion-filters').then((filters) => filters.SuggestionFilters),
);

const fetchFilters = () => Promise.all([Filters.fetch(), SuggestionFilters.fetch()]);

/** The margin with what the page lists now, claims or suggestions, and their filters. */
export function ReviewMargin({ page }: { page: ReviewPage }) {
  const { state, lists, commands, acts, isListOpen, setListOpen } = page;
  const { list, claims } = state;
  // At once, so that they do not push the cards down when the list changes.
  useEffect(() => void fetchFilters(), []);
  return (
    <Margin
      place={page.margin}
      list={list}
      counts={{ claims: claims.length, suggestions: lists.offered }}
      isListOpen={isListOpen}
      hasSelection={lists.inText !== null}
      hasSuggestions={lists.pending.length > 0 || list === 'suggestions'}
      onList={(next) => commands.select(next, null)}
      onOpenList={() => setListOpen(true)}
      onClose={() => (isListOpen ? setListOpen(false) : acts.select(list, null))}
      filters={<ListFilters page={page} />}
    >
      {list === 'claims' ? <ClaimList page={page} /> : <SuggestionList page={page} />}
    </Margin>
  );
}

function ListFilters({ page }: { page: ReviewPage }) {
  const { actor, state, lists, commands } = page;
  const { claims, assignments, filter, suggestionFilter } = state;
  if (state.list === 'suggestions') {
    if (lists.pending.length === 0) return null;
    return (
      <SuggestionFilters
        suggestions={lists.pending}
        filter={suggestionFilter}
        onFilter={commands.filterSuggestions}
        onAcceptAll={may(actor, 'mark') ? (some) => void commands.accept(some) : null}
      />
    );
  }
  if (claims.length === 0) return null;
  return (
    <Filters
      claims={claims}
      assignments={assignments}
      filter={filter}
      meId={actor.id}
      onFilter={commands.filter}
      onAssign={may(actor, 'assign') ? () => page.setOverlay({ open: 'assign', of: 'listed' }) : null}
    />
  );
}
