/**
 * The words of English numbers, and how one of them is read at a place in a text. Invariant: a lexeme is a whole word,
 * or a number in digits that a spelled number may contain (`3 hundred and 21`). `second` is not a denominator.
 */

import { type FoldedText, isDigit, isLatin } from '#lib/text/forms/folded';
import { readDigitNumeral } from './numeral';

export const UNITS = new Map<string, number>();
for (const [value, word] of (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen'
)
  .split(' ')
  .entries())
  UNITS.set(word, value);
for (const word of ['nought', 'naught', 'nil']) UNITS.set(word, 0);

export const TENS = new Map<string, number>();
for (const [at, word] of 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').entries())
  TENS.set(word, 20 + at * 10);
TENS.set('fourty', 40);

/** Short scale, with the Indian lakh and crore (Oxford Style Guide §11). */
export const SCALES = new Map<string, number>([
  ['thousand', 1e3],
  ['k', 1e3],
  ['lakh', 1e5],
  ['lac', 1e5],
  ['million', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['mm', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['milliard', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
  ['tln', 1e12],
  ['quadrillion', 1e15],
]);
for (const word of ['thousand', 'lakh', 'lac', 'million', 'crore', 'billion', 'trillion'])
  SCALES.set(`${word}s`, SCALES.get(word) ?? 1);

export const DOZENS = new Set(['dozen', 'dozens', 'dz', 'dzs', 'doz', 'dozs']);
export const HUNDREDS = new Set(['hundred', 'hundreds']);

/** Denominators; `second` is time and never a denominator. */
export const ORDINALS = new Map<string, number>();
for (const [at, word] of (
  'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
  'seventeenth eighteenth nineteenth'
)
  .split(' ')
  .entries())
  ORDINALS.set(word, 3 + at);
for (const [at, word] of 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
  .split(' ')
  .entries()) {
  ORDINALS.set(word, 20 + at * 10);
}
for (const [word, value] of [
  ['half', 2],
  ['quarter', 4],
  ['hundredth', 100],
  ['thousandth', 1e3],
  ['millionth', 1e6],
  ['billionth', 1e9],
  ['trillionth', 1e12],
  ['first', 1],
] as const)
  ORDINALS.set(word, value);
for (const [word, value] of [...ORDINALS]) ORDINALS.set(word === 'half' ? 'halves' : `${word}s`, value);

/**
 * Vague counts with the least and most they stand for; a count of tens follows the meaning of Chinese 几 (two to nine).
 */
export const VAGUE = new Set(['several', 'few', 'couple', 'many']);

/** No English number word is longer than `quadrillionths`. */
const MAX_WORD = 14;

export interface Lexeme {
  kind: 'word' | 'digits';
  word: string;
  value: number;
  scale: number;
  start: number;
  end: number;
  hyphen: boolean;
}

/** The end of the run of letters at `i`, or `i`; it looks no further than `limit`. */
export function wordEnd(text: string, i: number, limit = text.length): number {
  let end = i;
  while (end < limit && isLatin(text.charCodeAt(end))) end++;
  return end;
}

/** Whether a word may begin a numeral. */
export function beginsWordNumeral(word: string): boolean {
  return (
    UNITS.has(word) ||
    TENS.has(word) ||
    word === 'half' ||
    word === 'quarter' ||
    word === 'a' ||
    word === 'an' ||
    VAGUE.has(word) ||
    word === 'hundred' ||
    word === 'hundreds' ||
    word === 'tens' ||
    word === 'thousands' ||
    word === 'millions' ||
    word === 'billions' ||
    word === 'trillions' ||
    word === 'dozens' ||
    word === 'scores'
  );
}

/** The lexeme at `i`, or null; `inside` a number, spaces, a hyphen or `&` may stand before it. */
export function lexemeAt(t: FoldedText, i: number, inside: boolean): Lexeme | null {
  const { text, lower } = t;
  let at = i;
  let hyphen = false;
  if (inside) {
    while (at < i + 3 && text.charCodeAt(at) === 32) at++;
    if (text.charCodeAt(at) === 45) {
      hyphen = true;
      at++;
      if (text.charCodeAt(at) === 32) at++;
    }
    if (text.charCodeAt(at) === 38 && text.charCodeAt(at + 1) === 32) {
      return { kind: 'word', word: 'and', value: 0, scale: 1, start: at, end: at + 1, hyphen: false };
    }
  }
  const code = text.charCodeAt(at);
  if (isDigit(code)) {
    const digits = readDigitNumeral(t, at, { money: false });
    if (digits?.scale !== 1) return null;
    return { kind: 'digits', word: '', value: digits.low, scale: 1, start: at, end: digits.end, hyphen };
  }
  if (!isLatin(code)) return null;
  const end = wordEnd(lower, at, Math.min(lower.length, at + MAX_WORD + 1));
  return end - at > MAX_WORD
    ? null
    : { kind: 'word', word: lower.slice(at, end), value: 0, scale: 1, start: at, end, hyphen };
}
