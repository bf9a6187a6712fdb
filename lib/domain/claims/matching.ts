/**
 * Finds the checked claims that a new claim repeats: candidates from an index of the pool, each compared with the claim.
 * In memory, for pools of up to 20,000 claims. Server side: the news lexicon is too heavy for a page.
 */

import { readClaim } from '#lib/domain/matching/claim-reading';
import { buildIndex, type PoolIndex } from '#lib/domain/matching/pool-index';
import { relatedClaims } from '#lib/domain/matching/related-claims';
import type { Relation } from '#lib/domain/matching/relation';
import type { ClaimText } from './compare';

export type PoolClaim = { id: string } & ClaimText;

export interface RankedClaim {
  id: string;
  /** From 0 to 1; from 0.5 on the match is shown as sure. */
  score: number;
  relation: Relation;
}

/** How many claims are returned at most. */
const most = 20;

/** Indexes by the pool they were built from; a pool that grew is indexed again. */
const indexes = new WeakMap<readonly PoolClaim[], PoolIndex>();

function indexOf(pool: readonly PoolClaim[]): PoolIndex {
  const known = indexes.get(pool);
  if (known && known.size === pool.length) return known;
  const index = buildIndex(pool.map(({ text, speaker }) => ({ text, speaker: speaker ?? null })));
  indexes.set(pool, index);
  return index;
}

/**
 * The claims of a pool that a claim may repeat, best first, at most 20. The index is built at the first call with a pool
 * and kept as long as the pool (the same array) is in use. Claims that share no token are not returned.
 */
export function rankClaims(query: ClaimText, pool: readonly PoolClaim[]): RankedClaim[] {
  const index = indexOf(pool);
  return relatedClaims(index, readClaim(query.text))
    .map(({ at, score, relation }) => ({ id: pool[at]?.id ?? '', score, relation }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}
