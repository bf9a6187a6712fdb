/** Where the pages of a PDF lie, one below the other, before most of them were ever read. Lengths in CSS pixels, pages from 1. */

export type PageSize = { width: number; height: number };

/** Between two pages, and above the first. */
const gap = 12;

/** What a page counts for at a scale of 1, by its number where it was read; others are taken to be like the first. */
export type PageSizes = { usual: PageSize; read: ReadonlyMap<number, PageSize> };

export const sizeOf = ({ usual, read }: PageSizes, page: number): PageSize => read.get(page) ?? usual;

/** The top edge of each page, by its number less one; the last entry is the height of all. */
export function topsOf(count: number, sizes: PageSizes, scale: number): Float64Array {
  const tops = new Float64Array(count + 1);
  let top = gap;
  for (let at = 0; at < count; at += 1) {
    tops[at] = top;
    top += Math.floor(sizeOf(sizes, at + 1).height * scale) + gap;
  }
  tops[count] = top;
  return tops;
}

/** The page in which a height lies, the gap below it included. */
export function pageAt(tops: Float64Array, height: number): number {
  let [low, high] = [0, Math.max(tops.length - 2, 0)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** A place in the document that stays where it is while pages become larger or smaller: so far down a page, from 0 to 1. */
export type Anchor = { page: number; share: number };

export function anchorAt(tops: Float64Array, height: number): Anchor {
  const page = pageAt(tops, height);
  const [top = 0, next = 1] = tops.subarray(page - 1, page + 1);
  return { page, share: Math.min(1, Math.max(0, (height - top) / Math.max(1, next - top))) };
}

export function heightOf(tops: Float64Array, { page, share }: Anchor): number {
  const [top = 0, next = 0] = tops.subarray(page - 1, page + 1);
  return top + share * (next - top);
}
