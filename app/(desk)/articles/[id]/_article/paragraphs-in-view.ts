/** Where paragraphs lie in the window, and how the page is scrolled by them. */
import type { ParagraphView } from '#lib/domain/articles/article-view';

/** The height of the bars that stay at the top of the page (px). */
export const topEdge = 104;

const boxOf = ({ number }: ParagraphView) => document.getElementById(`p${number}`)?.getBoundingClientRect();

/** Scrolls to the paragraph after or before the one at the top of the window. */
export function scrollByParagraph(paragraphs: ParagraphView[], step: 1 | -1): void {
  const places = paragraphs.map((paragraph) => boxOf(paragraph)?.top ?? 0);
  const at = places.findIndex((top) => top > topEdge + 2);
  const current = at < 0 ? places.length - 1 : at;
  const next = Math.min(places.length - 1, Math.max(0, step === 1 ? current : current - 2));
  window.scrollBy({ top: (places[next] ?? 0) - topEdge });
}

/** The first paragraph of the article's own text that can be seen. */
export function firstInView(paragraphs: ParagraphView[]): ParagraphView | undefined {
  return paragraphs.find(
    (paragraph) => paragraph.kind !== 'boilerplate' && (boxOf(paragraph)?.bottom ?? 0) > topEdge + 16,
  );
}
