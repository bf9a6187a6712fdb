/**
 * A quantity: one numeral with its sign and its unit. `quantityFrom` builds it from a numeral and its surroundings.
 * Invariant: `low <= high`, both in the given unit; the span includes sign, currency and measure, not a counted noun. A
 * number whose letters show that it belongs to a name (`6pen`, `3rd`) is not a quantity.
 */

import type { Change } from '#lib/reading/figure-types';
import { isHanNumeralChar } from '#lib/reading/figures/numerals/chinese';
import { type Hint, type Numeral, tidy } from '#lib/reading/figures/numerals/numeral';
import { halfAfter, isMore, nounBefore } from '#lib/reading/figures/units/chinese';
import { type Money, moneyAfter } from '#lib/reading/figures/units/currency';
import type { Unit } from '#lib/reading/figures/units/unit';
import { unitAfter } from '#lib/reading/figures/units/unit-after';
import { type FoldedText, isHan, isLatin, skipSpaces, skipSpacesBack } from '#lib/text/forms/folded';
import { isNameOrMark, isVersion } from './identifiers';

/** A quantity that is being put together from a numeral and the words around it. */
export interface Draft {
  start: number;
  end: number;
  /** Where the counted noun ends; `end` where none is outside the span. */
  nounEnd: number;
  /** Where a currency word before the number begins, which may lie outside the span (`人民币1.41亿元`). */
  labelStart: number;
  numberStart: number;
  numberEnd: number;
  low: number;
  high: number;
  unit: string | null;
  kind: Unit['kind'] | 'money' | 'none';
  hint: Hint;
  scale: number;
  large: number;
  form: Numeral['form'];
  fraction: boolean;
  /** The factor that turned the number into its unit (0.01 for 美分), used when a range shares a unit. */
  factor: number;
  prefixed: boolean;
  /** A money word that hundredths may follow. */
  major: boolean;
  /** True for an unscaled integer alone. */
  plain: boolean;
  /** True once two quantities are joined as its ends. */
  range: boolean;
  /** True where a sign turns `more than` into less (`零下20多度`). */
  below: boolean;
  /** The base of a rate that its unit holds (`70mph`), or null. */
  per: string | null;
  /** Its part in a change, or null. */
  change: Change | null;
  /** Where the quantity before it ends; words before that belong to the earlier one. */
  floor: number;
  /** False where only a range or a bound can show that it is a figure (`一`, `360`). */
  certain: boolean;
}

/** Never changed once it is lexed: joining quantities makes a new one. */
export type Quantity = Readonly<Draft>;

/** A quantity that is written as one word or phrase (`翻番`, `half`). */
export function quantityOfWords(
  start: number,
  end: number,
  value: number,
  unit: string | null,
  kind: Quantity['kind'],
): Draft {
  return {
    start,
    end,
    nounEnd: end,
    labelStart: start,
    numberStart: start,
    numberEnd: end,
    low: value,
    high: value,
    unit,
    kind,
    hint: 'exact',
    scale: 1,
    large: 1,
    form: 'words',
    fraction: false,
    factor: 1,
    prefixed: false,
    major: false,
    plain: false,
    range: false,
    below: false,
    per: null,
    change: null,
    floor: 0,
    certain: true,
  };
}

/**
 * Reads the sign before a number: 负, `minus`, or a hyphen that joins nothing. Returns where the signed number starts.
 */
function signBefore(t: FoldedText, start: number, floor: number): number {
  const { text } = t;
  if (start <= floor) return start;
  const before = text.charAt(start - 1);
  if (before === '负') return text[start - 2] === '正' ? start : start - 1;
  if (before === '下' && text[start - 2] === '零' && start - 2 >= floor) return start - 2;
  if (before === '-') {
    const worded = wordSign(t, start - 1, floor);
    if (worded !== null) return worded;
    const outer = text[start - 2] ?? ' ';
    const code = outer.charCodeAt(0);
    if (outer === ' ' && floor === start - 2 && rises(text, floor, start)) return start;
    return ' (<>=~,，（:\n\t"“‘'.includes(outer) ||
      (isHan(code) && !isHanNumeralChar(outer) && start - 1 > floor) ||
      ('$€£¥'.includes(outer) && start - 2 >= floor)
      ? start - 1
      : start;
  }
  if (before !== ' ') return start;
  const at = skipSpacesBack(text, start);
  return wordSign(t, at, floor) ?? start;
}

