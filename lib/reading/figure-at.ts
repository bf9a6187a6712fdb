/** The figures in a marked span, and which of them the span is taken to mean. */

import { lowerBound } from '#lib/text/lower-bound';
import { splitSentences } from '#lib/text/sentences';
import type { Span } from '#lib/text/span';
import { findDates } from './dates';
import type { Figure, FigureFacts } from './figure-types';
import { findFigures } from './figures';

/** A figure as the text puts it (`raw`), and where it stands: UTF-16 indices into the text. */
export type FigureInText = FigureFacts & Span & { raw: string };

/** What a text holds, each in the order of the text. */
type TextRead = {
  text: string;
  articleDate: string | undefined;
  figures: Figure[];
  sentences: Span[];
  dates: DatePlace[];
};

/** A date whose day, month or year is known. */
type DatePlace = Span & { iso: string };

/** The texts that were read last: callers ask for the figures of many spans of one text in a row. */
let recent: TextRead[] = [];
const kept = 4;

function readOnce(text: string, articleDate: string | undefined): TextRead {
  const known = recent.find((one) => one.text === text && one.articleDate === articleDate);
  if (known) return known;
  const figures = findFigures(text);
  const sentences = figures.length > 0 ? splitSentences(text, 0, text.length) : [];
  const dates = (figures.length > 0 ? findDates(text, articleDate) : []).flatMap(({ start, end, iso, precision }) =>
    iso === null || precision === 'time' ? [] : [{ start, end, iso }],
  );
  const read = { text, articleDate, figures, sentences, dates };
  recent = [read, ...recent.slice(0, kept - 1)];
  return read;
}

/**
 * The figures that lie in a span of a text, each read in its sentence, in the order of the text; where none lies wholly in
 * it, the one that shares most with it. A figure's date is the one that its sentence gives before it, otherwise after it.
 * @param articleDate ISO 8601, of any precision; 去年 and “in October” are relative to it.
 */
export function figuresAt(text: string, span: Span, articleDate?: string): FigureInText[] {
  const read = readOnce(text, articleDate);
  return figuresIn(read, span).map((figure) => placed(read, figure));
}

/** The figures as they were read, with their part in a change. */
function figuresIn(read: TextRead, span: Span): Figure[] {
  const shared = ({ start, end }: Span) => Math.min(end, span.end) - Math.max(start, span.start);
  const touched: Figure[] = [];
  for (let at = firstEndingAfter(read.figures, span.start); at < read.figures.length; at += 1) {
    const figure = read.figures[at];
    if (!figure || figure.start >= span.end) break;
    touched.push(figure);
  }
  const inside = touched.filter(({ start, end }) => span.start <= start && end <= span.end);
  return inside.length > 0 ? inside : touched.toSorted((a, b) => shared(b) - shared(a)).slice(0, 1);
}

function placed(read: TextRead, figure: Figure): FigureInText {
  const { start, end, low, high, unit, qualifier, per, text: raw } = figure;
  return { start, end, low, high, unit, qualifier, per, raw, asOf: dateBeside(read, figure) };
}

/** Where the first of some spans is that ends after an index; they follow one another and do not overlap. */
const firstEndingAfter = (spans: readonly Span[], index: number): number =>
  lowerBound(spans.length, (at) => (spans[at]?.end ?? 0) > index);

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
  const read = readOnce(text, articleDate);
  const figures = figuresIn(read, span);
  const alike = known ? figures.filter(({ unit, per }) => unit === known.unit && per === known.per) : [];
  const kept = figures.find((figure) => figure.text === known?.raw) ?? (alike.length === 1 ? alike[0] : undefined);
  // Otherwise the first is what the words are about (US$101 million at a value of US$1 billion), except a duration
  // (一年工资约2亿美元) and what was before a change (从20万提高到300万).
  const about = figures.filter(({ unit }) => !durations.has(unit ?? ''));
  const changed =
    about[0]?.change && about[0].change !== 'to' ? about.find(({ change }) => change === 'to') : undefined;
  const figure = kept ?? changed ?? about[0] ?? figures[0];
  if (!figure) return null;
  const { start: _start, end: _end, ...facts } = placed(read, figure);
  return facts;
}

const durations = new Set(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second']);

/** The date that the sentence of a figure gives last before it, otherwise its first. */
function dateBeside({ sentences, dates }: TextRead, figure: Span): string | null {
  const sentence = sentences[firstEndingAfter(sentences, figure.start)];
  if (!sentence || sentence.start > figure.start) return null;
  const isIn = (date: DatePlace | undefined) => date && date.start >= sentence.start && date.end <= sentence.end;
  const before = dates[firstEndingAfter(dates, figure.start) - 1];
  if (isIn(before)) return before?.iso ?? null;
  const first = dates[lowerBound(dates.length, (at) => (dates[at]?.start ?? 0) >= sentence.start)];
  return isIn(first) ? (first?.iso ?? null) : null;
}
