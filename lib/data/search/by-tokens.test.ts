import { expect, it } from 'vitest';
import { soughtTokens } from '#lib/domain/matching/pool-index';
import { readPassage } from '#lib/domain/search/claim-document';
import { behindBest, soughtBy } from './by-tokens';

const text = 'Kestrel Foods had 375 employees in Leeds, York and Hull in March 2024.';
const query = readPassage({ text, start: 0, end: text.length }, 'fact');
const tokens = [...soughtTokens(query).keys()];

it('looks up every token of a small desk', () => {
  const counts = new Map(tokens.map((token) => [token, 200]));
  expect(soughtBy(query, { claims: 240, counts, rows: 240 }).every(({ finds }) => finds)).toBe(true);
});

it('on a large desk only weighs by what half of the claims have, but is never without a token to look up by', () => {
  const common = new Map(tokens.map((token) => [token, 2_000]));
  const sought = soughtBy(query, { claims: 4_000, counts: common, rows: 100_000 });
  expect(sought.filter(({ finds }) => finds)).toHaveLength(4);
  common.set(tokens.at(-1) ?? '', 3);
  const again = soughtBy(query, { claims: 4_000, counts: common, rows: 100_000 });
  expect(again.find(({ token }) => token === tokens.at(-1))).toMatchObject({ finds: true });
});

it('compares each row with the best of its own language, as either engine writes a truth', () => {
  const rows = [
    { id: 'a', score: 8, isChinese: 1 },
    { id: 'b', score: 4, isChinese: 0 },
    { id: 'c', score: 2, isChinese: true },
    { id: 'd', score: 1, isChinese: false },
  ];
  expect(behindBest(rows)).toEqual([
    { id: 'a', behind: 0 },
    { id: 'b', behind: 0 },
    { id: 'c', behind: -0.75 },
    { id: 'd', behind: -0.75 },
  ]);
});
