/** Fact-checks of others as lists and cards show them. Light enough for the browser: it loads no reader. */

import type { Relation } from '#lib/domain/matching/relation';
import type { FactCheck } from './fact-check';

/** `feed`: what the feed is called that brought it. */
export type FoundCheck = FactCheck & { id: string; feed: string };

/** A check that asks about the same fact as a claim, and how the two differ. */
export type MetCheck = FoundCheck & {
  relation: Relation;
  /** Figures or dates that are not the same: as the claim has it, and as it was checked. */
  differences: { here: string; there: string }[];
  /** Words that both share, as they stand here. */
  shares: string[];
};