/** `15 -20 usd`: a dash that is set badly, from a smaller number without a sign to a larger one. */
function rises(text: string, end: number, start: number): boolean {
  const before = /(?:^|[^-\d.,])(\d+(?:\.\d+)?)$/.exec(text.slice(Math.max(0, end - 12), end));
  const after = /^\d+(?:\.\d+)?/.exec(text.slice(start, start + 12));
  return before !== null && after !== null && Number(before[1]) < Number(after[0]);
}

/** Where `minus` or `negative` before `end` begins; `plus or minus 2` is how far off something may be, and has no sign. */
function wordSign({ text, lower }: FoldedText, end: number, floor: number): number | null {
  for (const word of ['minus', 'negative']) {
    const at = end - word.length;
    if (at < floor || !lower.endsWith(word, end) || isLatin(text.charCodeAt(at - 1))) continue;
    return /\b(?:plus or|plus|\/) ?$/.test(lower.slice(Math.max(0, at - 8), at)) ? null : at;
  }
  return null;
}

/** Adds sign, money and unit to a numeral. null where letters directly after it show that it belongs to a name. */
export function quantityFrom(t: FoldedText, numeral: Numeral, before: Money | null, floor: number): Draft | null {
  const { text, lower } = t;
  const q = quantityOfWords(numeral.start, numeral.end, numeral.low, null, 'none');
  const { form, scale, plain } = numeral;
  q.high = numeral.high;
  q.hint = numeral.hint;
  q.scale = scale;
  q.large = numeral.large;
  q.form = form;
  q.plain = plain;
  q.fraction = numeral.fraction;
  q.range = numeral.range;
  if (numeral.percent) addThousands(t, q);
  else if (before) addMoney(t, q, numeral, before);
  else addUnit(t, q, numeral);
  addSign(t, q, numeral, floor);
  if (q.kind === 'none') {
    if (isLatin(text.charCodeAt(q.end)) && form === 'digits' && text[q.end] !== '×') return null;
    if (/^(?:st|nd|rd|th)\b/.test(lower.slice(q.end, q.end + 3)) || isNicheName(text, q)) return null;
  }
  const nameable = q.kind === 'none' || (q.kind === 'count' && isLatin(text.charCodeAt(q.nounEnd - 1)));
  if (nameable && form === 'digits' && scale === 1 && isVersion(text, numeral.start, numeral.end)) return null;
  q.certain = !(nameable && plain && form === 'digits' && isNameOrMark(t, numeral.start, numeral.end));
  return q;
}

/** `百分之15K`: a percentage in thousands. */
function addThousands(t: FoldedText, q: Draft): void {
  Object.assign(q, { unit: 'percent', kind: 'percent' });
  const at = skipSpaces(t.text, q.end);
  if (t.lower[at] !== 'k' || isLatin(t.text.charCodeAt(at + 1))) return;
  scaleBy(q, 1000);
  q.end = q.nounEnd = at + 1;
}

/**
 * Puts the currency before a number around it, and takes in the same currency said again after it (`US$5 dollars`,
 * `人民币 8千元`).
 */
