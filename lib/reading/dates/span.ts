/** What readers of dates share: the span of a date before it is resolved, numbers in dates, and sticky patterns. */

/** The parts of a date that a text tells; null or left out where it does not. */
interface Parts {
  year: number | null;
  month: number | null;
  day: number | null;
  quarter?: number;
}

/** The span of a date before it is resolved. `offset`: years from the article's date (去年: -1). */
export interface DateSpan {
  start: number;
  end: number;
  parts: Parts;
  offset: number | null;
  time: boolean;
}

/** The span of a date; `offset` as in `DateSpan`, `NaN` where the year cannot be known. */
export const spanOf = (
  start: number,
  end: number,
  year: number | null,
  month: number | null,
  day: number | null,
  offset: number | null = null,
): DateSpan => ({ start, end, parts: { year, month, day }, offset, time: false });

/** The span of a clock time. */
export const timeSpan = (start: number, end: number): DateSpan => ({
  start,
  end,
  parts: { year: null, month: null, day: null },
  offset: null,
  time: true,
});

const DIGITS = '〇一二三四五六七八九';

/** A character of a Han number, for patterns. */
export const HAN_NUMBER = '[〇零一二三四五六七八九十]';

const digit = (char: string): number => DIGITS.indexOf(char === '零' ? '〇' : char);

/** The value of a Han or Arabic number of up to three characters (dates need no more), or null. */
export function small(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const ten = word.indexOf('十');
  if (ten < 0) return [...word].reduce((sum, char) => sum * 10 + digit(char), 0);
  return (ten === 0 ? 1 : digit(word.charAt(0))) * 10 + (ten + 1 < word.length ? digit(word.charAt(ten + 1)) : 0);
}

/** A sticky pattern's match at `i`, or null. */
export const match = (pattern: RegExp, text: string, i: number): RegExpExecArray | null => {
  pattern.lastIndex = i;
  return pattern.exec(text);
};
