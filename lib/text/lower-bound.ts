/** The first of `count` indices that passes a test which, once passed, all later ones pass; `count` where none does. */
export function lowerBound(count: number, passes: (index: number) => boolean): number {
  let low = 0;
  let top = count;
  while (low < top) {
    const middle = (low + top) >> 1;
    if (passes(middle)) top = middle;
    else low = middle + 1;
  }
  return low;
}