function addMoney(t: FoldedText, q: Draft, numeral: Numeral, before: Money): void {
  const { text, lower } = t;
  const { at, unit, major, factor } = before;
  Object.assign(q, { unit, kind: 'money', start: at, labelStart: at, prefixed: true, major, factor });
  scaleBy(q, factor);
  const again = moneyAfter(t, numeral.end);
  if (!again?.major) return;
  const generic = text[again.at - 1] === '元' || /dollar/.test(lower.slice(numeral.end, again.at));
  if (again.unit !== unit && !generic) return;
  // `元` and `dollars` may stand for the currency before the number; a named one (`人民币10美元`) outweighs it.
  if (again.unit !== unit && again.unit !== 'CNY' && again.unit !== 'USD')
    Object.assign(q, { unit: again.unit, start: numeral.start, prefixed: false });
  q.end = q.nounEnd = again.at;
  // Said after the number as well, the currency before it is a label and not part of the amount (`人民币1.41亿元`).
  if (isHan(text.charCodeAt(skipSpacesBack(text, numeral.start) - 1))) q.start = numeral.start;
}

/** Accountants put a loss in brackets; brackets mostly explain, so only where a verb or preposition leads to them. */
const LOSS_BEFORE = /\b(?:is|was|were|be|of|to|at|totals?|totall?ed) \($/;

function addSign(t: FoldedText, q: Draft, numeral: Numeral, floor: number): void {
  const signed = signBefore(t, q.start, floor);
  const inner = q.start < numeral.start && t.text[numeral.start - 1] === '-';
  const loss =
    q.prefixed &&
    q.start > floor &&
    t.text[q.end] === ')' &&
    LOSS_BEFORE.test(t.lower.slice(Math.max(floor, q.start - 12), q.start));
  if (signed === q.start && !inner && !loss) return;
  q.start = signed;
  [q.low, q.high] = [-q.high, -q.low];
  // `零下20多度`: more than twenty below zero is less.
  if (q.hint === 'more-than') q.below = true;
}

/** `2B` and `2C` are kinds of business; `2K`, `4K` and `8K` that count nothing are kinds of picture. */
const isNicheName = (text: string, q: Quantity): boolean =>
  /^(?:2B|2b|[248]K)$/.test(text.slice(q.numberStart, q.numberEnd));

function scaleBy(q: Draft, factor: number): void {
  if (factor === 1) return;
  q.low = tidy(q.low * factor);
  q.high = tidy(q.high * factor);
}

function addUnit(t: FoldedText, q: Draft, numeral: Numeral): void {
  const { text, lower } = t;
  const { plain } = numeral;
  let from = numeral.end;
  if (addUnitOfShare(t, q, numeral)) return;
  const article = numeral.fraction || numeral.low === 0.5 ? /^ an? /.exec(lower.slice(from, from + 4)) : null;
  if (article && numeral.form === 'words') from += article[0].length - 1;
  if (numeral.form === 'words' && numeral.hint === 'about' && lower.startsWith(' of ', from)) from += 3;
  const money = moneyAfter(t, from);
  if (money) {
    q.unit = money.unit;
    q.kind = 'money';
    q.end = q.nounEnd = money.at;
    q.major = money.major;
    q.factor = money.factor;
    scaleBy(q, money.factor);
    scaleAfterCode(t, q);
    addHalf(text, q);
    if (isMore(text, q.end)) {
      q.hint = 'more-than';
      q.end = q.nounEnd = q.end + 1;
    }
    return;
  }
  // After the digit a noun is certain where the phrase ends with it (`1 solution`, not `1 big step`).
  const one =
    numeral.low === 1 &&
    (numeral.form === 'words' || (plain && /^ [a-z]{3,}(?:$|[.,;!?)\n]| per )/.test(lower.slice(from, from + 24))));
  const unit = unitAfter(t, from, one);
  if (!unit) {
    q.nounEnd = q.end;
    if (numeral.form === 'digits' && numeral.scale === 1) addHeader(t, q);
    return;
  }
  const tens = unit.factor === 10 && unit.kind === 'percent';
  if (tens && !readTenths(t, q, unit)) return;
  q.unit = unit.unit ?? nounBefore(text, q.start, unit.nounEnd);
  q.kind = unit.kind;
  q.factor = unit.factor;
  q.end = unit.end === from ? numeral.end : unit.end;
  q.nounEnd = unit.nounEnd;
  q.per = unit.per ?? null;
  scaleBy(q, q.factor);
  if (unit.unit === 'time' && unit.kind === 'count' && !Number.isInteger(q.low))
    Object.assign(q, { unit: 'times', kind: 'times', end: unit.nounEnd });
  if (unit.unit === 'metre') addCentimetres(text, q);
  if (unit.unit === 'degree') addTenths(text, q);
  if (unit.unit === 'jin') addTaels(text, q);
  if (unit.more) q.hint = 'more-than';
  if (unit.plus) {
    q.low = tidy(q.low + unit.plus);
    q.high = tidy(q.high + unit.plus);
  }
  if (tens) {
    const more = /^ ?([一二三四五六七八九])(?![一二三四五六七八九十百千万亿成折个名位人家次年月日天小分点])/.exec(
      text.slice(unit.end, unit.end + 3),
    );
    if (more) {
      q.low = tidy(q.low + '零一二三四五六七八九'.indexOf(more[1] ?? ''));
      q.high = q.low;
      q.end = q.nounEnd = unit.end + more[0].length;
    }
  }
}

