/** What the review page holds between two answers of the server, and how each answer changes it. Pure; no React. */
import type { ParagraphKind } from '#lib/domain/articles/article';
import { type ParagraphView } from '#lib/domain/articles/article-view';
import { type ClaimView, type SpeakerView } from '#lib/domain/claims/claim-view';
import { likelyScore, type SuggestionView } from '#lib/domain/claims/suggestion';
import { inReadingOrder, type ReviewView } from '#lib/domain/review/review';
import type { ReviewUpdate } from '#lib/domain/review/update';
import type { AssignmentView } from '#lib/domain/review/workflow';
import { type Filter, noFilter, type SuggestionFilter } from './filter';

/** What the margin lists. */
export type List = 'claims' | 'suggestions';

export type ReviewState = {
  /** The number of the last change of the article that is shown. */
  seq: number;
  paragraphs: ParagraphView[];
  /** In reading order. */
  claims: ClaimView[];
  /** The version up to which a claim that was taken away is known: what arrives of it late stays away. */
  gone: ReadonlyMap<string, number>;
  /** Last server version of each claim that is shown optimistically. */
  serverClaims: ReadonlyMap<string, ClaimView>;
  /** Not dismissed and not taken up as they are, in reading order; claims may hide some (pendingSuggestions). */
  suggestions: SuggestionView[];
  assignments: AssignmentView[];
  list: List;
  /** The selected claim or, while suggestions are listed, the selected suggestion. */
  selectedId: string | null;
  filter: Filter;
  suggestionFilter: SuggestionFilter;
};

export type ReviewEvent =
  /** What others, and oneself, have changed meanwhile. */
  | { type: 'update'; update: ReviewUpdate }
  | { type: 'claim'; claim: ClaimView }
  /** A claim as it will be if the server agrees; `guess-over` where it does not. */
  | { type: 'guess'; claim: ClaimView }
  | { type: 'guess-over'; claimId: string }
  /** `version`: the one that it was taken away with, where the answer tells. */
  | { type: 'claim-gone'; claimId: string; version?: number }
  | { type: 'suggestions'; suggestions: SuggestionView[] }
  | { type: 'suggestions-gone'; ids: string[] }
  | { type: 'suggestions-back'; suggestions: SuggestionView[] }
  /** A speaker's facts changed; `from` is the one who is shown as them now. */
  | { type: 'speaker'; speaker: SpeakerView; from?: string }
  | { type: 'assignments'; assignments: AssignmentView[] }
  | { type: 'select'; list: List; id: string | null }
  | { type: 'filter'; filter: Filter }
  | { type: 'filter-suggestions'; filter: SuggestionFilter }
  | { type: 'paragraph-kind'; paragraphId: string; kind: ParagraphKind };

export function startReview({ article, paragraphs, claims, suggestions, assignments }: ReviewView): ReviewState {
  return {
    seq: article.seq,
    gone: new Map(),
    serverClaims: new Map(),
    paragraphs,
    claims: inReadingOrder(claims, paragraphs),
    suggestions: inReadingOrder(suggestions, paragraphs),
    assignments,
    // Where nothing is marked yet, what could be is of more use than an empty list.
    list: claims.length === 0 && suggestions.length > 0 ? 'suggestions' : 'claims',
    selectedId: null,
    filter: noFilter,
    suggestionFilter: { kind: null, likelyOnly: suggestions.some(({ score }) => score >= likelyScore) },
  };
}

