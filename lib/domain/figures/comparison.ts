/**
 * Compares a claimed figure with the figure that a source gives for the same thing: whether both can be true, how far
 * they are apart, and whether an error by a power of ten (万 for 亿, million for billion) explains the difference.
 * Invariants: the result is a proposal, never a decision; figures in units that do not convert are never consistent;
 * overlap does not depend on which figure is the claim's.
 *
 * Units: currencies stay as given and are converted only at a rate that the desk entered. Percent and percentage points
 * are two units (told apart by the figure's words, `raw`, since the reader names both percent). Measures of one
 * dimension convert, as do per cent, ratios and multiples, rates per thousand and per one, per year and per month.
 * Months and years have no fixed number of days: such a conversion counts as about, within 2 %. A bare number takes the
 * unit of the other figure, as in a table (`375`); a value of at most 1 is taken as a fraction beside a percentage; an
 * amount without a rate takes `per year` from the other, since accounts and salaries are annual unless stated
 * otherwise. Both are reported in `assumed`. Any other difference is a different unit.
 *
 * Tolerance: see precision.ts. Dates: figures of different years do not contradict each other.
 */

import type { FigureFacts } from '#lib/reading/figure-types';
import { countsAlike, currencyOf, readRateBase, unitFactor } from '#lib/reading/unit-scale';
import { type Precision, precisionOf, reachOf, type WrittenFigure } from './precision';

/** An exchange rate that the desk entered: 1 `from` is `rate` `to` (ISO 4217 codes) on a day (ISO 8601 date). */
export type ExchangeRate = { from: string; to: string; rate: number; on: string };

export type Comparison = {
  relation: 'consistent' | 'off' | 'power-of-ten' | 'different-unit' | 'different-date';
  /** Whether the values share a number as written, without tolerance; false in different units. */
  overlap: boolean;
  /**
   * How far the claimed value is from the found one, by their nearest ends, as a share of the found end: −0.13 is 13 %
   * too low, 0 means that they overlap. null in different units and where the found end is 0.
   */
  deviation: number | null;
  /**
   * Claimed divided by found: the geometric mean for low ends and high ends. null in different units, where a sign
   * differs or an end is 0.
   */
  factor: number | null;
  /** The k of a factor that is 10^k within the precision of the figures, from 1 to 12 or −1 to −12; otherwise null. */
  power: number | null;
  /** The rate used to convert the claimed figure, if any. */
  conversion: ExchangeRate | null;
  /** The claimed value in the unit and rate of the found one; null in different units. */
  converted: { low: number | null; high: number | null } | null;
  /** What one figure did not say and was taken from the other. */
  assumed: ('unit' | 'rate')[];
};

/**
 * Compares a claimed figure with one found in a source. Both may bring their words (`raw`), which show percentage
 * points and trailing zeros (`3.0 million`). Ends in the wrong order are swapped. An exchange rate is used in either
 * direction and never chained; of several, the nearest to the as-of dates of the figures, otherwise the newest.
 */
export function compareFigures(claimed: WrittenFigure, found: WrittenFigure, rates: ExchangeRate[] = []): Comparison {
  const conversion = conversionBetween(claimed, found, rates);
  if (!conversion) return unlike;
  const { factor, slack, rate, assumed } = conversion;
  const a = rangeOf(claimed, factor * conversion.claimedFactor, slack);
  const b = rangeOf(found, conversion.foundFactor, 0);
  if (!a || !b) return unlike;
  const power = powerBetween(a, b);
  const comparison = {
    overlap: meet(a, b),
    deviation: deviationOf(a, b),
    factor: factorOf(a, b),
    power,
    conversion: rate,
    converted: { low: finiteOf(a.low), high: finiteOf(a.high) },
    assumed,
  };
  if (agree(a, b)) return { relation: 'consistent', ...comparison, power: null };
  if (areDisjointDates(claimed.asOf, found.asOf)) return { relation: 'different-date', ...comparison };
  return { relation: power === null ? 'off' : 'power-of-ten', ...comparison };
}

