/**
 * Finds figures: normalised quantities in a text (low, high, unit, qualifier, rate), each with the exact span it was
 * read from. This module joins quantities into figures: amounts and measures in several units (`3 dollars 50 cents`, `三年六个月`),
 * ranges, changes, shares and ratios, bounds and rates. Invariants: figures are in order and do not overlap; `text.slice(start, end) ===
 * figure.text`; offsets are UTF-16 indices into the given text; the result depends on the text alone. Dates, clock
 * times, ordinals, names and codes are not figures.
 *
 * Spans: bounds and approximations (`约`, `超过`, `以上`, `-odd`), currency and measure belong to a figure. A counted noun
 * (`[375]人`) does not, unless a range repeats it; nor do a copula (`约为[2亿元]`) and 人民币 before an amount in 元.
 *
 * Conventions: a share of counted things (`10个学生有9个`) is a percentage, 90 percent; a fraction (`三分之一`, `nine in ten`)
 * is a pure number, 0.9; beside a verb of change the values before and after are two figures (`从20万提高到300万`, `rose 5% to
 * 30`), each with its part in the change, and without one `from 20 to 300` is a range; a ratio `3:1` is 3 with unit `ratio`;
 * `翻番` is 2 `times`; a measure in several units is in the smallest of them (`5 feet 11`: 71 inches); basis points and percentage
 * points are percent; `十几万` is more than 100,000; `数十亿` is about 2 to 9 billion.
 */

import { joinAmounts } from '#lib/reading/figures/amounts';
import { type Bound, boundAfter, boundBefore, equalityAfter } from '#lib/reading/figures/bounds';
import { lex } from '#lib/reading/figures/lexer/lexer';
import type { Quantity } from '#lib/reading/figures/quantity';
import { joinRanges } from '#lib/reading/figures/ranges';
import { isCountedBase, isRateBase, rateOf } from '#lib/reading/figures/rates';
import { joinRatios, joinShares } from '#lib/reading/figures/shares';
import { UNITS } from '#lib/reading/figures/units/table';
import { unitAfter } from '#lib/reading/figures/units/unit-after';
import { dimensionOf } from '#lib/reading/unit-scale';
import { type FoldedText, foldText, skipSpacesBack } from '#lib/text/forms/folded';
import type { Figure, Qualifier } from './figure-types';

export { isBareYen } from '#lib/reading/figures/units/currency';

interface Draft {
  q: Quantity;
  start: number;
  end: number;
  low: number | null;
  high: number | null;
  qualifier: Qualifier;
  bounded: boolean;
}

/**
 * Finds the figures of a text in Chinese, English or both. Values are in the unit given (`300-460万美金` is 3,000,000 to
 * 4,600,000 `USD`). A bound leaves its other end null. Never throws; linear in the length of the text.
 */
export function findFigures(text: string): Figure[] {
  return placeFigures(text).map(({ figure }) => figure);
}

/**
 * Reads a text that is exactly one figure, as a reviewer types it to correct a value (`300-460万美元`, `at least 375
 * people`, `每千次展示5-12美元`). Counted nouns and rates, which are outside a figure's span, belong to it here; surrounding
 * white space does not matter. null where there is no figure, more than one, or any other word.
 */
export function readFigure(text: string): Figure | null {
  const [only, ...others] = placeFigures(text);
  if (!only || others.length > 0) return null;
  return (text.slice(0, only.from) + text.slice(only.to)).trim() === '' ? only.figure : null;
}

/** A figure with the whole place it takes, including its counted noun, currency label and rate. */
export interface PlacedFigure {
  figure: Figure;
  from: number;
  to: number;
}

