/**
 * The score of the credibility report: how far the checked claims support the article, how certain that is and what it
 * is made of. `explainScore` returns every number behind it.
 *
 * Score = 100 · Σwv / Σw over the check-worthy claims that have a value. w is the claim's weight; v is 1 for verified,
 * ½ for disputed, 0 for false, and the mean of its judgements while contested. Open, unverifiable and not checkable
 * claims have no value: they never count as false, but lower coverage = Σw of verified, disputed and false claims / Σw
 * of all check-worthy ones. Below the coverage floor, or with too few such claims, there is no score, only what is
 * missing for one.
 *
 * Invariants: the order of claims does not matter, to the last bit; one more verified claim never lowers the score or
 * the coverage; only the ratios of weights matter.
 */

import { isFinding } from '#lib/domain/claims/evidence-strength';
import type { Standing, Verdict } from '#lib/domain/claims/standing';
import { type ClaimWeight, claimWeights } from '#lib/domain/claims/weight';
import { betaQuantile } from './beta-distribution';

export type ScoreRules = {
  /** The value of a disputed claim, 0–1. */
  disputedValue: number;
  /** The lowest coverage that allows a score, 0–1. */
  coverageFloor: number;
  /** The lowest number of verified, disputed and false claims that allows a score. */
  leastSettled: number;
  /** Above 0; only their ratios matter. */
  weights: Record<ClaimWeight, number>;
};

export const defaultRules: ScoreRules = {
  disputedValue: 0.5,
  coverageFloor: 0.6,
  leastSettled: 5,
  weights: { key: 3, normal: 1, minor: 0.5 },
};

/** A claim as far as the score needs it; without a weight it is normal. Its number is unique in the article. */
export type WeighedClaim = {
  number: number;
  checkWorthy: boolean;
  standing: Standing;
  judgements: readonly { verdict: Verdict }[];
  weight?: ClaimWeight;
};

export const weightOf = ({ weight }: Pick<WeighedClaim, 'weight'>): ClaimWeight => weight ?? 'normal';

/**
 * The value of a claim, 0–1; null where it has none. A contested claim has the mean of its judgements that have a
 * value; null if none has.
 */
export function claimValue(
  { standing, judgements }: Pick<WeighedClaim, 'standing' | 'judgements'>,
  disputedValue: number = defaultRules.disputedValue,
): number | null {
  if (standing !== 'contested') return findingValue(standing, disputedValue);
  const count = (verdict: Verdict) => judgements.filter((one) => one.verdict === verdict).length;
  const [verified, disputed] = [count('verified'), count('disputed')];
  const valued = verified + disputed + count('false');
  return valued === 0 ? null : (verified + disputed * disputedValue) / valued;
}

function findingValue(standing: Standing, disputedValue: number): number | null {
  if (standing === 'verified') return 1;
  if (standing === 'disputed') return disputedValue;
  return standing === 'false' ? 0 : null;
}

/** The part of one check-worthy claim in the score. */
export type ScoreRow = {
  number: number;
  standing: Standing;
  weight: ClaimWeight;
  /** The weight as a number: w. */
  w: number;
  /** v; null where the claim has no value and only lowers coverage. */
  value: number | null;
  /**
   * The points of the score that it gives, 100·w·v / Σw: all rows add up to the score. null without a value or a score.
   */
  points: number | null;
  /** The score without this claim; null without a value or a score, or where nothing would be left. */
  without: number | null;
  /** Score minus `without`: the effect of the claim on the score. */
  contribution: number | null;
};

export type ScoreSums = {
  /** The numbers of check-worthy claims, of those with a value, and of those that are verified, disputed or false. */
  claims: { checkWorthy: number; valued: number; settled: number };
  /** Σw of the same three. */
  weights: { checkWorthy: number; valued: number; settled: number };
  /** Σwv. */
  weightedValues: number;
  /** Σw² of the claims with a value. */
  squaredWeights: number;
  /** Kish's effective number of claims, (Σw)² / Σw²; 0 where no claim has a value. */
  effective: number;
};

export type Score =
  | {
      state: 'scored';
      /** 0–100. */
      score: number;
      /** The ends of the 95 % interval, 0–100. The interval contains the score. */
      low: number;
      high: number;
      coverage: number;
    }
  | {
      state: 'not-enough';
      /** null where no claim is check-worthy. */
      coverage: number | null;
      /** What must still be settled at least: claims, and share of all weight (0–1). */
      missing: { claims: number; coverage: number };
      /** Whether settling the open and contested claims as verified, disputed or false would be enough. */
      isReachable: boolean;
    };

export type ScoreExplanation = {
  result: Score;
  rules: ScoreRules;
  sums: ScoreSums;
  /** By claim number. */
  rows: ScoreRow[];
  /** The score for other values of `disputed`; empty without a score. */
  sensitivity: { disputedValue: number; score: number }[];
};

/** The values of `disputed` that the report shows beside the current one. */
const disputedValues = [0, 0.25, 0.5, 0.75, 1];

type Part = { claim: WeighedClaim; w: number; value: number | null };

/** The check-worthy claims by number, so that sums are the same in any order. */
function partsOf(claims: readonly WeighedClaim[], { weights, disputedValue }: ScoreRules): Part[] {
  return claims
    .filter(({ checkWorthy }) => checkWorthy)
    .sort((a, b) => a.number - b.number)
    .map((claim) => ({ claim, w: weights[weightOf(claim)], value: claimValue(claim, disputedValue) }));
}