const unlike: Comparison = {
  relation: 'different-unit',
  overlap: false,
  deviation: null,
  factor: null,
  power: null,
  conversion: null,
  converted: null,
  assumed: [],
};

/** The values a figure allows, in the found figure's unit; an open end is infinite. */
interface Range {
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
  precision: Precision;
  qualifier: FigureFacts['qualifier'];
  /** The uncertainty of the conversion, as a share. */
  slack: number;
}

/** Doubles that differ by at most this share are equal: conversions leave rounding errors in the last digits. */
const noise = 1e-9;

function rangeOf(figure: WrittenFigure, factor: number, slack: number): Range | null {
  if (figure.low === null && figure.high === null) return null;
  const one = (figure.low ?? Number.NEGATIVE_INFINITY) * factor;
  const other = (figure.high ?? Number.POSITIVE_INFINITY) * factor;
  const precision = precisionOf(figure);
  const { qualifier } = figure;
  return {
    low: Math.min(one, other),
    high: Math.max(one, other),
    lowOpen: qualifier === 'more-than' && figure.high === null,
    highOpen: qualifier === 'less-than' && figure.low === null,
    precision: { ...precision, step: precision.step * Math.abs(factor) },
    qualifier,
    slack,
  };
}

const finiteOf = (end: number): number | null => (Number.isFinite(end) ? end : null);

/** Whether two ranges share a number. */
const meet = (a: Range, b: Range): boolean =>
  isWithin(a.low, b.high, a.lowOpen || b.highOpen) && isWithin(b.low, a.high, b.lowOpen || a.highOpen);

/** Whether the lower end of one range is at most the upper end of another; ends that touch count if both are closed. */
function isWithin(low: number, high: number, open: boolean): boolean {
  const touch = Number.isFinite(low - high) && Math.abs(low - high) <= noise * Math.max(Math.abs(low), Math.abs(high));
  return touch ? !open : low < high;
}

function agree(a: Range, b: Range): boolean {
  return meet(a, b) || meet(widened(a, b.precision.step), widened(b, a.precision.step));
}

function widened(range: Range, other: number): Range {
  const { precision, qualifier, slack } = range;
  const reach = (end: number): number => {
    if (!Number.isFinite(end)) return 0;
    return Math.max(reachOf(end, precision, other, qualifier), slack * Math.abs(end));
  };
  // A number half way rounds up, or to the even digit (GB/T 8170, §3.2.3): 375 is 380 either way, 4.65 may be 4.6.
  const halfIsOut = (end: number): boolean =>
    qualifier === 'exact' && slack === 0 && reach(end) > 0 && Math.round(Math.abs(end) / precision.step) % 2 === 1;
  return {
    ...range,
    low: range.low - reach(range.low),
    high: range.high + reach(range.high),
    lowOpen: range.lowOpen || (range.low < 0 && halfIsOut(range.low)),
    highOpen: range.highOpen || (range.high > 0 && halfIsOut(range.high)),
  };
}

function deviationOf(a: Range, b: Range): number | null {
  const [near, end] = a.low > b.high ? [a.low, b.high] : a.high < b.low ? [a.high, b.low] : [0, 0];
  if (near === end) return b.low === 0 && b.high === 0 ? null : 0;
  if (end === 0) return null;
  const deviation = (near - end) / Math.abs(end);
  return Math.abs(deviation) <= noise ? 0 : deviation;
}

/** Both ends of a range; a bound gives its one end twice. */
function endsOf({ low, high }: Range): [number, number] {
  return [Number.isFinite(low) ? low : high, Number.isFinite(high) ? high : low];
}

