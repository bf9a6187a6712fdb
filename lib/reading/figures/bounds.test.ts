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

describe('a bound that is denied is the opposite one, with its limit', () => {
  const read = (text: string) => findFigures(text).map(({ low, high, qualifier }) => [low, high, qualifier]);

  it.each([
    ['每日食用盐不宜超过5克。', 5],
    ['每间不得超过30人。', 30],
    ['税率不能高于15.4%。', 15.4],
    ['车速不应超过60公里。', 60],
    ['人数不会超过100人。', 100],
    ['费用没有超过3万元。', 30_000],
    ['押金不得再超过3万元。', 30_000],
    ['涨幅从未超过3%。', 3],
    ['严禁超过120公里。', 120],
    ['The fee must not exceed $30.', 30],
    ['It may not exceed 30 minutes.', 30],
    ['It cannot be more than 30 minutes.', 30],
    ['Unemployment has never exceeded 3%.', 3],
    ["It won't be over 5 km.", 5],
    ['The dose should not be higher than 5 mg.', 5],
  ])('%s: at most', (text, limit) => {
    expect(read(text)).toEqual([[null, limit, 'at-most']]);
  });

  it.each([
    ['股比不得低于20%。', 20],
    ['每组不得少于3人。', 3],
    ['出席率不应低于60%。', 60],
    ['增速不会低于5%。', 5],
    ['Turnout shall not be less than 60%.', 60],
    ['Inflation does not fall below 2%.', 2],
    ['Staff can never be fewer than 12 people.', 12],
  ])('%s: at least', (text, limit) => {
    expect(read(text)).toEqual([[limit, null, 'at-least']]);
  });

  it.each([
    ['会不会超过5%？', 5, null, 'more-than'],
    ['He said it exceeded 3%.', 3, null, 'more-than'],
    ['不足5%。', null, 5, 'less-than'],
    ['金价突破每盎司2700美元。', 2_700, null, 'more-than'],
    ['油价跌破每桶70美元。', null, 70, 'less-than'],
    ['超过全国平均水平的两倍。', 2, null, 'more-than'],
    ['不到去年同期的一半。', null, 0.5, 'less-than'],
  ])('%s: as it says', (text, low, high, qualifier) => {
    expect(read(text)).toEqual([[low, high, qualifier]]);
  });
});

it.each(['全年发生火灾417起。', '受理案件417起，结案390起。', '全市接报警情417起'])('起 counts in “%s”', (text) => {
  expect(findFigures(text)[0]).toMatchObject({ low: 417, high: 417, qualifier: 'exact' });
});

it('is no range from one count to a smaller one of other things', () => {
  expect(findFigures('It flies 140 aircraft to 96 cities.').map(({ low, high }) => [low, high])).toEqual([
    [140, 140],
    [96, 96],
  ]);
});
