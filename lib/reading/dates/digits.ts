/** Dates and clock times that begin with digits, in both languages. What stands after the digits decides what is tried. */

import { isLatin, oneOf } from '#lib/text/forms/folded';
import { followsHanNumber, hanDate } from './chinese';
import { dayFirstDate, followsDay } from './english';
import { type DateSpan, match, spanOf, timeSpan } from './span';
import { bareYear } from './year';

const YEAR_RANGE = /((?:1[5-9]|20)\d\d)年?(?:-|~|—|至|到)((?:(?:1[5-9]|20)\d\d)|\d\d)(?:财)?年/y;

const DAY_ONLY = /(\d{1,2})日(?![元本均增活产前化内间常]|币|系)/y;

const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?/y;

const ISO_MONTH = /((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/y;

const SLASHED = /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/y;

/** Parts of a second are those of a race, which no clock shows. */
const CLOCK = /([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?!\d|:\d|\.\d)(?: ?[ap]\.?m\b\.?)?/y;

/** `5pm`, `9:30 a.m.`, and what runs from one to the other (`9-11am`). */
const CLOCK_EN =
  /([01]?\d)(?:[.:]([0-5]\d))?(?: ?(?:-|—|to) ?[01]?\d(?:[.:][0-5]\d)?)? ?(?:[ap]m\b|[ap]\.m\.|o['’]clock)/y;

/** The date, year or clock time at the digits `i`..`end`: what stands after them decides what it can be. */
export function digitDate(text: string, i: number, end: number): DateSpan | null {
  if (end - i <= 2) return followsSmall(text, end) ? smallDate(text, i, end) : null;
  return end - i === 4 ? yearDate(text, i, end) : null;
}

/** What may follow one or two digits that begin a date or a clock time. */
const followsSmall = oneOf('年月季日点时世至到、/.:-~— tapsnro');

const followsHour = oneOf('.: -—tapo');

/** A date that begins with a day, a month or an hour. */
function smallDate(text: string, i: number, end: number): DateSpan | null {
  const next = text.charAt(end);
  // The year of a decade without its century is unknown.
  if (next === '年' && /^[1-9]0年代/.test(text.slice(i, i + 4))) return spanOf(i, i + 4, null, null, null, NaN);
  const slashed = next === '/' ? slashedDate(text, i) : null;
  if (slashed) return slashed;
  const clock = followsHour(text, end) ? (match(CLOCK_EN, text, i) ?? match(CLOCK, text, i)) : null;
  const free = !isLatin(text.charCodeAt(i - 1)) && text[i - 1] !== ':' && text[i - 1] !== '.';
  if (clock && free && Number(clock[1]) <= 24) return timeSpan(i, i + clock[0].length);
  const han = followsHanNumber(text, end) ? hanDate(text, i) : null;
  if (han) return han;
  const dayFirst = followsDay(text, end) ? dayFirstDate(text, i) : null;
  if (dayFirst) return dayFirst;
  const dayOnly = next === '日' ? match(DAY_ONLY, text, i) : null;
  return dayOnly && Number(dayOnly[1]) <= 31 && text[i - 1] !== '.' && text[i - 1] !== '第'
    ? spanOf(i, i + dayOnly[0].length, null, null, Number(dayOnly[1]))
    : null;
}

function slashedDate(text: string, i: number): DateSpan | null {
  const slashed = match(SLASHED, text, i);
  if (!slashed || text[i - 1] === '/') return null;
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
  const [month, day] = first > 12 ? [second, first] : [first, second];
  if (month > 12 || day > 31) return null;
  return spanOf(i, i + slashed[0].length, year < 100 ? 2000 + year : year, month, day);
}

const followsIsoYear = oneOf('-/.');

const followsRangedYear = oneOf('年-~—至到');

/** A date that begins with four digits, which may be a year. */
function yearDate(text: string, i: number, end: number): DateSpan | null {
  const iso = followsIsoYear(text, end) ? match(ISO, text, i) : null;
  if (iso && Number(iso[3]) <= 12 && Number(iso[4]) <= 31 && Number(iso[3]) > 0)
    return spanOf(i, i + iso[0].length, Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const range = followsRangedYear(text, end) ? match(YEAR_RANGE, text, i) : null;
  if (range) return spanOf(i, i + range[0].length, Number(range[1]), null, null);
  const han = followsHanNumber(text, end) ? hanDate(text, i) : null;
  if (han) return han;
  const month = text[end] === '-' ? match(ISO_MONTH, text, i) : null;
  if (month) return spanOf(i, i + month[0].length, Number(month[1]), Number(month[2]), null);
  return bareYear(text, i);
}
