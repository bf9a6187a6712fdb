/**
 * How much of the text around a passage has to be quoted with it, so that passage and context together stand in the
 * text once: what a reader needs who finds quotes by their words.
 */
import type { Span } from './span';

/** A passage and the part of the text that its context should stay in where that is enough. */
export type Passage = Span & { within: Span };

/** Widths of the window that is tried, in UTF-16 units. Text that repeats for longer than the last stays ambiguous. */
const widths = [16, 32, 64, 128, 256, 512, 1024, 2048];

/** Base and modulus of the rolling hash: a product of two residues stays below 2 ** 53. */
const base = 65_599;
const modulus = 94_906_249;

/**
 * For each passage, the smallest tried span around it whose words occur once in the text. `null` where even the widest
 * occurs again. Spans in UTF-16 units, widened so that no surrogate pair is cut.
 *
 * Each width reads the text once (Rabin and Karp, 1987, with all passages looked for at the same time), so time is linear
 * in the text. Two windows with the same hash count as the same words: a context may come out wider than needed, never
 * too narrow.
 */
export function uniqueContexts(text: string, passages: readonly Passage[]): (Span | null)[] {
  const found: (Span | null)[] = passages.map(() => null);
  let open = passages.map((_, index) => index);
  for (const width of widths) {
    if (open.length === 0) break;
    if (width >= text.length) {
      for (const index of open) found[index] = { start: 0, end: text.length };
      break;
    }
    const starts = open.map((index) => windowStart(text.length, passages[index] as Passage, width));
    const times = countWindows(text, width, starts);
    open = open.filter((index, at) => {
      const { start, end } = passages[index] as Passage;
      const from = starts[at] as number;
      if (times[at] !== 1) return true;
      found[index] = wholePairs(text, { start: Math.min(start, from), end: Math.max(end, from + width) });
      return false;
    });
  }
  return found;
}

/** Where a window around a passage starts: centred on it, within its part of the text if the window fits in there. */
function windowStart(length: number, { start, end, within }: Passage, width: number): number {
  const room = within.end - within.start >= width ? within : { start: 0, end: length };
  const centred = Math.floor((start + Math.min(end, start + width) - width) / 2);
  return Math.max(room.start, Math.min(centred, room.end - width));
}

/** For each start, how many windows of the text have the hash of the window there. */
function countWindows(text: string, width: number, starts: readonly number[]): number[] {
  const wanted = new Set(starts);
  const hashAt = new Map<number, number>();
  rollHashes(text, width, (hash, start) => {
    if (wanted.has(start)) hashAt.set(start, hash);
  });
  const times = new Map<number, number>([...hashAt.values()].map((hash) => [hash, 0]));
  rollHashes(text, width, (hash) => {
    const known = times.get(hash);
    if (known !== undefined) times.set(hash, known + 1);
  });
  return starts.map((start) => times.get(hashAt.get(start) ?? -1) ?? 0);
}

/** Calls back with the hash and the start of every window of a width. */
function rollHashes(text: string, width: number, each: (hash: number, start: number) => void): void {
  let leading = 1;
  for (let step = 1; step < width; step += 1) leading = (leading * base) % modulus;
  let hash = 0;
  for (let end = 0; end < text.length; end += 1) {
    if (end >= width) {
      const gone = (text.charCodeAt(end - width) * leading) % modulus;
      hash = hash >= gone ? hash - gone : hash - gone + modulus;
    }
    hash = (hash * base + text.charCodeAt(end)) % modulus;
    if (end >= width - 1) each(hash, end - width + 1);
  }
}

const cutsPair = (text: string, at: number) =>
  /^[\udc00-\udfff]/.test(text.charAt(at)) && /^[\ud800-\udbff]/.test(text.charAt(at - 1));

const wholePairs = (text: string, { start, end }: Span): Span => ({
  start: cutsPair(text, start) ? start - 1 : start,
  end: cutsPair(text, end) ? end + 1 : end,
});
