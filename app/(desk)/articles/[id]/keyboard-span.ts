/**
 * Selecting text without a mouse. Marking works like a text cursor: arrows move it, Shift extends. Moving a claim's ends:
 * arrows move the end, Shift and arrows the start. Ctrl or Alt take whole words. Pure; the page shows the result.
 */
import { type Span, stepCharacter } from '#lib/domain/span';

export type Stride = { direction: 1 | -1; isExtending: boolean; byWord: boolean };

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The next word's edge from `index` in a direction: its end going forward, its start going back. */
function stepWord(text: string, index: number, direction: 1 | -1): number {
  // Words are short; a window around the place is enough and keeps long paragraphs quick.
  const from = Math.max(0, index - 200);
  const window = text.slice(from, index + 200);
  let back = from === 0 ? 0 : stepCharacter(text, index, -1);
  for (const { index: at, segment, isWordLike } of words.segment(window)) {
    if (!isWordLike) continue;
    const [start, end] = [from + at, from + at + segment.length];
    if (direction === 1 && end > index) return end;
    if (start < index) back = start;
  }
  return direction === 1 ? text.length : back;
}

export function moveCursor(text: string, span: Span, { direction, isExtending, byWord }: Stride): Span {
  const step = byWord ? stepWord : stepCharacter;
  if (isExtending) {
    const end = step(text, span.end, direction);
    return { start: span.start, end: Math.max(end, stepCharacter(text, span.start, 1)) };
  }
  const start = Math.min(step(text, span.start, direction), stepCharacter(text, text.length, -1));
  return { start, end: stepCharacter(text, start, 1) };
}

export function moveEnds(text: string, span: Span, { direction, isExtending, byWord }: Stride): Span {
  const step = byWord ? stepWord : stepCharacter;
  if (isExtending) {
    const start = Math.min(step(text, span.start, direction), stepCharacter(text, span.end, -1));
    return { start, end: span.end };
  }
  return { start: span.start, end: Math.max(step(text, span.end, direction), stepCharacter(text, span.start, 1)) };
}