/** `a quarter of an hour`, `one-tenth of 1 percent`, `a half-point cut`: a share of one unit is in that unit. */
const OF_ONE = /^ of (?:an?|one|1)(?= [a-z])/;
const POINTS =
  /^[ -](?:percentage[ -])?points?\b(?! (?:lead|advantage|ahead|behind|clear|win|victory|loss|favou?rites?)\b)/;

function addUnitOfShare(t: FoldedText, q: Draft, numeral: Numeral): boolean {
  if (numeral.form !== 'words' || !(numeral.fraction || numeral.low === 0.5)) return false;
  const points = POINTS.exec(t.lower.slice(numeral.end, numeral.end + 32));
  if (points) {
    Object.assign(q, { unit: 'percent', kind: 'percent', end: numeral.end + points[0].length });
    q.nounEnd = q.end;
    return true;
  }
  const of = OF_ONE.exec(t.lower.slice(numeral.end, numeral.end + 10));
  const unit = of && unitAfter(t, numeral.end + of[0].length, true);
  if (!unit || (unit.kind !== 'measure' && unit.kind !== 'duration' && unit.kind !== 'percent')) return false;
  Object.assign(q, { unit: unit.unit, kind: unit.kind, factor: unit.factor, end: unit.end, nounEnd: unit.nounEnd });
  scaleBy(q, unit.factor);
  return true;
}

/** The scale and unit in brackets before the numbers of a table (`发行总额（亿）10.00`, `单价(元)：35.5`). */
const HEADER = /\((?:单位[:：]?)?(万亿|亿|百万|万|千)?([^()\d]{0,4})\) ?[:：]? ?$/;
const HEADER_SCALES = new Map([
  ['千', 1e3],
  ['万', 1e4],
  ['百万', 1e6],
  ['亿', 1e8],
  ['万亿', 1e12],
]);

function addHeader(t: FoldedText, q: Draft): void {
  const last = t.text.charAt(skipSpacesBack(t.text, q.start) - 1);
  if (!'):：'.includes(last) || last === '') return;
  const lead = t.text.slice(Math.max(0, q.start - 16), q.start);
  const found = HEADER.exec(lead);
  const [, word = '', name = ''] = found ?? [];
  if (!found || (word === '' && name === '')) return;
  const at = q.start - lead.length + found.index + found[0].indexOf(')') - name.length;
  const money = name === '' ? null : moneyAfter(t, at);
  const unit = name === '' || money ? null : unitAfter(t, at, false);
  const end = money?.at ?? unit?.nounEnd ?? at;
  if (end !== at + name.length) return;
  const scale = HEADER_SCALES.get(word) ?? 1;
  if (money) Object.assign(q, { unit: money.unit, kind: 'money', factor: money.factor });
  else if (unit) Object.assign(q, { unit: unit.unit, kind: unit.kind, factor: unit.factor });
  scaleBy(q, scale * q.factor);
  Object.assign(q, { scale, large: scale, plain: false });
}

