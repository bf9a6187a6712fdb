/**
 * Measures the matching of claims: the desk's pool with new claims in Chinese and English, our own pairs of other
 * subjects, and posts that repeat published fact-checks. A match is found where it is among the first five; the relation
 * is measured on found matches; a query without a match must get none that is sure.
 */

import { type PoolClaim, rankClaims } from '#lib/domain/claims/matching';
import { sure } from '#lib/domain/matching/relate';
import { dataset } from '#lib/testing/outside/datasets';
import { checkedClaims, deskQueries, type MatchingQuery, type MatchingSet, ownPairs } from './matching-sets';

/** How many results count as shown. */
const shown = 5;

interface Tally {
  queries: number;
  first: number;
  found: number;
  matches: number;
  rightRelations: number;
  sure: number;
  /** Sum of the average precisions of the first five. */
  precision: number;
  misses: string[];
}

function measure(queries: MatchingQuery[], pool: PoolClaim[]): Tally {
  const tally: Tally = {
    queries: queries.length,
    first: 0,
    found: 0,
    matches: 0,
    rightRelations: 0,
    sure: 0,
    precision: 0,
    misses: [],
  };
  for (const query of queries) {
    const ranked = rankClaims(query, pool).slice(0, shown);
    const place = ranked.findIndex(({ id }) => query.matches.includes(id));
    if (place === 0) tally.first++;
    else tally.misses.push(`${place < 0 ? 'missed' : `at ${place + 1}`}: ${query.text}`);
    if (place >= 0) tally.found++;
    let hits = 0;
    let sum = 0;
    for (const [at, { id, relation, score }] of ranked.entries()) {
      if (!query.matches.includes(id)) continue;
      sum += ++hits / (at + 1);
      tally.matches++;
      if (score >= sure) tally.sure++;
      if (relation === query.relation[id]) tally.rightRelations++;
      else if (query.relation[id]) tally.misses.push(`${relation}, not ${query.relation[id]}: ${query.text}`);
    }
    tally.precision += sum / Math.min(query.matches.length, shown);
  }
  return tally;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

function printDesk(name: string, { queries, pool }: MatchingSet, show: boolean): void {
  const langOf = new Map(pool.map(({ id, lang }) => [id, lang]));
  const matched = queries.filter(({ matches }) => matches.length > 0);
  const isAcross = ({ matches, lang }: MatchingQuery): boolean => matches.every((id) => langOf.get(id) !== lang);
  for (const [title, own] of [
    ['one language', matched.filter((query) => !isAcross(query))],
    ['zh↔en', matched.filter(isAcross)],
  ] as const) {
    const tally = measure(own, pool);
    console.log(
      `${`${name}, ${title}`.padEnd(32)} ${`${tally.queries}`.padStart(5)} R@1 ${share(tally.first, tally.queries)} R@5 ${share(tally.found, tally.queries)} relation ${tally.rightRelations}/${tally.matches} sure ${tally.sure}/${tally.matches}`,
    );
    if (show) for (const miss of tally.misses) console.log(`  ✗ ${miss}`);
  }
  const without = queries.filter(({ matches }) => matches.length === 0);
  const wrong = without.filter((query) => rankClaims(query, pool).some(({ score }) => score >= sure));
  console.log(`    without a match ${without.length}, of them shown one as sure: ${wrong.length}`);
  if (show) for (const { text } of wrong) console.log(`  ✗ sure without a match: ${text}`);
}

function printPosts({ queries, pool }: MatchingSet): void {
  const begun = performance.now();
  const [first] = queries;
  if (first) rankClaims(first, pool);
  const building = performance.now() - begun;
  const times = queries
    .map((query) => {
      const start = performance.now();
      rankClaims(query, pool);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  const { precision, first: right } = measure(queries, pool);
  const late = times[Math.floor(times.length * 0.95)] ?? 0;
  console.log(
    `${'posts on fact-checks'.padEnd(32)} ${`${queries.length}`.padStart(5)} R@1 ${share(right, queries.length)} MAP@5 ${share(precision, queries.length)}; a query p95 ${late.toFixed(1)} ms, the index of ${pool.length} in ${(building / 1000).toFixed(1)} s`,
  );
}

/** Prints the measures of matching; `show` prints every miss too. */
export function measureMatching(show: boolean): void {
  console.log('\nmatching of claims');
  printDesk('our own pairs', ownPairs(), show);
  const desk = deskQueries();
  if (desk) printDesk("the desk's pool", desk, show);
  else console.log(`No pool of a desk at ${dataset('matching', 'desk-pool.jsonl').what}.`);
  const posts = checkedClaims();
  if (posts) printPosts(posts);
  else console.log(`No published fact-checks at ${dataset('matching', 'checked-claims-en.jsonl').what}.`);
}
