/**
 * A value derived from two figures: 200 million dollars divided by 375 people. Invariants: a range gives the whole
 * range of results (interval arithmetic), an open end stays open, and units are calculated like numbers (`USD` by
 * `person` is USD per person; equal units cancel to a ratio). Refused: division by what may be zero, sums of different
 * kinds, and currency conversion (use a comparison with a rate).
 *
 * Per cent and multiples beside another unit are factors (5 % of an amount). An amount of money times a count is money:
 * the amount is taken once for each. Doubles are exact to about 15 digits; results are shown with six and then marked
 * ≈.
 */

import { accept, type Result, refuse } from '#lib/domain/refusal';
import { describeFigure, type FigureLanguage } from '#lib/reading/describe-figure';
import type { FigureFacts } from '#lib/reading/figure-types';
import { countsAlike, dimensionOf, readRateBase, unitFactor } from '#lib/reading/unit-scale';

export type Operand = FigureFacts | number;
export const operators = ['÷', '×', '+', '−'] as const;
export type Operator = (typeof operators)[number];
export type Expression = { left: Operand; op: Operator; right: Operand };

/** Significant digits in which a derived value is shown. */
const shownDigits = 6;

/**
 * The value of an expression. `per` may join two rates (`person per year`). It has a date only where both have the
 * same.
 */
export function deriveValue({ left, op, right }: Expression): Result<FigureFacts> {
  const [a, b] = [factsOf(left), factsOf(right)];
  if (isEmpty(a) || isEmpty(b)) return refuse('figure-empty');
  const unit = op === '÷' ? divideUnits(a, b) : op === '×' ? multiplyUnits(a, b) : addUnits(a, b);
  if (!unit) return refuse(op === '+' || op === '−' ? 'units-do-not-add' : 'units-do-not-combine');
  const [one, other] = [rangeOf(a, unit.leftFactor ?? 1), rangeOf(b, unit.rightFactor ?? 1)];
  if (op === '÷' && other.low <= 0 && other.high >= 0) return refuse('division-by-zero');
  const { low, high } = reckon[op](one, other);
  if (!Number.isFinite(low) && !Number.isFinite(high)) return refuse('value-unbounded');
  return accept({
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
    unit: unit.unit,
    per: unit.per,
    qualifier: qualifierOf(low, high, [a, b]),
    asOf: asOfBoth(left, right),
  });
}

/**
 * The expression and its result in one line (`US$200,000,000 ÷ 375 people ≈ US$533,333 per person`, `2亿美元 ÷ 375人 ≈
 * 每人533,333美元`). ≈ means that digits were cut or that a figure was only about.
 */
export function describeDerivation(
  { left, op, right }: Expression,
  result: FigureFacts,
  language: FigureLanguage,
): string {
  const shown = { ...result, low: cut(result.low), high: cut(result.high) };
  const isExact = isKept(result.low, shown.low) && isKept(result.high, shown.high) && result.qualifier !== 'about';
  const plain = result.qualifier === 'about' ? { ...shown, qualifier: 'exact' as const } : shown;
  const terms = [left, right].map((term) => describeFigure(factsOf(term), language));
  return `${terms.join(` ${op} `)} ${isExact ? '=' : '≈'} ${withRates(plain, language)}`;
}

const cut = (end: number | null): number | null => (end === null ? null : Number(end.toPrecision(shownDigits)));

/** Whether rounding removed only the error of doubles (0.1 + 0.2). */
const isKept = (end: number | null, rounded: number | null): boolean =>
  end === rounded || Math.abs((end ?? 0) - (rounded ?? 0)) <= 1e-12 * Math.abs(end ?? 0);

/** Writes a figure that may have two rates. */
function withRates(figure: FigureFacts, language: FigureLanguage): string {
  const [first = null, ...others] = figure.per?.split(joiner) ?? [];
  const text = describeFigure({ ...figure, per: first }, language);
  const more = others.map((per) => describeFigure({ ...number(1), per }, language).replace('1', ''));
  // 每人 stands before the amount, like 每年; an English rate stands after it.
  return language === 'zh' && more.every((phrase) => phrase.startsWith('每'))
    ? more.join('') + text
    : text + more.join('');
}

const joiner = ' per ';

const number = (value: number): FigureFacts => ({
  ...{ low: value, high: value, unit: null, qualifier: 'exact', per: null, asOf: null },
});

const factsOf = (operand: Operand): FigureFacts => (typeof operand === 'number' ? number(operand) : operand);

const isEmpty = ({ low, high }: FigureFacts): boolean =>
  (low === null && high === null) || Number.isNaN(low ?? 0) || Number.isNaN(high ?? 0);

interface Range {
  low: number;
  high: number;
}

