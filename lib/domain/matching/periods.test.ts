import { expect, test } from 'vitest';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { areNear, canAgree, periodsIn } from './periods';

const read = (text: string) =>
  periodsIn(text, comparisonForm(text)).map(({ year, first, last, day }) => [year, first, last, day]);

test.each([
  ['2025年1月27日', [2025, 1, 1, 27]],
  ['on 27 January 2025', [2025, 1, 1, 27]],
  ['3月', [null, 3, 3, null]],
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
  ['in Q3 of 2024', [2024, 7, 9, null]],
  ['in Q1 of FY2026', [2026, 1, 3, null]],
  ['in 2024 Q3', [2024, 7, 9, null]],
  ['the Q2 results', [null, 4, 6, null]],
])('%s is one period', (text, period) => {
  expect(read(text)).toEqual([period]);
});

test.each(['去年', 'last year', 'they may march', '375人'])('%s names no period', (text) => {
  expect(read(text)).toEqual([]);
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
])('%s and %s are near: %s', (one, other, near) => {
  expect(areNear(period(one), period(other))).toBe(near);
});
