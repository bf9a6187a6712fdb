/**
 * The form in which figures are read: the same length as the original, one UTF-16 unit for each unit, with full-width
 * forms made half-width, one kind of dash and space, and the traditional characters of numerals and units simplified.
 * Invariant: `text.length === raw.length`, so every offset found here is an offset into the original. Unknown
 * characters (lone surrogates too) pass unchanged.
 */

export interface FoldedText {
  raw: string;
  /** Folded, case kept: `M` (million) and `m` (metre) differ. */
  text: string;
  /** Folded, in lower case. */
  lower: string;
  /** True if the text has a Han character, so that signs used in both (¥) are read as Chinese. */
  hasHan: boolean;
}

/** Traditional and variant characters that occur in numerals, units, bounds and dates, with their simplified form. */
const VARIANTS = (
  '萬万億亿兩两倆俩貳贰貮贰參叁叄叁陸陆負负點点個个幾几餘余幣币圓元圆元後后對对雙双塊块錢钱約约過过時时鐘钟' +
  '數数來来達达於于從从間间歲岁週周歐欧鎊镑韓韩臺台盧卢銖铢紐纽馬马幫帮員员戶户輛辆噸吨檔档條条艘艘頭头張张隻只套套' +
  '倍倍漲涨內内僅仅將将滿满萬万齡龄為为為为爲为別别會会開开學学國国業业機机構构單单間间層层處处項项種种類类門门號号' +
  '銭钱這这還还當当年年際际筆笔場场醫医車车艦舰參叁與与許许夠够貨货廠厂廣广獎奖東东產产發发'
).replace(/\s/g, '');

/**
 * Spaces other than U+0020: no-break, figure, thin, narrow no-break and ideographic space (SI brochure §5.4.4 groups
 * digits by thin spaces).
 */
const SPACES = [0xa0, 0x2007, 0x2009, 0x202f, 0x3000];

/** Hyphen, non-breaking hyphen, figure dash, en dash, minus sign. The em dash stays, since it is also punctuation. */
const DASHES = [0x2010, 0x2011, 0x2012, 0x2013, 0x2212];

/** The fraction slash, which NFKC uses in vulgar fractions, and the division slash. */
const SLASHES = [0x2044, 0x2215];

/**
 * Blocks whose characters are variants of others: radicals (left behind when copying from a PDF), compatibility
 * ideographs, small forms. Superscripts and circled numbers are not included.
 */
const COMPATIBLE: [from: number, to: number][] = [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0xfe54, 0xfe6b],
];

const FOLD = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) table[code] = code;
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  for (let i = 0; i + 1 < VARIANTS.length; i += 2) table[VARIANTS.charCodeAt(i)] = VARIANTS.charCodeAt(i + 1);
  for (const [from, to] of COMPATIBLE) {
    for (let code = from; code <= to; code++) {
      const char = String.fromCharCode(code).normalize('NFKC');
      if (char.length === 1 && char !== ',' && char !== '.') table[code] = char.charCodeAt(0);
    }
  }
  for (const code of SPACES) table[code] = 0x20;
  for (const code of SLASHES) table[code] = 0x2f;
  for (const code of DASHES) table[code] = 0x2d;
  table[0x301c] = 0x7e;
  table[0xffe5] = 0xa5;
  table[0xffe1] = 0xa3;
  table[0xffe0] = 0xa2;
  table[0xffe6] = 0x20a9;
  table[0x2236] = 0x3a;
  // Full-width clause punctuation is not a digit separator; it folds below, between full-width digits only.
  for (const code of [0xff0c, 0xff0e]) table[code] = code;
  return table;
}

const isWideDigit = (code: number): boolean => code >= 0xff10 && code <= 0xff19;

const isWideLetter = (code: number): boolean =>
  (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);

/**
 * Whether these characters may stand on both sides of a full-width full stop that does not end a sentence: in a decimal
 * or a name.
 */
const isPoint = (before: number, after: number): boolean =>
  isWideDigit(after) ||
  (isDigit(before) && isDigit(after)) ||
  (isWideLetter(after) && (isWideLetter(before) || isWideDigit(before)));

/**
 * Folds a text for reading figures. A full-width comma becomes half-width only between full-width digits (`４，５６５` is
 * one number, `增长3，200人` is two), a full-width full stop only between digits or full-width letters.
 */
