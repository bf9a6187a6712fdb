/**
 * An index of a pool of claims for one process: BM25 over the tokens of claim-reading.ts. Invariants: built once for a
 * pool and never changed; scores are of at least 0; a query costs the postings of its tokens.
 *
 * BM25 after S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
 */

import { associated, type ClaimFacts, type ClaimReading, readClaim } from './claim-reading';
import { stopWords } from './stop-words';

/** How soon more of one word counts no more, and how much a long claim is held against it. */
const saturation = 0.9;
const lengthShare = 0.35;

interface Posting {
  /** Places in the pool, in order, with the count of the token in each. */
  claims: number[];
  counts: number[];
  /** See `rarity`; set when the pool is whole. */
  rarity: number;
}

export interface PoolIndex {
  size: number;
  facts: ClaimFacts[];
  postings: Map<string, Posting>;
  /** Weight of each claim's length for BM25. */
  lengths: Float64Array;
}

/**
 * Builds the index of a pool's claims. A claim is also found by its speaker, whom its text may not name. Linear in the
 * length of the texts.
 */
export function buildIndex(claims: readonly { text: string; speaker: string | null }[]): PoolIndex {
  const facts: ClaimFacts[] = [];
  const postings = new Map<string, Posting>();
  const lengths = new Float64Array(claims.length);
  for (const [at, { text, speaker }] of claims.entries()) {
    const { tokens, ...own } = readClaim(text);
    facts.push(own);
    const named = new Set(tokens);
    if (speaker !== null) tokens.push(...readClaim(speaker).tokens.filter((token) => !named.has(token)));
    const counts = countTokens(tokens);
    for (const [token, count] of counts) {
      lengths[at] = (lengths[at] ?? 0) + count * shareOf(token);
      const posting = postings.get(token);
      if (posting) {
        posting.claims.push(at);
        posting.counts.push(count);
      } else postings.set(token, { claims: [at], counts: [count], rarity: 0 });
    }
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(claims.length, 1);
  for (let at = 0; at < lengths.length; at++) {
    lengths[at] = saturation * (1 - lengthShare + (lengthShare * (lengths[at] ?? 0)) / Math.max(mean, 1));
  }
  for (const posting of postings.values()) posting.rarity = rarityOf(posting.claims.length, claims.length);
  return { size: claims.length, facts, postings, lengths };
}

/** How often each token occurs, without words that say little. */
function countTokens(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (!stopWords.has(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

/** A claim of the pool by its place, with its score. */
export interface Found {
  at: number;
  score: number;
}

/** What a token counts by its kind: neighbouring Han pairs overlap, keys of sound are many for one name. */
export function shareOf(token: string): number {
  const code = token.charCodeAt(0);
  if (code >= 0x3400) return 0.5;
  if (code !== 0x30) return 1;
  return shares[token.charAt(1)] ?? 1;
}

const shares: Record<string, number> = { d: 0.6, n: 1, r: 0.5, u: 0.3, s: 0.7, y: 0.7, a: 0.4 };

/** How rare a token is in the pool: 0 for one that is in all claims. */
export const rarity = ({ postings, size }: PoolIndex, token: string): number =>
  postings.get(token)?.rarity ?? rarityOf(0, size);

/** The inverse document frequency of BM25. */
export const rarityOf = (count: number, size: number): number => Math.log(1 + (size - count + 0.5) / (count + 0.5));

/**
 * The best claims for a query in each language, best first: places in the pool with their scores, at most `most` of each.
 * Claims in the query's own language share more tokens with it, so the two are not ranked against each other.
 */
export function searchIndex(index: PoolIndex, query: ClaimReading, most: number): Found[][] {
  const scores = new Float64Array(index.size);
  for (const [token, weight] of soughtTokens(query)) addScores(index, scores, token, weight);
  return [true, false].map((isChinese) => bestOf(index, scores, most, isChinese));
}

/** The tokens by which claims are found that a claim may repeat, and what each weighs besides its rarity. */
export function soughtTokens({ tokens }: Pick<ClaimReading, 'tokens'>): Map<string, number> {
  const sought = new Map<string, number>();
  const add = (token: string, weight: number) => sought.set(token, (sought.get(token) ?? 0) + weight);
  for (const [token, count] of countTokens(tokens)) {
    const weight = shareOf(token) * Math.min(count, 2) ** 0.5;
    add(token, weight);
    // What stands for another meets it in both directions.
    if (token.startsWith(associated)) add(token.slice(associated.length), weight);
    else if (token.charCodeAt(0) !== 0x30) add(associated + token, weight * (shares.a ?? 1));
  }
  return sought;
}

function addScores(index: PoolIndex, scores: Float64Array, token: string, weight: number): void {
  const posting = index.postings.get(token);
  if (!posting) return;
  const { claims, counts } = posting;
  const { lengths } = index;
  const rare = weight * posting.rarity;
  for (let i = 0; i < claims.length; i++) {
    const at = claims[i] ?? 0;
    const count = counts[i] ?? 0;
    scores[at] = (scores[at] ?? 0) + gainOf(rare, count, lengths[at] ?? 1);
  }
}

/** What a token adds to a claim's score. */
const gainOf = (rare: number, count: number, length: number): number =>
  (rare * count * (saturation + 1)) / (count + length);

/** The highest scores above 0 in a language; of equal ones the first in the pool comes first. */
function bestOf({ facts }: PoolIndex, scores: Float64Array, most: number, isChinese: boolean): Found[] {
  const best: Found[] = [];
  let least = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= least || facts[at]?.isChinese !== isChinese) continue;
    best.push({ at, score });
    if (best.length < most * 2) continue;
    best.sort(byScore);
    best.length = most;
    least = best[most - 1]?.score ?? 0;
  }
  return best.sort(byScore).slice(0, most);
}

const byScore = (a: Found, b: Found): number => b.score - a.score || a.at - b.at;
