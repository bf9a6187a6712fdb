import type { useFormatter } from 'next-intl';
import { measureOf } from '#lib/domain/measure';

const han = /\p{Script=Han}/u;

/** The reader's own word for a measure that was named in the other language, or null. */
export function measureIn(language: 'en' | 'zh', measure: string): string | null {
  const own = measureOf(measure)?.[language] ?? null;
  return own && han.test(own) !== han.test(measure) ? own : null;
}

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
