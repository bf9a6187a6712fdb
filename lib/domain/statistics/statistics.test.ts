import { expect, test } from 'vitest';
import { krippendorffAlpha } from '#lib/domain/report/agreement';
import { agreementOfSlot, leastForAgreement, noVerdicts } from './statistics';

const judged = (claims: number, verified: number, disputed = 0) => ({
  claims,
  verdicts: { ...noVerdicts(), verified, disputed },
});

test('agreement is Krippendorff’s alpha of the claims that were judged twice or more', () => {
  // By hand: 12 claims with two verdicts each, 16 and 8 of 24; 4 claims differ. 1 − (8/24) / (2·16·8 / (24·23)) = 0.28125.
  const { alpha, ...rest } = agreementOfSlot([judged(6, 2), judged(2, 0, 2), judged(4, 1, 1)]);
  expect(alpha).toBeCloseTo(0.28125, 10);
  expect(rest).toEqual({ claims: 12, judgements: 24, level: 'poor' });
  const ratings = [...'abcdef']
    .map(() => ['v', 'v'])
    .concat(
      [
        ['d', 'd'],
        ['d', 'd'],
      ],
      ...[1, 2, 3, 4].map(() => [['v', 'd']]),
    );
  expect(alpha).toBeCloseTo(krippendorffAlpha(Object.fromEntries(ratings.entries())), 10);
});

test('agreement on a few claims, or where all said the same, is not told', () => {
  const few = agreementOfSlot([judged(leastForAgreement - 2, 2), judged(1, 1, 1)]);
  expect(few).toEqual({
    claims: leastForAgreement - 1,
    judgements: 2 * leastForAgreement - 2,
    alpha: null,
    level: 'unknown',
  });
  expect(agreementOfSlot([judged(40, 3)])).toEqual({ claims: 40, judgements: 120, alpha: null, level: 'unknown' });
  expect(agreementOfSlot([])).toEqual({ claims: 0, judgements: 0, alpha: null, level: 'unknown' });
});
