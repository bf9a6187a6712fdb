/**
 * Measures told in two or three units: `三年六个月`, `2 hours 14 minutes`, `5 feet 11`, `9秒83`. Invariant: a part joins only
 * the measure it directly follows, in a unit of which a whole number make the one before it, and is less than one of that.
 * The value is in the smaller unit (42 months, 71 inches). Days after months have no even number to the month: they give
 * days, to the average of the calendar, and `about`. Spans and lists (`three years and six people`) stay two.
 */

import { tidy } from '#lib/reading/figures/numerals/numeral';
import { UNITS } from '#lib/reading/figures/units/table';
import { unitFactor } from '#lib/reading/unit-scale';
import { type FoldedText, isHan } from '#lib/text/forms/folded';
import type { Quantity } from './quantity';

/** What is told in parts; sizes of files and powers of engines come in lists (`16 GB 512 MB`). */
const TOLD_IN_PARTS: ReadonlySet<string | undefined> = new Set([
  'duration',
  'calendar',
  'length',
  'mass',
  'volume',
  'area',
]);

/** The unit of a second number that has none: `5 feet 11`, `12 stone 7`. */
const LEFT_OUT = new Map([
  ['foot', 'inch'],
  ['stone', 'pound'],
]);

const JOINT_HAN = /^ ?[零又]? ?$/;
const JOINT_LATIN = /^(?: |-|)$/;
const AND = /^ and $/;
const LISTED = /^,? (?:and )?$/;
/** More smaller units to the larger one, and `and` tells of two things (`3 km and 200 m`). */
const MOST_WITH_AND = 60;
const MOST_WITH_COMMA = 16;
/** The longest joint. */
const REACH = 6;

/** The measure `last` with the part `q` of it, or null. `next` is the quantity after both. */
export function withPart(t: FoldedText, last: Quantity, q: Quantity, next: Quantity | undefined): Quantity | null {
  if (q.start - last.end > REACH || q.start < last.end) return null;
  const whole = weighed(t, last, q);
  if (!isWhole(whole) || t.text[whole.end - 1] === '期') return null;
  if (whole.unit === 'second') return withDecimals(t, whole, q);
  const part = q.kind === 'none' ? withUnitLeftOut(t, whole, q) : whole.unit === 'stone' ? asWeight(t, q) : q;
  if (!part || part.prefixed || part.per || part.range || part.low < 0 || part.low !== part.high) return null;
  const scale = ratioOf(whole.unit, part.unit);
  if (!scale || part.low >= Math.floor(scale.factor)) return null;
  if (!isJoined(t, whole, part, next, scale)) return null;
  const value = tidy(whole.low * scale.factor + part.low);
  const told = scale.even ? value : Math.round(value);
  return {
    ...whole,
    low: told,
    high: told,
    unit: part.unit,
    kind: part.kind,
    factor: tidy(whole.factor * scale.factor),
    end: part.end,
    nounEnd: Math.max(part.end, part.nounEnd),
    numberEnd: part.numberEnd,
    hint: part.hint === 'exact' && !scale.even ? 'about' : part.hint === 'exact' ? whole.hint : part.hint,
    plain: false,
    certain: true,
  };
}

const isMeasured = (kind: Quantity['kind']): boolean => kind === 'duration' || kind === 'measure';

const isWhole = (q: Quantity): boolean =>
  isMeasured(q.kind) &&
  q.low === q.high &&
  q.low > 0 &&
  (q.hint === 'exact' || q.hint === 'about') &&
  q.per === null &&
  !q.range &&
  Number.isInteger(q.low) &&
  q.scale === 1 &&
  q.nounEnd === q.end;

/** `a boy of 7 pounds 6 ounces`: beside ounces, and behind stones, a pound is a weight. */
const weighed = (t: FoldedText, last: Quantity, q: Quantity): Quantity =>
  q.unit === 'ounce' ? asWeight(t, last) : last;

/** Pounds in words, which alone are money, as a weight. */
const asWeight = (t: FoldedText, q: Quantity): Quantity =>
  q.unit === 'GBP' && !q.prefixed && /^[ -]pounds?$/.test(t.lower.slice(q.numberEnd, q.end))
    ? { ...q, unit: 'pound', kind: 'measure', major: false }
    : q;

