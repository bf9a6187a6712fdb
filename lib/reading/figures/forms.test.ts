import { describe, expect, test } from 'vitest';
import { findFigures } from '#lib/reading/figures';

type Read = [text: string, low: number | null, high: number | null, unit: string | null, per?: string];

const read = (text: string): Read[] =>
  findFigures(text).map(({ text: words, low, high, unit, per }) =>
    per ? [words, low, high, unit, per] : [words, low, high, unit],
  );

/** A text with one figure of one value. */
const one = (text: string, words: string, value: number, unit: string | null, per?: string): [string, Read] => [
  text,
  per ? [words, value, value, unit, per] : [words, value, value, unit],
];

describe('magnitudes at a number', () => {
  test.each<[string, Read]>([
    one('Nearly 7m voted.', 'Nearly 7m', 7e6, null),
    one('It sold 1.8m of them.', '1.8m', 1.8e6, null),
    one('It has 2 B users.', '2 B', 2e9, 'user'),
    one('Sales of 6m tonnes', '6m tonnes', 6e6, 'tonne'),
    ['€2.5-4m', ['€2.5-4m', 2.5e6, 4e6, 'EUR']],
    ['between £30m and 45m', ['between £30m and 45m', 30e6, 45e6, 'GBP']],
    ['$6 to 8m', ['$6 to 8m', 6e6, 8e6, 'USD']],
    one('a $2.4t plan', '$2.4t', 2.4e12, 'USD'),
    one('a 7m wall', '7m', 7, 'metre'),
    one('It stands 12m tall.', '12m', 12, 'metre'),
    one('They swam 50m.', '50m', 50, 'metre'),
    one('She won the 400m.', '400m', 400, 'metre'),
    one('at a depth of 30m', '30m', 30, 'metre'),
    one('身高1.7m', '1.7m', 1.7, 'metre'),
    one('7 m', '7 m', 7, 'metre'),
    one('6t of sand', '6t', 6, 'tonne'),
  ])('%s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });
});

describe('currencies with the mark of their country', () => {
  test.each<[string, Read]>([
    one('$A700', '$A700', 700, 'AUD'),
    one('$US8 billion', '$US8 billion', 8e9, 'USD'),
    one('$NZ6m', '$NZ6m', 6e6, 'NZD'),
    one('$HK90', '$HK90', 90, 'HKD'),
    one('NT$400', 'NT$400', 400, 'TWD'),
    one('kr 700', 'kr 700', 700, 'krone'),
    one('30 zł', '30 zł', 30, 'PLN'),
    one('90kr', '90kr', 90, 'krone'),
    one('300 Kč', '300 Kč', 300, 'CZK'),
    one('R7 million', 'R7 million', 7e6, 'ZAR'),
    one('R1,800', 'R1,800', 1800, 'ZAR'),
    one('Tk 90', 'Tk 90', 90, 'BDT'),
    one('7 lei', '7 lei', 7, 'RON'),
    one('租金6万元美元', '6万元美元', 6e4, 'USD'),
    one('4亿元港币', '4亿元港币', 4e8, 'HKD'),
    ['18 -25 usd', ['18 -25 usd', 18, 25, 'USD']],
  ])('%s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });

  test.each<[string, Read]>([
    one('It weighs 160 pounds.', '160 pounds', 160, 'pound'),
    one('an 8-pound baby', '8-pound', 8, 'pound'),
    one('30 pounds of cheese', '30 pounds', 30, 'pound'),
    one('It costs 30 pounds.', '30 pounds', 30, 'GBP'),
    one('a 5-pound note', '5-pound', 5, 'GBP'),
    one('30 million pounds of debt', '30 million pounds', 30e6, 'GBP'),
  ])('a pound is money or a weight in %s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });
});

describe('groups of digits', () => {
  test.each<[string, Read]>([
    one('$14 250 million', '$14 250 million', 14_250e6, 'USD'),
    one('€18 700', '€18 700', 18_700, 'EUR'),
    one('4 600 euros', '4 600 euros', 4600, 'EUR'),
    one('about 4\u2009618 birds', 'about 4\u2009618', 4618, 'bird'),
    one('共计42，180.70元', '42，180.70元', 42_180.7, 'CNY'),
  ])('%s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });

  test('two numbers beside each other stay two', () => {
    expect(read('in 7 618 birds')).toEqual([
      ['7', 7, 7, null],
      ['618', 618, 618, 'bird'],
    ]);
  });
});

describe('measures', () => {
  test.each<[string, ...Read[]]>([
    ['gusts of 80mph', ['80mph', 80, 80, 'mile', 'hour']],
    ['90 kph', ['90 kph', 90, 90, 'kilometre', 'hour']],
    ['a 300bhp car with 45mpg', ['300bhp', 300, 300, 'horsepower'], ['45mpg', 45, 45, 'mile', 'gallon']],
    ['3,000 tpd', ['3,000 tpd', 3000, 3000, 'tonne', 'day']],
    ['40μg/m³', ['40μg', 40, 40, 'microgram', 'cubic metre']],
    ['6 m/s', ['6 m', 6, 6, 'metre', 'second']],
    ['15 mg/L', ['15 mg', 15, 15, 'milligram', 'litre']],
    ['It was 38C (100F).', ['38C', 38, 38, 'degree Celsius'], ['100F', 100, 100, 'degree Fahrenheit']],
    ['a high of 31C', ['31C', 31, 31, 'degree Celsius']],
    ['It dropped to -9C.', ['-9C', -9, -9, 'degree Celsius']],
    ['20 degrees C', ['20 degrees C', 20, 20, 'degree Celsius']],
    ['5ft 9in', ['5ft 9in', 69, 69, 'inch']],
    ['13st 6lb', ['13st 6lb', 188, 188, 'pound']],
    ['11st', ['11st', 11, 11, 'stone']],
    ['in the 21st'],
    ['seat 12C'],
    ['ls -1F'],
  ])('%s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('signs and bounds that touch the number', () => {
  test.each<[string, Read]>([
    one('minus-30 degrees Celsius', 'minus-30 degrees Celsius', -30, 'degree Celsius'),
    ['sub-3% growth', ['sub-3%', null, 3, 'percent']],
    ['sub-$200 phones', ['sub-$200', null, 200, 'USD']],
    ['零下30多度', ['零下30多度', null, -30, 'degree']],
    ['零下8至12度', ['零下8至12度', -12, -8, 'degree']],
    one('plus or minus 4 points', '4', 4, 'point'),
    one('正负4%', '4%', 4, 'percent'),
  ])('%s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });
});

describe('Chinese forms', () => {
  test.each<[string, Read]>([
    ['存款破万亿元', ['破万亿元', 1e12, null, 'CNY']],
    one('亿级用户', '亿', 1e8, null),
    one('规模翻了近一番', '翻了近一番', 2, 'times'),
    ['产值翻了逾两番', ['翻了逾两番', 4, null, 'times']],
    ['百分之六到九', ['百分之六到九', 6, 9, 'percent']],
    ['千分之二至四', ['千分之二至四', 0.2, 0.4, 'percent']],
    ['300万元（含）以上', ['300万元（含）以上', 3e6, null, 'CNY']],
    ['500元（含）以下', ['500元（含）以下', null, 500, 'CNY']],
    ['不超过（含）3亿元', ['不超过（含）3亿元', null, 3e8, 'CNY']],
    ['超过（含）40%', ['超过（含）40%', 40, null, 'percent']],
    one('中百7000万股', '7000万', 7e7, 'share'),
    one('注册资本0万元', '0万元', 0, 'CNY'),
    one('占比15. 4%', '15. 4%', 15.4, 'percent'),
    one('五分之一二手车', '五分之一', 0.2, null),
    one('规模（亿）12.50', '12.50', 12.5e8, null),
    one('单价（元）：8.5', '8.5', 8.5, 'CNY'),
    one('人数（万人）3.4', '3.4', 34_000, 'person'),
    one('增速（%）6.1', '6.1', 6.1, 'percent'),
    ['票价不足百元', ['不足百元', null, 100, 'CNY']],
    one('排放减半', '减半', 0.5, 'times'),
    one('等了个半小时', '个半小时', 1.5, 'hour'),
  ])('%s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });

  test('a count of years after a share is its own', () => {
    expect(read('百分之六到九年')).toEqual([
      ['百分之六', 6, 6, 'percent'],
      ['九年', 9, 9, 'year'],
    ]);
  });
});

describe('English forms', () => {
  test.each<[string, ...Read[]]>([
    ['It sees high-teens growth.', ['high-teens', 17, 19, 'percent']],
    ['a mid-single-digit rise', ['mid-single-digit', 4, 6, 'percent']],
    ['low double-digit inflation', ['low double-digit', 10, 13, 'percent']],
    ['triple-digit returns', ['triple-digit', 100, 999, 'percent']],
    ['Sales rose in the low single digits.', ['low single digits', 1, 3, 'percent']],
    ['in her mid-teens'],
    ['a double-digit lead'],
    ['three score and ten years', ['three score and ten years', 70, 70, 'year']],
    ['a score of 7', ['7', 7, 7, null]],
    ['four new 777 Skyliner jets', ['four', 4, 4, 'jet']],
    ['six F-16 fighters', ['six', 6, 6, 'fighter']],
    ['nine A350 aircraft', ['nine', 9, 9, 'aircraft']],
  ])('%s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('units that only the words around tell', () => {
  test.each<[string, ...Read[]]>([
    ['The night fell 4C below the average.', ['4C', 4, 4, 'degree Celsius']],
    ['Inland it hit 104F.', ['104F', 104, 104, 'degree Fahrenheit']],
    ['She moved to 4C.'],
    ['a fine of 700 fr. a day', ['700 fr.', 700, 700, 'CHF', 'day']],
    ['80 frs', ['80 frs', 80, 80, 'CHF']],
    ['She weighs 9 stone.', ['9 stone', 9, 9, 'stone']],
    ['9 stone bridges', ['9', 9, 9, 'bridge']],
    ['at 430 ppm', ['430 ppm', 430, 430, 'ppm']],
    ['He has lost 30 pounds since May.', ['30 pounds', 30, 30, 'pound']],
    ['She put on nearly 15 pounds.', ['nearly 15 pounds', 15, 15, 'pound']],
    ['He lost 30 pounds on a bet.', ['30 pounds', 30, 30, 'GBP']],
    ['Their shares lost 30 pounds.', ['30 pounds', 30, 30, 'GBP']],
    ['Meet in Room 3.12 today.'],
    ['发生6.1级地震', ['6.1', 6.1, 6.1, null]],
    ['A mebibyte is 1,048,576 bytes.', ['A mebibyte', 1, 1, 'mebibyte'], ['1,048,576 bytes', 1048576, 1048576, 'byte']],
    ['a byte is enough'],
  ])('%s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('shares in words with a compound denominator', () => {
  test.each<[string, ...Read[]]>([
    ['thirty forty-fifths', ['thirty forty-fifths', 30 / 45, 30 / 45, null]],
    ['one one hundred and tenth', ['one one hundred and tenth', 1 / 110, 1 / 110, null]],
    ['a two one hundred fiftieths part', ['two one hundred fiftieths', 2 / 150, 2 / 150, null]],
    ['one thirty-second spot'],
  ])('%s', (text, ...figures) => {
    const found = read(text);
    expect(found.map(([words, , , unit]) => [words, unit])).toEqual(figures.map(([words, , , unit]) => [words, unit]));
    for (const [at, [, low]] of figures.entries()) expect(found[at]?.[1]).toBeCloseTo(low ?? 0, 12);
  });
});
