import { expect, test } from 'vitest';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { areNear, canAgree, isLong, periodsIn, tokensOfPeriod } from './periods';

const read = (text: string) =>
  periodsIn(text, comparisonForm(text)).map(({ year, first, last, day }) => [year, first, last, day]);

test.each([
  ['2025年1月27日', [2025, 1, 1, 27]],
  ['on 27 January 2025', [2025, 1, 1, 27]],
  ['3月', [null, 3, 3, null]],
  ['April 1-5, 2024', [2024, 4, 4, 1]],
  ['from April 1 to 5, 2024', [2024, 4, 4, 1]],
  ['on April 1 and 2, 2024', [2024, 4, 4, 1]],
  ['2024年4月1日至5日', [2024, 4, 4, 1]],
  ['4月1日至5日', [null, 4, 4, 1]],
  ['in their November ballot', [null, 11, 11, null]],
  ['二季度', [null, 4, 6, null]],
  ['4至6月', [null, 4, 6, null]],
  ['for April-June', [null, 4, 6, null]],
  ['between July and September 2025', [2025, 7, 9, null]],
  ['in the first quarter of fiscal 2026', [2026, 1, 3, null]],
  ['2026财年第一季度', [2026, 1, 3, null]],
  ['in early 2024', [2024, 1, 4, null]],
  ['in spring 2025', [2025, 3, 6, null]],
  ['2025年首月', [2025, 1, 1, null]],
  ['2024年底', [2024, 9, 12, null]],
  ['in 2024', [2024, 1, 12, null]],
  ['in Q3 2024', [2024, 7, 9, null]],
  ['in the first quarter', [null, 1, 3, null]],
  ['in the second quarter', [null, 4, 6, null]],
  ['the 3rd quarter of 2024', [2024, 7, 9, null]],
  ['the fourth-quarter loss', [null, 10, 12, null]],
  ['from April to June', [null, 4, 6, null]],
  ['in May, 2025', [2025, 5, 5, null]],
  ['in January 2024', [2024, 1, 1, null]],
  ['a ballot in May, 375 to 12', [null, 5, 5, null]],
  ['in early 2024 the firm had some 375 people on its staff', [2024, 1, 4, null]],
  ['in Q3 of 2024', [2024, 7, 9, null]],
  ['in Q1 of FY2026', [2026, 1, 3, null]],
  ['in 2024 Q3', [2024, 7, 9, null]],
  ['the Q2 results', [null, 4, 6, null]],
])('%s is one period', (text, period) => {
  expect(read(text)).toEqual([period]);
});

test.each(['去年', '今年', 'this year', 'five years ago', '明年3月', 'they may march', '375人'])(
  '%s names no period',
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

test.each([
  ['In 2024 output rose, and it fell again between July and September', [2024, 1, 12, null], [null, 7, 9, null]],
  ['in 2024 it was more than what it was before the second quarter', [2024, 1, 12, null], [null, 4, 6, null]],
  ['the second quarter was weak, as was all of 2024', [null, 4, 6, null], [2024, 1, 12, null]],
  ['in 2024 and 2025', [2024, 1, 12, null], [2025, 1, 12, null]],
  ['in May 2024 and in June', [2024, 5, 5, null], [null, 6, 6, null]],
  ['the second quarter and May 2025', [null, 4, 6, null], [2025, 5, 5, null]],
  ['the second quarter, January 2025', [null, 4, 6, null], [2025, 1, 1, null]],
  ['the second quarter, December 2025', [null, 4, 6, null], [2025, 12, 12, null]],
  ['1至12月，二季度', [null, 1, 12, null], [null, 4, 6, null]],
  ['二季度，1至12月', [null, 4, 6, null], [null, 1, 12, null]],
])('%s names two periods, in order', (text, first, second) => {
  expect(read(text)).toEqual([first, second]);
});

const period = (text: string) => {
  const [found] = periodsIn(text, comparisonForm(text));
  if (!found) throw new Error(`no period in ${text}`);
  return found;
};

test.each([
  ['2025年', '2025年3月', true],
  ['3月', 'in March 2024', true],
  ['1 December 2025', '10 December 2025', false],
  ['1 December 2025', '1 December 2025', true],
  ['1 December 2025', 'December 2025', true],
  ['in 2023', 'in 2024', false],
  ['in Q3 2023', 'in Q3 2024', false],
  ['二季度', 'between July and September', false],
])('%s and %s can be one time: %s', (one, other, agree) => {
  expect(canAgree(period(one), period(other))).toBe(agree);
  expect(canAgree(period(other), period(one))).toBe(agree);
});

test.each([
  ['June 2020', 'June 2021', true],
  ['5 May 2023', '5 June 2023', true],
  ['September 2025', 'November 2024', false],
  ['in 2016', 'in 2017', false],
  ['3月', 'June 2020', true],
  ['March 2025', 'June 2025', true],
  ['5 May 2023', '5 May 2024', true],
  ['5 May 2023', '6 May 2024', false],
  ['5 May 2023', 'May 2024', true],
  ['January 2024', 'early 2025', false],
  ['late 2024', 'second half of 2025', false],
  ['second half of 2024', 'second half of 2025', true],
])('%s and %s are near: %s', (one, other, near) => {
  expect(areNear(period(one), period(other))).toBe(near);
  expect(areNear(period(other), period(one))).toBe(near);
});

test.each([
  ['in 2024', true],
  ['2024年下半年', true],
  ['in mid 2024', true],
  ['in early 2024', false],
  ['in the second quarter', false],
  ['in May', false],
])('%s is too long to tell claims apart: %s', (text, long) => {
  expect(isLong(period(text))).toBe(long);
});

test.each([
  ['1 December 2025', 'in 2025', 1],
  ['1 December 2025', '10 December 2025', 3],
  ['1 December 2025', '2025年12月1日', 4],
  ['December 2025', '2025年12月', 3],
  ['3月', 'in March', 1],
  ['3月', 'in March 2024', 1],
  ['1 December 2025', '1 December 2024', 1],
  ['二季度', 'in May 2024', 1],
  ['first half of 2024', 'in May 2024', 1],
  ['first half of 2024', '2024年上半年', 1],
  ['in 2024', 'in 2025', 0],
])('%s and %s are found by each other by %i search tokens', (one, other, shared) => {
  const tokens = new Set(tokensOfPeriod(period(one)));
  expect(tokensOfPeriod(period(other)).filter((token) => tokens.has(token))).toHaveLength(shared);
});
