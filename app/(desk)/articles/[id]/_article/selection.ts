/** Between the browser's selection and offsets in a paragraph's text. The only module that knows how text lies in the page. */
import { type Span, settleSpan } from '#lib/text/span';

export type TextSelection = { paragraphId: string; span: Span; box: DOMRect };

function paragraphOf(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>('[data-paragraph]') ?? null;
}

/** The UTF-16 offset of a place in the page within a paragraph's text. */
function offsetOf(paragraph: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The page's place of an offset in a paragraph's text. */
function placeOf(paragraph: HTMLElement, offset: number): { node: Node; offset: number } {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = paragraph;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return { node: last, offset: last.textContent?.length ?? 0 };
}

export function paragraphElement(paragraphId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-paragraph="${CSS.escape(paragraphId)}"]`);
}

/** The range of a span in the page. */
export function rangeOf(paragraphId: string, span: Span): Range | null {
  const paragraph = paragraphElement(paragraphId);
  if (!paragraph) return null;
  const range = document.createRange();
  const [start, end] = [placeOf(paragraph, span.start), placeOf(paragraph, span.end)];
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/**
 * What is selected, as a span of one paragraph; null where nothing is. A selection over several paragraphs is cut to the
 * first one of which it holds a character: a drag may begin behind the end of a line, or in the margin.
 */
export function readSelection(): TextSelection | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const first = paragraphOf(range.startContainer);
  const inFirst = first && cutTo(first, range);
  if (inFirst) return inFirst;
  for (const paragraph of document.querySelectorAll<HTMLElement>('[data-paragraph]')) {
    const cut = range.intersectsNode(paragraph) ? cutTo(paragraph, range) : null;
    if (cut) return cut;
  }
  return null;
}

/** The part of a range that lies in a paragraph; null where it holds no character of it. */
function cutTo(paragraph: HTMLElement, range: Range): TextSelection | null {
  const text = paragraph.textContent ?? '';
  const start = paragraph.contains(range.startContainer)
    ? offsetOf(paragraph, range.startContainer, range.startOffset)
    : 0;
  const end = paragraph.contains(range.endContainer)
    ? offsetOf(paragraph, range.endContainer, range.endOffset)
    : text.length;
  const span = settleSpan(text, { start, end });
  const paragraphId = paragraph.dataset.paragraph;
  if (!span || !paragraphId) return null;
  return { paragraphId, span, box: (rangeOf(paragraphId, span) ?? range).getBoundingClientRect() };
}

/** Selects a span in the page, as if a person had. */
export function writeSelection(paragraphId: string, span: Span): void {
  const range = rangeOf(paragraphId, span);
  const selection = document.getSelection();
  if (!range || !selection) return;
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
}

export function clearSelection(): void {
  document.getSelection()?.removeAllRanges();
}
