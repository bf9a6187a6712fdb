/**
 * How far reviewers agree beyond chance: Krippendorff's α = 1 − observed / expected disagreement.
 *
 * After K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), and A. F. Hayes & K. Krippendorff,
 * Answering the Call for a Standard Reliability Measure for Coding Data (2007). Any number of raters and of missing
 * ratings is allowed: what counts is each unit's ratings. A unit with fewer than two cannot be compared and is left
 * out.
 */
import type { ClaimView } from '#lib/domain/claims/claim-view';

type Rating = string | number;
type Metric = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's α of ratings by unit: `{ unit: [rating, rating, …] }`. The order of ratings does not matter; null,
 * undefined and NaN are missing ratings.
 *
 * NaN where no unit has two ratings. 1 where all comparable ratings are the same value: expected disagreement is then 0
 * and α strictly undefined; like NLTK, from whose tests the reference cases come, this counts it as perfect agreement.
 * Ordinal and interval need numbers, or strings that contain numbers; anything else is a RangeError.
 */
export function krippendorffAlpha(
  ratings: Record<string, readonly (Rating | null | undefined)[]>,
  metric: Metric = 'nominal',
): number {
  const units = Object.values(ratings)
    .map((unit) => unit.filter(isGiven))
    .filter((unit) => unit.length >= 2);
  if (metric === 'nominal') return alphaOf(units, differences);
  const values = units.map((unit) => unit.map(numberOf));
  return metric === 'interval' ? alphaOf(values, squaredDistances) : alphaOf(midRanks(values), squaredDistances);
}

const isGiven = (rating: Rating | null | undefined): rating is Rating =>
  rating !== null && rating !== undefined && !Number.isNaN(rating);

function numberOf(rating: Rating): number {
  const value = typeof rating === 'string' && rating.trim() === '' ? Number.NaN : Number(rating);
  if (!Number.isFinite(value)) throw new RangeError(`“${rating}” is no number, and only numbers have an order`);
  return value;
}

/** α for a metric given as the sum of δ² over all ordered pairs of some values. */
function alphaOf<T>(units: T[][], disagreement: (values: T[]) => number): number {
  const all = units.flat();
  if (all.length === 0) return Number.NaN;
  const expected = disagreement(all) / (all.length - 1);
  if (expected === 0) return 1;
  let observed = 0;
  for (const unit of units) observed += disagreement(unit) / (unit.length - 1);
  return 1 - observed / expected;
}

function countEach<T>(values: T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Nominal: δ² is 1 for two different values. */
function differences(values: Rating[]): number {
  let same = 0;
  for (const count of countEach(values).values()) same += count * count;
  return values.length ** 2 - same;
}

/** Interval: δ² = (a − b)². Over all ordered pairs that is twice their number times the squared distances from the mean. */
function squaredDistances(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  // Rounding of the mean must not make equal values differ.
  if (values.every((value) => value === values[0])) return 0;
  return 2 * values.length * values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/**
 * Ordinal: δ² of a and b is the square of the ratings from a to b, of which those at either end count half. That is the
 * distance of their mid-ranks among all ratings, so ranks stand in for the values.
 */
function midRanks(units: number[][]): number[][] {
  const ranks = new Map<number, number>();
  let below = 0;
  for (const [value, count] of [...countEach(units.flat())].sort(([a], [b]) => a - b)) {
    ranks.set(value, below + count / 2);
    below += count;
  }
  return units.map((unit) => unit.map((value) => ranks.get(value) ?? 0));
}

/** How much an α supports; `unknown` where nothing can be compared or nothing varies. */
export const agreementLevels = ['unknown', 'none', 'poor', 'tentative', 'good'] as const;
export type AgreementLevel = (typeof agreementLevels)[number];

/**
 * What an α supports, by K. Krippendorff, Content Analysis (2nd ed. 2004), p. 241: rely on .800 and more, draw
 * tentative conclusions from .667 on. `none`: no better than chance.
 */
export function describeAgreement(alpha: number): AgreementLevel {
  if (Number.isNaN(alpha)) return 'unknown';
  if (alpha <= 0) return 'none';
  if (alpha < 0.667) return 'poor';
  return alpha < 0.8 ? 'tentative' : 'good';
}

export type Agreement = {
  /** NaN where no claim has two judgements. */
  alpha: number;
  level: AgreementLevel;
  /** Claims with at least two judgements, and the judgements on them: the basis of α. */
  claims: number;
  judgements: number;
  /**
   * Whether those judgements contain more than one verdict. If not, α is 1 by convention and says nothing about chance.
   */
  isVaried: boolean;
};

/** How far the reviewers of some claims agree on their verdicts. Rulings are not judgements and do not count. */
export function agreementOf(claims: Pick<ClaimView, 'id' | 'judgements'>[]): Agreement {
  const compared = claims.filter(({ judgements }) => judgements.length >= 2);
  const verdicts = compared.map(({ judgements }) => judgements.map(({ verdict }) => verdict));
  const alpha = krippendorffAlpha(Object.fromEntries(compared.map(({ id }, index) => [id, verdicts[index] ?? []])));
  const isVaried = new Set(verdicts.flat()).size > 1;
  return {
    alpha,
    level: isVaried ? describeAgreement(alpha) : 'unknown',
    claims: compared.length,
    judgements: verdicts.flat().length,
    isVaried,
  };
}
