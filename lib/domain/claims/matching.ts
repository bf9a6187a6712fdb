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

/** An index with the words it was built from, by which a pool is known again. */
interface Built {
  index: PoolIndex;
  claims: { text: string; speaker: string | null }[];
}

/** Indexes by the array of the pool, and the latest, for callers that make an array of the same claims anew. */
const built = new WeakMap<readonly PoolClaim[], Built>();
let latest: Built | null = null;

function indexOf(pool: readonly PoolClaim[]): PoolIndex {
  const known = [built.get(pool), latest].find((one) => one && isOf(one, pool));
  const own = known ?? build(pool);
  built.set(pool, own);
  latest = own;
  return own.index;
}

function build(pool: readonly PoolClaim[]): Built {
  const claims = pool.map(({ text, speaker }) => ({ text, speaker: speaker ?? null }));
  return { index: buildIndex(claims), claims };
}

/** Whether an index is of these claims. Comparing the same strings costs little: a third of a millisecond for 20,000. */
const isOf = ({ claims }: Built, pool: readonly PoolClaim[]): boolean =>
  claims.length === pool.length &&
  pool.every(({ text, speaker }, at) => text === claims[at]?.text && (speaker ?? null) === claims[at]?.speaker);

/**
 * The claims of a pool that a claim may repeat, best first, at most 20. The index is built at the first call with a pool
 * (some 0.4 ms a claim) and kept as long as the array is in use and its claims are the same. Claims that share no token are not returned.
 */
export function rankClaims(query: ClaimText, pool: readonly PoolClaim[]): RankedClaim[] {
  const index = indexOf(pool);
  return relatedClaims(index, readClaim(query.text))
    .map(({ at, score, relation }) => ({ id: pool[at]?.id ?? '', score, relation }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}
