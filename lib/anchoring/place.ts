/**
 * The place of a passage in another text, once the tokens of both are matched. The place runs from the first to the
 * last surviving token, widened by tokens that replaced the passage's ends. Invariant: a place is given only where
 * enough of the passage, or of a short passage's surroundings, is left; otherwise null.
 */

import { type Matched, weigh } from '#lib/text/match';
import type { Span } from '#lib/text/span';
import { tokenFrom, tokenTo } from '#lib/text/tokens';

/** A place, how sure it is, and which shares of the passage and of its surroundings are left there (all 0–1). */
export type Place = Span & { score: number; left: number; context: number };

/** Tokens on each side of a passage that count as its surroundings. */
const contextTokens = 8;

/** Tokens within this distance of a place surround it. */
const contextReach = 12;

/** The weight of the surroundings against the passage, in token weight: four Han characters or two words. */
const contextWeight = 16;

/** A passage is found where this share of it is left, surroundings included. */
const leastLeft = 0.6;

/** The least that passage and place must also have in common, so that little was inserted. */
const leastScore = 0.55;

/**
 * The replacement of a passage, or of its end, may be this many times as heavy, plus one long word: a name may become
 * longer.
 */
const mostReplaced = 2;
const replacedWord = 8;

/** A part of a passage is dropped where more than this many times its weight separates it from the rest. */
const mostBetween = 2.5;

/** Finds the place of a span (UTF-16 offsets into `before`), or null where too little of it is left. */
export function placeSpan(matched: Matched, span: Span): Place | null {
  const { a, b } = matched;
  const from = tokenFrom(a, span.start);
  const end = tokenTo(a, span.end);
  if (from >= end) return null;
  const own = weigh(a, from, end);
  const kept = keptPart(matched, from, end);
  const hull = kept ? widen(matched, from, end, kept) : replacement(matched, from, end, own);
  if (!hull || hull.end <= hull.start) return null;
  const left = kept?.weight ?? 0;
  const context = contextOf(matched, from, end, hull);
  const survival = (left + contextWeight * context) / (own + contextWeight);
  if (survival < leastLeft) return null;
  const put = weigh(b, hull.start, hull.end);
  const score = (2 * (left + contextWeight * context)) / (own + put + 2 * contextWeight);
  if (score < leastScore) return null;
  return { ...offsets(matched, span, from, end, hull), score: Math.min(1, score), left: left / own, context };
}

interface Kept {
  /** Surviving tokens of `a`: the first, and one past the last. */
  first: number;
  last: number;
  weight: number;
}

/** What is left of a passage, without parts that are too far from the rest. */
function keptPart(matched: Matched, from: number, end: number): Kept | null {
  const { a, b, to } = matched;
  // Parts with nothing heavy inserted inside: the weight of each, and of what stands before it.
  const parts: (Kept & { between: number })[] = [];
  let previous = -1;
  for (let i = from; i < end; i++) {
    const at = to[i] ?? -1;
    if (at < 0) continue;
    const weight = a.weight[i] ?? 0;
    const between = previous < 0 ? 0 : weigh(b, previous + 1, at);
    const part = parts.at(-1);
    if (part && between === 0) {
      part.last = i + 1;
      part.weight += weight;
    } else parts.push({ first: i, last: i + 1, weight, between });
    previous = at;
  }
  // From both ends, drop parts that are light compared with what separates them from the rest.
  let low = 0;
  let top = parts.length - 1;
  const sums = [0];
  for (const part of parts) sums.push((sums.at(-1) ?? 0) + part.weight);
  // A part connected to the text beside the passage is where it should be.
  const held = [
    parts[0]?.first === from ? heldBeside(matched, from, -1) : 0,
    parts.at(-1)?.last === end ? heldBeside(matched, end - 1, 1) : 0,
  ];
  const sum = (x: number, y: number) =>
    (sums[y] ?? 0) - (sums[x] ?? 0) + (x === 0 ? (held[0] ?? 0) : 0) + (y === parts.length ? (held[1] ?? 0) : 0);
  for (let cut = true; cut; ) {
    cut = false;
    let between = 0;
    for (let x = low + 1; x <= top && !cut; x++) {
      between = parts[x]?.between ?? 0;
      if (between <= mostBetween * Math.min(sum(low, x), sum(x, top + 1))) continue;
      if (sum(low, x) <= sum(x, top + 1)) low = x;
      else top = x - 1;
      cut = true;
    }
  }
  const [first, last] = [parts[low], parts[top]];
  if (!first || !last) return null;
  return { first: first.first, last: last.last, weight: (sums[top + 1] ?? 0) - (sums[low] ?? 0) };
}

/** The weight of the tokens still standing right beside a token of the passage's end, at most `contextWeight`. */
function heldBeside({ a, b, to, isOpen }: Matched, at: number, step: 1 | -1): number {
  let weight = 0;
  let i = at;
  while (weight < contextWeight && i + step >= 0 && i + step < a.count && to[i + step] === (to[i] ?? -1) + step) {
    i += step;
    weight += a.weight[i] ?? 0;
  }
  const isLast = step > 0 ? i === a.count - 1 && to[i] === b.count - 1 : i === 0 && to[i] === 0;
  return isLast && !isOpen ? contextWeight : Math.min(weight, contextWeight);
}

