/**
 * Joins two quantities as the ends of one: a range (`300-460万`, `between 10 and 20 dollars`, `从5到12`), or a choice of
 * neighbours (`two or three`). Invariant: both ends have one unit; a unit, currency or scale stated once holds for both.
 * Not joined: changes (changes.ts) and numbers of different things.
 */

import { tidy } from '#lib/reading/figures/numerals/numeral';
import type { FoldedText } from '#lib/text/forms/folded';
import { betweenAfter } from './bounds';
import { changeOf, isBare, shareChange } from './changes';
import type { Quantity } from './quantity';

/** `two or three` is one vague number, `10 or 10,000` is two: beyond this ratio a choice is meant. */
const OR_SPREAD = 2;

/** Connectors between the ends of a range. */
const DASH = /^ ?[-~—] ?$|^—{1,2}$|^ ?-{2} ?$/;
const TO_HAN = /^ ?(?:到|至|乃至|甚至|或)了? ?$/;
const TO_LATIN = /^ (?:to|through|until|or|thru) (?:about |around |nearly |over |as much as |some )?$|^-?to-$|^- to $/;
const AND = /^ ?(?:和|与|跟|及|and|&|to|-) ?$/;
/** A dash that opens an aside (`1 percent -- 212,205 votes`). */
const ASIDE = /^ (?:--|—)/;
/** Neighbours that an enumeration comma parts are one vague number (`3、4万人`). */
const NEIGHBOURS = /^ ?、 ?$/;
/** Two ends after `from`, 从 or 由, with words between them (`从上海的20家到北京的30家` has more and is two). */
const SPAN_HAN = /^[^，。；！？,;!?\n\d]{0,10}?(?:到|至|为|成)了?(?:约|近|超过|逾|目前的|现在的|如今的|今年的)?$/;
const SPAN_LATIN = /^ (?:[a-z]+ ){0,4}to (?:about |around |nearly |over |as much as |some |more than |almost )?$/;

/**
 * The widest gap between the ends of a range, with a verb in it (`rose from 3% in the first quarter to 5%` has more
 * and is two).
 */
const RANGE_GAP = 40;
/** Every connector has one of these; most gaps between numbers have none. */
const RANGE_SIGN = /[-~—到至或和与跟及&为成、]|\b(?:to|and|or|through|thru|until)\b/;

/** Joins ranges among quantities in order, and marks the parts of changes. */
export function joinRanges(t: FoldedText, quantities: Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const [at, q] of quantities.entries()) {
    const last = joined.at(-1);
    const outer = joined.at(-2);
    const chained = last?.plain && outer?.plain && DASH.test(t.lower.slice(outer.end, last.start));
    const change = last && !chained ? changeOf(t, last, q) : null;
    const range = last && !change && !last.range && !chained ? rangeOf(t, last, q, quantities[at + 1]) : null;
    if (last && change) {
      const [former, latter] = change;
      joined[joined.length - 1] = { ...last, change: former, certain: true };
      joined.push({ ...q, change: latter, certain: true });
    } else if (range) joined[joined.length - 1] = range;
    else joined.push(q);
  }
  return shareChange(joined);
}

/** What stands before the first number: `between`, `介于`, or `from`, `从`. */
const BETWEEN =
  /(?:between|in the range of|range of) (?:about |around |roughly )?$|介乎$|介于[^，。]{0,2}$|位于$|在$|处于$/;
const FROM = /(?:^|[^a-z])from (?:about |around |roughly |nearly |some |an? )?$|[从由自][^，。；！？,;\n\d]{0,6}$/;
/** The words of a range that belong to its span. */
const OPENING = /(?:between|from) (?=(?:about |around |roughly |nearly |some |an? )?$)|(?:介于|位于|介乎)$/;
/** How far back those may begin. */
const LEAD = 22;

type Connection = 'range' | 'span' | 'dash';