export function reduceReview(state: ReviewState, event: ReviewEvent): ReviewState {
  switch (event.type) {
    case 'update':
      return bringUpToDate(state, event.update);
    case 'claim': {
      // Answers may overtake each other: what the server said last about a claim stays.
      const known = state.claims.find(({ id }) => id === event.claim.id);
      if (isOutdated(state, known, event.claim)) return state;
      const serverClaims = new Map(state.serverClaims);
      serverClaims.delete(event.claim.id);
      return { ...withClaim(state, event.claim), serverClaims };
    }
    case 'guess': {
      const known = state.claims.find(({ id }) => id === event.claim.id);
      if (!known || known.version > event.claim.version) return state;
      const serverClaims = new Map(state.serverClaims).set(known.id, state.serverClaims.get(known.id) ?? known);
      return { ...withClaim(state, event.claim), serverClaims };
    }
    case 'guess-over': {
      const truth = state.serverClaims.get(event.claimId);
      const serverClaims = new Map(state.serverClaims);
      serverClaims.delete(event.claimId);
      return truth ? { ...withClaim(state, truth), serverClaims } : state;
    }
    case 'claim-gone': {
      const { claimId, version } = event;
      const known = state.claims.find(({ id }) => id === claimId);
      if (known && version && known.version > version) return state;
      const serverClaims = new Map(state.serverClaims);
      serverClaims.delete(claimId);
      return {
        ...state,
        serverClaims,
        claims: state.claims.filter((claim) => claim !== known),
        gone: version ? new Map(state.gone).set(claimId, version) : state.gone,
        selectedId: state.selectedId === event.claimId ? null : state.selectedId,
      };
    }
    case 'suggestions':
      return { ...state, suggestions: inReadingOrder(event.suggestions, state.paragraphs) };
    case 'suggestions-gone': {
      const gone = new Set(event.ids);
      return withSuggestions(
        state,
        state.suggestions.filter(({ id }) => !gone.has(id)),
      );
    }
    case 'suggestions-back': {
      const back = new Set(event.suggestions.map(({ id }) => id));
      const all = [...state.suggestions.filter(({ id }) => !back.has(id)), ...event.suggestions];
      return { ...state, suggestions: inReadingOrder(all, state.paragraphs) };
    }
    case 'speaker': {
      const { speaker, from = speaker.id } = event;
      const claims = state.claims.map((claim) =>
        claim.speaker && [speaker.id, from].includes(claim.speaker.id) ? { ...claim, speaker } : claim,
      );
      return { ...state, claims };
    }
    case 'assignments':
      return { ...state, assignments: event.assignments };
    case 'select':
      return { ...state, list: event.list, selectedId: event.id };
    case 'filter':
      return { ...state, filter: event.filter };
    case 'filter-suggestions':
      return { ...state, suggestionFilter: event.filter };
    case 'paragraph-kind':
      return {
        ...state,
        paragraphs: state.paragraphs.map((paragraph) =>
          paragraph.id === event.paragraphId ? { ...paragraph, kind: event.kind } : paragraph,
        ),
      };
  }
}

/** Whether a claim lies where it lay: its place among the others is the same too. */
export const isInPlace = (before: ClaimView | undefined, now: ClaimView): boolean =>
  before?.paragraphId === now.paragraphId && before.start === now.start && before.end === now.end;

function withClaim(state: ReviewState, claim: ClaimView): ReviewState {
  const at = state.claims.findIndex(({ id }) => id === claim.id);
  if (isInPlace(state.claims[at], claim)) return { ...state, claims: state.claims.with(at, claim) };
  const others = state.claims.filter(({ id }) => id !== claim.id);
  return { ...state, claims: inReadingOrder([...others, claim], state.paragraphs) };
}

/** A kind that is done with gives way to the rest. */
function withSuggestions(state: ReviewState, suggestions: SuggestionView[]): ReviewState {
  const { kind } = state.suggestionFilter;
  const suggestionFilter = suggestions.some((one) => one.kind === kind)
    ? state.suggestionFilter
    : { ...state.suggestionFilter, kind: null };
  return { ...state, suggestions, suggestionFilter };
}

function isOutdated({ gone }: ReviewState, known: ClaimView | undefined, { id, version }: ClaimView): boolean {
  return (known !== undefined && known.version > version) || (gone.get(id) ?? 0) >= version;
}

/**
 * Applies an update; the same one again changes nothing more. One that is older than what is shown is ignored, and so is
 * one that would leave a gap; a claim that an answer has brought further than the update stays. What did not change keeps
 * its identity.
 */
