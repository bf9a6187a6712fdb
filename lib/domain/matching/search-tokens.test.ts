import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { searchTokens } from './search-tokens';

const shared = (one: string, other: string): string[] => {
  const others = new Set(searchTokens(other));
  return searchTokens(one).filter((token) => others.has(token));
};

test.each([
  ['300万 and 3 million', '300万', '3 million', '0n3000000'],
  ['the value of money in two scripts', 'US$3m', '300万美元', '0n3000000'],
  ['the currency of money in two scripts', 'US$3m', '300万美元', '0uusd'],
  ['a day', '2025年1月27日', '27 January 2025', '0d2025m1d27'],
  ['a month with its year', '2025年1月', 'January 2025', '0d2025m1'],
  ['a month without its year', '3月', 'in March 2024', '0dm3'],
  ['240 hours and ten days', '240小时', 'ten days', '0n864000'],
  ['a term of news', '裁员', 'layoffs', 'layoff'],
  ['a phrase of news', 'job cuts', 'laid off', 'layoff'],
  ['a country', '美国', 'American', 'unitstat'],
  ['a name that was transliterated', '布莱特鲁姆', 'Brightloom', '0spltln'],
  ['a name in pinyin', '帧海', 'Zhenhai', '0yzhenhai'],
  ['traditional and simplified', '員工', '员工', '员工'],
  ['full and half width', 'ＧＤＰ', 'GDP', 'gdp'],
  ['diacritics', 'Mbappé', 'Mbappe', 'kylianmbapp'],
])('%s share a token', (_, one, other, token) => {
  expect(shared(one, other)).toContain(token);
});

test.each([
  ['a pronoun and a country', 'tell us', 'the US'],
  ['two values', '300万', '30万'],
  ['two days of two months', '2025年2月2日', '1 August 2024'],
])('%s share no token', (_, one, other) => {
  expect(shared(one, other)).toEqual([]);
});

test('are strings of letters and digits of at most 64 characters, whatever the text', () => {
  const pieces = fc.constantFrom('"', '*', 'AND', 'NOT', '(', '%', '_', 'ﷺ', '𝓉𝓎', '漢', '😀', '3.5%', 'é', '\0', ' ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      (text) => {
        for (const token of searchTokens(text)) expect(token).toMatch(/^[\p{L}\p{N}]{1,64}$/u);
      },
    ),
  );
});

test('a text of 300,000 characters has tokens too', () => {
  expect(searchTokens('帧海穹屿'.repeat(75_000)).length).toBeGreaterThan(300_000);
});

test.each([
  ['punctuation', '"*()%_;:，。'.repeat(1000)],
  ['emoji', '😀👨‍👩‍👧'.repeat(1000)],
  ['operators of full-text search', 'NEAR("a" AND NOT b*) OR '.repeat(400)],
])('a text of %s is read at once', (_, text) => {
  const begun = process.cpuUsage().user;
  searchTokens(text);
  expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(500);
});

test.each([
  ['news in English', 'Orvane cut 375 jobs, or 8% of its workforce, in March 2024. '],
  ['news in Chinese', '芯片设计公司奥维恩2024年3月裁员375人，占员工总数的8%。'],
  ['a run of transliterated names', '布莱特鲁姆奥维恩'],
  ['words that wait for a number', 'cut built raised '],
  ['one long word', 'aeronautics'],
  ['dates', '2024年3月至6月 April-June 2025 '],
])('reading grows with the length of %s', (_, text) => {
  expect(growthOver(text.repeat(Math.ceil(40_000 / text.length)), searchTokens)).toBeLessThan(linearGrowth);
});