function rangeOf({ low, high }: FigureFacts, factor: number): Range {
  const ends = [(low ?? Number.NEGATIVE_INFINITY) * factor, (high ?? Number.POSITIVE_INFINITY) * factor];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** The least and greatest product of all ends (Moore, Interval Analysis, 1966). Zero times an open end is zero. */
const product = (a: Range, b: Range): Range => {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((end) =>
    Number.isNaN(end) ? 0 : end,
  );
  return { low: Math.min(...ends), high: Math.max(...ends) };
};

/** Division by a range without zero. The ends are divided directly, since multiplying by 1/x would round twice. */
const quotient = (a: Range, b: Range): Range => {
  const ends = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  const known = ends.filter((end) => !Number.isNaN(end));
  // An open end divided by an open end may be anything of its sign.
  const [open, sign] = [known.length < ends.length, Math.sign(b.low + b.high)];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (!open) return { low, high };
  const up = a.high === Number.POSITIVE_INFINITY;
  const down = a.low === Number.NEGATIVE_INFINITY;
  return {
    low: (up && sign < 0) || (down && sign > 0) ? Number.NEGATIVE_INFINITY : low,
    high: (up && sign > 0) || (down && sign < 0) ? Number.POSITIVE_INFINITY : high,
  };
};

const reckon: Record<Operator, (a: Range, b: Range) => Range> = {
  '+': (a, b) => ({ low: a.low + b.low, high: a.high + b.high }),
  '−': (a, b) => ({ low: a.low - b.high, high: a.high - b.low }),
  '×': product,
  '÷': quotient,
};

function qualifierOf(low: number, high: number, terms: FigureFacts[]): FigureFacts['qualifier'] {
  const strict = terms.some(({ qualifier }) => qualifier === 'more-than' || qualifier === 'less-than');
  if (!Number.isFinite(high)) return strict ? 'more-than' : 'at-least';
  if (!Number.isFinite(low)) return strict ? 'less-than' : 'at-most';
  return terms.some(({ qualifier }) => qualifier === 'about') ? 'about' : 'exact';
}

/** The date of the result: that of two figures of one date. A plain number fits any date. */
function asOfBoth(left: Operand, right: Operand): string | null {
  if (typeof left === 'number') return typeof right === 'number' ? null : right.asOf;
  if (typeof right === 'number') return left.asOf;
  return left.asOf === right.asOf ? left.asOf : null;
}

interface UnitResult {
  unit: string | null;
  per: string | null;
  leftFactor?: number;
  rightFactor?: number;
}

/** The factor that turns a share into a plain number; null for other units. */
const factorOfShare = ({ unit, per }: FigureFacts): number | null =>
  per === null ? (unit === 'percent' ? 0.01 : unit === null || unit === 'times' || unit === 'ratio' ? 1 : null) : null;

/** From one unit to another of the same kind, exactly; null where there is no such factor. */
function exactFactor(from: string | null, to: string | null): number | null {
  if (from === to) return 1;
  if (from === null || to === null) return null;
  if (countsAlike(from, to)) return 1;
  const known = unitFactor(from, to);
  return known?.even ? known.factor : null;
}

function addUnits(a: FigureFacts, b: FigureFacts): UnitResult | null {
  const factor = exactFactor(b.unit, a.unit);
  return factor !== null && a.per === b.per ? { unit: a.unit, per: a.per, rightFactor: factor } : null;
}

function divideUnits(a: FigureFacts, b: FigureFacts): UnitResult | null {
  const share = factorOfShare(b);
  const same = exactFactor(b.unit, a.unit);
  if (a.unit !== null && same !== null && a.per === b.per) return { unit: 'ratio', per: null, rightFactor: same };
  if (share !== null) return { unit: a.unit, per: a.per, rightFactor: share };
  if (b.per !== null || b.unit === null) return null;
  if (a.per?.split(joiner).includes(b.unit)) return null;
  return { unit: a.unit, per: a.per === null ? b.unit : b.unit + joiner + a.per };
}

function multiplyUnits(a: FigureFacts, b: FigureFacts): UnitResult | null {
  if (a.unit === 'percent' && b.unit === 'percent' && a.per === b.per && a.per === null)
    return { unit: 'percent', per: null, rightFactor: 0.01 };
  const [left, right] = [factorOfShare(a), factorOfShare(b)];
  // A percentage times a plain number stays a percentage.
  if (left !== null && right !== null) return { unit: a.unit ?? b.unit, per: null };
  if (right !== null) return { unit: a.unit, per: a.per, rightFactor: right };
  if (left !== null) return { unit: b.unit, per: b.per, leftFactor: left };
  const cancelled = cancelRate(a, b);
  if (cancelled) return { ...cancelled.result, rightFactor: cancelled.factor };
  const other = cancelRate(b, a);
  if (other) return { ...other.result, leftFactor: other.factor };
  if (a.per !== null || b.per !== null) return null;
  if (isMoney(a) && isCount(b)) return { unit: a.unit, per: null };
  return isMoney(b) && isCount(a) ? { unit: b.unit, per: null } : null;
}

/** US$5 per 1,000 impressions times impressions: the rate that the amount cancels, and its factor. */
function cancelRate(rate: FigureFacts, amount: FigureFacts): { result: UnitResult; factor: number } | null {
  if (rate.per === null || amount.per !== null || amount.unit === null) return null;
  const [first = '', ...others] = rate.per.split(joiner);
  const base = readRateBase(first);
  const factor = exactFactor(amount.unit, base.unit);
  if (factor === null) return null;
  return { result: { unit: rate.unit, per: others.join(joiner) || null }, factor: factor / base.count };
}

const isMoney = ({ unit }: FigureFacts): boolean => unit !== null && dimensionOf(unit) === 'money';

const isCount = ({ unit }: FigureFacts): boolean => unit !== null && dimensionOf(unit) === 'count';
