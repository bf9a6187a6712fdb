/** Finds the spans of dates, years and clock times in a text. Invariant: spans are in order and do not overlap. */

import { digitsEnd, type FoldedText, isDigit, isHan, isLatin } from '#lib/text/forms/folded';
import { hanDate, opensHanDate } from './chinese';
import { digitDate } from './digits';
import { wordDate } from './english';
import type { DateSpan } from './span';

/** Finds the spans of dates, years and clock times in a folded text, in order. */
export function findDateSpans(t: FoldedText): DateSpan[] {
  const { lower: text } = t;
  const spans: DateSpan[] = [];
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    let span: DateSpan | null = null;
    if (isDigit(code)) {
      const end = digitsEnd(text, i);
      const inside =
        isDigit(text.charCodeAt(i - 1)) || (text[i - 1] === '.' && DECIMALS.test(text.slice(Math.max(0, i - 4), i)));
      span = inside ? null : digitDate(text, i, end);
      if (!span) {
        i = end;
        continue;
      }
    } else if (isHan(code)) {
      if (opensHanDate(text, i)) span = hanDate(text, i);
    } else if (isLatin(code)) {
      if (!isLatin(text.charCodeAt(i - 1))) span = wordDate(t, i);
      if (!span) {
        while (i < text.length && isLatin(text.charCodeAt(i))) i++;
        continue;
      }
    }
    if (span) {
      spans.push(span);
      i = span.end;
    } else {
      i++;
    }
  }
  return spans;
}

/** What stands before the decimals of a number (`514.1501年`); one or two digits may be a list number (`1.2019年`). */
const DECIMALS = /\d{3}\.$/;
