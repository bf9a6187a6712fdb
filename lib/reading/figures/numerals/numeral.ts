/**
 * A numeral: one written number in a text, whether in digits (`1,234.5`), Han characters (`三百一`, `数十亿`), words (`two
 * and a half million`) or a mixture (`4.78万亿`, `3.5 million`), with its value. This module holds what all scripts
 * share, and reads digits. Invariant: `low <= high`, and both are finite. Runs of digits longer than any quantity
 * (account numbers) are skipped; what is counted plays no role.
 */

import { digitsEnd, type FoldedText, isDigit, isHan, skipSpaces } from '#lib/text/forms/folded';
import { type DigitContext, readLetterScale } from './letter-scale';
import { readPower } from './powers';

/** The bound that the writing itself implies: `十几` is more than ten, `上千` at least a thousand, `数十` about. */
export type Hint = 'exact' | 'about' | 'more-than' | 'at-least';

export interface Numeral {
  start: number;
  end: number;
  low: number;
  high: number;
  hint: Hint;
  /**
   * The scale words at its end (`460万`: 10,000; `4.6 million`: 1,000,000), which a range shares with its first
   * number.
   */
  scale: number;
  /** Of those, the ones from 万 or thousand up (`9百亿`: 100,000,000). */
  large: number;
  form: 'digits' | 'han' | 'words';
  /** True if nothing but an integer in digits or one number word, so that it may be an identifier or a year. */
  plain: boolean;
  /** True where the writing is a percentage by itself (`百分之五`). */
  percent: boolean;
  /** True where the writing holds both ends of a range (`百分之三到五`). */
  range: boolean;
  /** True for a proper fraction or share (`1/2`, `三分之一`, `half`). */
  fraction: boolean;
}

/**
 * Longer digit runs are account or order numbers: the world's money supply in its smallest unit needs about 20
 * digits.
 */
export const MAX_DIGITS = 30;

/** Unicode vulgar fractions (UCD, block Number Forms and Latin-1). */
const VULGAR: Record<string, number> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

/** The value of a vulgar fraction character, or undefined. */
export const vulgarFraction = (char: string): number | undefined =>
  isVulgar(char.charCodeAt(0)) ? VULGAR[char] : undefined;

/** True in the ranges of code points where vulgar fractions are. */
export const isVulgar = (code: number): boolean => (code >= 0xbc && code <= 0xbe) || (code >= 0x2150 && code <= 0x215e);

/** Removes binary noise of scaling (1.1 * 1e8): a double carries exactly 15 significant digits. */
export const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** A run of digits with its separators, at `i`; `value` is not scaled. */
export interface Digits {
  end: number;
  value: number;
  integer: boolean;
  /** The count of digits before any decimal point. */
  length: number;
  grouped: boolean;
}

/**
 * Reads digits at `i`: groups of three (`1,234,567`), Indian groups (`12,34,567`), groups apart by spaces (`1 414 021
 * 100`), a decimal point, or a decimal comma where the commas cannot be groups (`5,00`; `1.111,11`). Null where there
 * is no digit or the run is too long for a quantity.
 */
export function readDigits(t: FoldedText, i: number): Digits | null {
  const { text } = t;
  const first = digitsEnd(text, i);
  if (first === i) {
    if (text.charCodeAt(i) !== 46 || !isDigit(text.charCodeAt(i + 1)) || isDigit(text.charCodeAt(i - 1))) return null;
    const end = digitsEnd(text, i + 1);
    if (end - i > MAX_DIGITS) return null;
    return { end, value: Number(`0${text.slice(i, end)}`), integer: false, length: 0, grouped: false };
  }
  if (first - i > MAX_DIGITS) return null;
  const grouped = readGroups(t, i, first, ',') ?? readGroups(t, i, first, ' ') ?? readWideGroups(text, i, first);
  const whole = grouped ?? { end: first, digits: text.slice(i, first) };
  let end = whole.end;
  let literal = whole.digits;
  let integer = true;
  const point = text.charCodeAt(end);
  const fraction = digitsEnd(text, end + 1);
  const stray = grouped || point !== 46 ? null : readStrayPoint(text, i, end);
  if (stray) return { ...stray, length: whole.digits.length, grouped: false };
  if (point === 46 && fraction > end + 1 && fraction - end <= MAX_DIGITS) {
    const european = grouped ? null : readGroups(t, i, first, '.');
    if (european && text.charCodeAt(european.end) === 44 && isDigit(text.charCodeAt(european.end + 1))) {
      const decimals = digitsEnd(text, european.end + 1);
      return {
        end: decimals,
        value: Number(`${european.digits}.${text.slice(european.end + 1, decimals)}`),
        integer: false,
        length: european.digits.length,
        grouped: true,
      };
    }
    literal += text.slice(end, fraction);
    end = fraction;
    integer = false;
  } else if (point === 44 && !grouped && isDecimalComma(t, i, end, fraction)) {
    literal += `.${text.slice(end + 1, fraction)}`;
    end = fraction;
    integer = false;
  }
  return { end, value: Number(literal), integer, length: whole.digits.length, grouped: grouped !== null };
}

