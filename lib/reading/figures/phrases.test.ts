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
    whole('两美元三分钱', 2.03, 'USD'),
    [
      '5元3角，又付了2分钱',
      [
        ['5元3角', 5.3, 5.3, 'CNY'],
        ['2分钱', 0.02, 0.02, 'CNY'],
      ],
    ],
    whole('1 dollar and 5 cents', 1.05, 'USD'),
    ['It is 2 dollars 80 in the shop.', [['2 dollars 80', 2.8, 2.8, 'USD']]],
    ['It was “2 euros 80” then.', [['2 euros 80', 2.8, 2.8, 'EUR']]],
    [
      'They had 2 dollars 80 years ago.',
      [
        ['2 dollars', 2, 2, 'USD'],
        ['80 years', 80, 80, 'year'],
      ],
    ],
    [
      '$20 and 43 in the hall',
      [
        ['$20', 20, 20, 'USD'],
        ['43', 43, 43, null],
      ],
    ],
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
    whole('kr 500', 500, 'krone'),
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
    ['前十强', [['十', 10, 10, null]]],
    ['他前三，', [['三', 3, 3, null]]],
    ['此前十人', [['十', 10, 10, 'person']]],
    ['一周三回', [['三', 3, 3, 'time']]],
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
    '这周三次会',
    '目前三',
    '提前三',
    '规划“十四五”',
    '“十四五人”',
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

