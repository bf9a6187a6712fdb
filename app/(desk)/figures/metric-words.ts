import type { useFormatter } from 'next-intl';

/** From here on a spread says something: below, it is rounding. */
const leastSpread = 1.005;

/** Highest by lowest as a short number, or null where there is nothing to say. */
export function spreadText(
  format: Pick<ReturnType<typeof useFormatter>, 'number'>,
  spread: number | null,
): string | null {
  if (spread === null || spread < leastSpread) return null;
  return format.number(spread, { maximumSignificantDigits: spread < 10 ? 2 : 3 });
}
