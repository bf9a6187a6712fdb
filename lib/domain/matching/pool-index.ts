/**
 * An index of a pool of claims for one process: BM25 over the tokens of claim-reading.ts. Invariants: built once for a
 * pool and never changed; scores are of at least 0; a query costs the postings of its tokens.
 *
 * BM25 after S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
 */

import { associated, type ClaimReading, readClaim } from './claim-reading';
import { stopWords } from './stop-words';

/** How soon more of one word counts no more, and how much a long claim is held against it. */
const saturation = 0.9;
const lengthShare = 0.35;

interface Posting {
  /** Places in the pool, in order, with the count of the token in each. */
  claims: number[];
  counts: number[];
}

export interface PoolIndex {
  size: number;
  readings: ClaimReading[];
  postings: Map<string, Posting>;
  /** Weight of each claim's length for BM25. */
  lengths: Float64Array;
}

/** Builds the index of a pool's texts. Linear in their length. */
export function buildIndex(texts: readonly string[]): PoolIndex {
  const readings = texts.map(readClaim);
  const postings = new Map<string, Posting>();
  const lengths = new Float64Array(texts.length);
  for (const [at, { tokens }] of readings.entries()) {
    const counts = countTokens(tokens);
    for (const [token, count] of counts) {
      lengths[at] = (lengths[at] ?? 0) + count * shareOf(token);
      const posting = postings.get(token);
      if (posting) {
        posting.claims.push(at);
        posting.counts.push(count);
      } else postings.set(token, { claims: [at], counts: [count] });
    }
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(texts.length, 1);
  for (let at = 0; at < lengths.length; at++) {
    lengths[at] = saturation * (1 - lengthShare + (lengthShare * (lengths[at] ?? 0)) / Math.max(mean, 1));
  }
  return { size: texts.length, readings, postings, lengths };
}

/** How often each token occurs, without words that say little. */
function countTokens(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (!stopWords.has(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
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
export function rarity(index: PoolIndex, token: string): number {
  const count = index.postings.get(token)?.claims.length ?? 0;
  return Math.log(1 + (index.size - count + 0.5) / (count + 0.5));
}

/** The best claims for a query, best first: places in the pool with their scores. */
export function searchIndex(index: PoolIndex, query: ClaimReading, most: number): { at: number; score: number }[] {
  const scores = new Float64Array(index.size);
  for (const [token, count] of countTokens(query.tokens)) {
    const weight = shareOf(token) * Math.min(count, 2) ** 0.5;
    addScores(index, scores, token, weight);
    // What stands for another meets it in both directions.
    if (token.startsWith(associated)) addScores(index, scores, token.slice(associated.length), weight);
    else if (token.charCodeAt(0) !== 0x30) addScores(index, scores, associated + token, weight * (shares.a ?? 1));
  }
  return bestOf(scores, most);
}

function addScores({ postings, lengths, size }: PoolIndex, scores: Float64Array, token: string, weight: number): void {
  const posting = postings.get(token);
  if (!posting) return;
  const { claims, counts } = posting;
  const rare = weight * Math.log(1 + (size - claims.length + 0.5) / (claims.length + 0.5));
  for (let i = 0; i < claims.length; i++) {
    const at = claims[i] ?? 0;
    const count = counts[i] ?? 0;
    scores[at] = (scores[at] ?? 0) + (rare * count * (saturation + 1)) / (count + (lengths[at] ?? 1));
  }
}

/** The highest scores above 0; of equal ones the first in the pool comes first. */
function bestOf(scores: Float64Array, most: number): { at: number; score: number }[] {
  const best: { at: number; score: number }[] = [];
  let least = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= least) continue;
    best.push({ at, score });
    if (best.length < most * 2) continue;
    best.sort(byScore);
    best.length = most;
    least = best[most - 1]?.score ?? 0;
  }
  return best.sort(byScore).slice(0, most);
}

const byScore = (a: { at: number; score: number }, b: { at: number; score: number }): number =>
  b.score - a.score || a.at - b.at;