function factorOf(a: Range, b: Range): number | null {
  const [[aLow, aHigh], [bLow, bHigh]] = [endsOf(a), endsOf(b)];
  const [low, high] = [aLow / bLow, aHigh / bHigh];
  if (!(low > 0 && high > 0 && Number.isFinite(low) && Number.isFinite(high))) return null;
  return low === high ? low : Math.sqrt(low) * Math.sqrt(high);
}

/** The largest errors looked for: 万 for 万亿 and thousand for quadrillion are the widest that scale words allow. */
const widestPower = 12;

/** The k by which the claimed range is 10^k times the found one, at both ends and within their precision. */
function powerBetween(a: Range, b: Range): number | null {
  const factor = factorOf(a, b);
  if (factor === null) return null;
  const power = Math.round(Math.log10(factor));
  if (power === 0 || Math.abs(power) > widestPower) return null;
  const scale = 10 ** -power;
  const step = a.precision.step * scale;
  const [[aLow, aHigh], [bLow, bHigh]] = [endsOf(a), endsOf(b)];
  const alike = (mine: number, theirs: number): boolean => {
    const reach = (end: number, range: Range, own: number, other: number): number => {
      const qualifier = range.qualifier === 'about' ? 'about' : 'exact';
      const precision = { step: own, rounded: range.precision.rounded };
      return reachOf(end, precision, other, qualifier) + range.slack * Math.abs(end);
    };
    const within = reach(mine, a, step, b.precision.step) + reach(theirs, b, b.precision.step, step);
    return Math.abs(mine - theirs) <= within + noise * Math.abs(theirs);
  };
  return alike(aLow * scale, bLow) && alike(aHigh * scale, bHigh) ? power : null;
}

interface Conversion {
  /** From the claimed unit to the found one. */
  factor: number;
  /** Turns a bare fraction beside a percentage into per cent. */
  claimedFactor: number;
  foundFactor: number;
  slack: number;
  rate: ExchangeRate | null;
  assumed: Comparison['assumed'];
}

/** How far a month may be from the average one (28 or 31 days, or 30 by custom), and a year from 365 or 360 days. */
const calendarSlack = 0.02;

function conversionBetween(claimed: WrittenFigure, found: WrittenFigure, rates: ExchangeRate[]): Conversion | null {
  const [from, to] = [unitOf(claimed), unitOf(found)];
  const conversion: Conversion = { factor: 1, claimedFactor: 1, foundFactor: 1, slack: 0, rate: null, assumed: [] };
  if (from === null || to === null) {
    if (from !== to) conversion.assumed.push('unit');
    if (from === null && to === 'percent' && isFraction(claimed)) conversion.claimedFactor = 100;
    if (to === null && from === 'percent' && isFraction(found)) conversion.foundFactor = 100;
  } else if (from !== to && !countsAlike(from, to)) {
    const known = unitFactor(from, to);
    const rate = known ? null : rateBetween(from, to, claimed, found, rates);
    if (known) {
      conversion.factor = known.factor;
      if (!known.even) conversion.slack = calendarSlack;
    } else if (rate) {
      conversion.factor = rate.factor;
      conversion.slack = rate.slack;
      conversion.rate = rate.rate;
    } else if (isCentOf(from, to)) {
      conversion.factor = 0.01;
      conversion.assumed.push('unit');
    } else if (isCentOf(to, from)) {
      conversion.factor = 100;
      conversion.assumed.push('unit');
    } else return null;
  }
  const per = rateFactor(claimed, found);
  if (!per) return null;
  conversion.factor *= per.factor;
  if (!per.even) conversion.slack = Math.max(conversion.slack, calendarSlack);
  if (per.assumed) conversion.assumed.push('rate');
  return conversion;
}

/** Words for percentage points, which the reader of figures reads as per cent. */
const points = /百分点|个点|基点|\bbps?\b|\b(?:percentage|basis|per ?cent) points?\b/i;

const unitOf = ({ unit, raw }: WrittenFigure): string | null =>
  unit === 'percent' && raw !== undefined && points.test(raw) ? 'percentage point' : unit;

