import { describe, expect, test } from 'vitest';
import { CalculationParameter } from './ledger-input';

const codes = (text: string) =>
  CalculationParameter.safeParse(text).error?.issues.map(({ code, message }) => (code === 'custom' ? message : code));

describe('a calculation in an address', () => {
  test('has a claim or a typed figure on each side', () => {
    const calculation = { left: { claimId: 'c1' }, op: '÷', right: { typed: ' 375 ' } };
    expect(CalculationParameter.parse(JSON.stringify(calculation))).toEqual({
      left: { claimId: 'c1' },
      op: '÷',
      right: { typed: '375' },
    });
  });

  test.each(['', '{', 'c1 ÷ 375'])('is refused where it is not JSON: %j', (text) => {
    expect(codes(text)).toEqual(['not-json']);
  });

  test.each([
    { left: { claimId: 'c1' }, op: '÷' },
    { left: { claimId: 'c1' }, op: '^', right: { typed: '2' } },
    { left: { claimId: '' }, op: '÷', right: { typed: '2' } },
    null,
  ])('is refused where it is no calculation: %j', (value) => {
    expect(CalculationParameter.safeParse(JSON.stringify(value)).success).toBe(false);
  });
});
