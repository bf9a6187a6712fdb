/**
 * Aligns the paragraphs (lines) of two revisions: which line is which, unchanged, changed in its place or moved. Lines
 * that differ only in width or traditional characters are equal. Invariants: `to` increases; `moved` holds equal lines
 * outside that order; no line is in both. Blank lines are ignored.
 */

import { matchRows } from '#lib/text/diff';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { isSpace } from '#lib/text/forms/folded';
import { lowerBound } from '#lib/text/lower-bound';
import { type Matched, matchTokens } from '#lib/text/match';
import { tokenise } from '#lib/text/tokens';

/** The lines of a text without the white space around them, as UTF-16 offsets. */
export interface Lines {
  text: string;
  start: number[];
  end: number[];
}

export interface Alignment {
  before: Lines;
  after: Lines;
  /** For each line of `before`, the line of `after` that corresponds in order, or -1. */
  to: Int32Array;
  /** For each line of `before`, an equal line of `after` in another place, or -1. */
  moved: Int32Array;
  /** 1 for each line of `after` that corresponds to a line of `before`. */
  taken: Uint8Array;
}

function linesOf(text: string): Lines {
  const lines: Lines = { text, start: [], end: [] };
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const next = newline < 0 ? text.length : newline;
    let [start, end] = [from, next];
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start < end) {
      lines.start.push(start);
      lines.end.push(end);
    }
    from = next + 1;
  }
  return lines;
}

const lineAt = ({ text, start, end }: Lines, i: number): string => text.slice(start[i], end[i]);

/** Aligns two texts. Linear in their lengths. */
export function alignLines(before: string, after: string): Alignment {
  const [from, into] = [linesOf(before), linesOf(after)];
  const [a, b] = numbersOf(from, into);
  const to = matchRows({ a, b, boundaryA: () => 0, boundaryB: () => 0 });
  const taken = new Uint8Array(b.length);
  for (const at of to) if (at >= 0) taken[at] = 1;
  return { before: from, after: into, to, moved: movedLines(a, b, to, taken), taken };
}

/** How many lines are the same at the beginning, or at the end, of both texts. */
function sameLines(from: Lines, into: Lines, fromEnd: boolean, most: number): number {
  const [a, b] = [from.start.length - 1, into.start.length - 1];
  let same = 0;
  while (same < most) {
    const isSame = fromEnd
      ? lineAt(from, a - same) === lineAt(into, b - same)
      : lineAt(from, same) === lineAt(into, same);
    if (!isSame) break;
    same++;
  }
  return same;
}

/**
 * Gives equal lines equal numbers. Lines that are the same at the beginning and at the end are numbered by position:
 * they are matched first, so that equal lines elsewhere do not matter. Other lines are compared by their comparison
 * form only where no exact match exists.
 */
function numbersOf(from: Lines, into: Lines): [Int32Array, Int32Array] {
  const [a, b] = [new Int32Array(from.start.length), new Int32Array(into.start.length).fill(-1)];
  const shorter = Math.min(a.length, b.length);
  const first = sameLines(from, into, false, shorter);
  const last = sameLines(from, into, true, shorter - first);
  for (let i = 0; i < first; i++) a[i] = b[i] = i;
  for (let i = 1; i <= last; i++) a[a.length - i] = b[b.length - i] = first + i;
  const numbers = new Map<string, number>();
  let fresh = first + last + 1;
  for (let i = first; i < a.length - last; i++) {
    const line = lineAt(from, i);
    const number = numbers.get(line) ?? fresh++;
    numbers.set(line, number);
    a[i] = number;
  }
  const found = new Set<number>();
  for (let i = first; i < b.length - last; i++) {
    const number = numbers.get(lineAt(into, i));
    if (number === undefined) continue;
    b[i] = number;
    found.add(number);
  }
  const forms = new Map<string, number>();
  for (let i = first; i < a.length - last; i++) {
    const number = a[i] ?? 0;
    if (found.has(number)) continue;
    const form = comparisonForm(lineAt(from, i));
    const known = forms.get(form);
    if (known === undefined) forms.set(form, number);
    else a[i] = known;
  }
  for (let i = first; i < b.length - last; i++) {
    if ((b[i] ?? 0) >= 0) continue;
    const form = comparisonForm(lineAt(into, i));
    const number = forms.get(form) ?? fresh++;
    forms.set(form, number);
    b[i] = number;
  }
  return [a, b];
}

