/**
 * Amounts of money in two or three units: `3 dollars 50 cents`, `五元三毛`, `两美元又三美分`, `五块六`. Invariant: a part joins only
 * the amount it directly follows, and is less than one hundred. A second number that counts something else (`$4.25 and
 * 32 people`) does not join.
 */

import { tidy } from '#lib/reading/figures/numerals/numeral';
import { unitAfter } from '#lib/reading/figures/units/unit-after';
import { type FoldedText, isHan, isLatin } from '#lib/text/forms/folded';
import { withPart } from './compounds';
import type { Quantity } from './quantity';
import { rateOf } from './rates';

/**
 * Joins hundredths to their amount (`五元三毛`, `20 dollars 43 cents`, `13 dollars 50`, `五块六`), and halves and parts to their
 * measure.
 */
export function joinAmounts(t: FoldedText, quantities: Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  let floor = 0;
  for (const [at, one] of quantities.entries()) {
    const last = joined.at(-1);
    const amount = last ? joinedTo(t, last, one, quantities[at + 1]) : null;
    const q = amount ?? oneAnd(t, one, floor) ?? one;
    if (amount) joined[joined.length - 1] = amount;
    else joined.push(q.floor === floor ? q : { ...q, floor });
    floor = q.end;
  }
  return joined;
}

/** The amount or measure `last` with the part `q` of it, or null. */
const joinedTo = (t: FoldedText, last: Quantity, q: Quantity, next: Quantity | undefined): Quantity | null =>
  (last.kind === 'money' ? amountOf(t, last, q) : withHalf(t, last, q)) ?? withPart(t, last, q, next);

const isHalf = (q: Quantity): boolean => q.low === 0.5 && q.high === 0.5 && q.kind === 'none' && q.form === 'words';

const isMeasured = (kind: Quantity['kind']): boolean => kind === 'duration' || kind === 'measure';

/** `two years and a half`, `one mile and a half`: half of the unit before it more; null where that is no measure. */
function withHalf(t: FoldedText, last: Quantity, q: Quantity): Quantity | null {
  if (!isHalf(q) || !isMeasured(last.kind) || last.low !== last.high || !Number.isInteger(last.low)) return null;
  if (!/^ and (?:a )?$/.test(t.lower.slice(last.nounEnd, q.numberStart))) return null;
  const value = tidy(last.low + 0.5 * last.factor);
  return { ...last, low: value, high: value, end: q.end, nounEnd: q.end, numberEnd: q.numberEnd };
}

const ONE_AND = /(?:^|[^a-z])(an? )([a-z]{3,12}) and (?:a )?$/;

/** `an hour and a half`, `a year and two months`: the article is no number, but the part behind it says that one is meant. */
function oneAnd(t: FoldedText, q: Quantity, floor: number): Quantity | null {
  if (!isHalf(q) && !isMeasured(q.kind)) return null;
  const from = Math.max(floor, q.numberStart - 26);
  const found = ONE_AND.exec(t.lower.slice(from, q.numberStart));
  if (!found) return null;
  const [lead, article = ''] = found;
  const start = from + found.index + lead.indexOf(article);
  const { unit, kind, factor, end } = unitAfter(t, start + article.length - 1, true) ?? {};
  if (!unit || !kind || !factor || !end || !isMeasured(kind) || t.lower.slice(end, end + 5) !== ' and ') return null;
  const one = { ...q, start, numberStart: start, low: factor, high: factor, unit, kind, factor };
  return isHalf(q)
    ? { ...one, low: tidy(1.5 * factor), high: tidy(1.5 * factor) }
    : withPart(t, { ...one, end, nounEnd: end, numberEnd: start + article.length - 1 }, q, undefined);
}

/** Han characters of tenths and hundredths, as a part of the amount before them. */
const TENTHS = /[角毛毫]钱?$|^mao$|^jiao$/;
const HUNDREDTHS = /(?:分钱?|仙|钱)$/;

/** What may stand between an amount and its part. */
const JOINT = /^(?: | and |又|零|and|个)?$/;