test.each<[string, Read[]]>([
  [
    'A hen laid 110 eggs, of which 11 were broken.',
    [
      ['110', 110, 110, 'egg'],
      ['11', 11, 11, null],
    ],
  ],
  ['He said 110 people came.', [['110', 110, 110, 'person']]],
  ['Covid 19', []],
  ['用户ID 110', []],
  ['id 110', []],
  ['QQ：110', []],
])('takes no end of a word for a label of numbers in %s', (text, figures) => {
  expect(read(text)).toEqual(figures);
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
    ['two thirds', 0.666666666666667],
    ['five and three quarters', 5.75],
    ['a quarter', 0.25],
    ['one and a half', 1.5],
    ['half a dozen', 6],
    ['a dozen', 12],
    ['twenty-five hundred', 2500],
    ['one hundred and one', 101],
    ['one hundred one', 101],
    ['ninety nine', 99],
    ['twenty-five thousand three hundred', 25_300],
    ['three million two hundred thousand', 3_200_000],
    ['three thousand million', 3e9],
    ['a million and a half', 1_500_000],
    ['two and a half', 2.5],
    ['five point two', 5.2],
    ['five point two million', 5_200_000],
    ['two fifths', 0.4],
    ['zero', 0],
    ['2 hundred', 200],
    ['1 million and 5', 1_000_005],
    ['5 mln', 5e6],
    ['5 tn', 5e12],
    ['5 million million', 5e12],
    ['三点五', 3.5],
    ['三点五万', 35_000],
    ['负三百', -300],
    ['五分之三', 0.6],
    ['一又二分之一', 1.5],
    ['3万5千', 35_000],
    ['3万5', 35_000],
    ['1万3千5百', 13_500],
    ['5千万', 5e7],
    ['5.5亿', 5.5e8],
    ['两打', 24],
    ['三百二', 320],
    ['三百二十', 320],
    ['一百〇二', 102],
    ['两千零五十', 2050],
    ['一万两千三百四十五', 12_345],
    ['一亿零三百万', 103_000_000],
    ['五百万亿', 5e14],
    ['.5', 0.5],
    ['1 000 000', 1_000_000],
    ['1,50,000', 150_000],
    ['½', 0.5],
    ['3½', 3.5],
    ['3 1/2', 3.5],
    ['3/4', 0.75],
    ['2.5e6', 2.5e6],
    ['10^6', 1e6],
    ['3×10^5', 3e5],
    ['3x10^5', 3e5],
    ['1,234,567.89', 1_234_567.89],
    ['1.234,56', 1234.56],
    ['12.345', 12.345],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toEqual([[text, value, value, null]]);
  });

  test.each<[string, ...figures: [string, number, string | null][]]>([
    ['five five', ['five', 5, null], ['five', 5, null]],
    ['nineteen eighty', ['nineteen', 19, null], ['eighty', 80, null]],
    ['1234,567', ['1234', 1234, null], ['567', 567, null]],
    ['三点', ['三', 3, 'point']],
  ])('are apart in %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures.map(([words, value, unit]) => [words, value, value, unit]));
  });

  test.each<[string, number | null, number | null]>([
    ['几十', 20, 90],
    ['几百万', 2e6, 9e6],
    ['数十万', 2e5, 9e5],
    ['十几', 10, null],
    ['三十几', 30, null],
    ['ten to twelve', 10, 12],
    ['tens of millions', 2e7, 9e7],
    ['a few hundred', 200, 900],
    ['several thousand', 2000, 9000],
    ['数百', 200, 900],
    ['几千', 2000, 9000],
    ['千余', 1000, null],
    ['百余', 100, null],
    ['五千余', 5000, null],
    ['两万多', 20_000, null],
    ['二三百', 200, 300],
    ['十五六', 15, 16],
    ['三十五六', 35, 36],
    ['五十七八万', 570_000, 580_000],
    ['一二十', 10, 20],
    ['两三千', 2000, 3000],
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

describe('a part of an amount', () => {
  test.each<[string, Read[]]>([
    whole('五块六', 5.6, 'CNY'),
    whole('五块零四', 5.04, 'CNY'),
    whole('两毛五', 0.25, 'CNY'),
    whole('五毛二', 0.52, 'CNY'),
    whole('三块二毛五', 3.25, 'CNY'),
    whole('5元3角2分', 5.32, 'CNY'),
    whole('5元3分', 5.03, 'CNY'),
    whole('5元又3角', 5.3, 'CNY'),
    whole('15 dollars 50', 15.5, 'USD'),
    whole('$20 50', 20.5, 'USD'),
    whole('$20 and fifty', 20.5, 'USD'),
    whole('20 dollars 43 cents', 20.43, 'USD'),
    ['$15 50.', [['$15 50', 15.5, 15.5, 'USD']]],
  ])('joins it in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each<[string, [string, number, string | null], [string, number, string | null]]>([
    ['五块六人', ['五块', 5, 'CNY'], ['六', 6, 'person']],
    ['5元3', ['5元', 5, 'CNY'], ['3', 3, null]],
    ['5元，3角', ['5元', 5, 'CNY'], ['3角', 0.3, 'CNY']],
    ['5元和3角', ['5元', 5, 'CNY'], ['3角', 0.3, 'CNY']],
    ['15 dollars 50 people', ['15 dollars', 15, 'USD'], ['50', 50, 'person']],
    ['$20 5', ['$20', 20, 'USD'], ['5', 5, null]],
    ['between $20 50', ['$20', 20, 'USD'], ['50', 50, null]],
    ['20 dollars and 143 cents', ['20 dollars', 20, 'USD'], ['143 cents', 143, 'cent']],
    ['3元比1元', ['3元', 3, 'CNY'], ['1元', 1, 'CNY']],
    ['五元三毛二人', ['五元三毛', 5.3, 'CNY'], ['二', 2, 'person']],
    ['五块十六', ['五块', 5, 'CNY'], ['十六', 16, null]],
    ['15.5 dollars 50', ['15.5 dollars', 15.5, 'USD'], ['50', 50, null]],
    ['15 million dollars 50', ['15 million dollars', 15e6, 'USD'], ['50', 50, null]],
    ['$15 50,000', ['$15', 15, 'USD'], ['50,000', 50_000, null]],
  ])('stands alone in %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures.map(([words, value, unit]) => [words, value, value, unit]));
  });
});