/** `一米八`, `1米75`: what follows a whole number of metres directly is tenths, or hundredths with two digits. */
const HEIGHT =
  /^米([一二三四五六七八九]{1,2}|\d{1,2})(?=$|[^\u4e00-\u9fff\w.%]|[的左以上下高长宽深多体])(?![.,]\d|[上下](?!下|以))/;

function addCentimetres(text: string, q: Draft): void {
  const digits = Number.isInteger(q.low) && q.low < 10 ? HEIGHT.exec(text.slice(q.end - 1, q.end + 5))?.[1] : undefined;
  if (digits === undefined) return;
  const shown = [...digits]
    .map((digit) => Math.max('零一二三四五六七八九'.indexOf(digit), Number(digit) || 0))
    .join('');
  q.low = q.high = Number(`${q.low}.${shown}`);
  q.end = q.nounEnd = q.end + digits.length;
}

/** `37度8`, `三十七度八`: a digit behind a whole number of degrees is tenths of one. */
const TEMPERATURE = /^度([一二三四五六七八九]|\d)(?=$|[^\u4e00-\u9fff\w.%]|[的左以上下])(?![.,]\d)/;

function addTenths(text: string, q: Draft): void {
  const digit = Number.isInteger(q.low) ? TEMPERATURE.exec(text.slice(q.end - 1, q.end + 3))?.[1] : undefined;
  if (digit === undefined) return;
  q.low = q.high = tidy(q.low + Math.max('零一二三四五六七八九'.indexOf(digit), Number(digit) || 0) / 10);
  q.end = q.nounEnd = q.end + 1;
}

/** `五斤三两`, `2斤6两半`: a tael is a tenth of a jin (State Council order on measures, 1959). */
const TAELS = /^斤[零又]?(?:([一二两三四五六七八九]|\d)两(半)?|半两)(?![个位名天年次])/;

function addTaels(text: string, q: Draft): void {
  const found = Number.isInteger(q.low) ? TAELS.exec(text.slice(q.end - 1, q.end + 5)) : null;
  if (!found) return;
  const [{ length }, digit = '', half] = found;
  const taels = Math.max('零一二三四五六七八九'.indexOf(digit === '两' ? '二' : digit || '零'), Number(digit) || 0);
  q.low = q.high = tidy(q.low + (taels + (half || digit === '' ? 0.5 : 0)) / 10);
  q.end = q.nounEnd = q.end + length - 1;
}

/** `五块半`, `三块半钱`: half of a 块 or 元 more. */
function addHalf(text: string, q: Draft): void {
  const end = '块元'.includes(text.charAt(q.end - 1)) && q.factor === 1 ? halfAfter(text, q.end) : q.end;
  if (end === q.end) return;
  const half = 0.5 * q.scale;
  q.low = tidy(q.low + half);
  q.high = tidy(q.high + half);
  q.major = false;
  q.end = q.nounEnd = text[end] === '钱' ? end + 1 : end;
}

/** 成 and 折 take 0 to 10, or two digits said as one (`五五折` = 55%, `75折`). */
function readTenths(t: FoldedText, q: Draft, unit: Unit): boolean {
  if (t.text[unit.end - 1] === '折' || t.text[unit.end - 2] === '折') {
    if (q.low > 10 && q.high < 100 && Number.isInteger(q.low)) unit.factor = 1;
    if (q.low > 10 && unit.factor === 10) return false;
    if (q.low === 10 && q.form === 'han') return false;
    return true;
  }
  return q.high <= 10;
}

/** `75 USD million`: a scale after the currency. */
function scaleAfterCode(t: FoldedText, q: Draft): void {
  if (t.text.charCodeAt(q.end) !== 32) return;
  const found = /^ (million|billion|trillion|thousand)\b/.exec(t.lower.slice(q.end, q.end + 10));
  if (!found || q.scale !== 1) return;
  const scale = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }[found[1] ?? ''] ?? 1;
  scaleBy(q, scale);
  q.scale = q.large = scale;
  q.end = q.nounEnd = q.end + found[0].length;
}
