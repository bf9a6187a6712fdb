/**
 * Shares and ratios of two counts: `nine in ten`, `3 out of 4`, `1 over 20` (a fraction), `10个学生有9个` (a percentage),
 * `3:1` and `4比1` (a ratio). Invariant: a share is at most the whole. A second number with money, time or percent does
 * not join.
 */

import { tidy } from '#lib/reading/figures/numerals/numeral';
import type { FoldedText } from '#lib/text/forms/folded';
import type { Quantity } from './quantity';

/**
 * Joins the ratios whose numbers touch their sign (`3:1`), so that they can be the ends of a range (`3:1 to 5:1`), and reads
 * those to one in words (`outnumbered by two to one`, `a 10-to-1 margin`).
 */
export function joinRatios(t: FoldedText, quantities: Quantity[]): Quantity[] {
  if (quantities.length === 0) return quantities;
  const told = /to[ -](?:one|1)\b/.test(t.lower)
    ? quantities.flatMap((q, at) => toOne(t, q, quantities[at - 1]))
    : quantities;
  if (!/\d:\d|比/.test(t.text)) return told;
  return joinPairs(told, (a, b) => (/^[:比]$/.test(t.text.slice(a.end, b.start)) ? shareOf(t, a, b) : null));
}

const TO_ONE =
  /^([ -])to\1(?:one|1)\b(?![\d:%/]|[.,]\d| (?:of|in (?:every|\d|two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)|hundred|thousand|million|percent|per cent|[ap]\.?m)\b)/;
/** What a ratio in words follows; elsewhere `two to one` may be a range or a score. */
const ODDS_BEFORE =
  /\b(?:by|of|split|is|was|at|outnumber(?:s|ed|ing)?|outs[a-z]+|a|an) (?:about |around |roughly |nearly |almost |more than |over |at least )*$/;
/** A score or the count of a small body, which no ratio is. */
const RESULT_AFTER = /^ (?:win|loss|victory|defeat|draw|decision|ruling|vote|scoreline)\b/;

/** The quantity as a ratio to one where it is one, nothing where it is a result, or the one of the ratio before. */
function toOne(t: FoldedText, q: Quantity, last: Quantity | undefined): Quantity | [] {
  const of = (one: Quantity) => TO_ONE.exec(t.lower.slice(one.numberEnd, one.numberEnd + 20));
  const isRatio = (one: Quantity) =>
    one.low > 1 &&
    one.kind === 'none' &&
    one.low === one.high &&
    one.scale === 1 &&
    of(one) !== null &&
    ODDS_BEFORE.test(t.lower.slice(Math.max(0, one.start - 32), one.start));
  if (last && isRatio(last) && q.start < last.numberEnd + 8) return [];
  const found = isRatio(q) ? of(q) : null;
  if (!found) return q;
  const end = q.numberEnd + found[0].length;
  if (RESULT_AFTER.test(t.lower.slice(end, end + 12))) return [];
  return { ...q, end, nounEnd: end, numberEnd: end, unit: 'ratio', fraction: true, certain: true, plain: false };
}

/** Joins shares and ratios: `nine in ten`, `3 out of 4`, `1 over 20`, `10个学生有9个`, `3:1`, `4比1`. */
export const joinShares = (t: FoldedText, quantities: Quantity[]): Quantity[] =>
  joinPairs(quantities, (a, b) => shareOf(t, a, b));

function joinPairs(quantities: Quantity[], join: (a: Quantity, b: Quantity) => Quantity | null): Quantity[] {
  const joined: Quantity[] = [];
  for (const q of quantities) {
    const last = joined.at(-1);
    const share = last ? join(last, q) : null;
    if (share) joined[joined.length - 1] = share;
    else joined.push(q);
  }
  return joined;
}

/** `每10个学生有9个`, `10人中有9人`: the whole, what it is of, and the part with the same classifier. */
const PART_OF =
  /^(?:[个名位人家户台款辆]?[\u4e00-\u9fff]{0,6}?)(?:里面|之中|里|中|当中)?(?:就|便|大约|约|至少|会)?有(?:超过|近|约)?$/;

/** The share or ratio that `a` and `b` make, or null. */
function shareOf(t: FoldedText, a: Quantity, b: Quantity): Quantity | null {
  const { text, lower } = t;
  if (
    a.range ||
    b.range ||
    a.change ||
    b.change ||
    a.low !== a.high ||
    b.low !== b.high ||
    b.low <= 0 ||
    b.start - a.end > 16
  )
    return null;
  const gap = lower.slice(a.end, b.start);
  if (!/ in | out of| of every | over |[:比有]/.test(gap)) return null;
  const whole = Number.isInteger(a.low) && Number.isInteger(b.low);
  let value: number | null = null;
  let unit: string | null = null;
  if (
    /^ (?:(?:in|out of)(?: every)?|of every) $/.test(gap) &&
    whole &&
    a.low < b.low &&
    a.low > 0 &&
    a.kind === 'none' &&
    a.scale === 1 &&
    b.kind !== 'money' &&
    b.kind !== 'duration' &&
    b.kind !== 'percent'
  ) {
    // `3 in 20,000 shops` are three of them; `one in 100,000` is always a share.
    if (gap === ' in ' && b.low > 10000 && a.low !== 1) return null;
    value = a.low / b.low;
  } else if (gap === ' over ' && a.kind === 'none' && b.kind === 'none' && a.low !== 0) {
    value = a.low / b.low;
  } else if (
    /^ ?(?::|比) ?$/.test(gap) &&
    a.kind === 'none' &&
    (b.kind === 'none' || (b.kind === 'count' && gap.includes(':'))) &&
    a.low > 0 &&
    !lower.startsWith(':', b.end)
  ) {
    value = a.low / b.low;
    unit = 'ratio';
  } else if (
    whole &&
    b.low <= a.low &&
    b.low > 0 &&
    a.kind === 'count' &&
    b.kind === 'count' &&
    PART_OF.test(gap) &&
    (text[a.numberEnd] === text[b.numberEnd] || (a.unit !== null && a.unit === b.unit))
  ) {
    value = (100 * b.low) / a.low;
    unit = 'percent';
  }
  if (value === null) return null;
  const end = unit === 'percent' ? b.numberEnd + 1 : b.end;
  return {
    ...a,
    end,
    nounEnd: unit === 'ratio' ? end : Math.max(end, b.nounEnd),
    low: tidy(value),
    high: tidy(value),
    unit,
    kind: unit === 'percent' ? 'percent' : 'none',
    fraction: true,
    certain: true,
    plain: false,
    numberEnd: b.numberEnd,
  };
}
