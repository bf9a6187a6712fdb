/**
 * The text of an article to which offsets in exports refer: every paragraph that belongs to the article (not
 * boilerplate), in order, joined by one line feed each, otherwise unchanged. Offsets are Unicode code points (W3C Web
 * Annotation Data Model § 4.2.5), not the UTF-16 units used inside the desk.
 */

import type { ParagraphView } from '#lib/domain/articles/article-view';
import { codePointCounter } from '#lib/text/code-points';
import type { Span } from '#lib/text/span';

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