/** `31，480.50元`: full-width commas group an amount that ends in decimals and a currency; elsewhere they part clauses. */
const WIDE_GROUPS = /^\d{1,3}((?:，\d{3})+)(?=\.\d{1,2}(?:万|亿)?[元美港欧])/;

function readWideGroups(text: string, start: number, first: number): { end: number; digits: string } | null {
  if (text[first] !== '，') return null;
  const found = WIDE_GROUPS.exec(text.slice(start, start + 24));
  return found && { end: start + found[0].length, digits: found[0].replaceAll('，', '') };
}

/** A scale and the currency after it: what stands before them is one number, whatever typing or copying left in it. */
const SCALED_MONEY = /^[万亿](?:[元股美港欧日英人]|$)/;

/** `134.亿元`, `3. 9 万元`: a point before a scale ends no sentence, and neither does one in the run of a Chinese text. */
function readStrayPoint(text: string, start: number, point: number): Pick<Digits, 'end' | 'value' | 'integer'> | null {
  if (isDigit(text.charCodeAt(point + 1))) return null;
  if (SCALED_MONEY.test(text.slice(point + 1, point + 3)))
    return { end: point + 1, value: Number(text.slice(start, point)), integer: true };
  const spaced = /^\. (\d{1,2}) ?(?=[万亿]元|%|个百分点)/.exec(text.slice(point, point + 7));
  if (!spaced || !isHan(text.charCodeAt(start - 1))) return null;
  const end = point + 2 + (spaced[1] ?? '').length;
  return { end, value: Number(`${text.slice(start, point)}.${spaced[1]}`), integer: false };
}

/** `5,00` is a decimal comma; in `22,24,26` and beside Han characters a comma lists, unless 万元 closes the number. */
function isDecimalComma(t: FoldedText, start: number, comma: number, end: number): boolean {
  const decimals = end - comma - 1;
  if (decimals < 1 || decimals > 2 || comma - start > 3) return false;
  const before = t.text.charCodeAt(start - 1);
  const after = t.text.charCodeAt(end);
  if (before === 44 && isDigit(t.text.charCodeAt(start - 2))) return false;
  if (decimals === 2 && /^[万亿]元/.test(t.text.slice(end, end + 2))) return before !== 44;
  return !(after === 44 && isDigit(t.text.charCodeAt(end + 1))) && !isHan(after) && !isHan(before) && after !== 37;
}

/** Spaces that only typesetting puts into a number: figure space, thin space, narrow no-break space. */
const isThin = (code: number): boolean => code === 0x2007 || code === 0x2009 || code === 0x202f;

/** What makes a group of three after a space certain: a scale, a currency or a measure after it. */
const GROUP_CLOSES =
  /^(?:\.\d{1,4})? ?(?:million|billion|trillion|bn|mn|euros?|dollars?|pounds?|yen|yuan|rubles?|kroner|kronor|zł|kr\b|€|EUR|USD|CHF|km|kg|tonnes?|hectares?|people|MW|GWh?|kWh)/;
const SIGNED = /[$€£¥₹] ?$/;

function readGroups(
  t: FoldedText,
  start: number,
  first: number,
  separator: ',' | ' ' | '.',
): { end: number; digits: string } | null {
  if (first - start > 3) return null;
  const { text } = t;
  const code = separator.charCodeAt(0);
  let digits = text.slice(start, first);
  let end = first;
  let groups = 0;
  let indian = false;
  while (text.charCodeAt(end) === code) {
    const next = digitsEnd(text, end + 1);
    const size = next - end - 1;
    if (size !== 3 && !(separator === ',' && size === 2 && first - start <= 2)) break;
    if (indian && size === 3) {
      digits += text.slice(end + 1, next);
      end = next;
      groups++;
      break;
    }
    if (size === 2) {
      if (!closesIndianGroups(text, next)) break;
      indian = true;
    }
    digits += text.slice(end + 1, next);
    end = next;
    groups++;
    if (digits.length > MAX_DIGITS) return null;
  }
  if (groups === 0) return null;
  // Two numbers may stand beside each other by chance (`in 2 300`): groups by spaces must be certain. Thousands set apart
  // (GB/T 15835-2011, 千分空) are where a scale or 元 follows directly and no name stands before.
  if (separator === ' ' && groups === 1 && !digits.endsWith('000') && !isThin(t.raw.charCodeAt(first))) {
    const lead = text.slice(Math.max(0, start - 2), start);
    if (
      text[start] !== '0' &&
      !/\d ?$/.test(lead) &&
      (SIGNED.test(lead) || GROUP_CLOSES.test(text.slice(end, end + 14)))
    )
      return { end, digits };
    if (!/^(?:\.\d{1,4})?[万亿元]/.test(text.slice(end, end + 6)) || /[A-Za-z第\d] ?$/.test(lead)) return null;
  }
  return { end, digits };
}