/** How many of the smaller unit make the larger one, where they are told together; null where they are not. */
function ratioOf(larger: string | null, smaller: string | null): { factor: number; even: boolean } | null {
  if (larger === null || smaller === null || larger === smaller) return null;
  if (!TOLD_IN_PARTS.has(UNITS.get(larger)?.dimension)) return null;
  const scale = unitFactor(larger, smaller);
  if (!scale) return null;
  if (!scale.even) return smaller === 'day' && larger !== 'decade' && larger !== 'century' ? scale : null;
  return scale.factor > 1 && Number.isInteger(scale.factor) ? scale : null;
}

/** Units of time of which so many parts are told for one (`一天8小时`, `一年300天`, `每周工作5天8小时`). */
const EACH_OF = /^[一1](?:天|周|年|个?月)$/;
const WORKED = /(?:每[周天日月]|工作)[^，。；\d]{0,4}$/;

function isJoined(
  t: FoldedText,
  whole: Quantity,
  part: Quantity,
  next: Quantity | undefined,
  { factor, even }: { factor: number; even: boolean },
): boolean {
  const gap = t.lower.slice(whole.end, part.start);
  // 零 is read as the beginning of the number behind it.
  const linked = t.text[part.start] === '零' || /[零又]/.test(gap);
  if (isHan(t.text.charCodeAt(whole.end - 1))) {
    if (!JOINT_HAN.test(gap)) return false;
    const each =
      part.unit !== 'month' &&
      (EACH_OF.test(t.text.slice(whole.start, whole.end)) ||
        (whole.unit === 'day' && WORKED.test(t.text.slice(Math.max(0, whole.start - 8), whole.start))));
    return linked || !(each || (!even && whole.unit === 'year'));
  }
  if (JOINT_LATIN.test(gap)) return true;
  const isTime = whole.kind === 'duration';
  if (AND.test(gap)) return isTime || factor <= MOST_WITH_AND;
  // `5 feet, 7 inches`
  if (gap === ', ' && factor <= MOST_WITH_COMMA && !isTime) return true;
  // `1 hour, 23 minutes and 45 seconds`: a comma, where a further part follows or came before.
  if (!isTime || !LISTED.test(gap)) return false;
  if (t.text.slice(whole.start, whole.end).includes(',')) return true;
  // `a 2-hour, 15-minute film`
  if (t.text[whole.numberEnd] === '-' && t.text[part.numberEnd] === '-') return true;
  return (
    next !== undefined && ratioOf(part.unit, next.unit) !== null && LISTED.test(t.lower.slice(part.end, next.start))
  );
}

/** `5 feet 11`, `12 stone 7`: the smaller unit that goes without saying, or `in` with a space before it. */
function withUnitLeftOut(t: FoldedText, whole: Quantity, q: Quantity): Quantity | null {
  const unit = LEFT_OUT.get(whole.unit ?? '');
  if (!unit || q.scale !== 1 || q.start !== q.numberStart) return null;
  const inches = unit === 'inch' ? INCHES.exec(t.lower.slice(q.end, q.end + 12)) : null;
  const end = q.end + (inches?.[0].length ?? 0);
  return { ...q, unit, kind: 'measure', end, nounEnd: end };
}

const INCHES = /^ in(?=$|[.,;:)]| tall\b| high\b| long\b| wide\b)/;

/** `9秒83`, `十二秒八八`: what stands directly behind the seconds are their decimals. */
function withDecimals(t: FoldedText, whole: Quantity, q: Quantity): Quantity | null {
  if (t.text[whole.end - 1] !== '秒' || q.start !== whole.end || q.start !== q.numberStart) return null;
  const word = t.text.slice(q.start, q.numberEnd);
  // `11秒04打破纪录`: a classifier behind two digits begins another word.
  if (q.kind !== 'none' && !(q.kind === 'count' && /^\d\d$/.test(word))) return null;
  if (!/^(?:\d{1,3}|[零〇一二三四五六七八九]{1,3})$/.test(word)) return null;
  const digits = [...word].map((char) =>
    char === '〇' ? 0 : Math.max('零一二三四五六七八九'.indexOf(char), Number(char) || 0),
  );
  const value = Number(`${whole.low}.${digits.join('')}`);
  const end = q.numberEnd;
  return { ...whole, low: value, high: value, end, nounEnd: end, numberEnd: end, plain: false, certain: true };
}
