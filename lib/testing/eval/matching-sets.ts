/** The measuring sets of matching: queries with the claims of a pool that they repeat. */

import { readFileSync } from 'node:fs';
import type { PoolClaim } from '#lib/domain/claims/matching';
import { acrossLanguages, inOneLanguage } from '#lib/domain/matching/fixtures/pairs';
import { dataset } from '#lib/testing/outside/datasets';
import { isChinese } from '#lib/text/forms/reading-form';

export interface MatchingQuery {
  text: string;
  lang: string;
  /** Ids of claims of the pool; empty where it has none. */
  matches: string[];
  /** The relation to each match by its id; empty where none is labelled. */
  relation: Record<string, string>;
}

export interface MatchingSet {
  queries: MatchingQuery[];
  pool: PoolClaim[];
}

function linesOf<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): T => JSON.parse(line));
}

/** The desk's pool with its development queries; null where they are absent. */
export function deskQueries(): MatchingSet | null {
  const [pool, queries] = [dataset('matching', 'desk-pool.jsonl'), dataset('matching', 'desk-queries-dev.jsonl')];
  if (!pool.isThere || !queries.isThere) return null;
  return { queries: linesOf(queries.path), pool: linesOf(pool.path) };
}

/** Posts with the published fact-checks that they repeat, read as claim and title; null where they are absent. */
export function checkedClaims(): MatchingSet | null {
  const [pool, posts] = [dataset('matching', 'checked-claims-en.jsonl'), dataset('matching', 'queries-en.jsonl')];
  if (!pool.isThere || !posts.isThere) return null;
  const claims = linesOf<{ id: string; claim: string; title: string }>(pool.path);
  const queries = linesOf<{ text: string; matches: string[] }>(posts.path);
  return {
    queries: queries.map(({ text, matches }) => ({ text, matches, lang: 'en', relation: {} })),
    pool: claims.map(({ id, claim, title }) => ({ id, text: `${claim}\n${title}`, lang: 'en' })),
  };
}

/** Our own pairs as a pool of all their claims and a query each. */
export function ownPairs(): MatchingSet {
  const pairs = [...inOneLanguage, ...acrossLanguages];
  const claims = [...new Set(pairs.map(({ claim }) => claim))];
  const langOf = (text: string): string => (isChinese(text) ? 'zh' : 'en');
  const queries = pairs.map(({ query, claim, relation }): MatchingQuery => {
    const id = String(claims.indexOf(claim));
    const has = relation !== 'other';
    return { text: query, lang: langOf(query), matches: has ? [id] : [], relation: has ? { [id]: relation } : {} };
  });
  return { queries, pool: claims.map((text, at) => ({ id: String(at), text, lang: langOf(text) })) };
}
