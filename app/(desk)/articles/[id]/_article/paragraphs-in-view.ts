/** Where paragraphs lie in the window, and how the page is scrolled by them. */
import type { ParagraphView } from '#lib/domain/articles/article-view';

/** The height of the bars that stay at the top of the page (px). */
export const topEdge = 104;

const boxOf = ({ number }: ParagraphView) => document.getElementById(`p${number}`)?.getBoundingClientRect();

/** The index of the first paragraph of which a place lies below an edge of the window; their number where none does. */
function firstBelow(paragraphs: ParagraphView[], side: 'top' | 'bottom', edge: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle];
    if (paragraph && (boxOf(paragraph)?.[side] ?? 0) <= edge) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Scrolls to the paragraph after or before the one at the top of the window. */
export function scrollByParagraph(paragraphs: ParagraphView[], step: 1 | -1): void {
  const at = firstBelow(paragraphs, 'top', topEdge + 2);
  const last = paragraphs.length - 1;
  const current = Math.min(at, last);
  const next = paragraphs[Math.min(last, Math.max(0, step === 1 ? current : current - 2))];
  if (next) window.scrollBy({ top: (boxOf(next)?.top ?? 0) - topEdge });
}

/** The first paragraph of the article's own text that can be seen. */
export function firstInView(paragraphs: ParagraphView[]): ParagraphView | undefined {
  return paragraphs.slice(firstBelow(paragraphs, 'bottom', topEdge + 16)).find(({ kind }) => kind !== 'boilerplate');
}
