/** Dates, eras and clock times in Chinese: `去年10月19日`, `二〇二四年`, `3至5月份`, `下午3点半`, `二十世纪`. */

import { hasUnit, isDigit, oneOf, unitSetOf } from '#lib/text/forms/folded';
import { type DateSpan, HAN_NUMBER, match, small, spanOf, timeSpan } from './span';

/** Relative years in news Chinese, with their distance from the article's year. */
const RELATIVE_YEARS: Record<string, number> = {
  今年: 0,
  本年: 0,
  去年: -1,
  前年: -2,
  明年: 1,
  后年: 2,
  大前年: -3,
  当年: NaN,
  同年: NaN,
  次年: NaN,
  翌年: NaN,
};

/** Sticky patterns, tried only where their first character can stand; none has nested repetition, so each is linear. */
const HAN_FULL = new RegExp(
  `(?:(大前年|[今本去前明后当同次翌]年(?![产均薪营收增销化租费])|(?:公元前?)?\\d{2,4} ?年|[〇零一二三四五六七八九]{2,4}年)(?:的)?,? ?)?` +
    `(?:(?:(\\d{1,2}|${HAN_NUMBER}{1,3}) ?月份?(?: ?(\\d{1,2}|${HAN_NUMBER}{1,3}) ?[日号])?)|([1-4一二三四])季度)?`,
  'y',
);

const CLOCK_HAN = new RegExp(
  `(?:\\d{1,2}|两|${HAN_NUMBER}{1,3})[点时](?:整|半|许|钟|一刻|三刻|(?:\\d{1,2}|${HAN_NUMBER}{1,3})分(?:(?:\\d{1,2}|${HAN_NUMBER}{1,3})秒)?)?`,
  'y',
);

/** `五六十年代`, `二十世纪`, `20世纪`: without a century or a decade the year is unknown. */
const ERA = new RegExp(`[一二三四五六七八九]{1,3}十年代|(?:\\d{1,2}|${HAN_NUMBER}{1,3})世纪(?!之|家)`, 'y');

/** `1-9月`, `3至5月份`, `5—7日`: from one month or day to another. 3-5日内 is a length of time. */
const HAN_SPAN = new RegExp(
  `(\\d{1,2}|${HAN_NUMBER}{1,3})(?: ?[-~—] ?|至|到|、)(\\d{1,2}|${HAN_NUMBER}{1,3})(?:(月)(?!龄|饼|租|薪|内|后)份?|[日号](?![内元本均增活产楼线院店币]|以内|之内|左右|游|系))`,
  'y',
);

/** The last day of a row that is told with its month (`4月1日至5日`). */
const HAN_UNTIL = new RegExp(`(?: ?[-~—] ?|至|到)(\\d{1,2}|${HAN_NUMBER}{1,3}) ?[日号]`, 'y');

/** What every such span has after its first number. */
const JOINT = /^.{0,2} ?[-~—至到、]/;

/** What makes days before 日 a length of time. */
const LASTING = /[每需约共历第.]$|为期$|未来$/;

/** Characters of Han numbers in dates. */
const HAN_NUMBERS = unitSetOf('〇零一二三四五六七八九十两');

/** No number in a date is longer than a year. */
const LONGEST_NUMBER = 4;

/** What follows the number with which a date, clock time or era begins, in digits or Han characters. */
export const followsHanNumber = oneOf('年月季点时世至到、-~— ');

const HAN_STARTS = unitSetOf('〇零一二三四五六七八九十两今本去前明后大当同次翌公');

/** The second character of 去年, 公元 and 大前年. */
const opensYear = oneOf('年元前');

/** Whether a date may begin with the Han character at `i`: most that could are part of another word. */
export function opensHanDate(text: string, i: number): boolean {
  if (!hasUnit(HAN_STARTS, text.charCodeAt(i))) return false;
  if (!hasUnit(HAN_NUMBERS, text.charCodeAt(i))) return opensYear(text, i + 1);
  let end = i + 1;
  while (end - i < LONGEST_NUMBER && hasUnit(HAN_NUMBERS, text.charCodeAt(end))) end++;
  return followsHanNumber(text, end);
}

