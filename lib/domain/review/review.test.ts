import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimView, paragraphView } from '#lib/testing/article/factories';
import { inReadingOrder } from './review';

const paragraphs = [paragraphView({ number: 1 }), paragraphView({ number: 2 })];
const numbers = (claims: { number: number }[]) => claims.map(({ number }) => number);

describe('inReadingOrder', () => {
  test('goes by paragraph, then place, then outer before inner, then number', () => {
    const ordered = [
      claimView({ number: 7, paragraphId: 'p1', start: 4, end: 9 }),
      claimView({ number: 3, paragraphId: 'p2', start: 0, end: 20 }),
      claimView({ number: 5, paragraphId: 'p2', start: 0, end: 4 }),
      claimView({ number: 6, paragraphId: 'p2', start: 0, end: 4 }),
      claimView({ number: 1, paragraphId: 'p2', start: 3, end: 30 }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(ordered, { minLength: 5 }), (claims) => {
        expect(numbers(inReadingOrder(claims, paragraphs))).toEqual(numbers(ordered));
      }),
    );
  });

  test('goes by the number of a paragraph, not by its place in the list', () => {
    const claims = [claimView({ number: 1, paragraphId: 'p2' }), claimView({ number: 2, paragraphId: 'p1' })];
    expect(numbers(inReadingOrder(claims, [...paragraphs].reverse()))).toEqual([2, 1]);
  });

  test('leaves the given list as it was', () => {
    const claims = [claimView({ number: 2, start: 9 }), claimView({ number: 1, start: 0 })];
    inReadingOrder(claims, paragraphs);
    expect(numbers(claims)).toEqual([2, 1]);
  });
});