/** Indian grouping ends in one group of three after groups of two (`12,34,567`). */
function closesIndianGroups(text: string, i: number): boolean {
  for (let hops = 0; hops < 6; hops++) {
    if (text.charCodeAt(i) !== 44) return false;
    const next = digitsEnd(text, i + 1);
    if (next - i === 4) return true;
    if (next - i !== 3) return false;
    i = next;
  }
  return false;
}

/**
 * Reads a numeral in digits at `i`, with a power, an exponent, a fraction or a scale letter, but without Han or
 * English scale words. Null where there is none.
 */
export function readDigitNumeral(t: FoldedText, i: number, context: DigitContext): Numeral | null {
  const { text } = t;
  const first = readDigits(t, i);
  if (!first) {
    const vulgar = vulgarFraction(text.charAt(i));
    if (vulgar === undefined) return null;
    const share = numeralOf('digits', i, i + 1, tidy(vulgar));
    share.fraction = true;
    return share;
  }
  let { end, value } = first;
  let plain = first.integer && !first.grouped;
  let fraction = false;
  let scale = 1;
  const power = readPower(text, end, value);
  if (power) {
    ({ end, value } = power);
    plain = false;
  } else {
    const over = readFraction(t, i, first);
    if (over) {
      ({ end, value } = over);
      value = tidy(value);
      fraction = true;
      plain = false;
    } else {
      const letters = readLetterScale(t, i, end, context);
      if (letters) {
        end = letters.end;
        scale = letters.scale;
        value = tidy(value * scale);
        plain = false;
      }
    }
  }
  if (!Number.isFinite(value)) return null;
  const numeral = numeralOf('digits', i, end, value);
  numeral.plain = plain;
  numeral.fraction = fraction;
  numeral.scale = numeral.large = scale;
  return numeral;
}

/** A numeral of an exact value without a scale. All are made here, since objects of one shape are read fastest. */
export function numeralOf(form: Numeral['form'], start: number, end: number, low: number, high = low): Numeral {
  return {
    start,
    end,
    low,
    high,
    hint: 'exact',
    scale: 1,
    large: 1,
    form,
    plain: false,
    percent: false,
    range: false,
    fraction: false,
  };
}

function readFraction(t: FoldedText, start: number, first: Digits): { end: number; value: number } | null {
  const { text } = t;
  if (!first.integer) return null;
  const vulgar = vulgarFraction(text.charAt(skipSpaces(text, first.end)));
  if (vulgar !== undefined && skipSpaces(text, first.end) - first.end <= 1) {
    return { end: skipSpaces(text, first.end) + 1, value: first.value + vulgar };
  }
  const hyphen = text[first.end] === '-' && first.length <= 2;
  const mixed = hyphen ? first.end + 1 : skipSpaces(text, first.end);
  if (mixed > first.end && mixed - first.end <= 2) {
    const part = simpleFraction(text, mixed);
    if (part && (!hyphen || part.value < 1) && !first.grouped && first.length <= 4)
      return { end: part.end, value: first.value + part.value };
  }
  return simpleFraction(text, start);
}

/** `3/4`, with at most three digits on either side and no third part (a date). */
function simpleFraction(text: string, i: number): { end: number; value: number } | null {
  const top = digitsEnd(text, i);
  if (top === i || top - i > 3) return null;
  const spaced = text.slice(top, top + 3) === ' / ';
  if (text[top] !== '/' && !spaced) return null;
  const at = spaced ? top + 3 : top + 1;
  const end = digitsEnd(text, at);
  const bottom = Number(text.slice(at, end));
  if (end === at || end - at > 4 || bottom === 0 || text[end] === '/' || text[i - 1] === '/') return null;
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) return null;
  return { end, value: Number(text.slice(i, top)) / bottom };
}
