import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from './dates';

const found = (text: string, articleDate?: string): unknown[] =>
  findDates(text, articleDate).map((date) => [date.text, date.iso, date.precision]);

describe('dates', () => {
  it.each([
    ['2023年1月，他去了北京', [['2023年1月', '2023-01', 'month']]],
    ['去年10月19日完成融资', [['去年10月19日', '2022-10-19', 'day']]],
    ['2月7日，经确认', [['2月7日', '2023-02-07', 'day']]],
    ['预计3月份完成内测', [['3月份', '2023-03', 'month']]],
    ['上年12月的会', [['12月', '2022-12', 'month']]],
    ['到2026年', [['2026年', '2026', 'year']]],
    ['一季度增长', [['一季度', '2023-01', 'quarter']]],
    ['二〇二二年十月', [['二〇二二年十月', '2022-10', 'month']]],
    ['下午3点半', [['3点半', null, 'time']]],
    ['on October 19, 2022', [['October 19, 2022', '2022-10-19', 'day']]],
    ['19 Oct 2022', [['19 Oct 2022', '2022-10-19', 'day']]],
    [
      'in 2016 and since 1998',
      [
        ['2016', '2016', 'year'],
        ['1998', '1998', 'year'],
      ],
    ],
    ['2025-03-25 10:44:48', [['2025-03-25 10:44:48', '2025-03-25', 'day']]],
    ['the 1980s', [['1980s', '1980', 'year']]],
    ['Q3 2021', [['Q3 2021', '2021-07', 'quarter']]],
    ['at 10:30 am', [['10:30 am', null, 'time']]],
  ])('reads %s', (text, dates) => {
    expect(found(text, '2023-02-16')).toEqual(dates);
  });

  it('leaves a date without a year open where the article has no date', () => {
    expect(found('去年10月19日')).toEqual([['去年10月19日', null, 'day']]);
  });

  it.each([
    // Half a year away on either side is this year; a month more is the year before or after.
    ['9月', '2023-03-15', '2023-09'],
    ['10月', '2023-03-15', '2022-10'],
    ['3月', '2023-09-15', '2023-03'],
    ['2月', '2023-09-15', '2024-02'],
    ['7月', '2023-01-15', '2023-07'],
    ['8月', '2023-01-15', '2022-08'],
    ['6月', '2023-12-15', '2023-06'],
    ['5月', '2023-12-15', '2024-05'],
    ['September 5', '2023-03-15', '2023-09-05'],
    ['October 5', '2023-03-15', '2022-10-05'],
    // A year that the text gives is not moved.
    ['去年12月', '2023-01-15', '2022-12'],
    ['今年12月', '2023-01-15', '2023-12'],
    ['明年1月', '2023-12-15', '2024-01'],
    ['前年', '2023-01-15', '2021'],
    ['2019年12月', '2023-01-15', '2019-12'],
    // A day without a month is of this month up to the day of the article, and of the one before after it.
    ['15日', '2023-03-15', '2023-03-15'],
    ['16日', '2023-03-15', '2023-02-16'],
    ['31日', '2023-01-15', '2022-12-31'],
    ['16日', '2023-03', '2023-03-16'],
    // Quarters are named by their first month.
    ['一季度', '2023-03-15', '2023-01'],
    ['四季度', '2023-03-15', '2022-10'],
    ['四季度', '2023-09-15', '2023-10'],
    ['Q4 2021', '2023-03-15', '2021-10'],
  ])('resolves %s in an article of %s to %s', (text, articleDate, iso) => {
    expect(findDates(text, articleDate).map((date) => date.iso)).toEqual([iso]);
  });

  it.each(['三年', '10年后', '2016人', '3000 employees', 'in 300 cases', '5天'])('finds no date in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('never throws and keeps spans in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '2023',
            '年',
            '1',
            '月',
            '日',
            '去年',
            '-',
            '/',
            ':',
            ' ',
            'May ',
            'in ',
            's',
            '点',
            '一',
            '十',
            '，',
            '\ud83d',
          ),
          { maxLength: 12 },
        ),
        (pieces) => {
          const text = pieces.join('');
          let last = 0;
          for (const date of findDates(text, '2023-02-16')) {
            expect(text.slice(date.start, date.end)).toBe(date.text);
            expect(date.start).toBeGreaterThanOrEqual(last);
            last = date.end;
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('dates from one day to another, and named years', () => {
  it.each([
    ['from Sept. 11-15', 'Sept. 11-15'],
    ['on June 3, 4 and 5', 'June 3, 4 and 5'],
    ['October 11 to 15', 'October 11 to 15'],
    ['11-15 October', '11-15 October'],
    ['营业5—7日', '5—7日'],
    ['营业4月1日至5日', '4月1日至5日'],
    ['open April 1-5, 2024', 'April 1-5, 2024'],
    ['open April 1 to 5 2024 again', 'April 1 to 5 2024'],
    ['在1-9月', '1-9月'],
    ['老歌是五六十年代的', '五六十年代'],
    ['于二十世纪', '二十世纪'],
    ['下午两点半', '两点半'],
    ['at half past nine', 'half past nine'],
    ["at six o'clock", "six o'clock"],
    ['a 2017 study', '2017'],
    ['the index should end 2018 at 9,870', '2018'],
    ['看2024欧洲杯', '2024'],
    ['open 9-11am', '9-11am'],
  ])('finds one date in %s', (text, words) => {
    expect(findDates(text).map((date) => date.text)).toEqual([words]);
  });

  it.each(['需3-5日内', 'grew from 1500 to 2050', 'a 2000 metre race', 'in 3:52.4', '两点建议', '2024名选手'])(
    'finds none in %s',
    (text) => {
      expect(findDates(text)).toEqual([]);
    },
  );
});
