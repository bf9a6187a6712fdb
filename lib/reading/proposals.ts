/**
 * What the desk reads from an article by itself: proposed claims with the people who make them, and the value of the
 * figure in a marked span. Deterministic: the same text always gives the same result.
 */

import type { Speaker } from '#lib/reading/speakers/speaker';
import { splitSentences } from '#lib/text/sentences';
import type { Span } from '#lib/text/span';
import { readArticle, type Suggestion } from './claims';
import { findDates } from './dates';
import type { FigureFacts } from './figure-types';
import { findFigures } from './figures';
import type { Quote } from './quotes';

/** Raised when the readers change so much that articles should be read again. */
export const readerVersion = 1;

/** A suggestion, with the speaker of the words around it. */
export type Proposal = Suggestion & { speaker: Speaker | null };

/**
 * Proposes claims for an article's paragraphs; an empty string stands for a paragraph that is not read. In order of
 * paragraph and start. Spans are UTF-16 indices into their paragraph.
 */
export function proposeClaims(paragraphs: string[]): Proposal[] {
  const { quotes, reported, speakers, suggestions } = readArticle(paragraphs);
  const byName = new Map(speakers.map((speaker) => [speaker.name, speaker]));
  const spoken = paragraphs.map((): Quote[] => []);
  for (const speech of [...quotes, ...reported]) spoken[speech.paragraph]?.push(speech);
  return suggestions.map((suggestion) => {
    const around = spoken[suggestion.paragraph]
      ?.filter(({ start, end }) => start <= suggestion.start && suggestion.end <= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    return { ...suggestion, speaker: byName.get(around?.speaker ?? '') ?? null };
  });
}

/**
 * The figure that a span of a text means, read in its sentence; null where it holds none. Its date is the one that the
 * sentence gives before the figure, otherwise after it.
 * @param articleDate ISO 8601, of any precision; 去年 and “in October” are relative to it.
 */
export function figureAt(text: string, span: Span, articleDate?: string): (FigureFacts & { raw: string }) | null {
  const shared = ({ start, end }: Span) => Math.min(end, span.end) - Math.max(start, span.start);
  const touched = findFigures(text).filter((found) => shared(found) > 0);
  const inside = touched.filter(({ start, end }) => span.start <= start && end <= span.end);
  // Of several figures, the first is what the words are about (US$101 million at a value of US$1 billion), except a
  // duration (一年工资约2亿美元).
  const first = inside.find(({ unit }) => !durations.has(unit ?? '')) ?? inside[0];
  const figure = first ?? touched.toSorted((a, b) => shared(b) - shared(a))[0];
  if (!figure) return null;
  const { low, high, unit, qualifier, per, text: raw } = figure;
  return { low, high, unit, qualifier, per, raw, asOf: dateBeside(text, figure, articleDate) };
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
