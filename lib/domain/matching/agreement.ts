/**
 * What two claims say of the same things: their figures and their dates, matched one to one. Invariants: a figure and a
 * period are matched once; agreeing pairs are matched first; the result does not depend on which claim came first.
 */

import { compareFigures } from '#lib/domain/figures/comparison';
import { countsAlike, dimensionOf, readRateBase } from '#lib/reading/unit-scale';
import type { ClaimFigure } from './figure-values';
import { canAgree, type Period } from './periods';

/**
 * How two figures relate: `unit` is the same number of something else (employees, customers), or reached in place of changed by; `loose` are two
 * counts of things with different names, which may be one thing.
 */
export type FigureMatch = { a: ClaimFigure; b: ClaimFigure; how: 'equal' | 'unit' | 'off' | 'loose' };

/** How far apart an open bound and a value may be for the one to restate the other (`more than 200,000`, 213,000). */
const boundReach = 1.15;

/** How far apart two values may be to be one: rounding, not another value. */
const roundingReach = 0.035;
const aboutReach = 0.06;

function relationOf(a: ClaimFigure, b: ClaimFigure): FigureMatch['how'] | null {
  // The first is converted to the unit of the second, which a fraction does not say (`one in three`, 33%).
  if (isFraction(b) && !isFraction(a)) return relationOf(b, a);
  const areShares = a.kind === 'share' && b.kind === 'share';
  const isOtherMode =
    areShares && ((a.mode !== null && b.mode !== null && a.mode !== b.mode) || a.isPoints !== b.isPoints);
  const same = sameNumber(a, b) && isRounded(a, b);
  if (isFraction(a) !== isFraction(b) && a.kind !== 'share' && b.kind !== 'share') return null;
  const { relation, converted } = compareFigures(withoutRate(a, b), withoutRate(b, a));
  if (relation === 'different-unit') {
    if (areShares) return same ? 'unit' : 'off';
    if (haveOtherRates(a, b)) return same ? 'unit' : a.kind === 'money' && b.kind === 'money' ? 'off' : null;
    if (same && areUnitsTold(a, b)) return a.facts.unit === b.facts.unit ? equalUnlessBounded(a, b, a.low) : 'unit';
    if (a.kind === 'count' && b.kind === 'count') {
      if (countsWork(a) !== countsWork(b) && countsServed(a) !== countsServed(b)) return same ? 'unit' : null;
      if (countThings(a) !== countThings(b) && arePeople(a) !== arePeople(b)) return null;
      return same ? equalUnlessBounded(a, b, a.low) : 'loose';
    }
    return a.kind === 'money' && b.kind === 'money' ? 'off' : null;
  }
  if (isOtherMode) return same ? 'unit' : 'off';
  if (same) return areSizesTold(a, b) || haveOtherRates(a, b) ? 'unit' : equalUnlessBounded(a, b, a.low);
  if (relation !== 'consistent') return 'off';
  const value = converted?.low ?? converted?.high ?? a.low;
  const ratio = Math.max(value, b.low) / Math.min(value, b.low);
  const isAbout = a.facts.qualifier === 'about' || b.facts.qualifier === 'about';
  if (!isAbout && !isOpen(a) && !isOpen(b) && !isRounded(a, b)) return 'off';
  const isWithinReach = ratio <= (isOpen(a) || isOpen(b) ? boundReach : 1 + (isAbout ? aboutReach : roundingReach));
  return isWithinReach ? equalUnlessBounded(a, b, value) : 'off';
}

/**
 * Two numbers that look alike are not one where a bound keeps out what the other says: `fewer than 3 million` is not
 * 3 million, and no `more than 3 million` either. `at least` is said of what is reached, and about is never that exact.
 * `value` is the first number in the unit of the second.
 */
function equalUnlessBounded(a: ClaimFigure, b: ClaimFigure, value: number): 'equal' | 'off' {
  const [one, other] = [a.facts.qualifier, b.facts.qualifier];
  const areOpposed = isNear(value, b.low) && (wayOf.get(one) ?? 0) * (wayOf.get(other) ?? 0) < 0;
  const isKeptOut = (isPlain(b) && keepsOut(one, value, b.low)) || (isPlain(a) && keepsOut(other, b.low, value));
  return areOpposed || isKeptOut ? 'off' : 'equal';
}

/** Told without a bound. A small bare number may be an age, whose bound has words of its own (`younger than 16`). */
const isPlain = ({ facts, kind, high, isLimit }: ClaimFigure): boolean =>
  facts.qualifier === 'exact' && !isLimit && !(kind === 'bare' && high < 100);

/** Which way a bound is open. */
const wayOf = new Map<ClaimFigure['facts']['qualifier'], 1 | -1>([
  ['more-than', 1],
  ['at-least', 1],
  ['less-than', -1],
  ['at-most', -1],
]);

/** Whether a bound leaves out a number that is told without one. Conversion leaves errors in the last digits. */
function keepsOut(bound: ClaimFigure['facts']['qualifier'], end: number, value: number): boolean {
  const noise = 1e-9 * Math.abs(end);
  if (bound === 'more-than') return value <= end + noise;
  return (bound === 'less-than' || bound === 'at-most') && value >= end - noise;
}

/**
 * Whether two values of one unit can be one number, written with more digits or fewer: 4.32 and 4.3, 376 and 380, but not 375
 * and 376. Values in two units, or about, are never as exact as they are written.
 */