/** Finds figures like `findFigures`, each with its place. Places are in order, in UTF-16 offsets. */
export function placeFigures(text: string): PlacedFigure[] {
  const t = foldText(text);
  const numbers: Quantity[] = [];
  for (const token of lex(t)) if (token.kind === 'number') numbers.push(token.quantity);
  const quantities = joinAmounts(t, numbers);
  const drafts = joinBounds(
    t,
    joinShares(t, joinRanges(t, joinRatios(t, quantities))).map((q) => bind(t, q)),
  );
  const readings: PlacedFigure[] = [];
  let floor = 0;
  let reckoned = 0;
  for (const [at, draft] of drafts.entries()) {
    const { q } = draft;
    if (!q.certain && !draft.bounded && !q.range) continue;
    const next = drafts[at + 1];
    if (next && q.kind === 'duration' && isRateBase(t, q.numberStart, q.end, next.start)) continue;
    if (next && !q.range && isCountedBase(t, q.numberStart, next.start)) continue;
    // The base of a rate (`per 1,000 impressions`, `2亿美元一年`) is not a figure of its own.
    if (q.numberStart < reckoned) continue;
    const start = Math.max(draft.start, floor);
    const end = Math.max(draft.end, start + 1);
    const closed = Math.max(q.nounEnd, end);
    // `不超过每股38.5元`: the rate may stand inside the figure, after its bound.
    const rate = rateOf(t, start, closed, reckoned) ?? (q.start > start ? rateOf(t, q.start, closed, start) : null);
    const figure: Figure = {
      start,
      end,
      text: text.slice(start, end),
      low: draft.low,
      high: draft.high,
      unit: q.unit,
      qualifier: draft.qualifier,
      per: isDataRate(q.unit) ? null : (q.per ?? rate?.per ?? null),
    };
    if (q.change) figure.change = q.change;
    // `from $5 to $7 a share`, `每盒128元降至36元`: the rate of one value is that of both.
    const former = readings.at(-1)?.figure;
    if (figure.change === 'to' && former?.change === 'from' && former.unit === figure.unit) {
      former.per ??= figure.per;
      figure.per ??= former.per;
    }
    if (former && isOfSameGames(t, former, figure)) figure.per ??= former.per;
    shareGame(t, readings, figure);
    readings.push({
      figure,
      from: Math.min(start, q.labelStart, rate?.start ?? start),
      to: rate ? Math.max(rate.end, closed) : closed,
    });
    floor = end;
    reckoned = rate?.end ?? end;
  }
  return readings;
}

/** What stands between two averages of one game (`27 points and 11.9 rebounds a game`, `场均24.6分、8.1个篮板`). */
const ALSO_A_GAME =
  /^(?: [a-z]+(?: [a-z]+)?(?:,| and|, and) |(?:分|[个次][\u4e00-\u9fff]{2,3}) ?[、，,和及]? ?(?:送出|抢下|贡献|外加|还有|另有|以及)?)$/;

/** Whether one of two neighbouring counts is told a game, and the other along with it. */
const isOfSameGames = (t: FoldedText, a: Figure, b: Figure): boolean =>
  (a.per === 'game') !== (b.per === 'game') &&
  (a.per ?? b.per) === 'game' &&
  b.start - a.end < 32 &&
  (b.unit === null || dimensionOf(b.unit) === 'count') &&
  ALSO_A_GAME.test(t.lower.slice(a.end, b.start));

/** Gives the game that a figure is told by to those of its list before it. */
function shareGame(t: FoldedText, readings: PlacedFigure[], last: Figure): void {
  let after = last;
  for (let at = readings.length - 1; at >= 0; at--) {
    const figure = readings[at]?.figure;
    if (!figure || figure.per !== null || !isOfSameGames(t, figure, after)) return;
    figure.per = after.per;
    after = figure;
  }
}

/** The name of a data rate leaves out its second (`每秒5吉比特`, `5 Gbps`). */
const isDataRate = (unit: string | null): boolean => UNITS.get(unit ?? '')?.dimension === 'data rate';

/** Adds the bounds around a quantity and sets its two ends. */
function bind(t: FoldedText, q: Quantity): Draft {
  const draft: Draft = { q, start: q.start, end: q.end, low: q.low, high: q.high, qualifier: q.hint, bounded: false };
  if (!q.range && q.below) Object.assign(draft, { low: null, qualifier: 'less-than' satisfies Qualifier });
  else if (!q.range && (q.hint === 'more-than' || q.hint === 'at-least')) draft.high = null;
  if (q.range && draft.qualifier !== 'exact') draft.qualifier = 'about';
  const label = q.labelStart < q.start ? boundBefore(t, q.labelStart, q.floor) : null;
  // `跌破1美元兑160日元`: what is broken is the price, not the one coin that it is the price of.
  const isPriced = q.kind === 'money' && t.text[q.end] === '兑';
  const before = isPriced ? null : (boundBefore(t, q.start, q.floor) ?? label ?? distantBound(t, q));
  // `from 1 percent up to 4 percent`: where the value went, and no bound.
  const raised = before !== null && q.change === 'to' && t.lower.startsWith('up to ', before.at);
  const dropped = before !== null && (raised || isDuring(t, q, before));
  let after: Bound | null = null;
  for (const end of q.nounEnd > q.end ? [q.end, q.nounEnd] : [q.end]) {
    after = boundAfter(t, end, q.start);
    if (after) break;
  }
  if (before && !dropped) {
    draft.start = before.at;
    draft.bounded = true;
    apply(draft, before.qualifier);
    if (before.qualifier !== 'exact' && before.qualifier !== 'about') {
      const end = equalityAfter(t, draft.end);
      if (end > draft.end) {
        draft.end = end;
        draft.qualifier = draft.high === null ? 'at-least' : 'at-most';
      }
    }
  }
  if (after) {
    draft.end = after.at;
    if (q.kind === 'none') draft.q = withNoun(t, q, after.at);
    draft.bounded = true;
    apply(draft, after.qualifier);
    const compared = skipSpacesBack(t.text, draft.start);
    if (t.text[compared - 1] === '比' && compared - 1 >= q.floor) draft.start = compared - 1;
    const or = /(?:equal to|equals) $/.exec(t.lower.slice(Math.max(0, draft.start - 9), draft.start));
    if (or) draft.start -= or[0].length;
  }
  return draft;
}

