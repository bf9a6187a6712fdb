/**
 * Finds the checked claims that a new claim repeats: candidates from an index of the pool, each compared with the claim.
 * In memory, for pools of up to 20,000 claims. Server side: the news lexicon is too heavy for a page.
 */

import { type ClaimReading, readClaim } from '#lib/domain/matching/claim-reading';
import { buildIndex, type PoolIndex, rarity, searchIndex } from '#lib/domain/matching/pool-index';
import { relate } from '#lib/domain/matching/relate';
import type { Relation } from '#lib/domain/matching/relation';
import type { ClaimText } from './compare';

export type PoolClaim = { id: string } & ClaimText;

export interface RankedClaim {
  id: string;
  /** From 0 to 1; from 0.5 on the match is shown as sure. */
  score: number;
  relation: Relation;
}

/** How many candidates of each language are compared: a claim in the query's own language shares more tokens. */
const perLanguage = 20;

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
  const reading = readClaim(query.text);
  const ranked = candidatesOf(index, reading).map(({ at, behind }) => {
    const { relation, score } = relate(
      reading,
      index.facts[at] ?? reading,
      (token) => rarenessOf(index, token),
      behind,
    );
    return { id: pool[at]?.id ?? '', score, relation };
  });
  return ranked.sort((a, b) => b.score - a.score).slice(0, most);
}

/** The best of each language, with how far each is behind the first of its language. */
function candidatesOf(index: PoolIndex, query: ClaimReading): { at: number; behind: number }[] {
  return searchIndex(index, query, perLanguage).flatMap((found) => {
    const top = found[0]?.score ?? 1;
    return found.map(({ at, score }) => ({ at, behind: score / top - 1 }));
  });
}

/** How rare a token is, from 1/4 to 1: no word counts for nothing, however common it is in a pool. */
function rarenessOf(index: PoolIndex, token: string): number {
  const highest = Math.log(1 + (index.size + 0.5) / 0.5);
  return 0.25 + (0.75 * rarity(index, token)) / highest;
}