describe('multiples and halves', () => {
  test.each<[string, Read[]]>([
    whole('翻番', 2, 'times'),
    whole('翻了一番', 2, 'times'),
    whole('翻两番', 4, 'times'),
    whole('翻3番', 8, 'times'),
    whole('翻了倍', 2, 'times'),
    whole('doubled', 2, 'times'),
    whole('tripled', 3, 'times'),
    ['a tenfold rise', [['tenfold', 10, 10, 'times']]],
    ['sales halved', [['halved', 0.5, 0.5, 'times']]],
    whole('翻九番', 512, 'times'),
    whole('5倍', 5, 'times'),
    whole('5x', 5, 'times'),
    ['过半数', [['过半数', 0.5, null, null]]],
    whole('半个小时', 0.5, 'hour'),
    whole('半个月', 0.5, 'month'),
    whole('半天', 0.5, 'day'),
    whole('半成', 5, 'percent'),
    whole('半折', 50, 'percent'),
    ['打对折', [['对折', 50, 50, 'percent']]],
    whole('半价', 50, 'percent'),
    whole('9 9 折', 99, 'percent'),
    whole('九 九 折', 99, 'percent'),
    whole('半年', 0.5, 'year'),
    whole('一半', 0.5),
  ])('are read in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each([
    '翻倍数',
    '翻十番',
    '翻三倍数',
    '对折',
    '大半年',
    '夜半',
    '上半年',
    '半成品',
    '半导体',
    '半数导体',
    'double digit',
    'tripled room',
  ])('are not read in %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('signs and lone scales', () => {
  test.each<[string, Read[]]>([
    whole('零下5度', -5, 'degree'),
    whole('负五度', -5, 'degree'),
    whole('负5%', -5, 'percent'),
    whole('-5%', -5, 'percent'),
    whole('minus 5 percent', -5, 'percent'),
    ['下5度', [['5度', 5, 5, 'degree']]],
    ['+5%', [['5%', 5, 5, 'percent']]],
    ['逾万人', [['逾万', 10_000, null, 'person']]],
    ['近亿元', [['近亿元', 1e8, 1e8, 'CNY']]],
    whole('a dollar', 1, 'USD'),
    ['a gallon of milk', [['a gallon', 1, 1, 'gallon']]],
    ['5% a mile', [['5%', 5, 5, 'percent']]],
    ['a ton of coal', [['a ton', 1, 1, 'tonne']]],
    whole('an euro', 1, 'EUR'),
    ['他-5', [['-5', -5, -5, null]]],
    [
      '5 -5',
      [
        ['5', 5, 5, null],
        ['-5', -5, -5, null],
      ],
    ],
    ['过亿人', [['过亿', 1e8, null, 'person']]],
    ['10万多人', [['10万多', 1e5, null, 'person']]],
    ['10多万人', [['10多万', 1e5, null, 'person']]],
    ['5 dozen eggs', [['5 dozen', 60, 60, 'egg']]],
    whole('5 bps', 0.05, 'percent'),
  ])('are read in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each([
    '逾万科',
    '逾万国',
    '过万分',
    '约万里',
    '负',
    '亿',
    'A-5',
    'a pound of flour',
    'a weaker yen',
    'a tongue',
    'an hour',
    '- a dollar',
    '(5a) a b',
    '2a dollars',
    'twenty@',
    '9twenty',
    'thousands',
  ])('are not read in %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a share', () => {
  test.each<[string, Read[]]>([
    ['5 in 10 people', [['5 in 10', 0.5, 0.5, null]]],
    whole('5 out of 10', 0.5),
    whole('5 out of every 10', 0.5),
    whole('1 over 20', 0.05),
    whole('3 : 1', 3, 'ratio'),
    whole('3：1', 3, 'ratio'),
    whole('3比1', 3, 'ratio'),
    whole('10个学生有9个', 90, 'percent'),
    whole('10人中有9人', 90, 'percent'),
    whole('10个学生里面至少有9个', 90, 'percent'),
    whole('10个人约有3个', 30, 'percent'),
    whole('10个中国人有9个', 90, 'percent'),
    whole('10名学生中就有3名', 30, 'percent'),
    whole('5个人有5个', 100, 'percent'),
    ['每10人有3人', [['10人有3人', 30, 30, 'percent']]],
    ['5 in 10000', [['5 in 10000', 0.0005, 0.0005, null]]],
    ['约3:1', [['约3:1', 3, 3, 'ratio']]],
    whole('one over twenty', 0.05),
  ])('is read in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each<[string, [string, number, string | null], [string, number, string | null]]>([
    ['5 in 20000 people', ['5', 5, null], ['20000', 20_000, 'person']],
    ['10 in 5', ['10', 10, null], ['5', 5, null]],
    ['5 in 10 dollars', ['5', 5, null], ['10 dollars', 10, 'USD']],
    ['5 in 10 years', ['5', 5, null], ['10 years', 10, 'year']],
    ['5 people in 10', ['5', 5, 'person'], ['10', 10, null]],
    ['10个人里有3家', ['10', 10, 'person'], ['3', 3, 'company']],
    ['9人中有10人', ['9', 9, 'person'], ['10', 10, 'person']],
    ['10户中有3名', ['10', 10, 'household'], ['3', 3, 'person']],
    ['5个学生6个', ['5', 5, 'student'], ['6', 6, null]],
    ['5个人有0个', ['5', 5, 'person'], ['0', 0, null]],
    ['5% in 10', ['5%', 5, 'percent'], ['10', 10, null]],
    ['1.5 in 10', ['1.5', 1.5, null], ['10', 10, null]],
    ['0 in 10', ['0', 0, null], ['10', 10, null]],
    ['5 thousand in 10', ['5 thousand', 5000, null], ['10', 10, null]],
    ['5 in 10%', ['5', 5, null], ['10%', 10, 'percent']],
    ['5 in 10001', ['5', 5, null], ['10001', 10_001, null]],
    ['3%:1', ['3%', 3, 'percent'], ['1', 1, null]],
    ['3:1%', ['3', 3, null], ['1%', 1, 'percent']],
  ])('is not read in %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures.map(([words, value, unit]) => [words, value, value, unit]));
  });
});

