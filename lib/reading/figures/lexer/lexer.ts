/**
 * Lexes a text for the reader of figures: one pass from left to right that says of every piece with a number in it what it
 * is, a number with its currency and unit or one of the things that are never a figure (token.ts). Whatever stands between
 * two tokens is words. Invariants: tokens are in order and do not overlap; each numeral is read once; the pass is linear in
 * the text. What begins with digits, Han characters and Latin letters is lexed in a module of its own.
 */

import { findDateSpans } from '#lib/reading/dates/find-spans';
import { nameEnd, skipIdentifier } from '#lib/reading/figures/identifiers';
import { isVulgar } from '#lib/reading/figures/numerals/numeral';
import type { Quantity } from '#lib/reading/figures/quantity';
import { type FoldedText, isDigit, isHan, isLatin } from '#lib/text/forms/folded';
import { lexHan, opensHanToken } from './chinese';
import { readCourseTime } from './compact';
import { lexDigits } from './digits';
import { lexWord } from './english';
import { numberToken, otherToken, type Token } from './token';

/** The tokens of a folded text, in order, without its words. */
export function lex(t: FoldedText): Token[] {
  const { text } = t;
  const dates = findDateSpans(t);
  const tokens: Token[] = [];
  let last: Quantity | undefined;
  let date = 0;
  let floor = 0;
  let i = 0;
  while (i < text.length) {
    const ahead = dates[date];
    const taken = ahead?.time && ahead.start === i ? readCourseTime(t, i) : null;
    if (ahead && ahead.start <= i && !taken) {
      // What looks like a date inside a name or a number is none.
      if (ahead.start >= (tokens.at(-1)?.end ?? 0))
        tokens.push(otherToken(ahead.time ? 'clock' : 'date', ahead.start, ahead.end));
      i = Math.max(i, ahead.end);
      floor = Math.max(floor, ahead.end);
      date++;
      continue;
    }
    const token = taken ? numberToken(taken) : tokenAt(t, i, floor, last);
    if (!token) {
      i++;
      continue;
    }
    i = Math.max(token.end, i + 1);
    if (token.kind === 'word') continue;
    if (token.kind !== 'number') {
      tokens.push(token);
      continue;
    }
    const { quantity } = token;
    // A numeral that runs into a date is part of no quantity.
    if (ahead && !taken && quantity.numberStart < ahead.start && quantity.numberEnd > ahead.start) continue;
    quantity.floor = last?.end ?? 0;
    last = quantity;
    tokens.push(token);
    floor = quantity.end;
    // `four new 777 Skyliner jets`: a number inside what is counted names its model.
    if (quantity.kind === 'count' && hasDigit(text, quantity.end, quantity.nounEnd)) i = quantity.nounEnd;
  }
  return tokens;
}

/** What begins at `i`; null where it is neither a letter nor a digit nor the sign of an address. */
function tokenAt(t: FoldedText, i: number, floor: number, last: Quantity | undefined): Token | null {
  const { text } = t;
  const code = text.charCodeAt(i);
  if (isHan(code)) return opensHanToken(code) ? lexHan(t, i, floor) : null;
  if (isDigit(code) || isVulgar(code) || (code === 46 && opensDecimal(text, i))) return lexDigits(t, i, floor, last);
  if (isLatin(code)) return lexWord(t, i, floor);
  if (code === 43 && isDigit(text.charCodeAt(i + 1))) {
    const end = skipIdentifier(t, i);
    return end > i ? otherToken('identifier', i, end) : null;
  }
  if (code === 58 && text.startsWith('://', i)) return otherToken('identifier', i, nameEnd(text, i + 3));
  return null;
}

/** `.5`: a decimal without its zero, and no end of another number or ellipsis. */
const opensDecimal = (text: string, i: number): boolean =>
  isDigit(text.charCodeAt(i + 1)) && !isDigit(text.charCodeAt(i - 1)) && text[i - 1] !== '.';

function hasDigit(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}
