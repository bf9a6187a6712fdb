/**
 * A diff of two rows of numbers: which item of one is which item of the other, in order. Runs that occur once in both
 * are matched first (patience diff, by longest increasing subsequence), what is between them by Myers' algorithm (An
 * O(ND) Difference Algorithm, 1986); edits are then moved to where a reader would put them. Invariants: matches are
 * strictly increasing on both sides and join equal items. Near linear; where stretches have little in common, the diff
 * is not the shortest.
 */

import { lowerBound } from './lower-bound';

/** Where each item went (`to`, -1: nowhere), and how good each place is for an edit to begin (`boundary`). */
export interface Rows {
  a: Int32Array;
  b: Int32Array;
  /**
   * For the gap before item `i` of a row: a higher value is a better place to cut (the end of a sentence, for example).
   */
  boundaryA: (i: number) => number;
  boundaryB: (i: number) => number;
}

/** Stretches that are together shorter than this go straight to Myers: cheap, and the best diff. */
const short = 64;

/**
 * After this many edits Myers' path so far is kept and the search starts again from there: its cost is the square of
 * this.
 */
const mostEdits = 256;

/** Lengths of the runs to look for, the most distinctive first. */
const runLengths = [4, 2, 1];

/** Unique runs split a stretch again and again; texts that go deeper than this were made to be hard. */
const deepest = 48;

/** Matches two rows; `to[i]` is the index in `b` of item `i` of `a`, or -1. */
export function matchRows({ a, b, boundaryA, boundaryB }: Rows): Int32Array {
  const to = new Int32Array(a.length).fill(-1);
  match(a, 0, a.length, b, 0, b.length, to, 0);
  settleInsertions(b, to, boundaryB);
  settleDeletions(a, to, boundaryA);
  return to;
}

function match(
  a: Int32Array,
  fromA: number,
  endA: number,
  b: Int32Array,
  fromB: number,
  endB: number,
  to: Int32Array,
  depth: number,
): void {
  let [a0, a1, b0, b1] = [fromA, endA, fromB, endB];
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) to[a0++] = b0++;
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) to[--a1] = --b1;
  if (a0 === a1 || b0 === b1) return;
  if (a1 - a0 + b1 - b0 > short && depth < deepest) {
    for (const length of runLengths) {
      const chain = uniqueRuns(a, a0, a1, b, b0, b1, length);
      if (chain.length === 0) continue;
      let [lastA, lastB] = [a0, b0];
      for (const [atA, atB] of chain) {
        // A run may overlap the one before it.
        if (atA < lastA || atB < lastB) continue;
        match(a, lastA, atA, b, lastB, atB, to, depth + 1);
        for (let k = 0; k < length; k++) to[atA + k] = atB + k;
        lastA = atA + length;
        lastB = atB + length;
      }
      match(a, lastA, a1, b, lastB, b1, to, depth + 1);
      return;
    }
  }
  shortestEdit(a, a0, a1, b, b0, b1, to);
}

/** Runs of one length that occur once in each stretch, as the longest chain in the same order on both sides. */
function uniqueRuns(
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  length: number,
): [number, number][] {
  const placesB = onlyPlaces(b, b0, b1, length);
  const pairs: [number, number][] = [];
  for (const [hash, atA] of onlyPlaces(a, a0, a1, length)) {
    const atB = placesB.get(hash);
    if (atA >= 0 && atB !== undefined && atB >= 0 && sameRun(a, atA, b, atB, length)) pairs.push([atA, atB]);
  }
  return longestChain(pairs);
}

function sameRun(a: Int32Array, atA: number, b: Int32Array, atB: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (a[atA + k] !== b[atB + k]) return false;
  return true;
}

/** The place of each run by its hash, in order; -1 where it occurs more than once. */
function onlyPlaces(row: Int32Array, from: number, end: number, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i + length <= end; i++) {
    const hash = runHash(row, i, length);
    places.set(hash, places.has(hash) ? -1 : i);
  }
  return places;
}

/** Mixes the numbers of a run into one of 32 bits (multiplier of Numerical Recipes, §7.1). */
export function runHash(row: Int32Array, at: number, length: number): number {
  let hash = 0;
  for (let k = 0; k < length; k++) hash = (Math.imul(hash, 1_664_525) + (row[at + k] ?? 0) + 1_013_904_223) | 0;
  return hash;
}

/** The longest subsequence of pairs, sorted by their first numbers, in which the second ones increase too. */
export function longestChain(pairs: [number, number][]): [number, number][] {
  /** Index of the pair that ends the best chain of each length. */
  const tails: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [index, [, second]] of pairs.entries()) {
    const low = lowerBound(tails.length, (length) => (pairs[tails[length] ?? 0]?.[1] ?? 0) >= second);
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const chain: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

/** Myers' greedy algorithm with a trace, in several legs so that the work is bounded. */
function shortestEdit(
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  to: Int32Array,
): void {
  let [fromA, fromB] = [a0, b0];
  while (fromA < a1 && fromB < b1) [fromA, fromB] = leg(a, fromA, a1, b, fromB, b1, to);
}

/** One leg: to the end, or as far as `mostEdits` allows. Returns where it ended. */
function leg(
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  to: Int32Array,
): [number, number] {
  const n = a1 - a0;
  const m = b1 - b0;
  const most = Math.min(n + m, mostEdits);
  const furthest = new Int32Array(2 * most + 3);
  const zero = most + 1;
  const trace: Int32Array[] = [];
  let [endX, endY] = [0, 0];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(zero - edits - 1, zero + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      // Diagonals outside the square lead nowhere.
      if (k < -m || k > n) continue;
      const left = furthest[zero + k - 1] ?? 0;
      const up = furthest[zero + k + 1] ?? 0;
      let x = k === -edits || (k !== edits && left < up) ? up : left + 1;
      while (x < n && x - k < m && x - k >= 0 && a[a0 + x] === b[b0 + x - k]) x++;
      furthest[zero + k] = x;
      const isInside = x <= n && x - k <= m;
      if (edits === most && isInside && 2 * x - k > endX + endY) [endX, endY] = [x, x - k];
      if (x < n || x - k < m) continue;
      retrace(trace, edits, a0, n, b0, m, to);
      return [a1, b1];
    }
  }
  retrace(trace, most, a0, endX, b0, endY, to);
  return [a0 + endX, b0 + endY];
}

