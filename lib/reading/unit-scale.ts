/**
 * How units of one dimension relate: 1 kilometre is 1,000 metres, a year twelve months, a tonne 2,000 jin. Invariant: a
 * factor is exact by definition, apart from those between days and months, which the calendar makes uneven and which
 * are marked. It refuses units that differ from place to place (gallon, barrel, horsepower) and scales without a common
 * zero (degrees Celsius and Fahrenheit), and never turns one counted thing into another.
 */

/** `of`: the unit that this one is a multiple of. Units that are multiples of one unit convert. */
interface Scale {
  of: string;
  factor: number;
}

/** How one unit is turned into another: by a factor, which the calendar may make uneven (`even` is false). */
export interface UnitFactor {
  factor: number;
  even: boolean;
}

const mile = 1609.344;

/**
 * SI Brochure (9th edition), tables 3, 5 and 8; international yard and pound (1959); binary multiples are not told
 * apart from decimal ones, and a kilobyte is 1,000 bytes (IEC 80000-13). A jin is 500 g and a mu 1/15 hectare
 * (State Council order on measures, 1984). A ton is taken for a tonne, as the reader of figures takes it.
 */
const SCALES = new Map<string, Scale>(
  Object.entries({
    metre: {
      kilometre: 1e3,
      centimetre: 1e-2,
      millimetre: 1e-3,
      micrometre: 1e-6,
      nanometre: 1e-9,
      'nautical mile': 1852,
      mile,
      yard: 0.9144,
      foot: 0.3048,
      inch: 0.0254,
      'light-year': 9_460_730_472_580_800,
    },
    gram: {
      kilogram: 1e3,
      milligram: 1e-3,
      microgram: 1e-6,
      jin: 500,
      tonne: 1e6,
      ounce: 28.349523125,
      pound: 453.59237,
      carat: 0.2,
    },
    'square metre': {
      'square kilometre': 1e6,
      'square centimetre': 1e-4,
      'square millimetre': 1e-6,
      'square mile': mile ** 2,
      'square foot': 0.3048 ** 2,
      'square inch': 0.0254 ** 2,
      'square yard': 0.9144 ** 2,
      hectare: 1e4,
      acre: 4046.8564224,
      mu: 10_000 / 15,
    },
    litre: {
      millilitre: 1e-3,
      centilitre: 1e-2,
      'cubic metre': 1e3,
      'cubic centimetre': 1e-3,
      'cubic kilometre': 1e12,
    },
    joule: {
      'watt hour': 3600,
      'kilowatt hour': 3.6e6,
      'megawatt hour': 3.6e9,
      'gigawatt hour': 3.6e12,
      'terawatt hour': 3.6e15,
    },
    watt: { kilowatt: 1e3, megawatt: 1e6, gigawatt: 1e9 },
    hertz: { kilohertz: 1e3, megahertz: 1e6, gigahertz: 1e9 },
    electronvolt: { teraelectronvolt: 1e12 },
    byte: { bit: 0.125, kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9, terabyte: 1e12, exabyte: 1e18 },
    second: { minute: 60, hour: 3600, day: 86_400, week: 604_800 },
    month: { quarter: 3, year: 12, decade: 120, century: 1200, gigaannum: 12e9 },
    percent: { times: 100, ratio: 100 },
    GBP: { penny: 0.01 },
  }).flatMap(([of, multiples]) =>
    Object.entries({ [of]: 1, ...multiples }).map(([unit, factor]): [string, Scale] => [unit, { of, factor }]),
  ),
);

/** Seconds in a month, on the average of the Gregorian calendar (146,097 days in 400 years). */
const monthInSeconds = (146_097 / 4800) * 86_400;

/** The factor from one unit to another of the same dimension, or null. The same name is always 1. */
export function unitFactor(from: string, to: string): UnitFactor | null {
  if (from === to) return { factor: 1, even: true };
  const [a, b] = [SCALES.get(from), SCALES.get(to)];
  if (!a || !b) return null;
  const factor = a.factor / b.factor;
  if (a.of === b.of) return { factor, even: true };
  if (a.of === 'month' && b.of === 'second') return { factor: factor * monthInSeconds, even: false };
  if (a.of === 'second' && b.of === 'month') return { factor: factor / monthInSeconds, even: false };
  return null;
}

/**
 * Words for the kind of thing, with the things that it may stand for: a source that counts 375 people and one that counts
 * 375 employees may count the same. Two different kinds of people do not (`user`, `employee`).
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

/** Words for one thing: `staff` and `workers` in one report, `firms` and `companies` in another. */
const SAME = new Map([
  ['worker', 'employee'],
  ['firm', 'company'],
  ['business', 'company'],
  ['viewer', 'audience'],
  ['home', 'house'],
]);

/** Whether two nouns may count the same things; a person may be an employee, an employee is no user. */
export function countsAlike(a: string, b: string): boolean {
  const [first, second] = [SAME.get(a) ?? a, SAME.get(b) ?? b];
  return first === second || GENERIC.has(`${first} ${second}`) || GENERIC.has(`${second} ${first}`);
}

/** Whether a unit is money: an ISO 4217 code, or a code of that form (`BTC`). */
export const isCurrencyUnit = (unit: string): boolean => /^[A-Z]{3,4}$/.test(unit);

/** What a figure is reckoned by, taken apart: `1000 impressions` is 1,000 times `impression`. */
export function readRateBase(per: string): { count: number; unit: string } {
  const [, count, noun = per] = /^(\d+) (.+)$/.exec(per) ?? [];
  return { count: count === undefined ? 1 : Number(count), unit: count === undefined ? per : singularOf(noun) };
}

/** The reader of figures names what follows a count in the plural that the text has. */
function singularOf(noun: string): string {
  if (SCALES.has(noun) || /(?:ss|us|is)$/.test(noun)) return noun;
  if (noun === 'people' || noun === 'persons' || noun === 'capita') return 'person';
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  return noun.replace(/s$/, '');
}
