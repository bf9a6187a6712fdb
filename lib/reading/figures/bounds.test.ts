import { describe, expect, it } from 'vitest';
import type { Qualifier } from '#lib/reading/figure-types';
import { findFigures } from '#lib/reading/figures';

/** Which ends the qualifier leaves: an upper bound has no low end, a lower one no high end. */
const endsOf = (value: number, qualifier: Qualifier): [low: number | null, high: number | null] => [
  qualifier === 'at-most' || qualifier === 'less-than' ? null : value,
  qualifier === 'at-least' || qualifier === 'more-than' ? null : value,
];

const cases: Record<Qualifier, string> = {
  'at-least':
    '人数>=5|人数 >= 5|人数 > = 5|人数≥5|staff > = 5|staff >= 5|人数大于或 等于 5|人数大于或者等于 5|人数高于 或等于5|至少5人|不少于5人|' +
    '不低于5人|最低5人|5人以上|5人及以上|at least 5 people|no less than 5 people|no fewer than 5|not less than 5|' +
    'upwards of 5|a minimum of 5|5 or more people|5 people or more|5+ people|greater than or equal to 5|' +
    'equal to or greater than 5|至少约5人|约至少5人',
  'at-most':
    '人数<=5|人数 <= 5|人数 < = 5|人数≤5|staff < = 5|staff <= 5|人数小于或 等于 5|人数小于或者等于 5|人数低于 或等于5|至多5人|不多于5人|' +
    '不超过5人|未超过5人|最高5人|5人以下|5人及以下|5人以内|5人之内|at most 5 people|no more than 5 people|not more than 5|' +
    'up to 5|a maximum of 5|5 or fewer people|5 people or less|less than or equal to 5|equal to or less than 5|' +
    'less than 5 or equal to it',
  'more-than':
    '人数 > 5|人数>5|人数大于5|超过5人|逾5人|比5大|比5人多|5人出头|more than 5 people|over 5|above 5|exceeding 5',
  'less-than':
    '人数 < 5|人数<5|人数小于5|不到5人|不足5人|未满5人|比5小|比5人少|5人不到|less than 5 people|fewer than 5|under 5|below 5',
  about: '约5人|近5人|~5|5人左右|5人上下|about 5 people|nearly 5|5 or so people',
  exact: '人数 = 5|人数等于5|正好5人|最近5人|附近5人|通过5人|exactly 5 people|5 people',
};

describe.each(Object.entries(cases) as [Qualifier, string][])('%s', (qualifier, texts) => {
  it.each(texts.split('|'))('is read in “%s”', (text) => {
    expect(findFigures(text).map((figure) => [figure.low, figure.high, figure.qualifier])).toEqual([
      [...endsOf(5, qualifier), qualifier],
    ]);
  });
});

it.each([
  ['比前年的1.5亿元多三成', 1.5e8, 30],
  ['比预算的3亿元多出8%', 3e8, 8],
  ['比300人多50人', 300, 50],
  ['比170米低5米', 170, 5],
])('is none where “%s” says by how much', (text, first, second) => {
  expect(findFigures(text).map((figure) => [figure.low, figure.high, figure.qualifier])).toEqual([
    [first, first, 'exact'],
    [second, second, 'exact'],
  ]);
});

it('belongs to the number that it touches, not to the next one', () => {
  const qualifiers = (text: string) => findFigures(text).map((figure) => figure.qualifier);
  expect(qualifiers('至少5人和6人')).toEqual(['at-least', 'exact']);
  expect(qualifiers('5人以上和6人')).toEqual(['at-least', 'exact']);
  expect(qualifiers('5人和至多6人')).toEqual(['exact', 'at-most']);
  expect(qualifiers('at least 5 people and 6 dogs')).toEqual(['at-least', 'exact']);
  expect(qualifiers('5 people and fewer than 6 dogs')).toEqual(['exact', 'less-than']);
});
