/**
 * Times that a claim names, as ranges of months for comparing: `early 2025`, `4至6月`, `二季度`, `1 December 2025`.
 * Invariant: a month lies from 1 to 12, the first not after the last; what is not said is null, and agrees with
 * anything. Relative years (去年) say nothing here, since a claim's text has no date of its own.
 */

import { findDates } from '#lib/reading/dates';

export interface Period {
  /** Place in the text, in UTF-16 units. */
  start: number;
  end: number;
  year: number | null;
  first: number;
  last: number;
  day: number | null;
}

/** A year that no claim is about, by which dates without a year are told from others; June keeps months in it. */
const unknownYear = 1000;
const reference = `${unknownYear}-06-15`;

/** Words around a year that narrow it to some months; both ends are generous, since writers are. */
const seasons: [RegExp, number, number][] = [
  [/(?:the )?(?:start|beginning|turn) of (?:the year )?$|(?:early|start)(?: in)? $/, 1, 4],
  [/(?:the )?(?:end|close) of $|late(?: in)? $/, 9, 12],
  [/mid-?$|mid |middle of $/, 4, 9],
  [/spring(?: of)? $/, 3, 6],
  [/summer(?: of)? $/, 6, 9],
  [/(?:autumn|fall)(?: of)? $/, 9, 12],
  [/first half(?: of)? $/, 1, 6],
  [/second half(?: of)? $/, 7, 12],
];
const seasonsAfter: [RegExp, number, number][] = [
  [/^(?:年)?(?:首月|第一个月)/, 1, 1],
  [/^(?:年)?(?:年初|初)/, 1, 4],
  [/^(?:年)?(?:年底|年末|底|末)/, 9, 12],
  [/^(?:年)?(?:年中)/, 5, 8],
  [/^(?:年)?(?:的)?春/, 2, 6],
  [/^(?:年)?(?:的)?夏/, 6, 9],
  [/^(?:年)?(?:的)?秋/, 8, 12],
  [/^(?:年)?(?:的)?上半年/, 1, 6],
  [/^(?:年)?(?:的)?下半年/, 7, 12],
];

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const names = monthNames.join('|');
/** `April-June`, `between July and September`; a year may follow. */
const monthRange = new RegExp(
  `\\b(${names})(?:-| to | through | and )(${names})\\b(?:,? (?:of )?((?:19|20)\\d\\d))?`,
  'g',
);
/**
 * A month by itself; words that are also verbs need a sign that a month is meant. A year behind it makes it a date that
 * the reader of dates finds.
 */
const monthAlone = new RegExp(
  `\\b(?:in|of|last|this|their|its|his|her|the|since|by|until|from) (${names})\\b(?! \\d|, (?:19|20)\\d\\d)`,
  'g',
);
/** A quarter in English; the reader of dates finds `Q3 2024`. */
const quarterWords =
  /\b(first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter\b|\bq([1-4])\b(?! (?:of )?(?:19|20)\d\d)/g;
const quarterNames: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
};
const fiscalYear = /((?:19|20)\d\d) ?(?:财年|财政年度)|\b(?:fiscal|fy) ?((?:19|20)\d\d)\b/g;
const hanMonthRange = /(?:((?:19|20)\d\d)年)?(1[0-2]|[1-9])月?[至到-](1[0-2]|[1-9])月/g;

/** The periods that a text names, in order and not overlapping; `form` is the text in comparison form. Linear. */
export function periodsIn(text: string, form: string): Period[] {
  const taken = rangesIn(form);
  const covered = new Uint8Array(form.length);
  for (const { start, end } of taken) covered.fill(1, start, end);
  for (const { start, end, iso, precision } of findDates(text, reference)) {
    if (iso === null || covered.subarray(start, end).includes(1)) continue;
    const [year = 0, month, day] = iso.split('-').map(Number);
    if (Math.abs(year - unknownYear) <= 5 && (year !== unknownYear || month === undefined)) continue;
    const period: Period = {
      start,
      end,
      year: year === unknownYear ? null : year,
      first: 1,
      last: 12,
      day: day ?? null,
    };
    if (month !== undefined) {
      period.first = month;
      period.last = precision === 'quarter' ? month + 2 : month;
    } else narrow(period, form);
    taken.push(period);
  }
  return joinYears(taken.sort((a, b) => a.start - b.start));
}

