/**
 * A text as a row of tokens, the form in which passages are compared; equal words have equal numbers. Tokens are words
 * of letters, runs of digits with their inner points, single Han characters and runs of one punctuation mark; white
 * space is not a token. Invariants: tokens are in order and do not overlap; none ends inside a surrogate pair; width,
 * case, traditional or simplified characters and the kind of quotation mark make no difference.
 */

import { comparableUnits } from '#lib/text/forms/comparison-form';
import { lowerBound } from './lower-bound';

export interface Tokens {
  count: number;
  /** UTF-16 offsets into the whole text. */
  start: Int32Array;
  end: Int32Array;
  /** A hash of the token's comparison form: equal tokens have equal numbers, different ones almost never. */
  id: Int32Array;
  /** How much of a passage's meaning a token carries, in quarters of a Han character. */
  weight: Uint8Array;
}

const space = 1;
const letter = 2;
const digit = 3;
const single = 4;
const mark = 5;
const high = 6;

/** Classes of UTF-16 units, filled in when first needed. */
const classes = new Uint8Array(65536);

function classify(code: number): number {
  if (code >= 48 && code <= 57) return digit;
  if (code >= 0xd800 && code <= 0xdbff) return high;
  // In scripts without spaces between words, each character is a token: Han, kana, bopomofo; also 々 and 〇.
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0x3040 && code <= 0x31ff)) return single;
  if (code >= 0x3005 && code <= 0x3007) return single;
  const char = String.fromCharCode(code);
  // Zero-width characters are invisible too.
  if (code < 32 || /[\s\u200b\u2060\ufeff]/.test(char)) return space;
  if (/[\p{L}\p{M}]/u.test(char)) return letter;
  if (/\p{N}/u.test(char)) return single;
  return mark;
}

/** The class of a comparison form's unit. */
function classOf(code: number): number {
  const known = classes[code];
  if (known) return known;
  const found = classify(code);
  classes[code] = found;
  return found;
}

const apostrophe = 0x27;
const point = 0x2e;
const comma = 0x2c;

/** Short Latin words are mostly grammar, which unrelated sentences share. */
const longWord = 4;
const weights = { mark: 1, shortWord: 4, word: 8, number: 8, character: 4 };

/**
 * Ends an address (RFC 3986 allows none of these in one, or they close what holds it). In Chinese no space follows an
 * address, so the marks of Chinese and all full-width ones end it too; a page may have Han characters in its address.
 */
const endsAddress = /[\s)\]>"”<\u3000-\u3004\u3008-\u3020\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/g;

/** FNV-1a's offset and prime (32 bits), which spread short keys well. */
const hashBasis = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

/** Room for tokens, doubled as needed. */
class Row {
  count = 0;
  start = new Int32Array(64);
  end = new Int32Array(64);
  id = new Int32Array(64);
  weight = new Uint8Array(64);

  push(start: number, end: number, id: number, weight: number): void {
    if (this.count === this.start.length) this.grow();
    const at = this.count++;
    this.start[at] = start;
    this.end[at] = end;
    this.id[at] = id;
    this.weight[at] = weight;
  }

  private grow(): void {
    const wider = (old: Int32Array) => {
      const room = new Int32Array(old.length * 2);
      room.set(old);
      return room;
    };
    const weight = new Uint8Array(this.weight.length * 2);
    weight.set(this.weight);
    this.weight = weight;
    this.start = wider(this.start);
    this.end = wider(this.end);
    this.id = wider(this.id);
  }
}

/** The tokens of a range of a text. Linear in the range. */
export function tokenise(text: string, from = 0, to = text.length): Tokens {
  const comparable = comparableUnits();
  const row = new Row();
  let i = from;
  /** The end of the web address being read: its parts are not words of the passage. */
  let address = from;
  while (i < to) {
    const begin = i;
    const code = comparable[text.charCodeAt(i)] ?? 0;
    const kind = classOf(code);
    i++;
    if (kind === space) continue;
    let hash = Math.imul(hashBasis ^ code, hashPrime);
    let weight = weights.character;
    if (kind === letter) {
      for (; i < to; i++) {
        const next = comparable[text.charCodeAt(i)] ?? 0;
        const inner =
          classOf(next) === letter ||
          (next === apostrophe && i + 1 < to && classOf(comparable[text.charCodeAt(i + 1)] ?? 0) === letter);
        if (!inner) break;
        hash = Math.imul(hash ^ next, hashPrime);
      }
      weight = i - begin < longWord ? weights.shortWord : weights.word;
      if (i >= address && text.startsWith('://', i)) {
        endsAddress.lastIndex = i;
        address = endsAddress.exec(text)?.index ?? text.length;
      }
    } else if (kind === digit) {
      for (; i < to; i++) {
        const next = comparable[text.charCodeAt(i)] ?? 0;
        const inner =
          classOf(next) === digit ||
          ((next === point || next === comma) &&
            i + 1 < to &&
            classOf(comparable[text.charCodeAt(i + 1)] ?? 0) === digit);
        if (!inner) break;
        hash = Math.imul(hash ^ next, hashPrime);
      }
      weight = weights.number;
    } else if (kind === mark) {
      while (i < to && comparable[text.charCodeAt(i)] === code) i++;
      weight = weights.mark;
    } else if (kind === high && i < to && (text.charCodeAt(i) & 0xfc00) === 0xdc00) {
      hash = Math.imul(hash ^ text.charCodeAt(i), hashPrime);
      i++;
    }
    row.push(begin, i, hash, begin < address ? weights.mark : weight);
  }
  return row;
}

/** The first token that ends after an offset, or the count: where a span begins. */
export const tokenFrom = ({ end, count }: Tokens, offset: number): number =>
  lowerBound(count, (i) => (end[i] ?? 0) > offset);

/** The first token that starts at or after an offset, or the count: where a span ends. */
export const tokenTo = ({ start, count }: Tokens, offset: number): number =>
  lowerBound(count, (i) => (start[i] ?? 0) >= offset);

/** Tokens of several ranges of one text as one row. */
export function joinTokens(parts: Tokens[]): Tokens {
  const row = new Row();
  for (const { count, start, end, id, weight } of parts) {
    for (let i = 0; i < count; i++) row.push(start[i] ?? 0, end[i] ?? 0, id[i] ?? 0, weight[i] ?? 0);
  }
  return row;
}
