import { describe, expect, test } from 'vitest';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { recency, type TimeWord, timeOf, timesAgree, timeWordsIn } from './figure-times';

const read = (text: string): TimeWord[] => timeWordsIn(text, comparisonForm(text));
const told = (text: string) => read(text).map(({ start, end, relative }) => [text.slice(start, end), relative]);
const only = (text: string): TimeWord => {
  const [first] = read(text);
  if (!first) throw new Error(`no time in ${text}`);
  return first;
};

describe('a time told from another one', () => {
  test.each<[string, TimeWord['relative']]>([
    ['去年营收10亿元', 'last'],
    ['上年同期为10亿元', 'last'],
    ['上季度为10亿元', 'last'],
    ['Last year it was 5.', 'last'],
    ['It was 5 a year earlier.', 'last'],
    ['In the previous quarter it was 5.', 'last'],
    ['Previously it was 5.', 'last'],
    ['前年营收10亿元', 'earlier'],
    ['此前营收10亿元', 'earlier'],
    ['It was 5 the year before last.', 'earlier'],
    ['It was 5 three years ago.', 'earlier'],
    ['It used to be 5.', 'earlier'],
    ['It was 4 last year and 5 the year before.', 'earlier'],
    ['前天新增5例', 'day-before'],
    ['Yesterday it was 5.', 'yesterday'],
    ['目前为10亿元', 'now'],
    ['本季度为10亿元', 'now'],
    ['It is now 5.', 'now'],
    ['This quarter it is 5.', 'now'],
    ['预计为10亿元', 'plan'],
    ['明年为10亿元', 'plan'],
    ['Next year it is 5.', 'plan'],
    ['It is expected to be 5.', 'plan'],
  ])('%s', (text, relative) => {
    expect(read(text).map((time) => time.relative)).toContain(relative);
  });

  test('of a day says nothing of the year', () => {
    expect(timesAgree(only('去年营收'), only('昨天公布'))).toBe(true);
    expect(timesAgree(only('昨天新增'), only('前天新增'))).toBe(false);
  });

  test('is half of a year, with and without it', () => {
    expect(read('上半年生产').map(({ period }) => [period?.first, period?.last])).toEqual([[1, 6]]);
    expect(read('the second half of 2023')).toHaveLength(1);
    expect(timesAgree(only('上半年'), only('in the second half'))).toBe(false);
    expect(timesAgree(only('下半年'), only('in the second half'))).toBe(true);
  });

  test('is none where the figure is only compared with it', () => {
    expect(told('营收比去年增长5亿元')).toEqual([]);
    expect(told('营收较上年同期增长5亿元')).toEqual([]);
    expect(told('It is 5 more than a year earlier.')).toEqual([]);
    expect(told('It rose by 5 from the previous quarter.')).toEqual([]);
    expect(told('It is higher compared with last year.')).toEqual([]);
  });

  test('stands at its words, in their order, among the dates', () => {
    expect(told('今年营收10亿元，去年8亿元，2019年7亿元')).toEqual([
      ['今年', 'now'],
      ['去年', 'last'],
      ['2019年', null],
    ]);
  });

  test('bare years count where they are given', () => {
    const text = '2019, 1.1 million';
    expect(timeWordsIn(text, text, [{ start: 0, end: 4, year: 2019 }])).toEqual([
      { start: 0, end: 4, relative: null, period: { start: 0, end: 4, year: 2019, first: 1, last: 12, day: null } },
    ]);
  });
});

describe('the time of a figure', () => {
  /** The figure is `#`; clauses end at a comma. */
  const timeBeside = (text: string) => {
    const at = text.indexOf('#');
    const clause = {
      start: text.lastIndexOf('，', at) + 1,
      end: (text.indexOf('，', at) + text.length + 1) % (text.length + 1),
    };
    const found = timeOf(read(text), {
      ...{ figure: { start: at, end: at + 1 }, clause, sentence: { start: 0, end: text.length } },
      form: comparisonForm(text),
    });
    return found && text.slice(found.start, found.end);
  };

  test.each([
    ['the last before it in its clause', '去年8吨今年#吨', '今年'],
    ['rather than one behind it', '今年#吨去年8吨', '今年'],
    ['the first behind it in its clause where none is before', '共有#吨在今年和去年', '今年'],
    ['rather than one of another clause', '去年8吨，共有#吨在今年', '今年'],
    ['the last of its sentence before it where its clause has none', '去年和今年都好，共有#吨', '今年'],
    ['none of a clause behind it', '共有#吨，今年很好', null],
  ])('is %s', (_, text, time) => {
    expect(timeBeside(text)).toBe(time);
  });

  test('is none of the sentence before', () => {
    const text = '去年很好。共有#吨。';
    const at = text.indexOf('#');
    const sentence = { start: 5, end: text.length };
    expect(
      timeOf(read(text), {
        ...{ figure: { start: at, end: at + 1 }, clause: sentence, sentence },
        form: comparisonForm(text),
      }),
    ).toBeNull();
  });
});

describe('two times', () => {
  const [y2019, y2020, last, now] = ['2019年', '2020年', '去年', '目前'].map(only);

  test('agree where they can be one', () => {
    expect(timesAgree(y2019 ?? null, y2019 ?? null)).toBe(true);
    expect(timesAgree(y2019 ?? null, y2020 ?? null)).toBe(false);
    expect(timesAgree(last ?? null, only('last year'))).toBe(true);
    expect(timesAgree(last ?? null, now ?? null)).toBe(false);
    expect(timesAgree(last ?? null, y2020 ?? null)).toBe(true);
    expect(timesAgree(y2020 ?? null, last ?? null)).toBe(true);
    expect(timesAgree(null, y2020 ?? null)).toBe(true);
    expect(timesAgree(y2020 ?? null, null)).toBe(true);
  });

  test('are ordered from what is planned over the years to now', () => {
    const order = [null, only('目前'), only('去年'), only('前年'), only('预计')].map(recency);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(order[0]).toBe(order[1]);
    expect(recency(only('2020年6月'))).toBeGreaterThan(recency(only('2020年5月')));
    expect(recency(only('2020年1月'))).toBeGreaterThan(recency(only('2019年12月')));
    expect(recency(only('去年'))).toBeGreaterThan(recency(only('2020年')));
    expect(new Set(order).size).toBe(4);
  });
});