describe('numbers that name', () => {
  test.each([
    '他在第12行',
    '第 12 行',
    '第十二章',
    '星期四',
    '中证500指数',
    '代码600305',
    '尾号1234',
    'QQ:123456',
    'Section 230',
    'Page 5',
    'stage 3',
    'Voyager 2',
    'iPhone 15',
    'eBay 5',
    '5公司',
    'B5-20k',
    '(1)',
    '(12)',
    '、6、',
    '第五百零三',
    '360集团',
    '90后',
    '00后',
    '京东、网易、360、商汤',
    '1.2.3.4',
    '0571-88888888',
    '+86 138 0013 8000',
    '2021-05-06',
    '12-34-56',
    '5th',
    '6pen',
    'GPT5',
    'Soitec2.5的股权',
  ])('are no figures: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each<[string, ...figures: [string, number, string | null][]]>([
    ['1、第一点有5人', ['5', 5, 'person']],
    ['(1) 有5人', ['5', 5, 'person']],
    ['1. Five people came', ['Five', 5, 'person']],
    ['星期四有5人', ['5', 5, 'person']],
    ['万科有5人', ['5', 5, 'person']],
    ['95后有5人', ['5', 5, 'person']],
    ['010-12345678有5人', ['5', 5, 'person']],
    ['www.a.com/5 5', ['5', 5, null]],
    ['https://a.org/5 and 5', ['5', 5, null]],
    ['5th of 10', ['10', 10, null]],
    ['Only 5', ['5', 5, null]],
    ['In 5', ['5', 5, null]],
    ['5人、6、7人', ['5', 5, 'person'], ['6', 6, null], ['7', 7, 'person']],
    ['5岁、6、商汤', ['5岁', 5, 'year'], ['6', 6, null]],
    ['一个、6、商汤', ['6', 6, null]],
    ['(123)', ['123', 123, null]],
    ['见(1)', ['1', 1, null]],
    ['5人(1)', ['5', 5, 'person'], ['1', 1, null]],
    ['星期天5人', ['5', 5, 'person']],
    ['负数5', ['5', 5, null]],
    ['5折扣', ['5', 5, null]],
    ['她点了3、5个菜', ['3', 3, null], ['5', 5, null]],
    ['Soitec2.5%的股权', ['2.5%', 2.5, 'percent']],
  ])('leave the others in %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures.map(([words, value, unit]) => [words, value, value, unit]));
  });
});

