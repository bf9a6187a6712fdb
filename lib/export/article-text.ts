/**
 * The text of an article as exports count it: every paragraph that belongs to the article (boilerplate does not), in order,
 * joined by one line feed each, with nothing else changed. Offsets into it are Unicode code points (W3C Web Annotation Data
 * Model § 4.2.5), not the UTF-16 units that the desk itself counts in.
 */
import type { ParagraphView } from '#lib/domain/review';
import type { Span } from '#lib/domain/span';

/** Counts code points before UTF-16 offsets of one text: linear once, then logarithmic. Half a character counts as one. */
export function codePointCounter(text: string): (offset: number) => number {
  const secondHalves: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) secondHalves.push(index + 1);
  return (offset) => Math.min(offset, text.length) - countUpTo(secondHalves, offset - 1);
}

/** The way back: the UTF-16 offset after so many code points of one text. Past the end is the end. */
export function utf16Counter(text: string): (points: number) => number {
  // In code points: where each character of two units ends.
  const ends: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) ends.push(index + 1 - ends.length);
  return (points) => Math.min(points + countUpTo(ends, points), text.length);
}

/** How many of some ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

export type ArticleText = {
  text: string;
  /** A paragraph's span, in UTF-16 units, as code points of the text; null where the text does not hold the paragraph. */
  place(paragraphId: string, span: Span): Span | null;
};

export function articleText(paragraphs: readonly ParagraphView[]): ArticleText {
  const kept = [...paragraphs].sort((a, b) => a.number - b.number).filter(({ kind }) => kind !== 'boilerplate');
  const counters = new Map<string, { start: number; count: (offset: number) => number }>();
  let start = 0;
  for (const { id, text } of kept) {
    const count = codePointCounter(text);
    counters.set(id, { start, count });
    start += count(text.length) + 1;
  }
  return {
    text: kept.map(({ text }) => text).join('\n'),
    place(paragraphId, span) {
      const counter = counters.get(paragraphId);
      return counter
        ? { start: counter.start + counter.count(span.start), end: counter.start + counter.count(span.end) }
        : null;
    },
  };
}