/**
 * The tokens of `b` from the first kept to the last, and what replaced the passage's ends: all of it where only words
 * of the passage were replaced, otherwise the passage's share.
 */
function widen({ a, b, to, isOpen }: Matched, from: number, end: number, kept: Kept): Span {
  let start = to[kept.first] ?? 0;
  let stop = (to[kept.last - 1] ?? 0) + 1;
  let outside = kept.first - 1;
  while (outside >= 0 && (to[outside] ?? -1) < 0) outside--;
  if (kept.first > from && (outside >= 0 || !isOpen)) {
    const run = outside < 0 ? 0 : (to[outside] ?? 0) + 1;
    const room = roomFor(kept, weigh(a, from, kept.first), weigh(a, outside + 1, kept.first), weigh(b, run, start));
    for (let taken = b.weight[start - 1] ?? 0; start > run && taken <= room; taken += b.weight[start - 1] ?? 0) start--;
  }
  outside = kept.last;
  while (outside < a.count && (to[outside] ?? -1) < 0) outside++;
  if (kept.last < end && (outside < a.count || !isOpen)) {
    const run = outside < a.count ? (to[outside] ?? 0) : b.count;
    const room = roomFor(kept, weigh(a, kept.last, end), weigh(a, kept.last, outside), weigh(b, stop, run));
    for (let taken = b.weight[stop] ?? 0; stop < run && taken <= room; taken += b.weight[stop] ?? 0) stop++;
  }
  return { start, end: stop };
}

/** How much of an insertion belongs to a passage's end, in proportion to what the passage lost there. */
function roomFor(kept: Kept, inner: number, lost: number, put: number): number {
  if (inner === lost && put <= kept.weight) return put;
  const most = mostReplaced * inner + (inner >= replacedWord / 2 ? replacedWord : 0);
  return Math.min(Math.round((put * inner) / Math.max(1, lost)), most);
}

/** If nothing of a passage is left: what stands in its place, if only the passage was replaced. */
function replacement({ a, b, to, isOpen }: Matched, from: number, end: number, own: number): Span | null {
  if (isOpen && (from === 0 || end === a.count)) return null;
  const before = from > 0 ? (to[from - 1] ?? -1) : -1;
  const after = end < a.count ? (to[end] ?? -1) : b.count;
  if ((from > 0 && before < 0) || after < 0 || after <= before + 1) return null;
  return weigh(b, before + 1, after) <= mostReplaced * own + replacedWord ? { start: before + 1, end: after } : null;
}

/**
 * The share (0–1) of a passage's surroundings that still surrounds its place. If a passage reaches the end of its
 * paragraph, that end counts as surroundings.
 */
function contextOf({ a, b, to, isOpen }: Matched, from: number, end: number, hull: Span): number {
  let all = 0;
  let left = 0;
  for (let i = Math.max(0, from - contextTokens); i < Math.min(a.count, end + contextTokens); i++) {
    if (i >= from && i < end) continue;
    const weight = a.weight[i] ?? 0;
    const at = to[i] ?? -1;
    all += weight;
    const isNear =
      i < from ? at < hull.start && at >= hull.start - contextReach : at >= hull.end && at < hull.end + contextReach;
    if (at >= 0 && isNear) left += weight;
  }
  if (from === 0 && !isOpen) {
    all += contextWeight;
    if (hull.start === 0) left += contextWeight;
  }
  if (end === a.count && !isOpen) {
    all += contextWeight;
    if (hull.end === b.count) left += contextWeight;
  }
  return all === 0 ? 0 : left / all;
}

/** The offsets of a place. A span that began or ended inside a word, or with white space, does so again. */
function offsets({ before, after, a, b, to }: Matched, span: Span, from: number, end: number, hull: Span): Span {
  let start = b.start[hull.start] ?? 0;
  let stop = b.end[hull.end - 1] ?? 0;
  const [firstStart, lastEnd] = [a.start[from] ?? 0, a.end[end - 1] ?? 0];
  if (to[from] === hull.start && span.start > firstStart) start = Math.min(start + span.start - firstStart, stop - 1);
  else if (span.start < firstStart) {
    const lead = before.slice(span.start, firstStart);
    if (after.endsWith(lead, start)) start -= lead.length;
  }
  if (to[end - 1] === hull.end - 1 && span.end < lastEnd) stop = Math.max(stop - (lastEnd - span.end), start + 1);
  else if (span.end > lastEnd) {
    const trail = before.slice(lastEnd, span.end);
    if (after.startsWith(trail, stop)) stop += trail.length;
  }
  return wholeCharacters(after, start, stop);
}

const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800;
const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00;

/** Widens a span that begins or ends inside a surrogate pair. */
export function wholeCharacters(text: string, start: number, end: number): Span {
  const splits = (at: number) => isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
  return { start: splits(start) ? start - 1 : start, end: splits(end) ? end + 1 : end };
}
