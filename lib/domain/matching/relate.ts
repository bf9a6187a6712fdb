/**
 * How two claims relate, and how surely the same fact is asked about in both. Invariants: `figure-differs` is never called
 * `same`; a score lies between 0 and 1; what excludes that the fact is one (another name, another measure, figure and date
 * both different) keeps a score below what is shown as sure. In doubt the score is low: a match that is not shown costs a
 * look, a wrong one that is shown as sure costs trust.
 */

import { type FigureMatch, matchFigures, matchPeriods, type PeriodMatch } from './agreement';
import type { ClaimFacts } from './claim-reading';
import type { ClaimFigure } from './figure-values';
import { countsTheOther } from './gone';
import { exclusions, type Signs, weights } from './match-weights';
import { areNear, isLong } from './periods';
import { deniesNumber, deny, polarityOf } from './polarity';
import type { Relation } from './relation';
import { type Rarity, type SharedContent, shareContent } from './shared-content';

export interface Relating {
  relation: Relation;
  score: number;
  /** What the score is weighed from. */
  signs: Signs;
  content: SharedContent;
  figures: FigureMatch[];
  periods: PeriodMatch;
}

/** From this score on, a match is shown as sure. */
export const sure = 0.5;

/** Where a score ends that is excluded from being sure: below it by a little, still in the order of the logits. */
const [excludedTop, excludedRange] = [0.4, 0.09];

/**
 * Relates two claims. `rarity` tells how rare a word is in a pool; `behind` how far the index puts the claim behind the
 * best of its language, from 0 to −1 (0 where there is no pool).
 */
export function relate(a: ClaimFacts, b: ClaimFacts, rarity?: Rarity, behind = 0): Relating {
  const content = shareContent(a, b, rarity);
  const figures = matchFigures(a.figures, b.figures);
  const periods = matchPeriods(a.periods, b.periods);
  const [wayA, wayB] = [polarityOf(a), polarityOf(b)];
  const equal = figures.filter(({ how }) => how === 'equal');
  const has = (how: FigureMatch['how']): number => Number(figures.some((match) => match.how === how));
  const isExact = equal.some((match) => exactness(match) >= exact);
  const isDenied = deny(wayA, wayB, isExact) || equal.some((match) => isDeniedOnce(a, b, match));
  const figureDiffers = Math.max(has('off'), looseShare * has('loose'));
  const otherTime = Number(periods.conflicting.length > 0);
  const signs: Signs = {
    leastShare: Math.min(content.ofA, content.ofB),
    mostShare: Math.max(content.ofA, content.ofB),
    names: Math.min(content.sharedNames, 3) / 3,
    terms: Math.min(content.sharedTerms, 3) / 3,
    equalFigure: Math.min(
      equal.reduce((sum, match) => sum + exactness(match), 0),
      1,
    ),
    unitDiffers: has('unit'),
    figureDiffers,
    sameTime: Math.max(0, ...periods.agreeing.map(([one, other]) => (isLong(one) || isLong(other) ? 0.5 : 1))),
    otherTime,
    figureAlone: Number(a.figures.length > 0 !== b.figures.length > 0),
    strayTerms: Math.min(content.strayTerms, 3) / 3,
    behind,
    otherName: Math.min(content.otherNames, 2) / 2,
    strangeName: Number(content.hasStrangeName),
    otherMeasure: Number(content.hasOtherMeasure || figures.some((match) => countsTheOther(a, b, match))),
    figureAndTime: otherTime * figureDiffers,
    phase: Number(wayA.isOver !== wayB.isOver && otherTime === 1),
    farTime: Number(periods.conflicting.some(([one, other]) => !areNear(one, other))),
    unlikeFigures: Number(a.figures.length > 0 && b.figures.length > 0 && figures.length === 0),
    oppositeFigure: Number(isDenied && figureDiffers > 0 && equal.length === 0),
    thin: Number(content.sharedTerms === 0 && content.sharedNames < 2 && figures.length === 0),
  };
  const relation = relationOf(isExact ? figures.filter(isOfWeight) : figures, periods, isDenied);
  const score = scoreOf(signs);
  const isOther = score < unrelated || otherFact.some((name) => signs[name] > 0);
  return { relation: isOther ? 'other' : relation, score, signs, content, figures, periods };
}

/** One of two claims denies the number that both have. */
const isDeniedOnce = (a: ClaimFacts, b: ClaimFacts, match: FigureMatch): boolean =>
  exactness(match) >= exact && deniesNumber(a, match.a.start) !== deniesNumber(b, match.b.start);

/** Below this score the claims are about two facts, whatever their figures. */
const unrelated = 0.005;

/** Signs of another fact, as against too little to be sure. */
const otherFact = ['otherName', 'strangeName', 'otherMeasure', 'figureAndTime', 'oppositeFigure', 'phase'] as const;

/** How far two counts of things with different names say that a figure differs. */
const looseShare = 0.7;

function scoreOf(signs: Signs): number {
  let logit = weights.base;
  let isExcluded = false;
  for (const [name, value] of Object.entries(signs)) {
    const weight: number | undefined = weightOf.get(name);
    logit += (weight ?? 0) * value;
    isExcluded ||= value > 0 && name in exclusions;
  }
  const score = 1 / (1 + Math.exp(-logit));
  return isExcluded ? Math.min(score, excludedTop + excludedRange * score) : score;
}

const weightOf = new Map<string, number>(Object.entries({ ...weights, ...exclusions }));

/** The exactness of a number that two claims hardly share by chance. */
const exact = 0.75;

/** How much an equal number says, from 0.25 to 1: three digits say much, a small count little. */
const exactness = ({ a, b }: FigureMatch): number => Math.min(exactnessOf(a), exactnessOf(b));

function exactnessOf({ low }: ClaimFigure): number {
  const [mantissa = ''] = Math.abs(low).toExponential(3).split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '').length;
  return Math.min(1, 0.25 * Math.max(digits, 1) + (Math.abs(low) >= 1000 ? 0.25 : 0));
}

/** A small count beside an exact number is told in passing (`two of its four furnaces`). */
const isOfWeight = ({ how, a, b }: FigureMatch): boolean => how === 'equal' || !isSmall(a) || !isSmall(b);
const isSmall = ({ kind, high }: ClaimFigure): boolean => (kind === 'bare' || kind === 'count') && high <= 12;

function relationOf(figures: FigureMatch[], periods: PeriodMatch, isDenied: boolean): Relation {
  const has = (how: FigureMatch['how']): boolean => figures.some((match) => match.how === how);
  if (isDenied) return 'negated';
  if (has('off')) return 'figure-differs';
  if (has('unit')) return 'unit-differs';
  if (periods.conflicting.length > 0) return 'date-differs';
  return has('loose') && !has('equal') ? 'figure-differs' : 'same';
}
