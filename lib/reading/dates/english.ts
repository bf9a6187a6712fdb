/** Dates and clock times that begin with a word or with a day: `October 19, 2022`, `19 Oct`, `half past nine`, `Q3 2024`. */

import { type FoldedText, hasUnit, oneOf, unitSetOf } from '#lib/text/forms/folded';
import { type DateSpan, match, spanOf, timeSpan } from './span';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const MONTH_KEYS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

/** `half past nine`, `a quarter to ten`, `six o'clock`. */
const CLOCK_WORDS = new RegExp(
  `(?:half past|(?:a )?quarter (?:past|to)) (?:${HOURS}|1?\\d)\\b|(?:${HOURS}) (?:o['’]clock|thirty\\b(?! \\w+s\\b)|[ap]\\.?m\\b)`,
  'y',
);

/** A further day of the same month: `Oct. 11-15`, `October 11 to 15`, `June 3, 4 and 5`. */
const FURTHER_DAYS =
  /(?:, \d{1,2}(?=,? (?:and|or) \d{1,2}\b)(?:st|nd|rd|th)?){0,3},?(?: ?[-~—] ?| (?:to|and|or|through|until) )(\d{1,2})(?:st|nd|rd|th)?(?=$|[.;!?)\n]|,(?!\d{3})|,? (?:(?:1[5-9]|20)\d\d\b|(?:and|or|the|to|by|as|with|when|while|after|before|that|which|in|on|at|for|from|is|was|were|had|will|would|he|she|it|they|we)\b))(?!\.\d)/y;

/** The year of a row of days (`April 1-5, 2024`). */
const YEAR_AFTER = /,? ?((?:1[5-9]|20)\d\d)\b/y;

const MONTH_FIRST = new RegExp(
  `(${MONTHS})\\b\\.?(?: ?(\\d{1,2})(?:st|nd|rd|th)?\\b(?![,.]\\d{3}| ?(?:million|billion|thousand|percent|` +
    'per cent|%)))?(?:,? ?((?:1[5-9]|20)\\d\\d)\\b)?',
  'y',
);

const DAY_FIRST = new RegExp(
  `(?:\\d{1,2}(?:st|nd|rd|th)?(?: ?[-~—] ?| (?:to|and|or|through) ))?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})\\b\\.?` +
    '(?:,? ?((?:1[5-9]|20)\\d\\d)\\b)?',
  'y',
);

const QUARTER = /q([1-4])(?: of)?(?: ?(?:fy ?)?((?:19|20)\d\d))?\b/y;

const FISCAL = /(?:fy|fiscal(?: year)?) ?((?:19|20)?\d\d)\b/y;

const monthOf = (word: string): number => MONTH_KEYS.indexOf(word.slice(0, 3)) + 1;

/** First letters of the words that tell the time. */
const CLOCK_LETTERS = unitSetOf('haqotfsen');

/** First letters of the months. */
const MONTH_LETTERS = unitSetOf('jfmasond');

/** The date or clock time that begins with the word at `i`, or null. */
export function wordDate(t: FoldedText, i: number): DateSpan | null {
  const { lower: text } = t;
  const first = text.charCodeAt(i);
  if (first === 113) {
    const quarter = match(QUARTER, text, i);
    if (!quarter) return null;
    const span = spanOf(i, i + quarter[0].length, quarter[2] ? Number(quarter[2]) : null, null, null);
    span.parts.quarter = Number(quarter[1]);
    return span;
  }
  if (first === 102) {
    const fiscal = match(FISCAL, text, i);
    if (fiscal) {
      const year = Number(fiscal[1]);
      return spanOf(i, i + fiscal[0].length, year < 100 ? 2000 + year : year, null, null);
    }
  }
  const clock = hasUnit(CLOCK_LETTERS, first) ? match(CLOCK_WORDS, text, i) : null;
  if (clock) return timeSpan(i, i + clock[0].length);
  const found = hasUnit(MONTH_LETTERS, first) ? match(MONTH_FIRST, text, i) : null;
  if (!found) return null;
  // `may`, `march` are verbs without a day or year after them, and months begin with a capital.
  if (!found[2] && !found[3]) return null;
  if (!/[A-Z]/.test(t.text.charAt(i)) && !found[3] && (found[1] === 'may' || found[1] === 'march')) return null;
  if (found[2] && Number(found[2]) > 31) return null;
  const end = i + found[0].length;
  const further = found[2] && !found[3] ? match(FURTHER_DAYS, text, end) : null;
  const days = further !== null && Number(further[1]) <= 31 && Number(further[1]) > Number(found[2]);
  const last = days ? end + further[0].length : end;
  const year = days ? match(YEAR_AFTER, text, last) : null;
  const said = found[3] ?? year?.[1];
  return spanOf(
    i,
    year ? last + year[0].length : last,
    said ? Number(said) : null,
    monthOf(found[1] ?? ''),
    found[2] ? Number(found[2]) : null,
  );
}

/** What may follow a day before its month. */
export const followsDay = oneOf(' -~—snrt');

/** `19 October`, `the 3rd of May 2024`: a date that begins with its day, at the digits at `i`. */
export function dayFirstDate(text: string, i: number): DateSpan | null {
  const found = match(DAY_FIRST, text, i);
  if (!found || Number(found[1]) > 31) return null;
  // `may` is a verb unless a year, an ordinal day or the end of the phrase shows that it is the month.
  const isMonth = found[2] !== 'may' || found[3] || /^\d{1,2}(?:st|nd|rd|th)|\d{1,2} may(?:$|[,. ])/.test(found[0]);
  if (!isMonth) return null;
  const year = found[3] ? Number(found[3]) : null;
  return spanOf(i, i + found[0].length, year, monthOf(found[2] ?? ''), Number(found[1]));
}