function bringUpToDate(state: ReviewState, update: ReviewUpdate): ReviewState {
  if (update.seq < state.seq || update.since > state.seq) return state;
  const gone = new Map(state.gone);
  const serverClaims = new Map(state.serverClaims);
  const claims = new Map(state.claims.map((claim) => [claim.id, claim]));
  // A claim that is set anew stays where it was in the map.
  let isInOrder = update.paragraphs.length === 0;
  for (const { id, version } of update.removed) {
    if ((claims.get(id)?.version ?? 0) > version) continue;
    claims.delete(id);
    serverClaims.delete(id);
    gone.set(id, version);
  }
  for (const claim of update.claims) {
    const shown = claims.get(claim.id);
    if (isOutdated(state, shown, claim)) continue;
    gone.delete(claim.id);
    // A guess stays on top until it has its answer, or a form that is open on it would close.
    if (serverClaims.has(claim.id) && shown?.version === claim.version) serverClaims.set(claim.id, claim);
    else {
      isInOrder &&= isInPlace(shown, claim);
      claims.set(claim.id, claim);
      serverClaims.delete(claim.id);
    }
  }
  // The same speaker speaks elsewhere too, with what the desk has learnt of them.
  const speakers = new Map(update.claims.flatMap(({ speaker }) => (speaker ? [[speaker.id, speaker]] : [])));
  for (const claim of state.claims) {
    const speaker = speakers.get(claim.speaker?.id ?? '');
    const isNews = speaker && JSON.stringify(speaker) !== JSON.stringify(claim.speaker);
    if (isNews && claims.get(claim.id) === claim) claims.set(claim.id, { ...claim, speaker });
  }
  const changed = new Map(update.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const paragraphs =
    update.since === 0
      ? update.paragraphs
      : state.paragraphs.map((paragraph) => changed.get(paragraph.id) ?? paragraph);
  const next = {
    ...state,
    seq: update.seq,
    assignments: update.assignments ?? state.assignments,
    paragraphs,
    claims: isInOrder ? [...claims.values()] : inReadingOrder([...claims.values()], paragraphs),
    gone,
    serverClaims,
    selectedId: gone.has(state.selectedId ?? '') ? null : state.selectedId,
  };
  if (!update.suggestions) return next;
  const known = new Map(state.suggestions.map((suggestion) => [suggestion.id, suggestion]));
  const suggestions = update.suggestions.map((suggestion) => known.get(suggestion.id) ?? suggestion);
  return withSuggestions(next, inReadingOrder(suggestions, paragraphs));
}

/** The one `step` places after the selected one; from nowhere, the first or the last. */
export function neighbour<T extends { id: string }>(
  listed: T[],
  selectedId: string | null,
  step: 1 | -1,
): T | undefined {
  const index = listed.findIndex(({ id }) => id === selectedId);
  if (index < 0) return step === 1 ? listed[0] : listed.at(-1);
  return listed[Math.min(listed.length - 1, Math.max(0, index + step))];
}

/** Some claims or suggestions, and the same by paragraph. */
export type Grouped<T> = { spans: T[]; groups: ReadonlyMap<string, T[]> };

/** Claims or suggestions by paragraph, where `before` is what they were: only what changed is put in its group anew. */
export function regroup<T extends { paragraphId: string }>(before: Grouped<T>, spans: T[]): Grouped<T> {
  const changed = new Map<T, T>();
  for (const [at, span] of spans.entries()) {
    const old = before.spans[at];
    if (old === span) continue;
    if (old?.paragraphId !== span.paragraphId) return { spans, groups: groupByParagraph(spans, before.groups) };
    changed.set(old, span);
  }
  if (before.spans.length !== spans.length) return { spans, groups: groupByParagraph(spans, before.groups) };
  const groups = new Map(before.groups);
  for (const { paragraphId } of changed.values()) {
    const group = before.groups.get(paragraphId) ?? [];
    groups.set(
      paragraphId,
      group.map((span) => changed.get(span) ?? span),
    );
  }
  return { spans, groups };
}

/**
 * Claims or suggestions by paragraph. A paragraph whose own did not change keeps its array from `previous`, so that it is
 * not painted again.
 */
export function groupByParagraph<T extends { paragraphId: string }>(
  spans: T[],
  previous: ReadonlyMap<string, T[]> = new Map(),
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const span of spans) {
    const group = groups.get(span.paragraphId);
    if (group) group.push(span);
    else groups.set(span.paragraphId, [span]);
  }
  for (const [paragraphId, group] of groups) {
    const old = previous.get(paragraphId);
    if (old && old.length === group.length && old.every((span, index) => span === group[index])) {
      groups.set(paragraphId, old);
    }
  }
  return groups;
}