/** Joins equal lines that are left, in order. */
function movedLines(a: Int32Array, b: Int32Array, to: Int32Array, taken: Uint8Array): Int32Array {
  const moved = new Int32Array(a.length).fill(-1);
  const places = new Map<number, number[]>();
  for (let i = b.length - 1; i >= 0; i--) {
    if (taken[i] === 1) continue;
    const list = places.get(b[i] ?? -1);
    if (list) list.push(i);
    else places.set(b[i] ?? -1, [i]);
  }
  for (let i = 0; i < a.length; i++) {
    if ((to[i] ?? -1) >= 0) continue;
    const place = places.get(a[i] ?? -1)?.pop();
    if (place === undefined) continue;
    moved[i] = place;
    taken[place] = 1;
  }
  return moved;
}

/** The first line that ends after an offset, or the count of lines. */
export const lineFrom = ({ end }: Lines, offset: number): number =>
  lowerBound(end.length, (i) => (end[i] ?? 0) > offset);

/** Diffs of the stretches between unchanged lines. Each is computed once, when first needed. */
export class Stretches {
  private readonly known = new Map<number, Matched>();
  /** For each line of `after`, the line of `before` that it corresponds to in order, or -1. */
  private readonly back: Int32Array;

  constructor(private readonly alignment: Alignment) {
    this.back = new Int32Array(alignment.taken.length).fill(-1);
    for (const [i, at] of alignment.to.entries()) if (at >= 0) this.back[at] = i;
  }

  /** The diff of the stretch that holds the lines `first` to `last` of `before`. */
  around(first: number, last: number): Matched {
    const { to } = this.alignment;
    let [from, end] = [first, last + 1];
    while (from > 0 && (to[from] ?? -1) < 0 && (to[from - 1] ?? -1) < 0) from--;
    while (end < to.length && (to[end - 1] ?? -1) < 0 && (to[end] ?? -1) < 0) end++;
    const own = to[from] ?? -1;
    const closing = to[end - 1] ?? -1;
    const begin = own >= 0 ? own : from > 0 ? (to[from - 1] ?? -1) + 1 : 0;
    const stop = closing >= 0 ? closing + 1 : end < to.length ? (to[end] ?? 0) : this.back.length;
    return this.diff(from, end, begin, stop);
  }

  /** The diff of the stretch around a line of `after` that corresponds to no line of `before`. */
  aroundAfter(line: number): Matched {
    let [begin, stop] = [line, line + 1];
    while (begin > 0 && (this.back[begin - 1] ?? -1) < 0) begin--;
    while (stop < this.back.length && (this.back[stop] ?? -1) < 0) stop++;
    const from = begin > 0 ? (this.back[begin - 1] ?? 0) + 1 : 0;
    const end = stop < this.back.length ? (this.back[stop] ?? 0) : this.alignment.to.length;
    return this.diff(from, end, begin, stop);
  }

  private diff(from: number, end: number, begin: number, stop: number): Matched {
    const key = from * (this.alignment.to.length + 1) + end;
    const known = this.known.get(key);
    if (known) return known;
    const { before, after } = this.alignment;
    const tokens = (lines: Lines, first: number, last: number) =>
      tokenise(lines.text, first < last ? lines.start[first] : 0, first < last ? lines.end[last - 1] : 0);
    const matched = matchTokens(before.text, tokens(before, from, end), after.text, tokens(after, begin, stop), false);
    this.known.set(key, matched);
    return matched;
  }
}