/** `500 or more patients`: the noun after a bound is what is counted. */
function withNoun(t: FoldedText, q: Quantity, end: number): Quantity {
  const unit = unitAfter(t, end, false);
  return unit && unit.factor === 1 && unit.kind !== 'percent'
    ? { ...q, unit: unit.unit, kind: unit.kind, nounEnd: unit.nounEnd }
    : q;
}

/** `$10000 over 3 years`, `过十年`: before a length of time, these words mean during or after. */
function isDuring(t: FoldedText, q: Quantity, before: Bound): boolean {
  if (q.kind === 'duration' && t.text.slice(before.at, q.start) === '过') return true;
  return (
    q.kind === 'duration' &&
    /^over\b/.test(t.lower.slice(before.at, before.at + 5)) &&
    /[\d%a-z] $/.test(t.lower.slice(Math.max(0, before.at - 2), before.at)) &&
    q.floor > 0 &&
    before.at - q.floor < 24
  );
}

/** `不超过公司总股本的2%`: a bound before a noun phrase ending in 的 applies to the share after it. */
const DISTANT = /(不超过|不超|不低于|不少于|不高于|至少|至多|超过|不足|不到|低于|高于)[^，。；！？,;、\d]{2,16}?的? ?$/;

function distantBound(t: FoldedText, q: Quantity): Bound | null {
  if (q.kind !== 'percent' && q.unit !== 'times' && !q.fraction) return null;
  const from = Math.max(q.floor, q.start - 22);
  const found = DISTANT.exec(t.text.slice(from, q.start));
  if (
    !found ||
    !/(?:股|份|总数|比例|总额|总量|规模|人口|本|收入|资产|均值|平均|水平|同期|[去上前当]年|此前|以前)的? ?$/.test(
      found[0],
    )
  )
    return null;
  return boundBefore(t, from + found.index + (found[1] ?? '').length, from);
}

function apply(draft: Draft, qualifier: Qualifier): void {
  const { q } = draft;
  if (qualifier === 'exact') return;
  if (qualifier === 'about') {
    if (draft.qualifier === 'exact') draft.qualifier = 'about';
    return;
  }
  draft.qualifier = qualifier;
  if (q.range) return;
  if (qualifier === 'at-least' || qualifier === 'more-than') {
    draft.high = null;
    draft.low = q.low;
  } else {
    draft.low = null;
    draft.high = q.high;
  }
}

/** What may stand between two bounds that make one range (`大于12且小于50`, `at least 20 and at most 100`). */
const PAIRED = /^[,，]? ?(?:and|but|或|并且|而且|并|且|同时|的同时|而|,|，)? ?$|^[个人名家]?[,，]? ?(?:且|并|但)?$/;

function joinBounds(t: FoldedText, drafts: Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const opposite =
      last?.bounded &&
      draft.bounded &&
      !last.q.range &&
      !draft.q.range &&
      (last.low === null) !== (last.high === null) &&
      (draft.low === null) !== (draft.high === null) &&
      (last.low === null) === (draft.high === null);
    if (opposite && draft.start - last.end <= 6 && PAIRED.test(t.lower.slice(last.end, draft.start))) {
      const low = last.low ?? draft.low ?? 0;
      const high = last.high ?? draft.high ?? 0;
      const same =
        last.q.unit === draft.q.unit || last.q.kind === 'none' || draft.q.kind === 'none' || last.q.unit === null;
      // In separate clauses, amounts stand alone (`不低于2亿元，不超过4亿元`), unless 最高 refers to the one before.
      const clauses =
        /^[,，]$/.test(t.text.slice(last.end, draft.start)) &&
        draft.q.kind !== 'none' &&
        !/^最[高多低少]/.test(t.text.slice(draft.start, draft.start + 2));
      // `最高880元，最低80元` tells two amounts; `最多100最少20个` shares its noun, and is a range.
      const turned =
        last.q.kind !== 'none' &&
        /^最[高多]/.test(t.text.slice(last.start, last.start + 2)) &&
        /^最[低少]/.test(t.text.slice(draft.start, draft.start + 2));
      if (same && !clauses && !turned && low < high) {
        const { unit, nounEnd } = draft.q;
        const q = { ...last.q, unit: unit ?? last.q.unit, range: true, nounEnd, end: draft.end };
        joined[joined.length - 1] = { ...last, q, end: draft.end, low, high, qualifier: 'exact' };
        continue;
      }
    }
    joined.push(draft);
  }
  return joined;
}
