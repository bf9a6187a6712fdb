import { describe, expect, test } from 'vitest';
import { findFigures } from '#lib/reading/figures';

type Part = [text: string, low: number | null, high: number | null, unit: string | null, change?: string];

const parts = (text: string): Part[] =>
  findFigures(text).map(({ text: words, low, high, unit, change }) =>
    change ? [words, low, high, unit, change] : [words, low, high, unit],
  );

describe('a value before a change and the value after it', () => {
  test.each<[string, ...Part[]]>([
    ['Rents rose from $900 to $1,200.', ['$900', 900, 900, 'USD', 'from'], ['$1,200', 1200, 1200, 'USD', 'to']],
    ['Staff numbers went from 40 people to 25.', ['40', 40, 40, 'person', 'from'], ['25', 25, 25, null, 'to']],
    ['The levy fell from 6 to 4 percent.', ['6', 6, 6, 'percent', 'from'], ['4 percent', 4, 4, 'percent', 'to']],
    [
      'Orders will climb from 7.5 to 9-11 million euros.',
      ['7.5', 7.5e6, 7.5e6, 'EUR', 'from'],
      ['9-11 million euros', 9e6, 11e6, 'EUR', 'to'],
    ],
    ['It shrank from 900 to 12 million.', ['900', 900, 900, null, 'from'], ['12 million', 12e6, 12e6, null, 'to']],
    ['The herd grew from 1200 to 2080.', ['1200', 1200, 1200, null, 'from'], ['2080', 2080, 2080, null, 'to']],
    [
      'Profit rose to $30m from $21m a year earlier.',
      ['$30m', 30e6, 30e6, 'USD', 'to'],
      ['$21m', 21e6, 21e6, 'USD', 'from'],
    ],
    ['They brought it from 2% up to 5%.', ['2%', 2, 2, 'percent', 'from'], ['5%', 5, 5, 'percent', 'to']],
    ['票价由30元涨到45元', ['30元', 30, 30, 'CNY', 'from'], ['45元', 45, 45, 'CNY', 'to']],
    ['产能从12万吨扩大至20万吨', ['12万吨', 12e4, 12e4, 'tonne', 'from'], ['20万吨', 20e4, 20e4, 'tonne', 'to']],
    ['门店800家增至1100家', ['800', 800, 800, 'company', 'from'], ['1100', 1100, 1100, 'company', 'to']],
    ['税率从13%下调为9%', ['13%', 13, 13, 'percent', 'from'], ['9%', 9, 9, 'percent', 'to']],
  ])('%s', (text, ...figures) => {
    expect(parts(text)).toEqual(figures);
  });

  test.each([
    ['Prices range from $5 to $12.', 5, 12],
    ['Rents rose; fares vary from $5 to $12.', 5, 12],
    ['Tickets are from $5 to $12.', 5, 12],
    ['票价从5元到12元不等', 5, 12],
  ])('is a range without a verb of change: %s', (text, low, high) => {
    expect(findFigures(text)).toMatchObject([{ low, high }]);
    expect(findFigures(text)[0]).not.toHaveProperty('change');
  });

  test('share the rate that is said once', () => {
    const [before, after] = findFigures('Pay rose from $15 to $18 an hour.');
    expect([before?.per, after?.per]).toEqual(['hour', 'hour']);
    expect(findFigures('药价由每盒90元降至45元').map(({ per }) => per)).toEqual(['box', 'box']);
  });
});

describe('a step and the level it led to', () => {
  test.each<[string, ...Part[]]>([
    [
      'The bank raised rates by 50 basis points to 3.5%.',
      ['50 basis points', 0.5, 0.5, 'percent', 'by'],
      ['3.5%', 3.5, 3.5, 'percent', 'to'],
    ],
    ['Output rose 8% to 900 tonnes.', ['8%', 8, 8, 'percent', 'by'], ['900 tonnes', 900, 900, 'tonne', 'to']],
    ['It fell by 20 to 95.', ['20', 20, 20, null, 'by'], ['95', 95, 95, null, 'to']],
    ['央行上调准备金率50个基点至8%', ['50个基点', 0.5, 0.5, 'percent', 'by'], ['8%', 8, 8, 'percent', 'to']],
    ['利润增长40%至6亿元', ['40%', 40, 40, 'percent', 'by'], ['6亿元', 6e8, 6e8, 'CNY', 'to']],
  ])('%s', (text, ...figures) => {
    expect(parts(text)).toEqual(figures);
  });

  test.each<[string, ...Part[]]>([
    ['利润预计增长15%至20%', ['15%至20%', 15, 20, 'percent']],
    ['Costs fell by 5 to 20 percent.', ['5 to 20 percent', 5, 20, 'percent']],
    ['Costs fell by 5 to 20 million.', ['5 to 20 million', 5e6, 20e6, null]],
  ])('is a range where both belong to the step: %s', (text, ...figures) => {
    expect(parts(text)).toEqual(figures);
  });

  test('is none for the shares of two sides', () => {
    expect(parts('She beat him by 54 percent to 46 percent.')).toEqual([
      ['54 percent', 54, 54, 'percent'],
      ['46 percent', 46, 46, 'percent'],
    ]);
  });
});