/** The amount `last` with the part `q` of it, or null. */
function amountOf(t: FoldedText, last: Quantity, q: Quantity): Quantity | null {
  if (q.start - last.end > 5 || !JOINT.test(t.lower.slice(last.end, q.start))) return null;
  // Cantonese counts dollars with 個 (`港幣三個一毫四`); without the currency before them it counts anything.
  if (t.text[last.end] === '个' && !last.prefixed) return null;
  if (q.low < 0 || q.low !== q.high || last.low !== last.high || q.low >= 100 || q.hint !== 'exact') return null;
  const own = t.lower.slice(q.numberEnd, q.end).trim();
  const part = partOf(t, last, q, own);
  if (part === null) return null;
  const value = tidy(last.low + part);
  const end = isPoint(t, q) ? q.numberEnd + 1 : q.end;
  // After tenths a bare digit counts hundredths (`五元三毛二`); after hundredths nothing joins.
  const factor = TENTHS.test(own) ? 0.1 : last.factor;
  return { ...last, low: value, high: value, end, nounEnd: end, numberEnd: q.numberEnd, factor, major: false };
}

/** Whether 分 after a number, which elsewhere is a point, is a hundredth. */
const isPoint = (t: FoldedText, q: Quantity): boolean => q.unit === 'point' && t.text[q.numberEnd] === '分';

/** What `q` adds to the amount `last`, in its unit, or null. */
function partOf(t: FoldedText, last: Quantity, q: Quantity, own: string): number | null {
  const tenths = last.factor === 0.1;
  if (!last.major && !tenths) return null;
  if (q.kind === 'money' && !q.prefixed) {
    if (TENTHS.test(own)) return tenths ? null : q.unit === 'jiao' ? q.low / 10 : q.low;
    if (HUNDREDTHS.test(own)) return q.factor === 0.01 ? q.low : q.low / 100;
    return q.major || tenths ? null : q.factor === 0.01 ? q.low : q.low / 100;
  }
  if (isPoint(t, q)) return q.low / 100;
  const whole =
    Number.isInteger(q.low) && q.scale === 1 && (tenths || (Number.isInteger(last.low) && last.large === 1));
  if (!whole || (q.kind !== 'none' && q.unit !== 'more')) return null;
  return isHan(t.text.charCodeAt(last.end - 1)) ? bareInHan(t, last, q, tenths) : bareInWords(t, last, q);
}

/** `五块六` and `18块5` add tenths, `两毛五` five hundredths, `三块零四` four hundredths. */
function bareInHan(t: FoldedText, last: Quantity, q: Quantity, tenths: boolean): number | null {
  const word = t.text.slice(q.numberStart, q.numberEnd);
  const after = t.text.charAt(q.numberEnd);
  const spoken =
    /^[一二三四五六七八九零]+$/.test(word) || (/^\d+$/.test(word) && /[块毛角]$/.test(t.text.charAt(last.end - 1)));
  if (q.numberStart !== last.end || word.length > 2 || !spoken) return null;
  const closes = !isHan(after.charCodeAt(0)) || '以左上多到至的涨跌升降调提卖起买'.includes(after);
  // `3块5毛2一斤`: what it is the price of may follow.
  const rated = after === '一' && rateOf(t, q.numberStart, q.numberEnd, q.numberStart) !== null;
  if (isLatin(after.charCodeAt(0)) || !(closes || rated)) return null;
  if (word.length === 2 || tenths) return word.length === 2 && tenths ? null : q.low / 100;
  return q.low / 10;
}

/** What ends an amount: the end of a clause, or a word that nothing counted begins with. */
const CLOSES = /^(?:$|[.;!?)\n]|,(?!\d)| (?:more|less|and|or|each|apiece|per|on|to|for)\b)/;
/** The same right behind the name of the currency, where a number of something else hardly stands (`2 dollars 80 in all`). */
const CLOSES_COINS =
  /^(?:["”’—–]|:(?!\d)| (?:[—–-] |(?:an?|the|in|at|by|from|with|is|was|are|were|but|when|while|if|as|so|than|then|because|before|after|since|until|this|last|now|today|yesterday)\b))/;

/** `15 dollars 50`, `$20 and fifty`: hundredths, unless what follows is what the second number counts. */
function bareInWords(t: FoldedText, last: Quantity, q: Quantity): number | null {
  const { lower } = t;
  if (last.scale !== 1) return null;
  const spaced = lower.slice(last.end, q.start).trim() === '';
  const after = lower.slice(q.numberEnd, q.numberEnd + 12);
  if (!CLOSES.test(after) && !(spaced && !last.prefixed && CLOSES_COINS.test(after))) return null;
  if (lower.endsWith('between ', last.start)) return null;
  return q.form === 'digits' && spaced && q.numberEnd - q.numberStart !== 2 ? null : q.low / 100;
}
