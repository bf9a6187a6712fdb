/** What the review page holds between two answers of the server, and how each answer changes it. Pure; no React. */
import type { ParagraphKind } from '#lib/domain/article';
import type { ClaimKind } from '#lib/domain/claim';
import { type ClaimView, inReadingOrder, type ParagraphView, type ReviewView } from '#lib/domain/review';
import type { Standing } from '#lib/domain/standing';

export type Filter = {
  standing: Standing | null;
  kind: ClaimKind | null;
  reviewerId: string | null;
  /** '' = claims of the article's own text. */
  speakerId: string | null;
};

export const noFilter: Filter = { standing: null, kind: null, reviewerId: null, speakerId: null };

export type ReviewState = {
  paragraphs: ParagraphView[];
  /** In reading order. */
  claims: ClaimView[];
  selectedId: string | null;
  filter: Filter;
};

export type ReviewEvent =
  | { type: 'claim'; claim: ClaimView }
  | { type: 'claim-gone'; claimId: string }
  | { type: 'select'; claimId: string | null }
  | { type: 'filter'; filter: Filter }
  | { type: 'paragraph-kind'; paragraphId: string; kind: ParagraphKind };

export function startReview({ paragraphs, claims }: ReviewView): ReviewState {
  return { paragraphs, claims: inReadingOrder(claims, paragraphs), selectedId: null, filter: noFilter };
}

export function reduceReview(state: ReviewState, event: ReviewEvent): ReviewState {
  switch (event.type) {
    case 'claim': {
      // Answers may overtake each other: what the server said last about a claim stays.
      const known = state.claims.find(({ id }) => id === event.claim.id);
      if (known && known.version > event.claim.version) return state;
      const others = state.claims.filter((claim) => claim !== known);
      return { ...state, claims: inReadingOrder([...others, event.claim], state.paragraphs) };
    }
    case 'claim-gone':
      return {
        ...state,
        claims: state.claims.filter(({ id }) => id !== event.claimId),
        selectedId: state.selectedId === event.claimId ? null : state.selectedId,
      };
    case 'select':
      return { ...state, selectedId: event.claimId };
    case 'filter':
      return { ...state, filter: event.filter };
    case 'paragraph-kind':
      return {
        ...state,
        paragraphs: state.paragraphs.map((paragraph) =>
          paragraph.id === event.paragraphId ? { ...paragraph, kind: event.kind } : paragraph,
        ),
      };
  }
}

export function isFiltering(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

export function matches(claim: ClaimView, filter: Filter): boolean {
  return (
    (filter.standing === null || claim.standing === filter.standing) &&
    (filter.kind === null || claim.kind === filter.kind) &&
    (filter.speakerId === null || (claim.speaker?.id ?? '') === filter.speakerId) &&
    (filter.reviewerId === null || claim.judgements.some(({ reviewer }) => reviewer.id === filter.reviewerId))
  );
}

/** The claim `step` places after the selected one in reading order; from nowhere, the first or the last. */
export function neighbour(claims: ClaimView[], selectedId: string | null, step: 1 | -1): ClaimView | undefined {
  const index = claims.findIndex(({ id }) => id === selectedId);
  if (index < 0) return step === 1 ? claims[0] : claims.at(-1);
  return claims[Math.min(claims.length - 1, Math.max(0, index + step))];
}

/**
 * Claims by paragraph. A paragraph whose claims did not change keeps its array from `previous`, so that it is not painted
 * again.
 */
export function groupByParagraph(
  claims: ClaimView[],
  previous: ReadonlyMap<string, ClaimView[]> = new Map(),
): Map<string, ClaimView[]> {
  const groups = new Map<string, ClaimView[]>();
  for (const claim of claims) {
    const group = groups.get(claim.paragraphId);
    if (group) group.push(claim);
    else groups.set(claim.paragraphId, [claim]);
  }
  for (const [paragraphId, group] of groups) {
    const old = previous.get(paragraphId);
    if (old && old.length === group.length && old.every((claim, index) => claim === group[index])) {
      groups.set(paragraphId, old);
    }
  }
  return groups;
}
