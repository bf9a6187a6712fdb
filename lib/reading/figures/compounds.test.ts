import { describe, expect, test } from 'vitest';
import { findFigures } from '#lib/reading/figures';

type Read = [words: string, value: number, unit: string | null];

const read = (text: string): Read[] =>
  findFigures(text).map(({ text: words, low, high, unit }) => [words, low === high ? (low ?? NaN) : NaN, unit]);

describe('measures in two or three units', () => {
  test.each<[string, ...Read[]]>([
    ['刑期四年七个月', ['四年七个月', 55, 'month']],
    ['被判五年零两个月', ['五年零两个月', 62, 'month']],
    ['宝宝2岁3个月', ['2岁3个月', 27, 'month']],
    ['车程3小时20分', ['3小时20分', 200, 'minute']],
    ['等了4个小时15分钟', ['4个小时15分钟', 255, 'minute']],
    ['历时2天零6小时', ['2天零6小时', 54, 'hour']],
    ['全程5公里300米', ['5公里300米', 5300, 'metre']],
    ['8分12秒', ['8分12秒', 492, 'second']],
    ['five years and two months', ['five years and two months', 62, 'month']],
    ['4 hours 25 minutes', ['4 hours 25 minutes', 265, 'minute']],
    ['2 hours, 5 minutes and 9 seconds', ['2 hours, 5 minutes and 9 seconds', 7509, 'second']],
    ['an hour and twenty minutes', ['an hour and twenty minutes', 80, 'minute']],
    ['a 2-hour, 5-minute film', ['2-hour, 5-minute', 125, 'minute']],
    ['three weeks and two days', ['three weeks and two days', 23, 'day']],
    ['She is 5ft 7in.', ['5ft 7in', 67, 'inch']],
    ['five feet and eight inches', ['five feet and eight inches', 68, 'inch']],
    ['5 feet, 8 inches tall', ['5 feet, 8 inches', 68, 'inch']],
    ['3分半钟', ['3分半钟', 3.5, 'minute']],
    ['9 pounds 3 ounces', ['9 pounds 3 ounces', 147, 'ounce']],
    ['He put on 1 stone 5 pounds.', ['1 stone 5 pounds', 19, 'pound']],
  ])('are one figure in the smaller unit: %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each<[string, ...Read[]]>([
    ['He is 6 feet 4.', ['6 feet 4', 76, 'inch']],
    ['a six-foot-three guard', ['six-foot-three', 75, 'inch']],
    ['the 6-foot-5 centre', ['6-foot-5', 77, 'inch']],
    [`She is 5'4" tall.`, [`5'4"`, 64, 'inch']],
    ['5 ft 9 in tall', ['5 ft 9 in', 69, 'inch']],
    ['He weighs 14 stone 3.', ['14 stone 3', 199, 'pound']],
    ['跑出9秒91', ['9秒91', 9.91, 'second']],
    ['以11秒04打破纪录', ['11秒04', 11.04, 'second']],
    ['She clocked 10.72s.', ['10.72s', 10.72, 'second']],
    ['十二秒八八夺冠', ['十二秒八八', 12.88, 'second']],
    ['3分31秒46', ['3分31秒46', 211.46, 'second']],
    ['买了四斤六两', ['四斤六两', 4.6, 'jin']],
    ['重3斤2两半', ['重3斤2两半'.slice(1), 3.25, 'jin']],
    ['2h 8m', ['2h 8m', 128, 'minute']],
    ['1h 2m 3s', ['1h 2m 3s', 3723, 'second']],
    ['4m 20s', ['4m 20s', 260, 'second']],
  ])('may leave a unit out or shorten it: %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each<[string, ...Read[]]>([
    ['four years and seven people', ['four years', 4, 'year'], ['seven', 7, 'person']],
    ['7天24小时', ['7天', 7, 'day'], ['24小时', 24, 'hour']],
    ['一天8小时', ['一天', 1, 'day'], ['8小时', 8, 'hour']],
    ['5天4晚', ['5天', 5, 'day'], ['4晚', 4, 'night']],
    ['5 km 10 km races', ['5 km', 5, 'kilometre'], ['10 km', 10, 'kilometre']],
    ['16 GB 512 MB', ['16 GB', 16, 'gigabyte'], ['512 MB', 512, 'megabyte']],
    ['3 km and 200 m', ['3 km', 3, 'kilometre'], ['200 m', 200, 'metre']],
    ['3 feet long, 2 inches wide', ['3 feet', 3, 'foot'], ['2 inches', 2, 'inch']],
    ['1 year and 18 months', ['1 year', 1, 'year'], ['18 months', 18, 'month']],
    ['6 miles 300 metres', ['6 miles', 6, 'mile'], ['300 metres', 300, 'metre']],
    ['ten miles, 6 weeks', ['ten miles', 10, 'mile'], ['6 weeks', 6, 'week']],
  ])('are two where they tell two things: %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });

  test('give about so many days where the calendar is uneven', () => {
    expect(findFigures('服刑2年3个月零5天')).toMatchObject([{ low: 827, high: 827, unit: 'day', qualifier: 'about' }]);
    expect(findFigures('6 months and 10 days')).toMatchObject([{ low: 193, unit: 'day', qualifier: 'about' }]);
  });

  test('are ends of ranges, changes and bounds', () => {
    expect(findFigures('two to three years and six months')).toMatchObject([{ low: 24, high: 42, unit: 'month' }]);
    expect(findFigures('超过2小时30分')).toMatchObject([
      { low: 150, high: null, unit: 'minute', qualifier: 'more-than' },
    ]);
    expect(findFigures('It fell from 3 hours 5 minutes to 2 hours 50 minutes.')).toMatchObject([
      { low: 185, change: 'from' },
      { low: 170, change: 'to' },
    ]);
  });
});

describe('a time on the course', () => {
  test.each<[string, ...Read[]]>([
    ['She won the marathon in 2:14:04.', ['2:14:04', 8044, 'second']],
    ['a time of 2:05:11', ['2:05:11', 7511, 'second']],
    ['成绩为2:08:30', ['2:08:30', 7710, 'second']],
    ['他以2时06分19秒夺冠', ['2时06分19秒', 7579, 'second']],
  ])('is a figure where the text says so: %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each([
    'The clip at 2:03:59 shows it.',
    'He died at 12:03:59 on race day.',
    '地震发生于14时28分04秒',
    'at 9:30:15 a.m.',
  ])('is a clock elsewhere: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test.each<[string, ...Read[]]>([
  ['盐2块3毛5一斤', ['2块3毛5', 2.35, 'CNY']],
  ['梨4块5一斤', ['4块5', 4.5, 'CNY']],
  ['车票3元5角', ['3元5角', 3.5, 'CNY']],
  ['£4 and 20 pence', ['£4 and 20 pence', 4.2, 'GBP']],
])('an amount in two or three coins, with what it is the price of: %s', (text, ...figures) => {
  expect(read(text)).toEqual(figures);
});
