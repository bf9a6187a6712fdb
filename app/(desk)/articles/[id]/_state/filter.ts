/** Which claims and suggestions the review page lists. Pure; no React. */
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Standing } from '#lib/domain/claims/standing';
import { likelyScore, type SuggestionView } from '#lib/domain/claims/suggestion';
import { type AssignmentView, assigneesOf } from '#lib/domain/review/workflow';
import type { ClaimKind } from '#lib/reading/claim-kinds';

export type Filter = {
  standing: Standing | null;
  kind: ClaimKind | null;
  reviewerId: string | null;
  /** '' = claims of the article's own text. */
  speakerId: string | null;
  /** Whose work it is. */
  assigneeId: string | null;
  /** Only what a revision changed and nobody has looked at since. */
  lookAgain: true | null;
};

export const noFilter: Filter = {
  standing: null,
  kind: null,
  reviewerId: null,
  speakerId: null,
  assigneeId: null,
  lookAgain: null,
};

export type SuggestionFilter = { kind: ClaimKind | null; likelyOnly: boolean };

export function isFiltering(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

export function matches(claim: ClaimView, filter: Filter, assignments: AssignmentView[]): boolean {
  return (
    (filter.assigneeId === null ||
      assigneesOf(claim, assignments).some(({ assignee }) => assignee.id === filter.assigneeId)) &&
    (filter.lookAgain === null || claim.lookAgain !== null) &&
    (filter.standing === null || claim.standing === filter.standing) &&
    (filter.kind === null || claim.kind === filter.kind) &&
    (filter.speakerId === null || (claim.speaker?.id ?? '') === filter.speakerId) &&
    (filter.reviewerId === null || claim.judgements.some(({ reviewer }) => reviewer.id === filter.reviewerId))
  );
}

export function suggestionMatches(suggestion: SuggestionView, filter: SuggestionFilter): boolean {
  return (
    (filter.kind === null || suggestion.kind === filter.kind) && (!filter.likelyOnly || suggestion.score >= likelyScore)
  );
}
