/**
 * Converts between offsets in Unicode code points, used in files and the API, and in UTF-16 units, used inside the
 * desk.
 */

/**
 * Counts the code points before UTF-16 offsets of one text: linear once, then logarithmic. Half a character counts as
 * one.
 */
export function codePointCounter(text: string): (offset: number) => number {
  const secondHalves: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) secondHalves.push(index + 1);
  return (offset) => Math.min(offset, text.length) - countUpTo(secondHalves, offset - 1);
}

/** The reverse: the UTF-16 offset after a number of code points of one text. Past the end is the end. */
export function utf16Counter(text: string): (points: number) => number {
  // In code points: where each character of two units ends.
  const ends: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) ends.push(index + 1 - ends.length);
  return (points) => Math.min(points + countUpTo(ends, points), text.length);
}

/** How many of some ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
