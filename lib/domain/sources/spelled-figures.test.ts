import { describe, expect, test } from 'vitest';
import { figuresIn } from '#lib/domain/matching/figure-values';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { withSpelledOut } from './spelled-figures';

const read = (text: string) => {
  const form = comparisonForm(text);
  return withSpelledOut(text, form, figuresIn(text, form));
};

/** Each figure as its words, its value, its unit and what it is for each of. */
const told = (text: string) => read(text).map(({ facts, low }) => [facts.raw, low, facts.unit, facts.per]);

describe('one thing in so many is a share', () => {
  test.each<[string, string, number]>([
    ['每十名乘客中就有一名没有买票。', '每十名乘客中就有一名', 10],
    ['每4个家庭里有1个养猫。', '每4个家庭里有1个', 25],
    ['每五十辆车之中只有两辆合格。', '每五十辆车之中只有两辆', 4],
    ['每20件产品中约有3件返修。', '每20件产品中约有3件', 15],
  ])('%s', (text, words, share) => {
    expect(read(text)).toMatchObject([
      { facts: { raw: words, low: share, high: share, unit: 'percent', qualifier: 'exact' }, kind: 'share' },
    ]);
  });

  test.each(['每两名乘客中就有三名没有买票。', '每名乘客中有一名没有买票。'])('not in %s', (text) => {
    expect(read(text).filter(({ kind }) => kind === 'share')).toEqual([]);
  });
});

describe('lengths of time that are words of their own', () => {
  test.each<[string, string, number, string]>([
    ['The ship was held for a fortnight.', 'a fortnight', 14, 'day'],
    ['They waited two fortnights.', 'two fortnights', 28, 'day'],
    ['The mill ran for half a century.', 'half a century', 50, 'year'],
    ['It took three centuries.', 'three centuries', 300, 'year'],
    ['He led it for one decade.', 'one decade', 10, 'year'],
    ['The lease is for 4 decades.', '4 decades', 40, 'year'],
    ['It lasted half an decade.', 'half an decade', 5, 'year'],
  ])('%s', (text, words, value, unit) => {
    expect(read(text)).toMatchObject([
      { facts: { raw: words, low: value, high: value, unit, per: null, asOf: null }, kind: 'size', isPoints: false },
    ]);
  });

  test('are told where they stand', () => {
    const text = 'Since May the ship was held for a fortnight.';
    const [only] = read(text);
    expect(text.slice(only?.start, only?.end)).toBe('a fortnight');
  });
});

describe('hours with minutes are one length of time', () => {
  test.each<[string, string, number]>([
    ['全程需要2小时30分钟。', '2小时30分钟', 150],
    ['全程需要1个小时5分。', '1个小时5分', 65],
    ['比赛进行了3小时零4分钟。', '3小时零4分钟', 184],
    ['It takes 1 hour 20 minutes by rail.', '1 hour 20 minutes', 80],
    ['It takes 2 hours and 5 minutes by rail.', '2 hours and 5 minutes', 125],
  ])('%s', (text, words, minutes) => {
    expect(told(text)).toEqual([[words, minutes, 'minute', null]]);
  });

  test('but not where the second number begins a fraction', () => {
    expect(told('用了2小时3分之1的人离开').map(([words]) => words)).not.toContain('2小时3分');
  });
});

describe('a li is a measure of length', () => {
  test('where nothing else begins with it', () => {
    expect(read('红军走了二万五千里。')).toMatchObject([
      { low: 25_000, kind: 'size', facts: { unit: 'Chinese mile' } },
    ]);
    const [only] = read('他每次走30里。');
    expect('他每次走30里。'.slice(only?.start, only?.end)).toBe('30里');
  });

  test.each(['全程30里程点', '这50里面有3个。', '5里约热内卢'])('not in %s', (text) => {
    expect(read(text).map(({ facts }) => facts.unit)).not.toContain('Chinese mile');
  });
});

test('a number of the population is one of people', () => {
  expect(read('全国人口约1.2亿，耕地3亿亩。')[0]).toMatchObject({ kind: 'count', facts: { unit: 'person' } });
});

describe('a rate told before its number', () => {
  test.each<[string, string]>([
    ['工厂日排放污水500吨。', 'day'],
    ['工厂每天排放污水500吨。', 'day'],
    ['工厂日均排放污水500吨。', 'day'],
    ['工厂每日排放污水500吨。', 'day'],
    ['The plant has a daily output of 500 tonnes.', 'day'],
    ['Every day it burns 500 tonnes.', 'day'],
    ['Each day it burns 500 tonnes.', 'day'],
    ['员工月薪5000元。', 'month'],
    ['员工每月领取5000元。', 'month'],
    ['当地月最低工资为2300元。', 'month'],
    ['The monthly rent is $900.', 'month'],
    ['Per month they pay $900.', 'month'],
    ['列车时速300公里。', 'hour'],
    ['小时最低工资20元。', 'hour'],
    ['The hourly wage is $15.', 'hour'],
    ['工人周薪800元。', 'week'],
    ['工人每周挣800元。', 'week'],
    ['The weekly wage is $600.', 'week'],
    ['Every week they earn $600.', 'week'],
  ])('%s', (text, per) => {
    expect(read(text).map(({ facts }) => facts.per)).toEqual([per]);
  });

  test.each([
    ['in another clause', '工厂每天开工，去年排放污水500吨。'],
    ['in another sentence', 'They work daily. The plant burned 500 tonnes.'],
    ['with another number between', '每天3班，共有工人500吨。'],
    ['far before it', `每天${'工厂的烟囱都在冒着浓浓的黑烟'.repeat(2)}500吨。`],
    ['of a month with its number', '6月供水500吨。'],
    ['of a month in words', '十一月供水500吨。'],
    ['of this month', '本月供水500吨。'],
    ['of a day with its number', '16日供水500吨。'],
    ['of yesterday', '昨日供水500吨。'],
  ])('not one %s', (_, text) => {
    expect(read(text).find(({ facts }) => facts.raw.includes('500'))?.facts.per).toBeNull();
  });

  test('leaves a rate that the figure has itself', () => {
    expect(read('The daily bill is $5 per person.').map(({ facts }) => facts.per)).toEqual(['person']);
  });
});

test('a share of one thing in so many is none a day, whatever stands before it', () => {
  expect(told('每天每十名乘客中就有一名没有买票。')).toEqual([['每十名乘客中就有一名', 10, 'percent', null]]);
});

test('a phrase takes the place of the figures in it, among the others in order', () => {
  expect(told('有300人等了2小时30分钟，走了20公里。').map(([words]) => words)).toEqual([
    '300人',
    '2小时30分钟',
    '20公里',
  ]);
  expect(told('有300人走了20公里。').map(([words]) => words)).toEqual(['300人', '20公里']);
});
