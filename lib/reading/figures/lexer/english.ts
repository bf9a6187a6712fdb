/**
 * Lexes what begins with a Latin letter: a numeral in words with its currency and unit, a word that is an amount by itself
 * (`doubled`, `double-digit`), an address. Number words that do not count (`this one`) are words.
 */

import { countsInWords } from '#lib/reading/figures/counting';
import { readDigitWords } from '#lib/reading/figures/digit-words';
import { skipIdentifier } from '#lib/reading/figures/identifiers';
import { readWordNumeral } from '#lib/reading/figures/numerals/english';
import { beginsWordNumeral, wordEnd } from '#lib/reading/figures/numerals/english-words';
import { type Numeral, numeralOf } from '#lib/reading/figures/numerals/numeral';
import { quantityFrom, quantityOfWords } from '#lib/reading/figures/quantity';
import { moneyAfter, moneyBefore } from '#lib/reading/figures/units/currency';
import { unitAfter } from '#lib/reading/figures/units/unit-after';
import { type FoldedText, isDigit, isLatin, skipSpacesBack } from '#lib/text/forms/folded';
import { NAMING_WORDS } from './digits';
import { numberToken, otherToken, type Token } from './token';

/** Verbs and adverbs that are multiples by themselves. */
const MULTIPLES = new Map<string, number>([
  ['double', 2],
  ['doubled', 2],
  ['doubles', 2],
  ['doubling', 2],
  ['tripled', 3],
  ['triples', 3],
  ['tripling', 3],
  ['trebled', 3],
  ['quadrupled', 4],
  ['quadrupling', 4],
  ['quintupled', 5],
  ['halved', 0.5],
  ['twofold', 2],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['sixfold', 6],
  ['sevenfold', 7],
  ['eightfold', 8],
  ['ninefold', 9],
  ['tenfold', 10],
  ['hundredfold', 100],
]);

/** Lexes what begins with the Latin letter at `i`. `floor` is where the number before it ends. */
export function lexWord(t: FoldedText, i: number, floor: number): Token {
  const { text, lower } = t;
  const end = wordEnd(text, i);
  if (isLatin(text.charCodeAt(i - 1))) return otherToken('word', i, end);
  const skipped = skipIdentifier(t, i);
  if (skipped > i) return otherToken('identifier', i, skipped);
  if (end - i > 13) return otherToken('word', i, end);
  const word = lower.slice(i, end);
  const digits = DIGIT_WORDS.has(word) ? readDigitWords(t, i) : null;
  if (digits) return numberToken(digits);
  const times = MULTIPLES.get(word);
  if (times !== undefined) {
    const between = /^ (?:digit|check|standard|down|room|bed|whammy|agent|play|edged|blind|take|major)/.test(
      lower.slice(end, end + 10),
    );
    return word === 'double' || between
      ? otherToken('word', i, end)
      : numberToken(quantityOfWords(i, end, times, 'times', 'times'));
  }
  if (!beginsWordNumeral(word)) return otherToken('word', i, end);
  if (isDigit(text.charCodeAt(i - 1)) || text[i - 1] === '$' || text[end] === '@') return otherToken('word', i, end);
  const numeral = readWordNumeral(t, i) ?? articleNumeral(t, i, end, word);
  if (!numeral) return otherToken('word', i, end);
  // A six-figure sum and a 10-digit code tell how a number is written; two-for-one is an exchange.
  const named = numeral.scale === 1 ? NAMING_WORDS.exec(lower.slice(numeral.end, numeral.end + 12)) : null;
  if (named) return otherToken('word', i, numeral.end + named[0].length);
  const quantity = quantityFrom(t, numeral, moneyBefore(t, i, floor), floor);
  return quantity && countsInWords(t, quantity, word) ? numberToken(quantity) : otherToken('word', i, numeral.end);
}

/** Words with which a range of digits may begin. */
const DIGIT_WORDS = new Set(['low', 'mid', 'high', 'single', 'double', 'triple', 'teens', 'lower', 'higher']);

/** `a dollar`, `a penny`, `a gallon`: an article counts one before money and measures, unless it says per what. */
function articleNumeral(t: FoldedText, i: number, end: number, word: string): Numeral | null {
  if ((word !== 'a' && word !== 'an') || t.text[end] !== ' ' || !/[a-z]/.test(t.text.charAt(end + 1))) return null;
  if (/[\d)%-]/.test(t.text[skipSpacesBack(t.text, i) - 1] ?? ' ')) return null;
  const second = t.lower.slice(end + 1, wordEnd(t.text, end + 1, end + 16));
  const money = second.length > 1 ? moneyAfter(t, end) : null;
  if (!money && !/^(?:gallon|dime|kilometre|kilometer|mile|ton|tonne)$/.test(second) && !isEquated(t, end)) return null;
  if (money && AMBIGUOUS_COINS.has(second)) return null;
  return numeralOf('words', i, end, 1);
}

/** `a kibibyte is 1,024 bytes`: a unit that is told in others counts one. */
function isEquated(t: FoldedText, end: number): boolean {
  const unit = unitAfter(t, end, true);
  return unit?.kind === 'measure' && EQUALS.test(t.lower.slice(unit.nounEnd, unit.nounEnd + 40));
}

const EQUALS =
  /^ (?:is|equals|is equal to|has|contains|makes) (?:exactly |about |approximately |roughly |just (?:over|under) )?\d/;

/** After an article these are mostly something else, or the currency as such (`a weaker yen`, `a pound of flour`). */
const AMBIGUOUS_COINS = new Set(['pound', 'yen', 'mark', 'franc', 'buck', 'rand', 'crown', 'real']);
