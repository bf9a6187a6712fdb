/**
 * Powers and exponents after a number in digits: `10^5`, `1e-3`, `3.2×10⁵`, `8x2^10`, `10⁶`. Invariant: an exponent has
 * at most three digits, since a double ends at 308. A raised digit after any number other than ten is usually a
 * footnote, so it is not read.
 */

import { digitsEnd, isLatin } from '#lib/text/forms/folded';

function readSigned(text: string, i: number): { end: number; value: number } | null {
  let sign = 1;
  let at = i;
  while (at < i + 2 && (text[at] === '+' || text[at] === '-')) {
    if (text[at] === '-') sign = -sign;
    at++;
  }
  const end = digitsEnd(text, at);
  // No quantity has an exponent of more than three digits (a double ends at 308).
  return end > at && end - at <= 3 ? { end, value: sign * Number(text.slice(at, end)) } : null;
}

const SUPERSCRIPT = /([⁺⁻]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?![⁰¹²³⁴⁵⁶⁷⁸⁹])/y;

/** A raised exponent at `i` (`10⁻⁵`). */
function readSuperscript(text: string, i: number): { end: number; value: number } | null {
  SUPERSCRIPT.lastIndex = i;
  const found = SUPERSCRIPT.exec(text);
  if (!found) return null;
  const value = Number((found[2] ?? '').normalize('NFKC'));
  return { end: i + found[0].length, value: found[1] === '⁻' ? -value : value };
}

/**
 * Reads the power after the number `value`, which ends at `end`: `^5`, `e-3`, `×10⁵`, `x2^10`, `10⁶`. Returns the
 * result and where it ends; null where there is no power.
 */
export function readPower(text: string, end: number, value: number): { end: number; value: number } | null {
  const char = text[end];
  // Raised digits after any other number than ten are mostly a note's.
  const raised = value === 10 && text.startsWith('10', end - 2) ? readSuperscript(text, end) : null;
  if (raised) return { end: raised.end, value: Number(`1e${raised.value}`) };
  if (char === '^') {
    const exponent = readSigned(text, end + 1);
    return exponent && { end: exponent.end, value: value ** exponent.value };
  }
  if (char === 'e' || char === 'E') {
    const exponent = readSigned(text, end + 1);
    if (!exponent || isLatin(text.charCodeAt(exponent.end))) return null;
    return { end: exponent.end, value: Number(`${value}e${exponent.value}`) };
  }
  if (char !== 'x' && char !== '×' && char !== '*') return null;
  const base = text.slice(end + 1, end + 3) === '10' ? 10 : text[end + 1] === '2' ? 2 : 0;
  if (base === 0) return null;
  let at = end + (base === 10 ? 3 : 2);
  const marked = text[at] === '^';
  if (marked) at++;
  // Typeset superscripts often survive a copy only as `10-5`: accepted with a sign, since `×105` may be a product.
  const exponent = readSuperscript(text, at) ?? (marked || text[at] === '-' ? readSigned(text, at) : null);
  if (!exponent) return null;
  return {
    end: exponent.end,
    value: base === 10 ? Number(`${value}e${exponent.value}`) : value * 2 ** exponent.value,
  };
}