function isRounded(a: ClaimFigure, b: ClaimFigure): boolean {
  if (a.facts.unit !== b.facts.unit || a.facts.qualifier === 'about' || b.facts.qualifier === 'about') return true;
  if (a.low !== a.high || b.low !== b.high) return true;
  const step = Math.max(stepOf(a.low), stepOf(b.low));
  return Math.abs(a.low - b.low) <= (step / 2) * (1 + 1e-9);
}

/** The place value of the last digit that is not 0: 1 of 375, 10 of 380, 0.01 of 4.32. */
function stepOf(value: number): number {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  return 10 ** (Number(exponent) - (mantissa.length > 2 ? mantissa.length - 2 : 0));
}

/** Below one, a bare number is a part of something, which no count is. */
const isFraction = ({ high, kind }: ClaimFigure): boolean => kind === 'bare' && high < 1;

/** The same number in two units of one dimension: 21 inches are not 21 centimetres. */
const areSizesTold = (a: ClaimFigure, b: ClaimFigure): boolean =>
  a.kind === 'size' && b.kind === 'size' && a.facts.unit !== b.facts.unit;

/** Counted things that nobody takes for people; of other nouns it is not known. */
const things = new Set(
  'vehicle car truck aircraft plane ship house home company store school hospital bank phone unit device chip parameter dollar tree gun'.split(
    ' ',
  ),
);
const countThings = ({ facts }: ClaimFigure): boolean => things.has(facts.unit ?? '');
/** Whoever works somewhere is not among those who are served, taught or paid there. */
const workers = new Set('employee worker staff engineer developer researcher teacher doctor nurse'.split(' '));
const served = new Set(
  'user customer client subscriber viewer follower visitor passenger guest shopper student pupil patient investor shareholder'.split(
    ' ',
  ),
);
const countsWork = ({ facts }: ClaimFigure): boolean => workers.has(facts.unit ?? '');
const countsServed = ({ facts }: ClaimFigure): boolean => served.has(facts.unit ?? '');
const arePeople = ({ facts }: ClaimFigure): boolean => countsAlike('person', facts.unit ?? '');

const sameNumber = (a: ClaimFigure, b: ClaimFigure): boolean => isNear(a.low, b.low) && isNear(a.high, b.high);

/** Whether both tell what they are per, and that differs (`$5 a day`, `$5 a month`); a share is a share apiece. */
function haveOtherRates({ facts: a }: ClaimFigure, { facts: b }: ClaimFigure): boolean {
  if (a.per === null || b.per === null || a.per === b.per) return false;
  const [one, other] = [readRateBase(a.per), readRateBase(b.per)];
  return one.count !== other.count || !(countsAlike(one.unit, other.unit) || areApiece(one.unit, other.unit));
}

/** `apiece` is said of whatever is counted. */
const areApiece = (a: string, b: string): boolean =>
  (a === 'unit' || b === 'unit') && dimensionOf(a) === 'count' && dimensionOf(b) === 'count';

/** A rate that only one of two claims tells belongs to both (`38元` for 1,000 impressions). */
const withoutRate = ({ facts }: ClaimFigure, other: ClaimFigure): ClaimFigure['facts'] =>
  other.facts.per === null ? { ...facts, per: null } : facts;

const isOpen = ({ facts }: ClaimFigure): boolean => facts.low === null || facts.high === null;

const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 0.005 * Math.max(Math.abs(one), Math.abs(other));

/** Money beside money, a share or a size; sizes beside sizes. Counted things have too many names to tell apart. */
function areUnitsTold(a: ClaimFigure, b: ClaimFigure): boolean {
  const kinds = [a.kind, b.kind];
  if (kinds.includes('bare')) return false;
  if (kinds.includes('count')) return kinds.includes('money') || kinds.includes('share');
  return true;
}

/** Of a text that is longer than any claim, so many figures and dates are compared: each is compared with each. */
const mostCompared = 24;

/** The figures of two claims matched: each pair with how it relates, best relations first. */
export function matchFigures(as: readonly ClaimFigure[], bs: readonly ClaimFigure[]): FigureMatch[] {
  const pairs: FigureMatch[] = [];
  for (const a of as.slice(0, mostCompared)) {
    for (const b of bs.slice(0, mostCompared)) {
      const how = relationOf(a, b);
      if (how !== null) pairs.push({ a, b, how });
    }
  }
  const rank = { equal: 0, unit: 1, off: 2, loose: 3 };
  pairs.sort((one, other) => rank[one.how] - rank[other.how] || gapOf(one) - gapOf(other));
  const taken = new Set<ClaimFigure>();
  return pairs.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a);
    taken.add(b);
    return true;
  });
}

const gapOf = ({ a, b }: FigureMatch): number => Math.abs(Math.log((Math.abs(a.high) || 1) / (Math.abs(b.high) || 1)));

export interface PeriodMatch {
  agreeing: [Period, Period][];
  /** Periods that both claims have and that cannot be one time. */
  conflicting: [Period, Period][];
}

/** The periods of two claims matched: agreeing ones first, then what is left on both sides. */
export function matchPeriods(as: readonly Period[], bs: readonly Period[]): PeriodMatch {
  const left = as.slice(0, mostCompared);
  const right = bs.slice(0, mostCompared);
  const agreeing: [Period, Period][] = [];
  for (const a of as.slice(0, mostCompared)) {
    const at = right.findIndex((b) => canAgree(a, b));
    const [b] = at < 0 ? [] : right.splice(at, 1);
    if (!b) continue;
    left.splice(left.indexOf(a), 1);
    agreeing.push([a, b]);
  }
  const conflicting = left.slice(0, right.length).map((a, i): [Period, Period] => [a, right[i] ?? a]);
  return { agreeing, conflicting };
}
