/**
 * Shares in English words: denominators (`fifths`, `twenty-fifths`, `one hundred and tenth`), the part after `and` (`two and a
 * half`), decimals (`point five`). Invariant: a share is of what its scale says, and of one without it.
 */

import type { FoldedText } from '#lib/text/forms/folded';
import { DOZENS, HUNDREDS, type Lexeme, lexemeAt, ORDINALS, SCALES, TENS, UNITS } from './english-words';

/** A part of one, and where its words end. */
export interface Share {
  end: number;
  value: number;
}

interface Denominator {
  bottom: number;
  plural: boolean;
  end: number;
}

/** `one hundred fifth`, `one hundred and twentieth` as a denominator, after a number that it cannot go on with. */
export function readHundredth(t: FoldedText, next: Lexeme): Denominator | null {
  const count = UNITS.get(next.word) ?? 0;
  const hundred = count > 0 && count < 10 ? lexemeAt(t, next.end, true) : null;
  if (!hundred || !HUNDREDS.has(hundred.word)) return null;
  const after = lexemeAt(t, hundred.end, true);
  const last = after?.word === 'and' ? lexemeAt(t, after.end, true) : after;
  const ordinal = last && readOrdinal(t, last, true);
  return ordinal && ordinal.bottom < 100 && ordinal.bottom !== 2
    ? { ...ordinal, bottom: count * 100 + ordinal.bottom }
    : null;
}

/** An ordinal as a denominator, with tens before it where a number stands before those (`one twenty-fifth`). */
export function readOrdinal(t: FoldedText, next: Lexeme, tensAllowed: boolean): Denominator | null {
  let { word, end } = next;
  let base = 0;
  if (TENS.has(word)) {
    const ordinal = tensAllowed ? lexemeAt(t, end, true) : null;
    const value = ordinal && ORDINALS.get(ordinal.word);
    if (!ordinal || !value || value >= 10 || value === 2) return null;
    base = TENS.get(word) ?? 1;
    ({ word, end } = ordinal);
  }
  const ordinal = ORDINALS.get(word);
  return ordinal === undefined || (ordinal === 1 && base === 0)
    ? null
    : { bottom: base + ordinal, plural: word.endsWith('s'), end };
}

/** The part after `and`: `a half`, `one fourth`, `three quarters`, `fifty-four hundredths`. */
export function readFractionPhrase(t: FoldedText, i: number): Share | null {
  let at = lexemeAt(t, i, true);
  let top = 0;
  for (let count = 0; count < 3 && at && at.kind === 'word'; count++) {
    const denominator = count === 0 && at.word !== 'half' ? null : readOrdinal(t, at, count > 0);
    // `one hundred and thirty fifths`: no part of one, so that all of the number is shared out.
    if (denominator)
      return top < denominator.bottom ? { end: denominator.end, value: (top || 1) / denominator.bottom } : null;
    const number = at.word === 'a' || at.word === 'an' ? 1 : (UNITS.get(at.word) ?? TENS.get(at.word));
    if (number === undefined) return null;
    top += number;
    at = lexemeAt(t, at.end, true);
  }
  return null;
}

/** A share that ends at `end`, times the scale after it (`half a million`); null where one is needed and none follows. */
export function scaledShare(t: FoldedText, end: number, share: number, needsScale: boolean): Share | null {
  let next = lexemeAt(t, end, true);
  if (next && next.word === 'of') {
    const article = lexemeAt(t, next.end, true);
    const large = article?.word === 'a' ? lexemeAt(t, article.end, true) : null;
    next = large && SCALES.has(large.word) ? large : null;
  } else if (next && next.word === 'a') {
    next = lexemeAt(t, next.end, true);
    if (!next || !(SCALES.has(next.word) || DOZENS.has(next.word))) next = null;
  }
  const scale =
    next && (SCALES.get(next.word) ?? (DOZENS.has(next.word) ? 12 : HUNDREDS.has(next.word) ? 100 : undefined));
  if (next && scale && next.word.length > 1) return { end: next.end, value: share * scale };
  if (needsScale) return null;
  return { end, value: share };
}

/** The decimals in words or digits after `point` at `end` (`two point five`). */
export function readDecimalWords(t: FoldedText, end: number): Share | null {
  let literal = '0.';
  let at = end;
  for (let count = 0; count < 8; count++) {
    const next = lexemeAt(t, at, true);
    if (!next) break;
    if (next.kind === 'digits' && literal.length === 2 && Number.isInteger(next.value)) {
      return { end: next.end, value: Number(`0.${t.text.slice(next.start, next.end)}`) || 0 };
    }
    const unit = UNITS.get(next.word);
    const ten = TENS.get(next.word);
    if (unit !== undefined) literal += unit;
    else if (ten !== undefined) {
      const after = lexemeAt(t, next.end, true);
      const ones = after && UNITS.get(after.word);
      literal += ten + (ones && ones < 10 ? ones : 0);
      at = ones && ones < 10 ? after.end : next.end;
      break;
    } else break;
    at = next.end;
  }
  return literal.length > 2 ? { end: at, value: Number(literal) } : null;
}
