/**
 * Selecting text without a mouse. Marking works like a text cursor: arrows move it, Shift extends. Moving a claim's ends:
 * arrows move the end, Shift and arrows the start. Ctrl or Alt take whole words. Pure; the page shows the result.
 */
import { type Span, stepCharacter } from '#lib/text/span';

export type Stride = { direction: 1 | -1; isExtending: boolean; byWord: boolean };

let segmenter: Intl.Segmenter | undefined;

/** Made when it is first needed: making one takes a phone tens of milliseconds. */
const words = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return segmenter;
};

/** The next word's edge from `index` in a direction: its end going forward, its start going back; else the text's end. */
function stepWord(text: string, index: number, direction: 1 | -1): number {
  // Words are short: a window around the place keeps long paragraphs quick. It widens where it shows no whole word.
  for (let reach = 200; ; reach *= 4) {
    const from = Math.max(0, index - reach);
    const to = Math.min(text.length, index + reach);
    let back: number | undefined;
    for (const { index: at, segment, isWordLike } of words().segment(text.slice(from, to))) {
      const [start, end] = [from + at, from + at + segment.length];
      const isCut = (start === from && from > 0) || (end === to && to < text.length);
      if (!isWordLike || isCut) continue;
      if (direction === 1 && end > index) return end;
      if (start < index) back = start;
    }
    if (direction === 1 && to === text.length) return to;
    if (direction === -1 && (back !== undefined || from === 0)) return back ?? from;
  }
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
