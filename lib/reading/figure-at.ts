/** The figures in a marked span, and which of them the span is taken to mean. */

import { splitSentences } from '#lib/text/sentences';
import type { Span } from '#lib/text/span';
import { findDates } from './dates';
import type { FigureFacts } from './figure-types';
import { findFigures } from './figures';

/** A figure as the text puts it (`raw`), and where it stands: UTF-16 indices into the text. */
export type FigureInText = FigureFacts & Span & { raw: string };

/**
 * The figures that lie in a span of a text, each read in its sentence, in the order of the text; where none lies wholly in
 * it, the one that shares most with it. A figure's date is the one that its sentence gives before it, otherwise after it.
 * @param articleDate ISO 8601, of any precision; 去年 and “in October” are relative to it.
 */
export function figuresAt(text: string, span: Span, articleDate?: string): FigureInText[] {
  const shared = ({ start, end }: Span) => Math.min(end, span.end) - Math.max(start, span.start);
  const touched = findFigures(text).filter((found) => shared(found) > 0);
  const inside = touched.filter(({ start, end }) => span.start <= start && end <= span.end);
  const meant = inside.length > 0 ? inside : touched.toSorted((a, b) => shared(b) - shared(a)).slice(0, 1);
  return meant.map(({ start, end, low, high, unit, qualifier, per, text: raw }) => {
    const asOf = dateBeside(text, { start, end }, articleDate);
    return { start, end, low, high, unit, qualifier, per, raw, asOf };
  });
}

/**
 * The figure that a span of a text means, as `figuresAt` reads it; null where it holds none. `known` is the figure that
 * was read or chosen for these words before: of several, the one in the same words is taken, or the only one of the same
 * unit.
 */
export function figureAt(
  text: string,
  span: Span,
  articleDate?: string,
  known?: Pick<FigureFacts, 'unit' | 'per'> & { raw: string },
): (FigureFacts & { raw: string }) | null {
  const figures = figuresAt(text, span, articleDate);
  const alike = known ? figures.filter(({ unit, per }) => unit === known.unit && per === known.per) : [];
  const kept = figures.find(({ raw }) => raw === known?.raw) ?? (alike.length === 1 ? alike[0] : undefined);
  // Otherwise the first is what the words are about (US$101 million at a value of US$1 billion), except a duration
  // (一年工资约2亿美元).
  const figure = kept ?? figures.find(({ unit }) => !durations.has(unit ?? '')) ?? figures[0];
  if (!figure) return null;
  const { start: _start, end: _end, ...facts } = figure;
  return facts;
}

const durations = new Set(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second']);

function dateBeside(text: string, figure: Span, articleDate: string | undefined): string | null {
  const sentence = splitSentences(text, 0, text.length).find(
    ({ start, end }) => start <= figure.start && figure.start < end,
  );
  if (!sentence) return null;
  const dates = findDates(text, articleDate).filter(
    ({ start, end, iso, precision }) =>
      iso !== null && precision !== 'time' && start >= sentence.start && end <= sentence.end,
  );
  return (dates.findLast(({ end }) => end <= figure.start) ?? dates[0])?.iso ?? null;
}
