/**
 * Lines that a revision both moved and edited: pairs each new line with the lost line it came from. A line that still
 * stands in its place, however changed, is not paired. Invariants: no line is used twice; the two lines of a pair share
 * most of the heavier one's words, in order. Short lines are left out, since many lines resemble them.
 */

import { type Matched, matchTokens, weigh } from '#lib/text/match';
import type { Span } from '#lib/text/span';
import { type Tokens, tokenFrom, tokenise, tokenTo } from '#lib/text/tokens';
import type { Alignment, Lines, Stretches } from './lines';

/** By old line: the new line, the match of their words, and the weight of what they share. */
export type Relocated = Map<number, { at: number; matched: Matched; shared: number }>;

/** Twice the weight that is unlikely to occur twice in a text: a dozen Han characters, six long words. */
const leastLine = 48;

/** A line with this share left in its place has not moved. */
const mostInPlace = 0.5;

/** The share of the heavier line that both must have. */
const leastAlike = 0.6;

/** A word in more new lines than this does not tell them apart. */
const mostLines = 8;

/** Pairs lines. Near linear in the number of lines without a place. */
export function relocatedLines(alignment: Alignment, stretches: Stretches): Relocated {
  const { before, after, to, moved, taken } = alignment;
  const fresh = new Map<number, Tokens>();
  const homes = new Map<number, number[]>();
  for (const [at, isTaken] of taken.entries()) {
    if (isTaken === 1) continue;
    const tokens = tokensOf(after, at);
    if (weigh(tokens, 0, tokens.count) < leastLine) continue;
    if (heldInNew(stretches.aroundAfter(at), after, at) >= mostInPlace) continue;
    fresh.set(at, tokens);
    for (const id of wordsOf(tokens).keys()) {
      const lines = homes.get(id);
      if (!lines) homes.set(id, [at]);
      else if (lines.length <= mostLines) lines.push(at);
    }
  }
  const pairs: { line: number; at: number; matched: Matched; shared: number }[] = [];
  for (let line = 0; line < to.length && fresh.size > 0; line++) {
    if ((to[line] ?? -1) >= 0 || (moved[line] ?? -1) >= 0) continue;
    const tokens = tokensOf(before, line);
    const whole = weigh(tokens, 0, tokens.count);
    if (whole < leastLine || heldInOld(stretches.around(line, line), before, line) >= mostInPlace) continue;
    const at = likeliest(tokens, homes);
    const other = at === null ? undefined : fresh.get(at);
    if (at === null || !other) continue;
    const matched = matchTokens(before.text, tokens, after.text, other, false);
    const shared = sharedWeight(matched);
    if (shared >= leastAlike * Math.max(whole, weigh(other, 0, other.count))) pairs.push({ line, at, matched, shared });
  }
  const relocated: Relocated = new Map();
  const used = new Set<number>();
  for (const { line, at, matched, shared } of pairs.sort((x, y) => y.shared - x.shared || x.line - y.line)) {
    if (used.has(at)) continue;
    used.add(at);
    relocated.set(line, { at, matched, shared });
  }
  return relocated;
}

/** Characters of an edited figure: digits and Han numerals. */
const ofFigure = /^[\d０-９〇零一二三四五六七八九十百千万萬亿億两兩]/;

/** Whether all words of a span, except figures and punctuation, are in the other line. */
export function keepsWords({ before, a, to }: Matched, span: Span): boolean {
  const [from, end] = [tokenFrom(a, span.start), tokenTo(a, span.end)];
  for (let i = from; i < end; i++) {
    const isWord = (a.weight[i] ?? 0) > markWeight && !ofFigure.test(before.slice(a.start[i], a.end[i]));
    if (isWord && (to[i] ?? -1) < 0) return false;
  }
  return true;
}

/** Tokens this light are punctuation. */
const markWeight = 1;

const tokensOf = ({ text, start, end }: Lines, line: number): Tokens => tokenise(text, start[line], end[line]);

/** The weight of each word of some tokens, without punctuation. */
function wordsOf({ count, id, weight }: Tokens): Map<number, number> {
  const words = new Map<number, number>();
  for (let i = 0; i < count; i++) if ((weight[i] ?? 0) > markWeight) words.set(id[i] ?? 0, weight[i] ?? 0);
  return words;
}

/** The new line that most words of an old line point to. */
function likeliest(tokens: Tokens, homes: Map<number, number[]>): number | null {
  const votes = new Map<number, number>();
  for (const [id, weight] of wordsOf(tokens)) {
    const lines = homes.get(id) ?? [];
    if (lines.length > mostLines) continue;
    for (const at of lines) votes.set(at, (votes.get(at) ?? 0) + weight);
  }
  let best: number | null = null;
  for (const [at, votesFor] of votes) if (best === null || votesFor > (votes.get(best) ?? 0)) best = at;
  return best;
}

function sharedWeight({ a, to }: Matched): number {
  let shared = 0;
  for (const [i, at] of to.entries()) if (at >= 0) shared += a.weight[i] ?? 0;
  return shared;
}

/** The share of an old line that its stretch still holds. */
function heldInOld({ a, to }: Matched, { start, end }: Lines, line: number): number {
  const [from, stop] = [tokenFrom(a, start[line] ?? 0), tokenTo(a, end[line] ?? 0)];
  let held = 0;
  for (let i = from; i < stop; i++) if ((to[i] ?? -1) >= 0) held += a.weight[i] ?? 0;
  return held / Math.max(1, weigh(a, from, stop));
}

/** The share of a new line that its stretch held before. */
function heldInNew({ a, b, to }: Matched, lines: Lines, line: number): number {
  const { start, end } = lines;
  const [from, stop] = [tokenFrom(b, start[line] ?? 0), tokenTo(b, end[line] ?? 0)];
  let held = 0;
  for (const [i, at] of to.entries()) if (at >= from && at < stop) held += a.weight[i] ?? 0;
  return held / Math.max(1, weigh(b, from, stop));
}
