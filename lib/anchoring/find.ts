/**
 * Finds a passage in a text by its words, its surroundings and its old position, without the text it came from.
 * Invariant: a short passage is found only where its surroundings are still there, since its words may occur anywhere.
 * Several equally good places give null.
 */

import { comparableUnits } from '#lib/text/forms/comparison-form';
import { weigh } from '#lib/text/match';
import { tokenise } from '#lib/text/tokens';
import type { Anchor } from './description';
import { type Place, placeSpan, wholeCharacters } from './place';
import { PassageIndex } from './search';

/** A passage at least this heavy (three long words, six Han characters) is unlikely to occur twice in a text. */
export const distinctive = 24;

/** How many exact occurrences are checked on each side of the old position. */
const mostExact = 500;

/** An exact passage with at least this share of its surroundings is the one that was meant. */
const likelyContext = 0.5;

/** With less of its surroundings than this, a short passage could be another one. */
const leastContext = 0.35;

/** In other surroundings, this much of the passage must be left: it has moved, or it is another one like it. */
export const leastElsewhere = 0.95;

/** The weight of a passage's own words against its surroundings when choosing between places. */
const ownShare = 0.7;

/** Finds the passage of an anchor in a text; null where it is gone or could be in several places. */
export function findQuote(text: string, anchor: Anchor): Place | null {
  if (anchor.exact === '') return null;
  const exact = exactPlace(text, anchor);
  if (exact && exact.context >= likelyContext) return exact;
  const query = anchor.prefix + anchor.exact + anchor.suffix;
  const span = { start: anchor.prefix.length, end: anchor.prefix.length + anchor.exact.length };
  const passage = tokenise(anchor.exact);
  const isTelling = weigh(passage, 0, passage.count) >= distinctive || anchor.prefix + anchor.suffix === '';
  let best = exact && (isTelling || exact.context >= leastContext) ? exact : null;
  const index = new PassageIndex(text, tokenise(text));
  for (const matched of index.candidates(query, tokenise(query), anchor.start - anchor.prefix.length)) {
    const place = placeSpan(matched, span);
    if (!place || place.left + place.context < leastElsewhere) continue;
    if (!best || worth(place) > worth(best)) best = place;
  }
  return best;
}

const worth = ({ left, context }: Place): number => ownShare * left + (1 - ownShare) * context;

/** The best exact occurrence: by its surroundings, then by its distance from the old position. */
function exactPlace(text: string, anchor: Anchor): Place | null {
  const { exact, start } = anchor;
  let best: { at: number; context: number } | null = null;
  const consider = (at: number) => {
    const context = contextAt(text, anchor, at);
    const isBetter =
      !best || context > best.context || (context === best.context && Math.abs(at - start) < Math.abs(best.at - start));
    if (isBetter) best = { at, context };
  };
  let at = text.indexOf(exact, start);
  for (let seen = 0; at >= 0 && seen < mostExact; seen++) {
    consider(at);
    at = text.indexOf(exact, at + 1);
  }
  at = start > 0 ? text.lastIndexOf(exact, start - 1) : -1;
  for (let seen = 0; at >= 0 && seen < mostExact; seen++) {
    consider(at);
    at = at > 0 ? text.lastIndexOf(exact, at - 1) : -1;
  }
  if (!best) return null;
  const { at: place, context } = best as { at: number; context: number };
  const score = ownShare + (1 - ownShare) * context;
  return { ...wholeCharacters(text, place, place + exact.length), score, left: 1, context };
}

/** The share of an anchor's surroundings that stands unbroken around a place. The old position counts a little too. */
function contextAt(text: string, { exact, prefix, suffix, start }: Anchor, at: number): number {
  const end = at + exact.length;
  let before = 0;
  while (before < prefix.length && sameUnit(text, at - 1 - before, prefix, prefix.length - 1 - before)) before++;
  let after = 0;
  while (after < suffix.length && sameUnit(text, end + after, suffix, after)) after++;
  const opens = prefix === '' && at === 0 ? 1 : 0;
  const closes = suffix === '' && end === text.length ? 1 : 0;
  const sides = [prefix === '' ? opens : before / prefix.length, suffix === '' ? closes : after / suffix.length];
  const share = ((sides[0] ?? 0) + (sides[1] ?? 0)) / 2;
  return at === start ? Math.max(share, leastContext) : share;
}

function sameUnit(text: string, i: number, other: string, j: number): boolean {
  const comparable = comparableUnits();
  return i >= 0 && i < text.length && comparable[text.charCodeAt(i)] === comparable[other.charCodeAt(j)];
}
