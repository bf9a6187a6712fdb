/** The figure that a source gives for a claimed one: typed by a person or read from the excerpt. */

import { accept, type Result, refuse } from '#lib/domain/refusal';
import { figureAt } from '#lib/reading/figure-at';
import type { FigureFacts } from '#lib/reading/figure-types';
import { findFigures, isBareYen, readFigure } from '#lib/reading/figures';
import { measureOf } from '#lib/reading/measures';
import { proposeMetric } from '#lib/reading/metrics';
import { compareFigures } from './comparison';

/** What a source gives, and what is claimed: the figure, and the measure it belongs to ('' if unknown). */
type Given = { typed: string | null; excerpt: string; published: string | null };
type Claimed = { figure: FigureFacts; measure: string };

/**
 * The figure that a source gives for a claimed one: the typed text (refused if it is no figure), otherwise the single
 * figure of the excerpt that can be compared with the claimed one. null where there is none, or several, or where its
 * words name another measure (a valuation beside a funding round).
 * @param published ISO 8601, of any precision: when the source was published.
 */
export function figureFromSource(
  { typed, excerpt, published }: Given,
  claimed: Claimed | null,
): Result<(FigureFacts & { raw: string }) | null> {
  if (typed) {
    const read = readFigure(typed);
    if (!read) return refuse('figure-unreadable', { field: 'figure' });
    const { low, high, qualifier, per } = read;
    return accept({ low, high, unit: unitBeside(claimed, read.unit, typed), qualifier, per, raw: typed, asOf: null });
  }
  if (!claimed) return accept(null);
  const found = findFigures(excerpt).flatMap((span) => {
    const figure = figureAt(excerpt, span, published ?? undefined);
    return figure ? [{ span, figure: { ...figure, unit: unitBeside(claimed, figure.unit, excerpt) } }] : [];
  });
  const [only, ...others] = found.filter(
    ({ figure }) => compareFigures(claimed.figure, figure).relation !== 'different-unit',
  );
  if (!only || others.length > 0) return accept(null);
  const language = /\p{Script=Han}/u.test(excerpt) ? 'zh' : 'en';
  const { start, end } = only.span;
  const told = measureOf(proposeMetric({ text: excerpt, start, end, figure: only.figure, language }).best.measure);
  const asked = measureOf(claimed.measure);
  const isOther = told !== null && asked !== null && told !== asked;
  return accept(isOther ? null : only.figure);
}

/** The unit of a figure that a source gives. Where its own words do not say which ¥ is meant, it is the claim's. */
function unitBeside(claimed: Claimed | null, unit: string | null, words: string): string | null {
  return unit === 'JPY' && claimed?.figure.unit === 'CNY' && isBareYen(words) ? 'CNY' : unit;
}
