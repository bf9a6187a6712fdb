import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostOftenWrong, shareOf } from './share';

const rounded = (count: number, of: number) => {
  const share = shareOf(count, of);
  return share && [share.share, share.low, share.high].map((one) => Math.round(one * 10_000) / 10_000);
};

describe('the interval of a share', () => {
  it('is Wilson’s', () => {
    // By hand: for 1 of 10, z² = 3.8415, middle (0.1 + 0.19207) / 1.38415 = 0.21101, reach 0.19313.
    expect(rounded(1, 10)).toEqual([0.1, 0.0179, 0.4042]);
    // The published example of R. G. Newcombe, Two-sided confidence intervals for the single proportion (1998), table I.
    expect(rounded(81, 263)).toEqual([0.308, 0.2553, 0.3662]);
    expect(rounded(15, 148)).toEqual([0.1014, 0.0624, 0.1605]);
    expect(rounded(0, 20)).toEqual([0, 0, 0.1611]);
    expect(rounded(1, 29)).toEqual([0.0345, 0.0061, 0.1718]);
  });

  it('of nothing there is none', () => {
    expect(shareOf(0, 0)).toBeNull();
  });

  it('holds its share, lies between 0 and 1, and is the same from the other side', () => {
    const counts = fc
      .integer({ min: 1, max: 5_000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const [one, other] = [shareOf(count, of), shareOf(of - count, of)];
        if (!one || !other) throw new Error('there is a share');
        expect(0 <= one.low && one.low <= one.share && one.share <= one.high && one.high <= 1).toBe(true);
        expect(one.low).toBeCloseTo(1 - other.high, 9);
      }),
    );
  });
});

describe('what is most often wrong', () => {
  it('stands by the lower end of its interval, so that one of one does not come before nine of ten', () => {
    const counted = [
      { id: 'one', wrong: 1, decided: 1 },
      { id: 'nine', wrong: 9, decided: 10 },
      { id: 'many', wrong: 30, decided: 100 },
      { id: 'never', wrong: 0, decided: 50 },
    ];
    expect(mostOftenWrong(counted, 9).map(({ id, share }) => [id, share.of])).toEqual([
      ...[
        ['nine', 10],
        ['many', 100],
        ['one', 1],
      ],
    ]);
    expect(mostOftenWrong(counted, 1)).toHaveLength(1);
  });
});
