/**
 * The place of a claim in a paragraph: position and quotation together (the W3C Web Annotation TextPositionSelector and
 * TextQuoteSelector), so that the passage can be found again when the text around it changes. Invariant: a passage that
 * is gone is not found at all. A verdict on the wrong sentence is worse than a claim without a place.
 */

import { type Change, changeOf } from '#lib/reading/substance';
import type { Span } from '#lib/text/span';
import { type Anchor, describeAnchor } from './description';
import { findQuote } from './find';
import { SpanMover } from './move';
import { wholeCharacters } from './place';

export { type Anchor, describeAnchor };

/** Where a passage is now, and what became of it: see changeOf. `score` (0–1): how much of the passage is left. */
export type Located = { start: number; end: number; score: number; changed: Change };

/**
 * Finds an anchor's passage in a text when the text it came from is not available. Looks for the exact words first; the
 * surrounding text, then the old position, decide between several places. Otherwise takes the most similar passage.
 * null: the passage is gone.
 */
export function locateAnchor(text: string, anchor: Anchor): Located | null {
  const place = findQuote(text, anchor);
  return place && locatedAt(text, place, anchor.exact);
}

/**
 * Maps anchors from one revision's text to the next, in the order given; null where a passage is gone. Lines are
 * paragraphs. An anchor that does not fit the old text is first looked for there, then in the new text. Near linear in
 * the length of the texts.
 */
export function moveAnchors(before: string, after: string, anchors: Anchor[]): (Located | null)[] {
  return movePlaces(before, after, anchors).map((place, index) => {
    const anchor = anchors[index];
    return place && anchor ? locatedAt(after, place, anchor.exact) : null;
  });
}

/** The same without what became of the passages, for callers that settle the places first. */
export function movePlaces(before: string, after: string, anchors: Anchor[]): (FoundPlace | null)[] {
  const mover = before === after ? null : new SpanMover(before, after);
  return anchors.map((anchor) => {
    const { exact } = anchor;
    const isThere = anchor.start >= 0 && exact !== '' && before.slice(anchor.start, anchor.end) === exact;
    const from = isThere ? anchor : findQuote(before, anchor);
    if (!from) return findQuote(after, anchor);
    return mover ? mover.move(from) : { ...wholeCharacters(after, from.start, from.end), score: 1 };
  });
}

type FoundPlace = Span & { score: number };

function locatedAt(text: string, { start, end, score }: FoundPlace, exact: string): Located {
  return { start, end, score, changed: changeOf(exact, text.slice(start, end)) };
}