const isFraction = ({ low, high }: FigureFacts): boolean => Math.abs(low ?? 0) <= 1 && Math.abs(high ?? 0) <= 1;

/** Currencies whose hundredth is called cent (ISO 4217, minor unit 2); the reader does not say whose cent it is. */
const withCents = new Set(['USD', 'EUR', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'TWD', 'ZAR', 'KES', 'BND']);

const isCentOf = (cent: string, currency: string): boolean => cent === 'cent' && withCents.has(currency);

/** The factor that turns a value per one thing into a value per another; null where they differ. */
function rateFactor(
  { per: from, unit: fromUnit }: FigureFacts,
  { per: to, unit: toUnit }: FigureFacts,
): { factor: number; even: boolean; assumed: boolean } | null {
  if (from === to) return { factor: 1, even: true, assumed: false };
  if (from === null || to === null) {
    const bare = from === null ? fromUnit === null : toUnit === null;
    return bare || (from ?? to) === 'year' ? { factor: 1, even: true, assumed: true } : null;
  }
  const [a, b] = [readRateBase(from), readRateBase(to)];
  const known = countsAlike(a.unit, b.unit) ? { factor: 1, even: true } : unitFactor(b.unit, a.unit);
  return known && { factor: (known.factor * b.count) / a.count, even: known.even, assumed: false };
}

function rateBetween(
  from: string,
  to: string,
  claimed: FigureFacts,
  found: FigureFacts,
  rates: ExchangeRate[],
): { factor: number; slack: number; rate: ExchangeRate } | null {
  // Pence become pounds before conversion.
  const money = currencyOf(from);
  const target = currencyOf(to);
  if (money === null || target === null) return null;
  const fitting = rates.filter(
    (one) =>
      one.rate > 0 &&
      Number.isFinite(one.rate) &&
      ((one.from === money && one.to === target) || (one.from === target && one.to === money)),
  );
  const rate = nearestRate(fitting, [claimed.asOf, found.asOf]);
  if (!rate) return null;
  const minor = (unitFactor(from, money)?.factor ?? 1) * (unitFactor(target, to)?.factor ?? 1);
  const { step, rounded } = precisionOf({ ...exactly, low: rate.rate, high: rate.rate });
  return {
    factor: minor * (rate.from === money ? rate.rate : 1 / rate.rate),
    slack: reachOf(rate.rate, { step, rounded }, 0, 'exact') / rate.rate,
    rate,
  };
}

const exactly: FigureFacts = { low: null, high: null, unit: null, qualifier: 'exact', per: null, asOf: null };

/** The rate whose day is nearest to the dates. Of two equally near, the newer; without dates, the newest. */
function nearestRate(rates: ExchangeRate[], dates: (string | null)[]): ExchangeRate | null {
  const known = dates.flatMap((date) => (date === null ? [] : [date]));
  const distance = ({ on }: ExchangeRate): number => known.reduce((sum, date) => sum + daysBetween(on, date), 0);
  const [nearest] = rates.toSorted((a, b) => distance(a) - distance(b) || b.on.localeCompare(a.on));
  return nearest ?? null;
}

/** Days from a day to a date of any precision; 0 where the day lies within it. */
function daysBetween(day: string, date: string): number {
  if (day.startsWith(date)) return 0;
  const [year = 0, month, last] = date.split('-').map(Number);
  const near =
    day < date ? Date.UTC(year, (month ?? 1) - 1, last ?? 1) : Date.UTC(year, month ?? 12, last === undefined ? 0 : 1);
  const end = last === undefined ? near : Date.UTC(year, (month ?? 1) - 1, last);
  return Math.abs(Date.parse(day) - end) / 86_400_000;
}

/**
 * Whether two known as-of dates differ at the precision that both have (2021 and 2023-05 do; 2023 and 2023-05 do not).
 */
function areDisjointDates(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const common = Math.min(a.length, b.length);
  return a.slice(0, common) !== b.slice(0, common);
}
