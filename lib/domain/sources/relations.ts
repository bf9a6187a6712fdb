/** How an article's quote or figure relates to what stands in its source. */

/**
 * `small-differences`: hesitation and slips of the tongue are gone, the meaning is not. `shortened`: words are left out
 * inside. `altered`: a number, unit, negation, name or other word that the statement hangs on is another.
 */
export const quoteRelations = ['verbatim', 'small-differences', 'shortened', 'altered', 'absent'] as const;
export type QuoteRelation = (typeof quoteRelations)[number];

/**
 * `same`: equal, perhaps written otherwise. `within-rounding`: the claim's figure is a right rounding of the source's.
 * `power-of-ten`, `other-unit`: the same digits. `other-date`: the same thing at another time. `differs`: the same thing,
 * another value.
 */
export const figureRelations = [
  'same',
  'within-rounding',
  'power-of-ten',
  'other-unit',
  'other-date',
  'differs',
] as const;
export type FigureRelation = (typeof figureRelations)[number];