function rangesIn(form: string): Period[] {
  const found: Period[] = [];
  const covered = new Uint8Array(form.length);
  const add = (start: number, length: number, year: string | undefined, first: number, last: number): void => {
    const end = start + length;
    if (first > last || covered.subarray(start, end).includes(1)) return;
    covered.fill(1, start, end);
    found.push({ start, end, year: year === undefined ? null : Number(year), first, last, day: null });
  };
  for (const match of form.matchAll(monthRange)) {
    add(match.index, match[0].length, match[3], monthOf(match[1]), monthOf(match[2]));
  }
  for (const match of form.matchAll(hanMonthRange)) {
    add(match.index, match[0].length, match[1], Number(match[2]), Number(match[3]));
  }
  for (const match of form.matchAll(fiscalYear)) {
    add(match.index, match[0].length, match[1] ?? match[2], 1, 12);
  }
  for (const { 0: found, 1: name = '', 2: number, index } of form.matchAll(quarterWords)) {
    const quarter = quarterNames[name] ?? Number(number);
    add(index, found.length, undefined, quarter * 3 - 2, quarter * 3);
  }
  for (const { 0: found, 1: name = '', index } of form.matchAll(monthAlone)) {
    const month = monthOf(name);
    add(index + found.length - name.length, name.length, undefined, month, month);
  }
  return found;
}

const monthOf = (name: string | undefined): number => monthNames.indexOf(name ?? '') + 1;

function narrow(period: Period, form: string): void {
  const before = form.slice(Math.max(0, period.start - 24), period.start);
  const after = form.slice(period.end, period.end + 6);
  const season =
    seasons.find(([words]) => words.test(before)) ?? seasonsAfter.find(([words]) => words.test(after)) ?? null;
  if (season) [, period.first, period.last] = season;
}

/** How far a quarter and its year may stand apart (`the first quarter of fiscal 2026`, `2026财年第一季度`). */
const apart = 14;

/** A quarter or range of months without a year takes the year beside it, which is no other period then. */
function joinYears(periods: Period[]): Period[] {
  const joined: Period[] = [];
  for (const period of periods) {
    const last = joined[joined.length - 1];
    const near = last !== undefined && period.start - last.end <= apart;
    if (near && last.year === null && period.year !== null && isWhole(period)) {
      last.year = period.year;
      last.end = period.end;
    } else if (near && isWhole(last) && last.year !== null && period.year === null) {
      Object.assign(last, { first: period.first, last: period.last, day: period.day, end: period.end });
    } else joined.push({ ...period });
  }
  return joined;
}

/** Whether a period is longer than a season, so that many claims share it. */
export const isLong = ({ first, last }: Period): boolean => last - first > 3;

const isWhole = ({ first, last }: Period): boolean => first === 1 && last === 12;

/** Whether two times that cannot be one are near: in one year, or in one month of two years. Slips are near. */
export function areNear(a: Period, b: Period): boolean {
  if (a.year === null || b.year === null || a.year === b.year) return true;
  const isSameDay = a.day === null || b.day === null || a.day === b.day;
  return !isWhole(a) && a.first === b.first && a.last === b.last && isSameDay;
}

/** Whether two periods can be one time. */
export function canAgree(a: Period, b: Period): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return false;
  if (a.last < b.first || b.last < a.first) return false;
  return a.day === null || b.day === null || a.day === b.day;
}

/** Search tokens of a period: its year, its month, its day, as far as each is said. */
export function tokensOfPeriod(period: Period): string[] {
  const { year, first, last, day } = period;
  const tokens: string[] = [];
  if (year !== null) tokens.push(`0d${year}`);
  if (isLong(period)) return tokens;
  for (let month = first; month <= last; month++) {
    tokens.push(`0dm${month}`);
    if (year !== null) tokens.push(`0d${year}m${month}`);
    if (year !== null && day !== null) tokens.push(`0d${year}m${month}d${day}`);
  }
  return tokens;
}
