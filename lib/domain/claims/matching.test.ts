import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { acrossLanguages, inOneLanguage } from '#lib/domain/matching/fixtures/pairs';
import { sure } from '#lib/domain/matching/relate';
import { describeNeeding } from '#lib/testing/needs';
import { dataset } from '#lib/testing/outside/datasets';
import { isChinese } from '#lib/text/forms/reading-form';
import { type PoolClaim, rankClaims } from './matching';

const langOf = (text: string): string => (isChinese(text) ? 'zh' : 'en');
const pairs = [...inOneLanguage, ...acrossLanguages];
const pool: PoolClaim[] = [...new Set(pairs.map(({ claim }) => claim))].map((text) => ({
  id: text,
  text,
  lang: langOf(text),
}));
const rank = (text: string) => rankClaims({ text, lang: langOf(text) }, pool);

test('finds the claim of every pair first', () => {
  const matched = pairs.filter(({ relation }) => relation !== 'other');
  expect(matched.filter(({ query, claim }) => rank(query)[0]?.id !== claim)).toEqual([]);
});

test('shows nothing as sure for a look-alike', () => {
  const others = pairs.filter(({ relation }) => relation === 'other');
  expect(others.filter(({ query }) => rank(query).some(({ score }) => score >= sure))).toEqual([]);
});

test('ranks by score, each claim once, at most 20', () => {
  for (const { query } of pairs) {
    const ranked = rank(query);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(new Set(ranked.map(({ id }) => id)).size).toBe(ranked.length);
    expect(ranked.length).toBeLessThanOrEqual(20);
  }
});

test('finds a claim by its speaker, and one that was added to the pool', () => {
  const claims: PoolClaim[] = [
    { id: 'a', text: 'Fuel will cost more.', lang: 'en', speaker: 'Tarnwick' },
    { id: 'b', text: 'Rain is likely.', lang: 'en' },
  ];
  const query = { text: 'Tarnwick on its prices', lang: 'en' };
  expect(rankClaims(query, claims).map(({ id }) => id)).toEqual(['a']);
  claims.push({ id: 'c', text: 'Tarnwick raised prices.', lang: 'en' });
  expect(rankClaims(query, claims).map(({ id }) => id)).toContain('c');
  claims.splice(2, 1, { id: 'd', text: 'Rain fell.', lang: 'en' });
  expect(rankClaims(query, claims).map(({ id }) => id)).toEqual(['a']);
});

test('knows a pool again by its claims', () => {
  const big: PoolClaim[] = Array.from({ length: 2000 }, (_, at) => ({
    id: String(at),
    text: `Company ${at} cut ${at} jobs in March 2024.`,
    lang: 'en',
  }));
  const query = { text: 'Company 7 cut seven jobs.', lang: 'en' };
  const first = rankClaims(query, big);
  const begun = process.cpuUsage().user;
  for (let round = 0; round < 5; round++) expect(rankClaims(query, [...big])).toEqual(first);
  expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(1000);
});

test.each([
  ['nothing', ''],
  ['punctuation', '"*()%_;:，。'.repeat(1000)],
  ['emoji', '😀👨‍👩‍👧'.repeat(1000)],
  ['operators of full-text search', 'NEAR("a" AND NOT b*) OR '.repeat(400)],
  ['10,000 characters', '特斯拉召回120万辆汽车, Tesla recalled cars. '.repeat(280)],
])('a query of %s is answered at once and shows nothing as sure', (_, text) => {
  rank('特斯拉');
  const begun = process.cpuUsage().user;
  const ranked = rank(text);
  expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(1000);
  expect(ranked.filter(({ score }) => score >= sure)).toEqual([]);
});

test('an empty pool has no match', () => {
  expect(rankClaims({ text: '特斯拉召回汽车', lang: 'zh' }, [])).toEqual([]);
});

const desk = dataset('matching', 'desk-pool.jsonl');

describeNeeding(desk, "the desk's pool", () => {
  const linesOf = <T>(file: string): T[] =>
    readFileSync(dataset('matching', file).path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): T => JSON.parse(line));

  test('reaches the bars on the development queries', () => {
    const claims = linesOf<PoolClaim>('desk-pool.jsonl');
    const langs = new Map(claims.map(({ id, lang }) => [id, lang]));
    const tally = { one: [0, 0, 0], across: [0, 0, 0], relations: [0, 0], wronglySure: 0 };
    const queries = linesOf<{ text: string; lang: string; matches: string[]; relation: Record<string, string> }>(
      'desk-queries-dev.jsonl',
    );
    for (const { text, lang, matches, relation } of queries) {
      const ranked = rankClaims({ text, lang }, claims).slice(0, 5);
      if (matches.length === 0) {
        tally.wronglySure += Number(ranked.some(({ score }) => score >= sure));
        continue;
      }
      const counts = matches.every((id) => langs.get(id) !== lang) ? tally.across : tally.one;
      counts[0] = (counts[0] ?? 0) + 1;
      counts[1] = (counts[1] ?? 0) + Number(matches.includes(ranked[0]?.id ?? ''));
      counts[2] = (counts[2] ?? 0) + Number(ranked.some(({ id }) => matches.includes(id)));
      for (const found of ranked.filter(({ id }) => matches.includes(id))) {
        tally.relations[0] = (tally.relations[0] ?? 0) + 1;
        tally.relations[1] = (tally.relations[1] ?? 0) + Number(found.relation === relation[found.id]);
      }
    }
    const share = ([whole = 0, ...parts]: number[]): number[] => parts.map((part) => part / whole);
    const [oneFirst = 0, oneFive = 0] = share(tally.one);
    const [acrossFirst = 0, acrossFive = 0] = share(tally.across);
    const [right = 0] = share(tally.relations);
    expect(oneFirst).toBeGreaterThanOrEqual(0.85);
    expect(oneFive).toBeGreaterThanOrEqual(0.95);
    expect(acrossFirst).toBeGreaterThanOrEqual(0.65);
    expect(acrossFive).toBeGreaterThanOrEqual(0.85);
    expect(right).toBeGreaterThanOrEqual(0.9);
    expect(tally.wronglySure).toBe(0);
  });
});
