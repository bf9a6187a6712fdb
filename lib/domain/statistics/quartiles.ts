/** The middle of some values, and where their middle half lies. */

export type Quartiles = { of: number; low: number; median: number; high: number };

/**
 * The quartiles of `of` values of which the one at each place in ascending order, counted from 0, can be asked for; null of
 * nothing. Between two values they are interpolated (definition 7 of R. J. Hyndman & Y. Fan, Sample Quantiles in Statistical
 * Packages, 1996), so that the median of two is their mean. At most six values are asked for: those next to a quarter, a half and three quarters of the way.
 */
export function quartilesOf(of: number, valueAt: (place: number) => number | undefined): Quartiles | null {
  if (of === 0) return null;
  const value = (place: number): number => {
    const known = valueAt(place);
    if (known === undefined) throw new RangeError(`No value at place ${place} of ${of}`);
    return known;
  };
  const [low = 0, median = 0, high = 0] = [1, 2, 3].map((quarter) => {
    const place = ((of - 1) * quarter) / 4;
    const below = Math.floor(place);
    const part = place - below;
    return part === 0 ? value(below) : value(below) * (1 - part) + value(below + 1) * part;
  });
  return { of, low, median, high };
}
