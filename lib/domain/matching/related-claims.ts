/**
 * The claims of an index that a claim may repeat, each related to it. Invariant: the claims of either language are
 * candidates of their own, since those in the query's language share more tokens with it.
 */

import type { ClaimReading } from './claim-reading';
import { type PoolIndex, rarity, searchIndex } from './pool-index';
import { type Relating, relate } from './relate';

/** How many candidates of each language are compared. */
const perLanguage = 20;

/** A claim by its place in the pool. */
export type RelatedClaim = Relating & { at: number };

/** The candidates for a query, in no order. */
export function relatedClaims(index: PoolIndex, query: ClaimReading): RelatedClaim[] {
  const rareness = (token: string): number => rarenessOf(index, token);
  return searchIndex(index, query, perLanguage).flatMap((found) => {
    const top = found[0]?.score ?? 1;
    return found.flatMap(({ at, score }): RelatedClaim[] => {
      const facts = index.facts[at];
      return facts ? [{ at, ...relate(query, facts, rareness, score / top - 1) }] : [];
    });
  });
}

/** How rare a token is, from 1/4 to 1: no word counts for nothing, however common it is in a pool. */
function rarenessOf(index: PoolIndex, token: string): number {
  const highest = Math.log(1 + (index.size + 0.5) / 0.5);
  return 0.25 + (0.75 * rarity(index, token)) / highest;
}
