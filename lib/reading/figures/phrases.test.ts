import { describe, expect, test } from 'vitest';
import { findFigures } from '#lib/reading/figures';

type Read = [text: string, low: number | null, high: number | null, unit: string | null];

const read = (text: string): Read[] =>
  findFigures(text).map(({ text: words, low, high, unit }) => [words, low, high, unit]);

/** A phrase that is one figure as a whole. */
const whole = (text: string, value: number, unit: string | null = null): [string, Read[]] => [
  text,
  [[text, value, value, unit]],
];

describe('amounts with tenths and hundredths', () => {
  test.each<[string, Read[]]>([
    whole('港幣三個一毫四', 3.14, 'HKD'),
    [
      '他付了三个一毫',
      [
        ['三', 3, 3, null],
        ['一毫', 0.1, 0.1, 'CNY'],
      ],
    ],
    whole('五块三毛', 5.3, 'CNY'),
    whole('五元三毛二', 5.32, 'CNY'),
    [
      '5元3角，又付了2分钱',
      [
        ['5元3角', 5.3, 5.3, 'CNY'],
        ['2分钱', 0.02, 0.02, 'CNY'],
      ],
    ],
    whole('1 dollar and 5 cents', 1.05, 'USD'),
    whole('五角', 0.5, 'CNY'),
    whole('3美分', 0.03, 'USD'),
    whole('3欧分', 0.03, 'EUR'),
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('the names of currencies', () => {
  test.each<[string, Read[]]>([
    whole('5 MEUR', 5e6, 'EUR'),
    whole('5 kUSD', 5e3, 'USD'),
    whole('MEUR 5', 5e6, 'EUR'),
    whole('eur 5', 5, 'EUR'),
    whole('RMB 5', 5, 'CNY'),
    whole('rmb 5', 5, 'CNY'),
    whole('CNH 5 million', 5e6, 'CNY'),
    whole('5 Malaysian ringgit', 5, 'MYR'),
    whole('Malaysian ringgit 5', 5, 'MYR'),
    whole('ringgit 5', 5, 'MYR'),
    whole('5元人民币', 5, 'CNY'),
    [
      '5元人民币3',
      [
        ['5元人民币', 5, 5, 'CNY'],
        ['3', 3, 3, null],
      ],
    ],
    whole('欧元5', 5, 'EUR'),
    whole('港元500万', 5e6, 'HKD'),
    whole('Rs. 500', 500, 'INR'),
    whole('Fr. 500', 500, 'CHF'),
    ['kr 500', [['500', 500, 500, null]]],
    whole('A$5m', 5e6, 'AUD'),
    whole('12,34,567 rupees', 1_234_567, 'INR'),
    whole('1.111,11 euros', 1111.11, 'EUR'),
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('a lone numeral', () => {
  test.each<[string, Read[]]>([
    [
      '答案是四不是五。',
      [
        ['四', 4, 4, null],
        ['五', 5, 5, null],
      ],
    ],
    ['目标为三，', [['三', 3, 3, null]]],
    ['分数达五，很好', [['五', 5, 5, null]]],
    ['花费上百。', [['上百', 100, null, null]]],
    ['报名者上千，', [['上千', 1000, null, null]]],
    ['来了上百人', [['上百', 100, null, 'person']]],
    ['前三大股东', [['三', 3, 3, null]]],
    ['一周三次', [['三', 3, 3, 'time']]],
    ['每周三次', [['三', 3, 3, 'time']]],
    ['One in five left.', [['One in five', 0.2, 0.2, null]]],
    ['It takes one to three weeks.', [['one to three weeks', 1, 3, 'week']]],
    ['It takes one or two days.', [['one or two days', 1, 2, 'day']]],
    ['One man left.', [['One', 1, 1, 'man']]],
    ['The first half was slow, and half of them left.', [['half', 0.5, 0.5, null]]],
  ])('counts in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each([
    '问题五没有答案。',
    '上百的人',
    '成百上千的人',
    '千万别去',
    '万一',
    '周三',
    '周三次',
    '十四五规划',
    '“十四五”规划',
    '双十一',
    '一成不变',
    '三比一',
    'One of them left.',
    'This one left.',
    'The first half was slow.',
  ])('does not count in %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('what is a name or a mark', () => {
  test.each([
    '号码是007',
    '电话13800138000',
    '价格为@5元',
    '#5 and №7',
    '第§12条',
    'IP 10.0.0.1',
    '1.111.111 euros',
    'GPT-4-20 users',
    'F-16 and B+5',
    'J1149.5+6663',
    '12:30:45',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('is not a number with a scale of one letter, nor a long number with a unit', () => {
    expect(read('5k-20k users')).toEqual([['5k-20k', 5e3, 2e4, 'user']]);
    expect(read('电话12800138000人')).toEqual([['12800138000', 12800138000, 12800138000, 'person']]);
  });
});

describe('numerals in words', () => {
  test.each<[string, number]>([
    ['二十五万六千', 256_000],
    ['两百五', 250],
    ['两百五十', 250],
    ['一千零五', 1005],
    ['一千五', 1500],
    ['三万五', 35_000],
    ['一万零五百', 10_500],
    ['十亿零三百', 1_000_000_300],
    ['一亿三千万', 130_000_000],
    ['two hundred and five', 205],
    ['one hundred and twenty-three thousand', 123_000],
    ['two thousand and five', 2005],
    ['three and a half million', 3_500_000],
    ['half a million', 500_000],
    ['two dozen', 24],
    ['three-quarters', 0.75],
    ['1,234.5', 1234.5],
    ['1,23', 1.23],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toEqual([[text, value, value, null]]);
  });

  test.each<[string, number | null, number | null]>([
    ['几十', 20, 90],
    ['几百万', 2e6, 9e6],
    ['数十万', 2e5, 9e5],
    ['十几', 10, null],
    ['三十几', 30, null],
    ['ten to twelve', 10, 12],
  ])('%s is from %d to %d', (text, low, high) => {
    expect(read(text)).toEqual([[text, low, high, null]]);
  });
});

describe('units in Chinese', () => {
  test.each<[string, Read[]]>([
    whole('两个半小时', 2.5, 'hour'),
    whole('一个半月', 1.5, 'month'),
    whole('三个半世纪', 3.5, 'century'),
    whole('两个半', 2.5),
    whole('一年半', 1.5, 'year'),
    whole('三倍半', 3.5, 'times'),
    whole('三天半', 3.5, 'day'),
    whole('两成半', 25, 'percent'),
    whole('五折', 50, 'percent'),
    ['5杯赛', [['5', 5, 5, null]]],
    ['十多年', [['十多年', 10, null, 'year']]],
    ['10来个人', [['10来', 10, null, 'person']]],
    whole('百分之五', 5, 'percent'),
    whole('千分之三', 0.3, 'percent'),
    whole('万分之五', 0.05, 'percent'),
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('shares', () => {
  test.each<[string, Read[]]>([
    ['男女比例3:1', [['3:1', 3, 3, 'ratio']]],
    ['3:1人', [['3:1', 3, 3, 'ratio']]],
    [
      '3比1家',
      [
        ['3', 3, 3, null],
        ['1', 1, 1, 'company'],
      ],
    ],
    ['ratio of 3:1', [['3:1', 3, 3, 'ratio']]],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});
