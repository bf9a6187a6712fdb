/** A share of some counted things, with how sure it is. */

/** `low` and `high` are the ends of its interval; all three are from 0 to 1. */
export type Share = { count: number; of: number; share: number; low: number; high: number };

/** The 97.5% point of the normal distribution: 95% lie between it and its negative. */
const z = 1.959963984540054;

/**
 * The share of `count` among `of`, with Wilson's 95% score interval: E. B. Wilson, Probable Inference, the Law of Succession,
 * and Statistical Inference, JASA 22 (1927), 209–212. It holds for small numbers and for shares near 0 and 1, where the usual
 * interval around the share does not. Null of nothing.
 */
export function shareOf(count: number, of: number): Share | null {
  if (of === 0) return null;
  const share = count / of;
  const scale = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return {
    ...{ count, of, share },
    // None of some, and all of some, are ends of their intervals; rounding must not put them outside.
    low: count === 0 ? 0 : Math.max(0, middle - reach),
    high: count === of ? 1 : Math.min(1, middle + reach),
  };
}

/** Something that was counted: how many of its figures were decided, and how many of those were found wrong. */
export type Counted = { id: string; wrong: number; decided: number };

/**
 * What is most often wrong, the worst first: by the lower end of the interval of its share, so that one wrong figure of one does
 * not stand before nine of ten. What was never wrong is left out.
 */
export function mostOftenWrong(counted: Counted[], most: number): { id: string; share: Share }[] {
  return counted
    .flatMap(({ id, wrong, decided }) => {
      const share = wrong > 0 ? shareOf(wrong, decided) : null;
      return share ? [{ id, share }] : [];
    })
    .sort((a, b) => b.share.low - a.share.low || b.share.of - a.share.of || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}
