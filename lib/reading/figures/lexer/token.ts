/**
 * What a piece of a text is to the reader of figures. Its kind decides what it may become: a number becomes a figure, and
 * nothing else does. Offsets are UTF-16.
 */

import type { Draft } from '#lib/reading/figures/quantity';

export type Token = NumberToken | OtherToken;

/**
 * A number with its sign, currency and unit, which only the lexer changes. Its place begins with the numeral: a sign and a
 * currency stand before it.
 */
export interface NumberToken {
  kind: 'number';
  start: number;
  end: number;
  quantity: Draft;
}

/**
 * `date` and `clock`: see dates.ts. `score`: scores, odds, race times (scores.ts). `identifier`: addresses, telephone numbers,
 * versions, names with digits (identifiers.ts). `ordinal`: 第三, 星期四. `word`: anything else, numerals that do not count
 * included.
 */
export interface OtherToken {
  kind: 'date' | 'clock' | 'score' | 'identifier' | 'ordinal' | 'word';
  start: number;
  end: number;
}

export const numberToken = (quantity: Draft): NumberToken => ({
  kind: 'number',
  start: quantity.numberStart,
  end: quantity.end,
  quantity,
});

export const otherToken = (kind: OtherToken['kind'], start: number, end: number): OtherToken => ({ kind, start, end });
