/** What of the desk is counted: a period, an outlet, a kind. Light enough for the browser: it loads no reader. */

import type { ClaimParameters } from '#lib/domain/search/claim-query';
import { type ClaimKind, claimKinds } from '#lib/reading/claim-kinds';
import { isPartialDate } from '#lib/text/tidy';
import { addDays, addMonths, type Day, mondayOf } from './days';
import type { Period } from './slots';

/** `12w`: this week and the eleven before; `12m`: this month and the eleven before; `all`: since the desk began. */
export const namedPeriods = ['12w', '12m', 'all'] as const;
export type NamedPeriod = (typeof namedPeriods)[number];

export type StatisticsQuery = {
  /** Counts where neither `from` nor `to` is given. */
  period: NamedPeriod;
  from: Day | null;
  /** It is included. */
  to: Day | null;
  /** An outlet's name; '' for all. Case and width do not tell two apart. */
  outlet: string;
  kind: ClaimKind | null;
};

/** An outlet's name is cut here (UTF-16 units), as everywhere in addresses of lists. */
const longest = 300;

/** The query that an address asks for; what is not understood is left out, and days in the wrong order are exchanged. */
export function statisticsQuery(asked: ClaimParameters): StatisticsQuery {
  const one = (name: string) =>
    ([asked[name]].flat()[0] ?? '').slice(0, longest).replaceAll('\0', ' ').toWellFormed().trim();
  const day = (name: string): Day | null => {
    const text = one(name);
    return text.length === 10 && isPartialDate(text) ? text : null;
  };
  const [from, to] = [day('from'), day('to')];
  const isTurned = from !== null && to !== null && from > to;
  return {
    period: namedPeriods.find((name) => name === one('period')) ?? '12w',
    from: isTurned ? to : from,
    to: isTurned ? from : to,
    outlet: one('outlet'),
    kind: claimKinds.find((kind) => kind === one('kind')) ?? null,
  };
}

/** The parameters of a query, without what goes without saying. */
export function statisticsParameters({ period, from, to, outlet, kind }: StatisticsQuery): Record<string, string> {
  const isNamed = from === null && to === null;
  return {
    ...(isNamed && period !== '12w' ? { period } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(outlet === '' ? {} : { outlet }),
    ...(kind === null ? {} : { kind }),
  };
}

/** Nothing older than this is counted: a wrong date would otherwise make a table of thousands of years. */
const mostYears = 100;

/**
 * The days that a query is about. `earliest`: the first day of which there is anything to count, null where there is none.
 * A period that lies before it or after today ends before it begins.
 */
export function periodOf(
  { period, from, to }: StatisticsQuery,
  { today, earliest }: { today: Day; earliest: Day | null },
): Period {
  const oldest = addMonths(today, -12 * mostYears);
  const start = later(earliest ?? today, oldest);
  if (from !== null || to !== null) return { first: later(from ?? start, start), last: sooner(to ?? today, today) };
  const firsts: Record<NamedPeriod, Day> = {
    '12w': addDays(mondayOf(today), -11 * 7),
    '12m': addMonths(today, -11),
    all: start,
  };
  return { first: firsts[period], last: today };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const sooner = (a: Day, b: Day): Day => (a < b ? a : b);
