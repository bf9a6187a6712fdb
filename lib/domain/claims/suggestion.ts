/**
 * Which suggestions are still worth showing beside the marked claims, and in what order. The suggestions are made by
 * lib/reading/claims.ts, which is too large for the browser's first load.
 */
import type { Reason } from '#lib/reading/check-worth';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { Span } from '#lib/text/span';

export type SuggestionView = {
  id: string;
  paragraphId: string;
  start: number;
  end: number;
  kind: ClaimKind;
  /** Check-worthiness, 0 to 1. */
  score: number;
  reasons: Reason[];
  /** Who says it, where the text tells. */
  speaker: string | null;
};

type Place = { paragraphId: string; start: number; end: number; kind: string };

/**
 * The id of what is proposed at a place: the same whenever the place is read, and known to whoever knows the place. Stored
 * suggestions keep the one that they have, which may be another one.
 */
export const suggestionIdAt = ({ paragraphId, start, end, kind }: Place): string =>
  `${paragraphId}.${start}.${end}.${kind}`;

/** From this score on, a suggestion is more likely accepted than dismissed. */
export const likelyScore = 0.5;

type Marked = Span & { paragraphId: string; kind: ClaimKind };

/**
 * Suggestions that no claim has taken up. A figure inside a claim stays a suggestion until it is marked as a figure. A
 * statement is taken up by a statement or quote that shares most of the shorter of the two, or by claims of any kind
 * that together cover most of it.
 */
export function pendingSuggestions<T extends Marked>(suggestions: T[], claims: Marked[]): T[] {
  const marked = new Map<string, Marked[]>();
  for (const claim of claims) {
    const own = marked.get(claim.paragraphId);
    if (own) own.push(claim);
    else marked.set(claim.paragraphId, [claim]);
  }
  for (const own of marked.values()) own.sort((a, b) => a.start - b.start);
  return suggestions.filter((one) => !isTakenUp(one, marked.get(one.paragraphId) ?? []));
}

const length = ({ start, end }: Span) => end - start;

/** `claims`: by where they start. */
function isTakenUp(suggestion: Marked, claims: Marked[]): boolean {
  let covered = 0;
  let reach = suggestion.start;
  for (const claim of claims) {
    const shared = Math.min(suggestion.end, claim.end) - Math.max(suggestion.start, claim.start);
    if (shared <= 0) continue;
    const isAlike = (suggestion.kind === 'figure') === (claim.kind === 'figure');
    if (isAlike && shared * 2 > Math.min(length(suggestion), length(claim))) return true;
    if (shared === length(suggestion) && shared === length(claim)) return true;
    covered += Math.max(0, Math.min(suggestion.end, claim.end) - Math.max(reach, claim.start));
    reach = Math.max(reach, claim.end);
  }
  return suggestion.kind !== 'figure' && covered * 2 > length(suggestion);
}