/** Walks the furthest points back and records the matches on the way. */
function retrace(
  trace: Int32Array[],
  edits: number,
  a0: number,
  n: number,
  b0: number,
  m: number,
  to: Int32Array,
): void {
  let [x, y] = [n, m];
  for (let d = edits; d >= 0; d--) {
    // The row before round d, where diagonal k is at index k + d + 1.
    const row = trace[d];
    const k = x - y;
    const left = row?.[k + d] ?? 0;
    const up = row?.[k + d + 2] ?? 0;
    const down = k === -d || (k !== d && left < up);
    const startX = d === 0 ? 0 : down ? up : left + 1;
    while (x > startX) to[a0 + --x] = b0 + --y;
    if (d === 0) return;
    if (down) y--;
    else x--;
  }
}

/** The greatest distance by which an edit is moved, in items: across a few repeated sentences. */
const farthestSlide = 400;

/**
 * Moves each insertion along equal items to the best boundary: “A. [B. A.] C” and “A. B. [A. B.] C” are both valid
 * diffs. Of equally good places the first is used.
 */
function settleInsertions(b: Int32Array, to: Int32Array, boundary: (i: number) => number): void {
  let last = -1;
  for (let i = 0; i <= to.length; i++) {
    const here = i < to.length ? (to[i] ?? -1) : b.length;
    // Only pure insertions: next to a deletion, an edit is a replacement and stays.
    if (here >= 0 && here > last + 1 && (i === 0 || (to[i - 1] ?? -1) >= 0)) {
      slide(i, last + 1, here, b, to, boundary);
    }
    if (here >= 0) last = here;
  }
}

/** The inserted items are `from`–`end`, and item `i` of the other row follows them. */
function slide(
  i: number,
  from: number,
  end: number,
  b: Int32Array,
  to: Int32Array,
  boundary: (i: number) => number,
): void {
  let back = 0;
  while (back < farthestSlide && to[i - back - 1] === from - back - 1) {
    if (b[from - back - 1] !== b[end - back - 1]) break;
    back++;
  }
  let ahead = 0;
  while (ahead < farthestSlide && to[i + ahead] === end + ahead && b[from + ahead] === b[end + ahead]) ahead++;
  const best = bestShift(from, end, back, ahead, boundary);
  for (let k = 1; k <= -best; k++) to[i - k] = end - k;
  for (let k = 0; k < best; k++) to[i + k] = from + k;
}

/**
 * How far to move the edit `from`–`end`, between `-back` and `ahead`, so that it begins and ends at the best
 * boundaries.
 */
function bestShift(from: number, end: number, back: number, ahead: number, boundary: (i: number) => number): number {
  const scoreOf = (shift: number) => boundary(from + shift) + boundary(end + shift);
  let best = 0;
  for (let shift = -back; shift <= ahead; shift++) if (scoreOf(shift) > scoreOf(best)) best = shift;
  return best;
}

/** The same for deletions, which are insertions into the other row. */
function settleDeletions(a: Int32Array, to: Int32Array, boundary: (i: number) => number): void {
  let from = -1;
  for (let i = 0; i <= to.length; i++) {
    if (i < to.length && (to[i] ?? -1) < 0) {
      if (from < 0) from = i;
      continue;
    }
    if (from >= 0) slideDeletion(from, i, a, to, boundary);
    from = -1;
  }
}

function slideDeletion(
  from: number,
  end: number,
  a: Int32Array,
  to: Int32Array,
  boundary: (i: number) => number,
): void {
  const before = to[from - 1] ?? -1;
  const after = to[end] ?? -1;
  // Only pure deletions. At the ends of the row there is nothing to compare, and the edit may already be there.
  if (before >= 0 && after >= 0 && after !== before + 1) return;
  let back = 0;
  while (back < farthestSlide && (to[from - back - 1] ?? -1) >= 0) {
    if (a[from - back - 1] !== a[end - back - 1]) break;
    back++;
  }
  let ahead = 0;
  while (ahead < farthestSlide && (to[end + ahead] ?? -1) >= 0) {
    if (a[from + ahead] !== a[end + ahead]) break;
    ahead++;
  }
  const best = bestShift(from, end, back, ahead, boundary);
  for (let k = 1; k <= -best; k++) {
    to[end - k] = to[from - k] ?? -1;
    to[from - k] = -1;
  }
  for (let k = 0; k < best; k++) {
    to[from + k] = to[end + k] ?? -1;
    to[end + k] = -1;
  }
}