describe('a range', () => {
  test.each<[string, string, number, number, string | null]>([
    ['从20万到300万', '20万到300万', 2e5, 3e6, null],
    ['由5至10', '5至10', 5, 10, null],
    ['between 5 and 10 people', 'between 5 and 10', 5, 10, 'person'],
    ['from 5 to 10 dollars', 'from 5 to 10 dollars', 5, 10, 'USD'],
    ['is from 5% to 10%', 'from 5% to 10%', 5, 10, 'percent'],
    ['5至12', '5至12', 5, 12, null],
    ['5~12人', '5~12', 5, 12, 'person'],
    ['5—12人', '5—12', 5, 12, 'person'],
    ['5--12', '5--12', 5, 12, null],
    ['5到12岁', '5到12岁', 5, 12, 'year'],
    ['10与20之间', '10与20之间', 10, 20, null],
    ['10000与20000间', '10000与20000间', 10_000, 20_000, null],
    ['介于5和10', '介于5和10', 5, 10, null],
    ['5 or 6 people', '5 or 6', 5, 6, 'person'],
    ['300-460万', '300-460万', 3e6, 4.6e6, null],
    ['5%-10%', '5%-10%', 5, 10, 'percent'],
    ['5-10%', '5-10%', 5, 10, 'percent'],
    ['$5-10', '$5-10', 5, 10, 'USD'],
    ['$5-$10', '$5-$10', 5, 10, 'USD'],
    ['5000股至8000股', '5000股至8000股', 5000, 8000, 'share'],
    ['一到五个', '一到五', 1, 5, null],
    ['三四百人', '三四百', 300, 400, 'person'],
    ['三五个朋友', '三五', 3, 5, null],
    ['三五天', '三五天', 3, 5, 'day'],
    ['七八成', '七八成', 70, 80, 'percent'],
    ['5 to 10%', '5 to 10%', 5, 10, 'percent'],
    ['5元-10', '5元-10', 5, 10, 'CNY'],
    ['5 people to 10', '5 people to 10', 5, 10, 'person'],
    ['one or two', 'one or two', 1, 2, null],
    ['between one and two', 'between one and two', 1, 2, null],
    ['十四五人', '十四五', 14, 15, 'person'],
    ['大于12且小于50', '大于12且小于50', 12, 50, null],
    ['at least 20 and at most 100', 'at least 20 and at most 100', 20, 100, null],
    ['最低5，最高10元', '最低5，最高10元', 5, 10, 'CNY'],
    ['more than 5 but less than 10', 'more than 5 but less than 10', 5, 10, null],
  ])('is read in %s', (text, ...figure) => {
    expect(read(text)).toEqual([figure]);
  });

  test.each<[string, Read[]]>([
    [
      '上调25个基点至4.75%',
      [
        ['25个基点', 0.25, 0.25, 'percent'],
        ['4.75%', 4.75, 4.75, 'percent'],
      ],
    ],
    [
      '5 or 600 people',
      [
        ['5', 5, 5, null],
        ['600', 600, 600, 'person'],
      ],
    ],
    [
      '5 and 6 people',
      [
        ['5', 5, 5, null],
        ['6', 6, 6, 'person'],
      ],
    ],
    ['5-3-2', []],
    [
      '不低于2亿元，不超过4亿元',
      [
        ['不低于2亿元', 2e8, null, 'CNY'],
        ['不超过4亿元', null, 4e8, 'CNY'],
      ],
    ],
    [
      '票价最高880元，最低80元。',
      [
        ['最高880元', null, 880, 'CNY'],
        ['最低80元', 80, null, 'CNY'],
      ],
    ],
    [
      '最多30人最少8人',
      [
        ['最多30', null, 30, 'person'],
        ['最少8', 8, null, 'person'],
      ],
    ],
  ])('is not read in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('a bound', () => {
  test.each<[string, Read[]]>([
    ['不超过公司总股本的2%', [['不超过公司总股本的2%', null, 2, 'percent']]],
    ['不超过公司的2%', [['2%', 2, 2, 'percent']]],
    ['不超过每股38.5元', [['不超过每股38.5元', null, 38.5, 'CNY']]],
    ['过十人', [['过十', 10, null, 'person']]],
    ['过十年', [['十年', 10, 10, 'year']]],
    ['over 3 years', [['over 3 years', 3, null, 'year']]],
    [
      '$10000 over 3 years',
      [
        ['$10000', 10_000, 10_000, 'USD'],
        ['3 years', 3, 3, 'year'],
      ],
    ],
    [
      'sales grew 5% over 3 years',
      [
        ['5%', 5, 5, 'percent'],
        ['3 years', 3, 3, 'year'],
      ],
    ],
    ['500 or more patients', [['500 or more', 500, null, 'patient']]],
    ['equal to 5 or more', [['equal to 5 or more', 5, null, null]]],
    ['equals 5 or more', [['equals 5 or more', 5, null, null]]],
    ['less than 5 or equal', [['less than 5 or equal', null, 5, null]]],
    [
      'less than 5 or equal 6',
      [
        ['less than 5', null, 5, null],
        ['6', 6, 6, null],
      ],
    ],
    ['比 5 大', [['比 5 大', 5, null, null]]],
    ['no one over twenty', [['over twenty', 20, null, null]]],
    [
      '5% over 6',
      [
        ['5%', 5, 5, 'percent'],
        ['over 6', 6, null, null],
      ],
    ],
    [
      '0 over 5',
      [
        ['0', 0, 0, null],
        ['over 5', 5, null, null],
      ],
    ],
    ['一以上', [['一以上', 1, null, null]]],
    ['打三五折', [['三五折', 35, 35, 'percent']]],
  ])('is read as its words say in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('digits after an amount, letters of addresses and numbers of models', () => {
  test.each<[string, Read[]]>([
    ['菠菜每把6块5，涨了。', [['6块5', 6.5, 6.5, 'CNY']]],
    ['一共4块7毛5', [['4块7毛5', 4.75, 4.75, 'CNY']]],
    [
      '20块3次',
      [
        ['20块', 20, 20, 'CNY'],
        ['3', 3, 3, 'time'],
      ],
    ],
    [
      '100块2天',
      [
        ['100块', 100, 100, 'CNY'],
        ['2天', 2, 2, 'day'],
      ],
    ],
    ['She sat in seat 14K near Gate 7B.', []],
    ['They moved to Flat 9B last spring.', []],
    ['The clinic is at 10B Harley Street.', []],
    ['Profit was 14B last year.', [['14B', 14e9, 14e9, null]]],
    ['Unit sales of 3M', [['3M', 3e6, 3e6, null]]],
    ['空警-500和苏-35随后起飞，天舟-7已对接。', []],
    [
      '昨夜-12℃，同比-20%',
      [
        ['-12℃', -12, -12, 'degree Celsius'],
        ['-20%', -20, -20, 'percent'],
      ],
    ],
    ['江苏-5%', [['-5%', -5, -5, 'percent']]],
    [
      'a fee of $8m plus $2m in bonuses',
      [
        ['$8m', 8e6, 8e6, 'USD'],
        ['$2m', 2e6, 2e6, 'USD'],
      ],
    ],
    ['a crowd of 300 plus', [['300 plus', 300, null, null]]],
    ['a shade shy of $2bn', [['shy of $2bn', null, 2e9, 'USD']]],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('halves and tenths behind a unit', () => {
  test.each<[string, Read[]]>([
    ['The siege lasted a week and a half.', [['a week and a half', 1.5, 1.5, 'week']]],
    ['three miles and a half', [['three miles and a half', 3.5, 3.5, 'mile']]],
    ['an hour and half an hour more', [['half an hour', 0.5, 0.5, 'hour']]],
    ['买了三斤半', [['三斤半', 3.5, 3.5, 'jin']]],
    ['每份十二块半', [['十二块半', 12.5, 12.5, 'CNY']]],
    ['两米半高', [['两米半', 2.5, 2.5, 'metre']]],
    ['4米半径', [['4米', 4, 4, 'metre']]],
    ['烧到38度6', [['38度6', 38.6, 38.6, 'degree']]],
    ['三十六度八', [['三十六度八', 36.8, 36.8, 'degree']]],
    [
      '38度6次',
      [
        ['38度', 38, 38, 'degree'],
        ['6', 6, 6, 'time'],
      ],
    ],
    ['欧元一度走强，日元一路走低', []],
    [
      '营收从2亿元增至3亿',
      [
        ['2亿元', 2e8, 2e8, 'CNY'],
        ['3亿', 3e8, 3e8, 'CNY'],
      ],
    ],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});