export function foldText(raw: string): FoldedText {
  const length = raw.length;
  const folded = unitsFor(length);
  let hasHan = false;
  let changed = false;
  let hasCapital = false;
  let hasCase = false;
  for (let i = 0; i < length; i++) {
    const code = raw.charCodeAt(i);
    let to = FOLD[code] ?? code;
    if (code === 0xff0c && isWideDigit(raw.charCodeAt(i - 1)) && isWideDigit(raw.charCodeAt(i + 1))) to = 0x2c;
    else if (code === 0xff0e && isPoint(raw.charCodeAt(i - 1), raw.charCodeAt(i + 1))) to = 0x2e;
    folded[i] = to;
    changed ||= to !== code;
    hasHan ||= to >= 0x4e00 && to <= 0x9fff;
    hasCapital ||= to >= 0x41 && to <= 0x5a;
    // Other letters with two cases: none is among Han characters and radicals, and none that is left from 0xe000 on.
    hasCase ||= (to >= 0xc0 && to < 0x2e80) || (to > 0x9fff && to < 0xe000);
  }
  const text = changed ? textOf(folded, length) : raw;
  return { raw, text, hasHan, lower: hasCase ? lowerOf(text) : hasCapital ? lowerAscii(folded, length) : text };
}

/** A text in lower case. A few capitals (İ) are longer in it: then only ASCII is lowered, so that offsets hold. */
function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The first UTF-16 units with capitals of ASCII lowered: a fraction of what the engine takes beside Han characters. */
function lowerAscii(units: Uint16Array, length: number): string {
  for (let i = 0; i < length; i++) {
    const code = units[i] ?? 0;
    if (code >= 0x41 && code <= 0x5a) units[i] = code + 0x20;
  }
  return textOf(units, length);
}

/** Arguments per call of `String.fromCharCode`: well under the smallest engine limit (65,536 in JavaScriptCore). */
const CHUNK = 8192;

let scratch = new Uint16Array(CHUNK);

/**
 * A reused buffer for UTF-16 units, valid until the next call: new memory for each paragraph would cost more than
 * reading it.
 */
export function unitsFor(length: number): Uint16Array {
  if (scratch.length < length) scratch = new Uint16Array(length);
  return scratch;
}

/** The string of the first UTF-16 units. */
export function textOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += CHUNK) {
    // Spreading would take five times as long, since it reads the units through an iterator. `apply` takes any list-like
    // object (ECMA-262, CreateListFromArrayLike); its type asks for an array.
    const list = units.subarray(i, Math.min(i + CHUNK, length)) as unknown as number[];
    text += String.fromCharCode.apply(null, list);
  }
  return text;
}

/**
 * A set of UTF-16 units, one bit for each: 8 KB, so that the many sets a reader asks at every character stay in the
 * processor's cache together.
 */
export type UnitSet = Uint8Array;

/** The set of the characters in `chars` (of a longer string, its first unit). */
export function unitSetOf(chars: Iterable<string>): UnitSet {
  const set: UnitSet = new Uint8Array(65536 >> 3);
  for (const char of chars) addUnit(set, char.charCodeAt(0));
  return set;
}

/** Adds a unit to a set. */
export function addUnit(set: UnitSet, code: number): void {
  set[code >> 3] = (set[code >> 3] ?? 0) | (1 << (code & 7));
}

/** Whether a set has a unit; false for the `NaN` outside a text. */
export const hasUnit = (set: UnitSet, code: number): boolean => (((set[code >> 3] ?? 0) >> (code & 7)) & 1) === 1;

/** A test of whether one of `chars` stands at an index of a text; false outside the text. */
export function oneOf(chars: string): (text: string, i: number) => boolean {
  const set = unitSetOf(chars);
  return (text, i) => hasUnit(set, text.charCodeAt(i));
}

/** True for a Han ideograph in the basic block or extension A. */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;

/** True for an ASCII digit (after folding, also a full-width one). */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** True for an ASCII or Latin-1/Extended letter, and for a mark that combines with one (decomposed `é`). */
export const isLatin = (code: number): boolean =>
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x300 && code <= 0x36f);

/** True for white space as it stands in articles. */
export const isSpace = (code: number): boolean =>
  code === 32 || code === 0xa0 || code === 0x3000 || (code >= 9 && code <= 13);

/** The end of the run of ASCII digits at `i`, or `i`. */
export function digitsEnd(text: string, i: number): number {
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}

/** The first index at or after `i` that is not a space (a line break is not a space). */
export function skipSpaces(text: string, i: number): number {
  while (text.charCodeAt(i) === 32) i++;
  return i;
}

/** The index after the last non-space before `i`, looking back over at most a few spaces. */
export function skipSpacesBack(text: string, i: number): number {
  while (text.charCodeAt(i - 1) === 32) i--;
  return i;
}
