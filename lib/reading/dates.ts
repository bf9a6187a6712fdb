/**
 * Calendar dates, years and clock times in a text: `2023年1月`, `去年10月19日`, `October 19, 2022`, `in 2016`, `2025-03-25
 * 10:44:48`, `下午3点`. Invariant: spans are in order and do not overlap; a date is ISO 8601 cut to its precision. A date
 * is never a figure, so the reader of figures skips all these spans. A bare four-digit number needs a sign that it is a
 * year; where the year is unknown, no date is given.
 */

import { foldText } from '#lib/text/forms/folded';
import { findDateSpans } from './dates/find-spans';
import type { DateSpan } from './dates/span';

export interface FoundDate {
  start: number;
  end: number;
  text: string;
  /** `2022`, `2022-10`, `2022-10-19`; null for a clock time or where the year cannot be resolved. */
  iso: string | null;
  precision: 'day' | 'month' | 'quarter' | 'year' | 'time';
}

const pad = (n: number): string => String(n).padStart(2, '0');

/**
 * Finds calendar dates and years in a text. Relative years (`去年`) and dates without a year (`2月7日`) are resolved
 * against the article's date (ISO 8601): a month without a year is the nearest one, at most half a year away. Without
 * an article date they have `iso: null`. The `iso` of a quarter is its first month. Offsets are UTF-16.
 */
export function findDates(text: string, articleDate?: string): FoundDate[] {
  const base = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(articleDate ?? '');
  return findDateSpans(foldText(text)).map((span) => {
    const { month, day, quarter } = span.parts;
    const precision = span.time
      ? 'time'
      : day !== null
        ? 'day'
        : month !== null
          ? 'month'
          : quarter
            ? 'quarter'
            : 'year';
    return {
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      iso: span.time ? null : resolve(span, base),
      precision,
    };
  });
}

function resolve(span: DateSpan, base: RegExpExecArray | null): string | null {
  const { day, quarter } = span.parts;
  let { year, month } = span.parts;
  if (quarter) month = quarter * 3 - 2;
  if (year === null) {
    if (!base || Number.isNaN(span.offset)) return null;
    year = Number(base[1]) + (span.offset ?? 0);
    const baseMonth = base[2] ? Number(base[2]) : 12;
    if (month === null && day !== null) month = base[3] && day > Number(base[3]) ? baseMonth - 1 : baseMonth;
    else if (span.offset === null && month !== null) {
      if (month - baseMonth > 6) year--;
      else if (baseMonth - month > 6) year++;
    }
    if (month === 0) {
      month = 12;
      year--;
    }
  }
  const parts = [String(year).padStart(4, '0')];
  if (month !== null) parts.push(pad(month));
  if (month !== null && day !== null) parts.push(pad(day));
  return parts.join('-');
}