function sumUp(parts: Part[]): ScoreSums {
  const valued = parts.filter(({ value }) => value !== null);
  const settled = parts.filter(({ claim }) => isFinding(claim.standing));
  const weigh = (some: Part[]) => some.reduce((sum, { w }) => sum + w, 0);
  const squaredWeights = valued.reduce((sum, { w }) => sum + w * w, 0);
  const weights = { checkWorthy: weigh(parts), valued: weigh(valued), settled: weigh(settled) };
  return {
    claims: { checkWorthy: parts.length, valued: valued.length, settled: settled.length },
    weights,
    weightedValues: valued.reduce((sum, { w, value }) => sum + w * (value ?? 0), 0),
    squaredWeights,
    effective: squaredWeights === 0 ? 0 : weights.valued ** 2 / squaredWeights,
  };
}

/**
 * The 95 % Jeffreys interval of a share of an effective number of claims, 0–1: quantiles of Beta(½ + x, ½ + n − x) with
 * x = n · share (L. D. Brown, T. T. Cai & A. DasGupta, Interval Estimation for a Binomial Proportion, 2001, § 3.1.2), n
 * by L. Kish, Survey Sampling (1965). If the share lies outside, the nearer end is moved to it; at 0 and 1 that is the
 * paper's own rule. Values between 0 and 1 vary less than yes and no, so the interval is rather too wide than too
 * narrow for them.
 */
export function jeffreysInterval(share: number, effective: number): { low: number; high: number } {
  const [a, b] = [0.5 + effective * share, 0.5 + effective * (1 - share)];
  return {
    low: Math.min(share, betaQuantile(0.025, a, b)),
    high: Math.max(share, betaQuantile(0.975, a, b)),
  };
}

/** Weights such as 0.1 have no exact double; sums must not miss the floor by their last bit. */
const rounding = 1e-9;

function resultOf(parts: Part[], sums: ScoreSums, rules: ScoreRules): Score {
  const { claims, weights } = sums;
  const coverage = weights.checkWorthy === 0 ? null : weights.settled / weights.checkWorthy;
  // Without any value there is nothing to divide by, whatever the rules say.
  const least = Math.max(rules.leastSettled, weights.valued === 0 ? 1 : 0);
  const missing = {
    claims: Math.max(0, least - claims.settled),
    coverage: Math.max(0, rules.coverageFloor - (coverage ?? 0)),
  };
  if (coverage === null || missing.claims > 0 || missing.coverage > rounding) {
    const undecided = parts.filter(({ claim }) => claim.standing === 'open' || claim.standing === 'contested');
    const within = undecided.reduce((sum, { w }) => sum + w, 0) / (weights.checkWorthy || 1);
    const isReachable = undecided.length >= missing.claims && within + rounding >= missing.coverage;
    return { state: 'not-enough', coverage, missing, isReachable };
  }
  // Rounding may raise a mean of ones above 1.
  const share = Math.min(1, sums.weightedValues / weights.valued);
  const { low, high } = jeffreysInterval(share, sums.effective);
  return { state: 'scored', score: 100 * share, low: 100 * low, high: 100 * high, coverage };
}

function completeRules(rules: Partial<ScoreRules>): ScoreRules {
  const complete = { ...defaultRules, ...rules };
  const { disputedValue, coverageFloor, leastSettled, weights } = complete;
  const isShare = (value: number) => value >= 0 && value <= 1;
  const areWeights = claimWeights.every((name) => weights[name] > 0 && Number.isFinite(weights[name]));
  if (!isShare(disputedValue) || !isShare(coverageFloor) || !(leastSettled >= 0) || !areWeights) {
    throw new RangeError('a score needs shares from 0 to 1, a least number of claims, and weights above 0');
  }
  return complete;
}

/** The score of some claims, or what is missing for one. RangeError for rules out of range. */
export function scoreOf(claims: readonly WeighedClaim[], rules: Partial<ScoreRules> = {}): Score {
  const complete = completeRules(rules);
  const parts = partsOf(claims, complete);
  return resultOf(parts, sumUp(parts), complete);
}

/**
 * The score with everything it is made of. A claim's effect is calculated with the score's own rules; whether coverage
 * would still be enough without the claim is not checked.
 */
export function explainScore(claims: readonly WeighedClaim[], rules: Partial<ScoreRules> = {}): ScoreExplanation {
  const complete = completeRules(rules);
  const parts = partsOf(claims, complete);
  const sums = sumUp(parts);
  const result = resultOf(parts, sums, complete);
  return {
    result,
    rules: complete,
    sums,
    rows: parts.map((part) => rowOf(part, sums, result)),
    sensitivity:
      result.state === 'scored'
        ? disputedValues.map((disputedValue) => {
            const { weightedValues, weights } = sumUp(partsOf(claims, { ...complete, disputedValue }));
            return { disputedValue, score: 100 * Math.min(1, weightedValues / weights.valued) };
          })
        : [],
  };
}

function rowOf({ claim, w, value }: Part, sums: ScoreSums, result: Score): ScoreRow {
  const { number, standing } = claim;
  const row = { number, standing, weight: weightOf(claim), w, value };
  if (result.state !== 'scored' || value === null) return { ...row, points: null, without: null, contribution: null };
  const points = (100 * w * value) / sums.weights.valued;
  if (sums.claims.valued === 1) return { ...row, points, without: null, contribution: null };
  const share = (sums.weightedValues - w * value) / (sums.weights.valued - w);
  // Rounding of the differences must not leave the scale.
  const without = 100 * Math.min(1, Math.max(0, share));
  return { ...row, points, without, contribution: result.score - without };
}
