import { useMemo } from 'react';
import type { ClaimView, SourceView, SpeakerView } from '#lib/domain/claims/claim-view';
import { pendingSuggestions } from '#lib/domain/claims/suggestion';
import { isFiltering, matches, suggestionMatches } from './filter';
import { isInPlace, type ReviewState } from './state';
import { useGroups } from './use-groups';
import { useSteady } from './use-steady';

export type Lists = ReturnType<typeof useLists>;

/** What the page lists of its state: what the filters let through, by paragraph and by name. */
export function useLists(state: ReviewState, speakers: SpeakerView[]) {
  const { paragraphs, claims, assignments, filter, suggestions, suggestionFilter, selectedId } = state;
  const shown = useMemo(
    () => (isFiltering(filter) ? claims.filter((claim) => matches(claim, filter, assignments)) : claims),
    [claims, filter, assignments],
  );
  const placed = useSteady(claims, (before, now) => isInPlace(before, now) && before.kind === now.kind);
  const sourced = useSteady(
    claims,
    (before, now) => before.evidence === now.evidence && before.speaker === now.speaker,
  );
  const faint = useMemo(() => {
    if (!isFiltering(filter)) return null;
    const listed = new Set(shown);
    return new Set(claims.filter((claim) => !listed.has(claim)).map(({ id }) => id));
  }, [claims, filter, shown]);
  const pending = useMemo(() => pendingSuggestions(suggestions, placed), [suggestions, placed]);
  const shownSuggestions = useMemo(
    () => pending.filter((suggestion) => suggestionMatches(suggestion, suggestionFilter)),
    [pending, suggestionFilter],
  );
  // What the list holds when no kind is chosen: the number that stands above the article and on the tab.
  const offered = useMemo(
    () => pending.filter((suggestion) => suggestionMatches(suggestion, { ...suggestionFilter, kind: null })).length,
    [pending, suggestionFilter],
  );
  const paragraphOf = useMemo(() => new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph])), [paragraphs]);
  const selected = claims.find(({ id }) => id === selectedId) ?? null;
  const selectedSuggestion = shownSuggestions.find(({ id }) => id === selectedId) ?? null;
  const listed = useMemo(
    () => (selected && !shown.includes(selected) ? [selected, ...shown] : shown),
    [selected, shown],
  );
  return {
    /** Claims and suggestions that the filters let through. */
    shown,
    /** The same claims, and before them the selected one where the filters leave it out. */
    listed,
    shownSuggestions,
    /** Claims that the filter leaves out; null where nothing is filtered. */
    faint,
    /** Suggestions that no claim hides. */
    pending,
    offered,
    paragraphOf,
    claimGroups: useGroups(claims),
    suggestionGroups: useGroups(shownSuggestions),
    cited: useMemo(() => citedSources(sourced), [sourced]),
    speakers: useMemo(() => knownSpeakers(speakers, sourced), [speakers, sourced]),
    selected,
    selectedSuggestion,
    /** The selected claim or suggestion. */
    inText: selected ?? selectedSuggestion,
  };
}

function citedSources(claims: ClaimView[]): SourceView[] {
  return [...new Map(claims.flatMap(({ evidence }) => evidence.map(({ source }) => [source.id, source]))).values()];
}

/** The desk's speakers with those whom this page has met since it was loaded. */
function knownSpeakers(speakers: SpeakerView[], claims: ClaimView[]): SpeakerView[] {
  const met = claims.flatMap(({ speaker }) => speaker ?? []);
  return [...new Map([...speakers, ...met].map((speaker) => [speaker.id, speaker])).values()];
}