/** The range from `a` to `second`, or null; `next` is the quantity after both. */
function rangeOf(t: FoldedText, a: Quantity, second: Quantity, next: Quantity | undefined): Quantity | null {
  const { lower } = t;
  if (second.start - a.end > RANGE_GAP || !RANGE_SIGN.test(lower.slice(a.end, second.start))) return null;
  const lead = lower.slice(Math.max(a.floor, a.start - LEAD), a.start);
  const b = withoutRoom(t, a, second);
  const closing = b === second ? closingOf(t, b) : b.numberEnd + 1;
  const connection = connect(t, a, b, lead, closing > 0);
  if (!connection) return null;
  // Three plain numbers with hyphens are a code or a date.
  if (connection === 'dash' && next && DASH.test(lower.slice(b.end, next.start)) && a.plain && b.plain && next.plain)
    return null;
  // `tripled to 30`, `rose 5% to 30`: a unit said with the first number only goes over to the second across a hyphen.
  const suffixed = a.kind !== 'none' && a.kind !== 'count' && !a.prefixed;
  if (suffixed && b.kind === 'none' && (connection !== 'dash' || ASIDE.test(lower.slice(a.end, b.start)))) return null;
  // `140 aircraft to 96 cities`: two counts of different things.
  if (connection !== 'dash' && a.kind === 'count' && b.kind === 'count' && a.unit !== b.unit && a.low > b.high)
    return null;
  const first = withUnitOf(a, b);
  if (!first) return null;
  // `零下5至10度`: both ends are below zero.
  const below = first.high < 0 && b.low > 0 && b.start === b.numberStart && t.text.startsWith('零下', a.start);
  const low = Math.min(first.low, below ? -b.high : b.low);
  const high = Math.max(first.high, below ? -b.low : b.high);
  // `5000股至8000股`: a noun said with both numbers belongs to the span as a whole.
  const doubled = first.kind === 'count' && a.nounEnd > a.end && a.nounEnd <= b.start && b.kind === 'count';
  if (low === high && connection === 'span') return null;
  const end = closing || (doubled ? b.nounEnd : b.end);
  return {
    ...first,
    start: openingOf(a, lead, closing > 0),
    end,
    nounEnd: Math.max(end, b.nounEnd),
    low,
    high,
    per: b.per ?? first.per,
    range: low !== high,
    scale: Math.max(a.scale, b.scale),
    certain: true,
    plain: false,
    numberEnd: b.numberEnd,
    hint: a.hint === 'exact' && b.hint === 'exact' ? 'exact' : 'about',
    fraction: a.fraction && b.fraction,
  };
}

/** The end of 之间 or 间 after the second number, or 0. */
function closingOf(t: FoldedText, b: Quantity): number {
  const end = Math.max(b.nounEnd, b.end);
  const closing = betweenAfter(t, end);
  return closing > end ? closing : 0;
}

/** `10000与20000间`: 间 is no room where two numbers are set against each other, and closes the range. */
function withoutRoom(t: FoldedText, a: Quantity, b: Quantity): Quantity {
  const isClosing =
    b.unit === 'room' &&
    a.kind === 'none' &&
    /^ ?[和与至到] ?$/.test(t.text.slice(a.end, b.start)) &&
    closingOf(t, b) === 0;
  return isClosing ? { ...b, unit: null, kind: 'none', nounEnd: b.end } : b;
}

/**
 * Where the range's span begins: at `between` and `from`, at 在 only if 之间 closes it; 从 stays outside, as it opens a
 * clause.
 */
function openingOf(a: Quantity, lead: string, closed: boolean): number {
  const opening = OPENING.exec(lead) ?? (closed ? /在$/.exec(lead) : null);
  return opening ? Math.max(a.floor, a.start - lead.length + opening.index) : a.start;
}

