/**
 * Learns the weights of match-weights.ts by logistic regression and prints them beside those in use, as fitted to all
 * samples and without the desk's queries. A person rounds and writes them: a few samples more should not move a score.
 *
 *   tsx lib/testing/eval/fit-matching.ts
 *
 * Samples are the candidates of each query. Claims of one set as queries for another have no match there: they teach what
 * is not sure.
 */

import { readClaim } from '#lib/domain/matching/claim-reading';
import { exclusions, weights } from '#lib/domain/matching/match-weights';
import { buildIndex } from '#lib/domain/matching/pool-index';
import { relatedClaims } from '#lib/domain/matching/related-claims';
import { fitLogistic, type Row } from './logistic';
import { checkedClaims, deskQueries, type MatchingSet, ownPairs } from './matching-sets';

/** Signs that are weighed. The others exclude a match whatever their weight, and nothing can be learned of them. */
const names = [...Object.keys(weights), ...Object.keys(exclusions)].filter(
  (name) => name !== 'otherName' && name !== 'thin',
);

/** How often a sample counts. A posts' match is one of 20 candidates in 10,375 claims: there are many, of one kind. */
const counts = { match: 4, desk: 1, posts: 0.03, strange: 0.25 };

/** One over the variance of a weight: few samples have some of the signs. */
const precision = 0.5;

type Sample = Row & { isDesk: boolean };

function samplesOf({ queries, pool }: MatchingSet, count: number, isDesk: boolean): Sample[] {
  const index = buildIndex(pool.map(({ text }) => ({ text, speaker: null })));
  return queries.flatMap(({ text, matches }) =>
    relatedClaims(index, readClaim(text)).map(({ at, signs }): Sample => {
      const values = names.map((name) =>
        name === 'base' ? 1 : (Object.entries(signs).find(([key]) => key === name)?.[1] ?? 0),
      );
      const label = matches.includes(pool[at]?.id ?? '');
      return {
        columns: names.map((_, column) => column),
        values,
        label,
        weight: count * (label ? counts.match : 1),
        isDesk,
      };
    }),
  );
}

/** Queries for a pool that has none of their matches. */
const without = (queries: { text: string }[], { pool }: MatchingSet): MatchingSet => ({
  queries: queries.map(({ text }) => ({ text, lang: '', matches: [], relation: {} })),
  pool,
});

const learnFrom = (samples: Sample[]): Float64Array =>
  fitLogistic(
    samples,
    names.map(() => 0),
    names.map((name) => (name === 'base' ? 0 : precision)),
  );

function main(): void {
  const [desk, posts] = [deskQueries(), checkedClaims()];
  const own = ownPairs();
  if (!desk || !posts) {
    console.log('The data sets of matching are absent: nothing to learn from.');
    return;
  }
  const every = 7;
  const some = posts.pool.filter((_, at) => at % every === 0);
  const samples = [
    ...samplesOf(desk, counts.desk, true),
    ...samplesOf(own, counts.desk, false),
    ...samplesOf(posts, counts.posts, false),
    ...samplesOf(without(some, desk), counts.strange, true),
    ...samplesOf(without(own.queries, desk), counts.strange, true),
    ...samplesOf(without(desk.queries, posts), counts.strange, true),
  ];
  const all = learnFrom(samples);
  const others = learnFrom(samples.filter(({ isDesk }) => !isDesk));
  const inUse = new Map<string, number>(Object.entries({ ...weights, ...exclusions }));
  console.log(`${'sign'.padEnd(18)} in use    all  without the desk (${samples.length} samples)`);
  for (const [column, name] of names.entries()) {
    const cells = [inUse.get(name) ?? 0, all[column] ?? 0, others[column] ?? 0].map((value) =>
      value.toFixed(1).padStart(6),
    );
    console.log(`${name.padEnd(18)} ${cells.join(' ')}`);
  }
}

main();
