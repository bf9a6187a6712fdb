/**
 * The text of an article to which offsets in exports refer: every paragraph that belongs to the article (not
 * boilerplate), in order, joined by one line feed each, otherwise unchanged. Offsets are Unicode code points (W3C Web
 * Annotation Data Model § 4.2.5); readers written in JavaScript count in the UTF-16 units that the desk uses inside.
 */

import type { ParagraphView } from '#lib/domain/articles/article-view';
import { codePointCounter } from '#lib/text/code-points';
import type { Span } from '#lib/text/span';

/** Where a passage is in the text, in both units; `within` is its paragraph in UTF-16 units. */
export type TextPlace = { points: Span; units: Span; within: Span };

export type ArticleText = {
  text: string;
  /** The place of a paragraph's span (UTF-16 units); null where the text does not hold the paragraph. */
  place(paragraphId: string, span: Span): TextPlace | null;
};

export function articleText(
  paragraphs: readonly Pick<ParagraphView, 'id' | 'number' | 'kind' | 'text'>[],
): ArticleText {
  const kept = [...paragraphs].sort((a, b) => a.number - b.number).filter(({ kind }) => kind !== 'boilerplate');
  type Held = { points: number; units: number; length: number; count: (offset: number) => number };
  const held = new Map<string, Held>();
  let [points, units] = [0, 0];
  for (const { id, text } of kept) {
    const count = codePointCounter(text);
    held.set(id, { points, units, length: text.length, count });
    points += count(text.length) + 1;
    units += text.length + 1;
  }
  return {
    text: kept.map(({ text }) => text).join('\n'),
    place(paragraphId, { start, end }) {
      const paragraph = held.get(paragraphId);
      if (!paragraph) return null;
      return {
        points: { start: paragraph.points + paragraph.count(start), end: paragraph.points + paragraph.count(end) },
        units: { start: paragraph.units + start, end: paragraph.units + end },
        within: { start: paragraph.units, end: paragraph.units + paragraph.length },
      };
    },
  };
}