/** How the text between two quantities connects them, or null. */
function connect(t: FoldedText, a: Quantity, b: Quantity, lead: string, closed: boolean): Connection | null {
  const { lower } = t;
  const from = a.kind === 'count' && a.nounEnd > a.end && a.nounEnd <= b.start ? a.nounEnd : a.end;
  const gap = lower.slice(from, b.start);
  const ascending = (a.kind === 'none' ? a.high * b.factor : a.high) <= b.low;
  const opened = FROM.test(lead);
  if (DASH.test(gap) || DASH.test(lower.slice(a.end, b.start))) {
    return isDashRange(t, a, b) && (ascending || sharesScale(a, b) || a.low < 0) ? 'dash' : null;
  }
  if (NEIGHBOURS.test(gap)) return areNeighbours(t, a, b) ? 'range' : null;
  if (/^ ?或 ?$|^ or /.test(gap)) {
    const near = a.high < b.low && (b.low <= a.high * OR_SPREAD || (a.plain && b.low - a.high <= 2));
    return near && (TO_HAN.test(gap) || (TO_LATIN.test(gap) && a.kind === 'none')) ? 'range' : null;
  }
  if (TO_HAN.test(gap) || TO_LATIN.test(gap)) return 'range';
  if (AND.test(gap) && (BETWEEN.test(lead) || closed))
    return ascending || sharesScale(a, b) || /to/.test(gap) ? 'range' : null;
  return opened && (SPAN_HAN.test(gap) || SPAN_LATIN.test(gap)) ? 'span' : null;
}

/** Two digits that follow each other, the second with a unit or scale, in no longer list and behind no 第. */
function areNeighbours(t: FoldedText, a: Quantity, b: Quantity): boolean {
  const spoken = b.high / b.factor / b.scale;
  return (
    a.plain &&
    a.kind === 'none' &&
    a.high < 10 &&
    spoken === a.high + 1 &&
    (b.kind !== 'none' || b.scale !== 1) &&
    !/[、第\d.]$/.test(t.text.slice(Math.max(0, a.start - 1), a.start)) &&
    t.text[Math.max(b.nounEnd, b.end)] !== '、'
  );
}

/** `8到9百亿`: the first number is larger only until it takes the second one's scale. */
const sharesScale = (a: Quantity, b: Quantity): boolean => sharedScale(a, b) !== 1;

/**
 * The scale that the first number of a range takes from the second: all of it (`8到9百亿`, `三到五千万`), or what is from 万
 * up where the first has tens or hundreds of its own (`二十到三十万`). 1 where the first is already the larger number or
 * has a scale.
 */
function sharedScale(a: Quantity, b: Quantity): number {
  if (a.large !== 1 || a.fraction) return 1;
  if (a.scale === 1 && a.high <= tidy(b.high / b.factor / b.scale)) return b.scale;
  return a.high <= tidy(b.high / b.factor / b.large) ? b.large : 1;
}

/** A hyphen makes a range unless the numbers are codes (`010-6` begins with a zero). */
function isDashRange(t: FoldedText, a: Quantity, b: Quantity): boolean {
  const first = t.text.slice(a.numberStart, a.numberEnd);
  if (/^0\d/.test(first)) return false;
  // 一-二 without a unit is a pair in a list.
  return !(/^[一二两三四五六七八九]$/.test(first) && a.kind === 'none' && b.kind === 'none');
}

/**
 * The first end of a range in the unit and scale of both: a unit, currency or scale said once holds for both (`300-460万美金`,
 * `$5-12`, `8到9百亿`). null where the units differ, so that it is no range.
 */
function withUnitOf(a: Quantity, b: Quantity): Quantity | null {
  if (
    a.unit !== b.unit &&
    !(isBare(a) || isBare(b) || (a.kind === 'count' && a.unit === null) || (b.kind === 'count' && b.unit === null))
  ) {
    // A counted noun after the second number holds for both, whatever classifier the first has.
    if (!(a.kind === 'count' && b.kind === 'count')) return null;
  }
  const unitless = isBare(a) && !isBare(b);
  const scale = unitless || a.prefixed || isBare(a) ? sharedScale(a, b) : 1;
  const factor = unitless && b.factor !== 1 && b.kind !== 'count' ? b.factor : 1;
  const low = tidy(tidy(a.low * factor) * scale);
  const high = tidy(tidy(a.high * factor) * scale);
  if (b.kind !== 'none' && (a.kind === 'none' || (a.kind === 'count' && a.unit === null)))
    return { ...a, low, high, kind: b.kind, unit: b.unit, factor: b.factor, major: b.major };
  return { ...a, low, high, unit: b.kind === 'count' && b.unit !== null && a.kind === 'count' ? b.unit : a.unit };
}
