/**
 * Numerals written with Han characters, alone or mixed with digits: `一百二十`, `壹萬`, `7万5千4百`, `4.78万亿`, `三千六` (3,600),
 * `八九千` (8,000 to 9,000), `数十亿`, `十几万`, `百分之五`, `三又二分之一`. Invariant: a numeral ends at the last character that belongs
 * to the number. Scales without a number (`万一`) are not numerals. Whether a single character such as `一` or `十` is a
 * number at all is decided by the reader of figures.
 */

import { ROWS } from '#lib/reading/figures/units/table';
import {
  type FoldedText,
  hasUnit,
  isDigit,
  oneOf,
  skipSpaces,
  skipSpacesBack,
  unitSetOf,
} from '#lib/text/forms/folded';
import { HanSection } from './chinese-section';
import { type Numeral, numeralOf, readDigits, tidy } from './numeral';

const DIGITS = new Map<string, number>();
for (const [value, chars] of [
  '零〇',
  '一壹',
  '二贰两俩',
  '三叁仨',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
].entries()) {
  for (const char of chars) DIGITS.set(char, value);
}
const SMALL = new Map<string, number>([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
/** 兆 is 10^12, as in Japan, Taiwan and Microsoft's recogniser, but for the prefix mega (兆瓦). */
const LARGE = new Map<string, number>([
  ['万', 1e4],
  ['亿', 1e8],
  ['兆', 1e12],
]);
/** Units of the table that begin like a scale (`千瓦时`, `兆赫`, `百帕`, `百分点`). */
const PREFIXED = ROWS.flatMap(({ zh }) => zh).filter((form) => SMALL.has(form.charAt(0)) || LARGE.has(form.charAt(0)));

/**
 * True where a unit begins like a scale: after digits (`375千瓦时`; `三千瓦` is 3,000 watts), or where the word cannot mean
 * so many of a smaller unit.
 */
function isPrefix(text: string, at: number): boolean {
  const whole = text[at] === '兆' || text.startsWith('百分点', at);
  return (
    (whole || isDigit(text.charCodeAt(skipSpacesBack(text, at) - 1))) &&
    PREFIXED.some((form) => text.startsWith(form, at))
  );
}

/** Lengths past this are not numbers: the longest spelled amount on a cheque has about 30 characters. */
const MAX_LENGTH = 48;

/** What may follow 多, 余, 来 and 几 after a number, when no scale does: a classifier, a unit or the end of the phrase. */
const AFTER_ODD =
  /^[ ]?(?:[个名人位家台年月天日岁元块次倍种项件条只辆间所座款场篇部份股张亩吨米里公千平小分秒克斤升美港欧日英人万亿户处口艘架届期周例起笔套成店用%层点颗頭头枚对双门级站省市国县村度单桶瓶箱袋杯株棵]|$|[，。、,.;；)）])/;

/** Words in which 余 or 多 or 来 begins something else. */
const NOT_ODD = /^(?:余额|余地|余下|余温|来自|来源|来看|来说|来到|来临|来袭|多数|多少|多半|多样|多元化|几乎|几何)/;

/** Whether a Han numeral may begin here: at a digit, a scale, or 几 and 数. */
export const beginsHanNumeral = (code: number): boolean => hasUnit(BEGINS, code);

/** The characters with which a Han numeral may begin. */
export const hanNumeralStarts = [...DIGITS.keys(), ...SMALL.keys(), ...LARGE.keys(), ...'几数上半'];
const BEGINS = unitSetOf(hanNumeralStarts);

/** Whether a character is a Han digit, or a scale up to 亿. */
export const isHanNumeralChar = (char: string): boolean => DIGITS.has(char) || SMALL.has(char) || LARGE.has(char);

/** Whether a Chinese scale follows a number in digits, so that the number continues (`300万`, `7 千`, `30余`). */
export function continuesInHan(t: FoldedText, end: number): boolean {
  const at = skipSpaces(t.text, end);
  const char = t.text.charAt(at);
  if (SMALL.has(char) || LARGE.has(char)) return at - end <= 2;
  return at === end && isOdd(t.text, at, true);
}

function isOdd(text: string, i: number, roundEnough: boolean): boolean {
  const char = text.charAt(i);
  if (char !== '多' && char !== '余' && char !== '几' && char !== '来') return false;
  if (!roundEnough || NOT_ODD.test(text.slice(i, i + 4))) return false;
  if (char === '几' || char === '来') {
    const next = text.charAt(i + 1);
    return LARGE.has(next) || (char === '几' && next === '') || AFTER_ODD.test(text.slice(i + 1, i + 3));
  }
  const next = text.charAt(skipSpaces(text, i + 1));
  return LARGE.has(next) || AFTER_ODD.test(text.slice(i + 1, i + 3));
}

/**
 * Reads a Han or mixed numeral at `i`. Values follow the usual reading of Chinese: a missing last scale is a tenth of
 * the one before (`一万三` = 13,000), 几 and 数 before a scale stand for two to nine (`数百` = 200 to 900), two neighbouring
 * digits are an approximate range (`七八十`). `多`, `余` and `几` after a number make it a lower bound. Null where no
 * number begins.
 */
export function readHanNumeral(t: FoldedText, i: number): Numeral | null {
  const lone = readLoneDigit(t.text, i);
  if (lone) return lone;
  const whole = readFactor(t, i) ?? readBareBottom(t, i);
  if (!whole) return null;
  return readParts(t, i, whole) ?? whole;
}

/** What may go on with a numeral after its first digit. */
const CONTINUES = unitSetOf([...hanNumeralStarts, ...'0123456789 多余来点分又打']);

/** A digit by itself, as most are in prose. */
function readLoneDigit(text: string, i: number): Numeral | null {
  const value = hasUnit(CONTINUES, text.charCodeAt(i + 1)) ? undefined : DIGITS.get(text.charAt(i));
  if (value === undefined) return null;
  const digit = numeralOf('han', i, i + 1, value);
  digit.plain = true;
  return digit;
}

/** Continues a numeral with 分之 (a fraction) or 又 (a mixed number). */
function readParts(t: FoldedText, i: number, whole: Numeral): Numeral | null {
  const { text } = t;
  const mixed = skipSpaces(text, whole.end);
  if (text[mixed] === '又') {
    const at = skipSpaces(text, mixed + 1);
    const bottom = readFactor(t, at);
    const part = bottom && readShare(t, at, bottom);
    if (part && !part.percent) {
      const value = tidy(whole.low + part.low);
      return { ...part, start: i, low: value, high: value, fraction: false };
    }
  }
  return readShare(t, i, whole);
}

/** 万 and 亿 alone are denominators before 分之 (`万分之三`). */
function readBareBottom(t: FoldedText, i: number): Numeral | null {
  const large = LARGE.get(t.text.charAt(i));
  if (large === undefined || !SHARE.test(t.text.slice(i + 1, i + 12))) return null;
  return numeralOf('han', i, i + 1, large);
}

const SHARE = /^ {0,3}分 {0,3}之 {0,3}/;
const opensShare = oneOf(' 分');

function readShare(t: FoldedText, i: number, bottom: Numeral): Numeral | null {
  if (!opensShare(t.text, bottom.end)) return null;
  const match = SHARE.exec(t.text.slice(bottom.end, bottom.end + 12));
  if (!match || bottom.low !== bottom.high || bottom.low === 0) return null;
  let at = bottom.end + match[0].length;
  let sign = 1;
  if (t.text[at] === '负' || (t.text[at] === '-' && isDigit(t.text.charCodeAt(at + 1)))) {
    sign = -1;
    at++;
  }
  const top = readFactor(t, at);
  if (!top) return null;
  // 百分之, 千分之, 万分之 name a percentage; with a digit before them (一百分之) they are an arithmetic fraction.
  const first = t.text.charAt(i);
  const last = readSecondTop(t, i, at, top);
  const percent = (SMALL.has(first) && first !== '十' && first !== '拾') || (LARGE.has(first) && first !== '兆');
  const factor = (percent ? 100 : 1) / bottom.low;
  const low = tidy(top.low * factor) * sign;
  const high = tidy((last ?? top).high * factor) * sign;
  const share = numeralOf('han', i, (last ?? top).end, Math.min(low, high), Math.max(low, high));
  // A bare 百 is about a hundred, but 百分之百 is all.
  share.hint = t.text.slice(top.start, top.end) === '百' ? 'exact' : top.hint;
  share.percent = percent;
  share.fraction = !percent;
  share.range = last !== null;
  return share;
}

/** The second part of `百分之三到五`: a larger number without a scale, a unit or 分之 of its own. */
function readSecondTop(t: FoldedText, i: number, at: number, top: Numeral): Numeral | null {
  const joint = /^ ?(?:到|至|-|~|—) ?/.exec(t.text.slice(top.end, top.end + 3));
  const next = joint ? readFactor(t, top.end + joint[0].length) : null;
  if (!next || next.low <= top.high || t.text[i] === '十') return null;
  const after = t.text.charAt(skipSpaces(t.text, next.end));
  const open =
    after === '' || !/[\dA-Za-z\u4e00-\u9fff%.]/.test(after) || '的之左以上下和与及或不是为也都'.includes(after);
  return open && at < next.start ? next : null;
}

function readFactor(t: FoldedText, i: number): Numeral | null {
  const { text } = t;
  const b = new HanSection();
  let at = i;
  let end = i;
  let vague: { low: number; high: number } | null = null;
  const lead = text.charAt(at);
  if (lead === '几' || lead === '数' || lead === '上' || lead === '半') {
    const next = text.charAt(at + 1);
    const scale = SMALL.get(next) ?? LARGE.get(next);
    if (scale === undefined) return null;
    if (lead === '上') {
      if (scale < 100 || (scale === 100 && text[at - 1] === '海')) return null;
      vague = { low: 1, high: 1 };
      b.hint = 'at-least';
    } else if (lead === '半') {
      if (scale !== 100 || text[at + 2] === '分') return null;
      return numeralOf('han', i, i + 2, 50);
    } else {
      // 几 and 数 before a scale: two to nine of it (现代汉语词典, 几: 二至九之间的数目).
      vague = { low: 2, high: 9 };
      b.hint = 'about';
    }
    b.digit = { ...vague, single: false };
    at++;
  }
  while (at < text.length && at - i < MAX_LENGTH) {
    const char = text.charAt(at);
    if (char === ' ') {
      const next = bridge(t, at, b);
      if (next < 0) break;
      at = next;
      continue;
    }
    const step = readStep(t, at, b);
    if (step < 0) break;
    b.started = true;
    at = step;
    end = step;
    if (b.hint === 'more-than' && !LARGE.has(text.charAt(skipSpaces(text, at)))) break;
  }
  if (end === i) return null;
  b.flushDigit();
  const value = b.total();
  const decimals = readDecimals(text, end);
  if (decimals) {
    value.low += decimals.value;
    value.high += decimals.value;
    end = decimals.end;
    for (;;) {
      const large = LARGE.get(text.charAt(end)) ?? SMALL.get(text.charAt(end));
      if (large === undefined || large === 10) break;
      value.low *= large;
      value.high *= large;
      b.scale *= large;
      b.large *= large;
      end++;
    }
  }
  if (b.bare && b.hint === 'exact' && isOneScale(text.slice(i, end))) b.hint = 'about';
  const multiple =
    text[skipSpaces(text, end)] === '打' && !/^打[印造击开破算工扮出入败动包]/.test(text.slice(end, end + 2));
  if (multiple) {
    value.low *= 12;
    value.high *= 12;
    end = skipSpaces(text, end) + 1;
  }
  if (!Number.isFinite(value.high)) return null;
  const numeral = numeralOf('han', i, end, tidy(value.low), tidy(value.high));
  numeral.hint = b.hint;
  numeral.scale = b.scale;
  numeral.large = b.large;
  numeral.plain = end - i === 1;
  return numeral;
}

/** 百亿, 千万, 百万: an order of magnitude, with no digit before it. */
const isOneScale = (word: string): boolean => /^[百千][万亿]+$|^[百千]$/.test(word);

/** Spaces inside a numeral (`7 万 5 千`): allowed beside a scale, on one line. Returns where to go on, or -1. */
function bridge(t: FoldedText, at: number, b: HanSection): number {
  const next = skipSpaces(t.text, at);
  if (!b.started || next - at > 4) return -1;
  const char = t.text.charAt(next);
  const afterScale = b.digit === null && b.lastScale > 0;
  if (SMALL.has(char) || LARGE.has(char)) return next;
  if (char === '余' || char === '几') return LARGE.has(t.text.charAt(skipSpaces(t.text, next + 1))) ? next : -1;
  if (!afterScale) return -1;
  if (DIGITS.has(char)) return next;
  if (!isDigit(char.charCodeAt(0))) return -1;
  const digits = readDigits(t, next);
  const scale = digits ? SMALL.get(t.text.charAt(skipSpaces(t.text, digits.end))) : undefined;
  return scale !== undefined && scale < b.lastScale ? next : -1;
}

function readStep(t: FoldedText, at: number, b: HanSection): number {
  const { text } = t;
  const char = text.charAt(at);
  const small = SMALL.get(char);
  const large = LARGE.get(char);
  if ((small !== undefined || large !== undefined) && isPrefix(text, at)) return -1;
  if (small !== undefined) return b.applySmall(small) ? at + 1 : -1;
  if (large !== undefined) return b.applyLarge(large) ? at + 1 : -1;
  const roundEnough = b.lastScale > 0 || (b.digit !== null && (b.digit.low >= 10 || LARGE.has(text.charAt(at + 1))));
  if (b.started && isOdd(text, at, roundEnough)) {
    if (b.digit && b.digit.low < 10 && !LARGE.has(text.charAt(skipSpaces(text, at + 1)))) return -1;
    b.hint = 'more-than';
    return at + 1;
  }
  if (b.digit !== null) return -1;
  if (b.started && (isDigit(char.charCodeAt(0)) || (DIGITS.has(char) && DIGITS.get(char) !== 0))) b.scale = b.large = 1;
  if (isDigit(char.charCodeAt(0))) return readMixedDigits(t, at, b);
  return DIGITS.has(char) ? readDigitRun(text, at, b) : -1;
}

function readMixedDigits(t: FoldedText, at: number, b: HanSection): number {
  const digits = readDigits(t, at);
  if (!digits) return -1;
  if (b.started) {
    const next = t.text.charAt(skipSpaces(t.text, digits.end));
    const scaled = SMALL.get(next) ?? 0;
    if (scaled === 0 && !LARGE.has(next)) {
      // 3万4000, 1千零20 go on; 3亿2019年 does not.
      if (!digits.integer || next === '年' || next === '%' || next === '-') return -1;
      if (digits.value >= Math.max(b.lastScale, 10) || b.lastScale === 0) return -1;
      if (!b.afterZero && digits.length > 1 && digits.value * 10 < b.lastScale) return -1;
    }
  }
  b.digit = { low: digits.value, high: digits.value, single: digits.integer && digits.length === 1 };
  return digits.end;
}

/** Before these 三五 means three to five (`三五个朋友`); elsewhere it is spelled by its digits (`三五折`). */
const FEW = [...'个名位人天年月次家句步杯块元里'];

function readDigitRun(text: string, at: number, b: HanSection): number {
  let stop = at;
  while (stop < text.length && stop - at < MAX_LENGTH && DIGITS.has(text.charAt(stop))) stop++;
  // `十分之一二手房`: 二手 is a word.
  if (stop - at > 1 && text[stop - 1] === '二' && text[stop] === '手') stop--;
  let first = at;
  while (first < stop && DIGITS.get(text.charAt(first)) === 0) first++;
  if (first > at && b.started) b.afterZero = true;
  const length = stop - first;
  if (length === 0) {
    // 零十 is ten: the zero only holds the place of a higher digit.
    if (!b.started && text[stop] === '十') return stop;
    if (b.started)
      return SMALL.has(text.charAt(stop)) || isDigit(text.charCodeAt(stop)) || isOdd(text, stop, true) ? stop : -1;
    b.digit = { low: 0, high: 0, single: false };
    return stop;
  }
  const value = DIGITS.get(text.charAt(first)) ?? 0;
  if (length === 1) {
    b.digit = { low: value, high: value, single: true };
    return stop;
  }
  const second = DIGITS.get(text.charAt(first + 1)) ?? 0;
  const next = text.charAt(stop);
  // 八九千, 二三十, 三五百: neighbouring digits before a scale, or ending a shorthand, are an approximate range.
  if (length === 2 && second > value && second - value <= 2 && first === at) {
    const scaled = SMALL.has(next) || LARGE.has(next);
    const few = value === 3 && second === 5 && FEW.includes(next);
    if (scaled || few || b.started || second - value === 1) {
      b.digit = { low: value, high: second, single: false };
      b.hint = 'about';
      return stop;
    }
  }
  if (b.started) {
    b.digit = { low: value, high: value, single: true };
    return first + 1;
  }
  let spelled = 0;
  for (let k = at; k < stop; k++) spelled = spelled * 10 + (DIGITS.get(text.charAt(k)) ?? 0);
  b.digit = { low: spelled, high: spelled, single: false };
  return stop;
}

function readDecimals(text: string, end: number): { end: number; value: number } | null {
  let at = skipSpaces(text, end);
  if (text[at] !== '点' || at - end > 2) return null;
  at = skipSpaces(text, at + 1);
  let literal = '0.';
  while (literal.length < 18) {
    const digit = DIGITS.get(text.charAt(at));
    if (digit === undefined || text[at] === '两' || text[at] === '俩') break;
    literal += digit;
    at++;
  }
  return literal.length > 2 ? { end: at, value: Number(literal) } : null;
}
