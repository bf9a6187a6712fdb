/**
 * Lexes what begins with digits: an address, code or name, a score, an ordinal, or a number with its currency and unit,
 * which Han or English scale words may go on (`300万`, `3.5 million`).
 */

import {
  continuesName,
  isCalled,
  nameEnd,
  skipFileNumber,
  skipIdentifier,
  skipVariant,
} from '#lib/reading/figures/identifiers';
import { continuesInHan, readHanNumeral } from '#lib/reading/figures/numerals/chinese';
import { continuesInWords, readWordNumeral } from '#lib/reading/figures/numerals/english';
import { MAX_DIGITS, readDigitNumeral } from '#lib/reading/figures/numerals/numeral';
import { type Quantity, quantityFrom } from '#lib/reading/figures/quantity';
import { skipScore } from '#lib/reading/figures/scores';
import { moneyBefore } from '#lib/reading/figures/units/currency';
import { digitsEnd, type FoldedText, isLatin, oneOf, skipSpaces, skipSpacesBack } from '#lib/text/forms/folded';
import { opensCompact, readCompact } from './compact';
import { readSpacedDiscount } from './discount';
import { numberToken, otherToken, type Token } from './token';

/** What makes a number before it part of a word. */
export const NAMING_WORDS = /^-(?:figures?|digits?)\b|^ figures?\b|^-for-\w+/;
const opensNaming = oneOf('- ');

const isSign = oneOf('$€£¥');

/** What joins the second end of a range of money, so that its `m` is a million (`$1.5-2m`). */
const MONEY_JOINT = /^ ?[-~—] ?$|^ (?:to|and|or) $/;

/** Lexes what begins with the digits at `i`. `floor` is where the number before it ends, `last` that number's quantity. */
export function lexDigits(t: FoldedText, i: number, floor: number, last: Quantity | undefined): Token {
  const { text } = t;
  const runEnd = digitsEnd(text, i);
  if (runEnd - i > MAX_DIGITS) return otherToken('identifier', i, nameEnd(text, i));
  const skipped = skipIdentifier(t, i);
  if (skipped > i) return otherToken('identifier', i, nameEnd(text, skipped));
  if (isCalled(t, i, runEnd)) return otherToken('identifier', i, runEnd);
  const filed = '-/'.includes(text[runEnd] ?? ' ') ? skipFileNumber(t, i) : i;
  if (filed > i) return otherToken('identifier', i, nameEnd(text, filed));
  const compact = opensCompact(text, runEnd) ? readCompact(t, i) : null;
  if (compact) return numberToken(compact);
  const score = skipScore(t, i);
  if (score > i) return otherToken('score', i, score);
  const variant = text[runEnd] === '-' ? skipVariant(t, i) : i;
  if (variant > i) return otherToken('identifier', i, variant);
  const discount = readSpacedDiscount(text, i);
  if (discount) return numberToken(discount);
  // `$-5m`: the sign of the currency stands before that of the number.
  const isNegative = text[i - 1] === '-' && isSign(text, i - 2);
  const money = moneyBefore(t, isNegative ? i - 1 : i, floor);
  const named = !money && i > 0 && continuesName(t, i, floor);
  // A name and its share written together (`Soitec2.5%的股权`): a percentage never ends a name.
  if (
    named &&
    !(/^\d{1,3}(?:\.\d+)?%/.test(text.slice(i, i + 10)) && (isLatin(text.charCodeAt(i - 1)) || text[i - 1] === '.'))
  )
    return otherToken('identifier', i, text[i] === '.' ? i + 1 : nameEnd(text, i));
  if (text[i - 1] === '第' || (text[i - 1] === ' ' && text[skipSpacesBack(text, i) - 1] === '第'))
    return otherToken('ordinal', i, Math.max(runEnd, i + 1));
  const paid =
    last?.kind === 'money' && last.prefixed && MONEY_JOINT.test(t.lower.slice(last.end, Math.min(i, last.end + 6)));
  const base = readDigitNumeral(t, i, { money: money !== null || paid || text[i - 1] === '$' });
  if (!base) return otherToken('word', i, Math.max(runEnd, i + 1));
  let numeral = base;
  if (base.scale === 1 && continuesInHan(t, base.end)) numeral = readHanNumeral(t, i) ?? base;
  else if (text[skipSpaces(text, base.end)] === '分' || text[skipSpaces(text, base.end)] === '又')
    numeral = readHanNumeral(t, i) ?? base;
  else if (base.scale === 1 && continuesInWords(t, base.end)) numeral = readWordNumeral(t, i) ?? base;
  if (numeral.end < base.end) numeral = base;
  const names = numeral.scale === 1 && opensNaming(text, numeral.end);
  const digits = names ? NAMING_WORDS.exec(t.lower.slice(numeral.end, numeral.end + 12)) : null;
  if (digits?.[0].startsWith('-')) return otherToken('word', i, numeral.end + digits[0].length);
  const quantity = quantityFrom(t, numeral, money, floor);
  if (!quantity) return otherToken('identifier', i, nameEnd(text, base.end));
  return numberToken(quantity);
}
