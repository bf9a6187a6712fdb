/** What the signs of two claims weigh in the score of their match. Invariant: every sign has one weight. */

/**
 * What each sign of two claims adds to the logit of their score, and what it starts from. Logistic regression, rounded to
 * tenths, over the development queries, the pairs of fixtures/pairs.ts, the posts, and claims of the one set as queries for
 * the other, which has none of theirs (`npm run eval:fit-matching`). Fitted without the desk's queries it ranks and
 * relates them nearly as well, so the numbers are of the kind and not of the set.
 */
export const weights = {
  base: -3.6,
  leastShare: 3.5,
  mostShare: 3.3,
  names: 2.1,
  terms: 2.1,
  equalFigure: 2.1,
  unitDiffers: 1.4,
  figureDiffers: -1,
  sameTime: 2.3,
  otherTime: -0.1,
  figureAlone: -1.6,
  strayTerms: -1.1,
  behind: 5.6,
};

/** The same for signs that exclude one fact: each also keeps the score below `sure`. */
export const exclusions = {
  otherName: 0,
  strangeName: -3.5,
  otherMeasure: -3.8,
  figureAndTime: -3,
  phase: -1.6,
  farTime: -2.9,
  unlikeFigures: -2.8,
  oppositeFigure: -0.4,
  thin: 0,
};

/** The signs of two claims by name, each from 0 to 1 (`behind`: from −1 to 0). */
export type Signs = Record<Exclude<keyof typeof weights, 'base'>, number> & Record<keyof typeof exclusions, number>;