const inYears = (n: number): boolean => n >= 1500 && n <= 2100;

/** The date, era or clock time in Chinese at `i`, in digits or Han characters, or null. */
export function hanDate(text: string, i: number): DateSpan | null {
  const ahead = text.slice(i + 1, i + 7);
  const clock = /^.{0,2}[点时]/.test(ahead) ? clockHan(text, i) : null;
  if (clock) return clock;
  const era = ahead.includes('年代') || ahead.includes('世纪') ? match(ERA, text, i) : null;
  if (era && !/[\d.第]/.test(text[i - 1] ?? ' ')) return spanOf(i, i + era[0].length, null, null, null, NaN);
  const through = JOINT.test(ahead) ? hanSpan(text, i) : null;
  if (through) return through;
  const found = match(HAN_FULL, text, i);
  if (!found || found[0] === '') return null;
  const [, yearWord, monthWord, dayWord, quarter] = found;
  let offset: number | null = null;
  let year: number | null = null;
  if (yearWord) {
    const word = yearWord.replace(/ /g, '');
    if (word in RELATIVE_YEARS) offset = RELATIVE_YEARS[word] ?? null;
    else {
      const digits = word.replace(/^公元前?/, '').slice(0, -1);
      year = small(digits);
      // 三年, 10年, 十二年 are lengths of time; a year has four digits, or two before a month (98年3月).
      if (digits.length < 4 && !(digits.length === 2 && monthWord) && !word.startsWith('公元')) return null;
      if (year !== null && digits.length === 2) year += year > 50 ? 1900 : 2000;
      if (year !== null && digits.length >= 4 && !inYears(year) && !word.startsWith('公元')) return null;
    }
  }
  const month = monthWord ? small(monthWord) : null;
  const day = dayWord ? small(dayWord) : null;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > 31)) return null;
  // 前年, 本年, 同年 are dates; 一月 alone is January, 一季度 the first quarter, but 三个季度 never matches.
  if (!yearWord && !monthWord && !quarter) return null;
  if (!yearWord && quarter && (isDigit(text.charCodeAt(i - 1)) || text[i - 1] === '.')) return null;
  const until = day === null ? null : match(HAN_UNTIL, text, i + found[0].length);
  const end =
    until && (small(until[1] ?? '') ?? 0) > (day ?? 31)
      ? i + found[0].length + until[0].length
      : i + found[0].replace(/的?,? ?$/, '').length;
  const span = spanOf(i, end, year, month, day, offset);
  if (quarter) span.parts.quarter = small(quarter) ?? undefined;
  return span;
}

/** Days or months from one to the other; the date is that of the first. */
function hanSpan(text: string, i: number): DateSpan | null {
  const found = match(HAN_SPAN, text, i);
  if (!found || LASTING.test(text.slice(Math.max(0, i - 2), i)) || isDigit(text.charCodeAt(i - 1))) return null;
  const [first, last] = [small(found[1] ?? ''), small(found[2] ?? '')];
  if (first === null || last === null || first < 1 || first >= last || last > (found[3] ? 12 : 31)) return null;
  return found[3]
    ? spanOf(i, i + found[0].length, null, first, null)
    : spanOf(i, i + found[0].length, null, null, first);
}

function clockHan(text: string, i: number): DateSpan | null {
  const found = match(CLOCK_HAN, text, i);
  if (!found) return null;
  const exact = /[点时](?:整|半|许|钟|一刻|三刻|.+[分秒])$/.test(found[0]);
  const after = text.slice(i + found[0].length, i + found[0].length + 2);
  const before = text.slice(Math.max(0, i - 3), i);
  const cued = /(?:上午|下午|凌晨|早上|晚上|中午|傍晚|今晚|清晨|夜里|时间|早|晚|日|深夜|午夜)$/.test(before);
  if (found[0].endsWith('时') && !cued) return null;
  if (found[0].endsWith('半') && after.startsWith('导')) return null;
  return (exact && !/^[成]/.test(after)) || cued ? timeSpan(i, i + found[0].length) : null;
}
