/** Discounts whose two digits stand apart, with every character set off by spaces (`九 九 折`, 99 per cent). */

import { type Draft, quantityOfWords } from '#lib/reading/figures/quantity';

const SPACED_DISCOUNT = /([1-9一二三四五六七八九]) ([1-9一二三四五六七八九]) 折/y;

/** Reads such a discount at `i`; null where there is none. */
export function readSpacedDiscount(text: string, i: number): Draft | null {
  if (text[i + 4] !== '折') return null;
  SPACED_DISCOUNT.lastIndex = i;
  const found = SPACED_DISCOUNT.exec(text);
  if (!found) return null;
  const digit = (char = ''): number => Number(char) || '零一二三四五六七八九'.indexOf(char);
  return quantityOfWords(i, i + found[0].length, 10 * digit(found[1]) + digit(found[2]), 'percent', 'percent');
}
