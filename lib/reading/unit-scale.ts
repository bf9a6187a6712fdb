/**
 * What a unit measures, and how units of one dimension convert: 1 kilometre is 1,000 metres, a year twelve months, a
 * tonne 2,000 jin. Invariant: a factor is exact by definition, except between days and months, which the calendar makes
 * uneven; those are marked. Units without a factor in the table do not convert, nor do counted things. Light: it loads
 * the table of units and the names of money, no reader.
 */

import { CENTS, NOUNS } from '#lib/reading/figures/units/currency-names';
import { type MeasuringUnit, UNITS } from '#lib/reading/figures/units/table';

/** What a unit measures; `count` where it is a counted thing. */
export type Dimension = MeasuringUnit['dimension'] | 'money' | 'count';

/** Names of money that are not ISO 4217 codes (`peso`, `cent`). */
const MONEY = new Set([...NOUNS.values(), ...CENTS.values()]);

/** Whether a unit is money of one currency: an ISO 4217 code, or a code of that form (`BTC`). */
export const isCurrencyUnit = (unit: string): boolean => /^[A-Z]{3,4}$/.test(unit);

/** What a unit measures. Any name that is neither in the table nor money is a counted thing. */
export const dimensionOf = (unit: string): Dimension =>
  UNITS.get(unit)?.dimension ?? (isCurrencyUnit(unit) || MONEY.has(unit) ? 'money' : 'count');

/** Parts of a currency whose name alone is enough: only the pound has pence, while many currencies have cents. */
const MINOR = new Map([['penny', { currency: 'GBP', factor: 0.01 }]]);

/** The currency of a unit, pence taken as pounds; null if it is not money of one currency. */
export const currencyOf = (unit: string): string | null =>
  MINOR.get(unit)?.currency ?? (isCurrencyUnit(unit) ? unit : null);

/** How one unit converts to another: by a factor. `even` is false where the calendar makes it uneven. */
export interface UnitFactor {
  factor: number;
  even: boolean;
}

/** Seconds in a month, on the average of the Gregorian calendar (146,097 days in 400 years). */
const monthInSeconds = (146_097 / 4800) * 86_400;

/** The factor from one unit to another of the same dimension, or null. The same name is always 1. */
export function unitFactor(from: string, to: string): UnitFactor | null {
  if (from === to) return { factor: 1, even: true };
  const [a, b] = [placeOf(from), placeOf(to)];
  if (!a || !b) return null;
  const factor = quotient(a.factor, b.factor);
  if (a.of === b.of) return { factor, even: true };
  if (a.of === 'calendar' && b.of === 'duration') return { factor: factor * monthInSeconds, even: false };
  if (a.of === 'duration' && b.of === 'calendar') return { factor: factor / monthInSeconds, even: false };
  return null;
}

/**
 * Divides one factor by another. Decimals like 0.0254 are not exact doubles, so a quotient that is a whole number (12
 * inches to a foot), or the inverse of one, is rounded to it.
 */
function quotient(a: number, b: number): number {
  if (isWhole(a / b)) return Math.round(a / b);
  return isWhole(b / a) ? 1 / Math.round(b / a) : a / b;
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= 2 * Number.EPSILON * value;

/** The base of a unit and its factor there; null for units that do not convert. */
function placeOf(unit: string): { of: string; factor: number } | null {
  const minor = MINOR.get(unit);
  if (minor) return { of: minor.currency, factor: minor.factor };
  if (isCurrencyUnit(unit)) return { of: unit, factor: 1 };
  const { dimension, factor = null } = UNITS.get(unit) ?? {};
  return dimension === undefined || factor === null ? null : { of: dimension, factor };
}

/**
 * General words, with the things they may stand for: a source that counts 375 people and one that counts 375 employees
 * may count the same. Two different kinds of people do not (`user`, `employee`).
 */
const GENERIC = new Map(
  Object.entries({
    person:
      'employee worker user customer subscriber viewer follower student child man woman developer member soldier ' +
      'investor patient visitor shareholder teacher doctor expert creator author engineer researcher death',
    company: 'bank store school hospital institution merchant brand business firm',
    unit: 'vehicle aircraft product model item phone computer device server robot car',
    item: 'product patent project unit article',
    household: 'family home',
    time: 'view download click case deal',
    view: 'impression',
  }).flatMap(([generic, kinds]) => kinds.split(' ').map((kind): [string, true] => [`${generic} ${kind}`, true])),
);

/** Words for the same thing: `staff` and `workers` in one report, `firms` and `companies` in another. */
const SAME = new Map([
  ['worker', 'employee'],
  ['firm', 'company'],
  ['business', 'company'],
  ['viewer', 'audience'],
  ['home', 'house'],
]);

/** Whether two nouns may count the same things. A person may be an employee; an employee is not a user. */
export function countsAlike(a: string, b: string): boolean {
  const [first, second] = [SAME.get(a) ?? a, SAME.get(b) ?? b];
  return first === second || GENERIC.has(`${first} ${second}`) || GENERIC.has(`${second} ${first}`);
}

/** Splits the base of a rate: `1000 impressions` is 1,000 times `impression`. */
export function readRateBase(per: string): { count: number; unit: string } {
  const [, count, noun = per] = /^(\d+) (.+)$/.exec(per) ?? [];
  return { count: count === undefined ? 1 : Number(count), unit: count === undefined ? per : singularOf(noun) };
}

/** The singular of a counted noun, which the reader of figures gives in the plural of the text. */
function singularOf(noun: string): string {
  if (UNITS.has(noun) || /(?:ss|us|is)$/.test(noun)) return noun;
  if (noun === 'people' || noun === 'persons' || noun === 'capita') return 'person';
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  return noun.replace(/s$/, '');
}
