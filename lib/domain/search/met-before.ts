/** What the desk has checked before that a claim repeats. Light enough for the browser: it loads no reader. */

import type { Stance } from '#lib/domain/claims/source';
import type { Standing } from '#lib/domain/claims/standing';
import type { Relation } from '#lib/domain/matching/relation';

/** A claim of another article that asks about the same fact, as a person may see it. */
export type MetBefore = {
  claimId: string;
  number: number;
  article: { id: string; title: string };
  /** Its words. */
  exact: string;
  standing: Standing;
  /** When it got its verdict. */
  judgedAt: string | null;
  /** Independent ones. */
  sources: number;
  relation: Relation;
  /** Figures or dates that are not the same: as the claim has it, and as it was met. */
  differences: { here: string; there: string }[];
  /** Words that both share, as they stand here. */
  shares: string[];
};

/** Most claims that are shown for one. */
export const mostMet = 3;

/**
 * What a source that was cited on a claim is cited for where it is taken over to another: the same fact has the same
 * stance; of anything else it is for the reviewer to say what it means, so it is context until then.
 */
export const stanceTaken = (relation: Relation, stance: Stance): Stance => (relation === 'same' ? stance : 'context');

/** Suggestions of an article that are looked up at once: each costs a search. */
export const mostSuggestionsMet = 40;

/** How many suggestions were looked up, and the ids of those that were met before. */
export type MetSuggestions = { lookedUp: number; met: string[] };
