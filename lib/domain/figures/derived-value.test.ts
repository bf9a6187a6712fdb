import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureFacts } from '#lib/reading/figure-types';
import { readFigure } from '#lib/reading/figures';
import { deriveValue, describeDerivation, type Expression, type Operand, type Operator } from './derived-value';

function read(raw: string): FigureFacts {
  const figure = readFigure(raw);
  if (!figure) throw new Error(`no figure in ${raw}`);
  const { low, high, unit, qualifier, per } = figure;
  return { low, high, unit, qualifier, per, asOf: null };
}

const term = (text: string | number): Operand => (typeof text === 'number' ? text : read(text));

const expression = (left: string | number, op: Operator, right: string | number): Expression => ({
  ...{ left: term(left), op, right: term(right) },
});

describe('a derived value in words', () => {
  it.each<[string | number, Operator, string | number, en: string, zh: string]>([
    [
      '2亿美元',
      '÷',
      '375人',
      'US$200,000,000 ÷ 375 people ≈ US$533,333 per person',
      '2亿美元 ÷ 375人 ≈ 每人533,333美元',
    ],
    ['US$200 million', '÷', 400, 'US$200,000,000 ÷ 400 = US$500,000', '2亿美元 ÷ 400 = 50万美元'],
    [
      'US$3–4.6 million',
      '×',
      2,
      'US$3,000,000 – 4,600,000 × 2 = US$6,000,000 – 9,200,000',
      '300万–460万美元 × 2 = 600万–920万美元',
    ],
    ['US$4.6 million', '÷', 'US$2 million', 'US$4,600,000 ÷ US$2,000,000 = 2.3:1', '460万美元 ÷ 200万美元 = 2.3:1'],
    ['5%', '×', 'US$200 million', '5% × US$200,000,000 = US$10,000,000', '5% × 2亿美元 = 1000万美元'],
    ['US$10 million', '÷', '5%', 'US$10,000,000 ÷ 5% = US$200,000,000', '1000万美元 ÷ 5% = 2亿美元'],
    ['375 people', '+', '25 people', '375 people + 25 people = 400 people', '375人 + 25人 = 400人'],
    ['375人', '−', '约75人', '375 people − about 75 people ≈ 300 people', '375人 − 约75人 ≈ 300人'],
    ['2 km', '+', '500米', '2 kilometres + 500 metres = 2.5 kilometres', '2公里 + 500米 = 2.5公里'],
    ['US$10 per month', '×', '2年', 'US$10 per month × 2 years = US$240', '每月10美元 × 2年 = 240美元'],
    [
      'US$2 million a year',
      '÷',
      '400人',
      'US$2,000,000 per year ÷ 400 people = US$5,000 per person per year',
      '每年200万美元 ÷ 400人 = 每年每人5,000美元',
    ],
    ['50%', '×', '50%', '50% × 50% = 25%', '50% × 50% = 25%'],
    [0.1, '+', 0.2, '0.1 + 0.2 = 0.3', '0.1 + 0.2 = 0.3'],
    [10, '÷', 3, '10 ÷ 3 ≈ 3.33333', '10 ÷ 3 ≈ 3.33333'],
    ['at least US$100', '×', 3, 'at least US$100 × 3 = at least US$300', '至少100美元 × 3 = 至少300美元'],
    [
      'US$100',
      '÷',
      'more than 10 people',
      'US$100 ÷ more than 10 people = US$0 – 10 per person',
      '100美元 ÷ 超过10人 = 每人0–10美元',
    ],
  ])('%s %s %s', (left, op, right, en, zh) => {
    const asked = expression(left, op, right);
    const result = deriveValue(asked);
    if (!result.ok) throw new Error(result.code);
    expect([describeDerivation(asked, result.value, 'en'), describeDerivation(asked, result.value, 'zh')]).toEqual([
      en,
      zh,
    ]);
  });
});

describe('the unit of a derived value', () => {
  it.each<[string | number, Operator, string | number, unit: string | null, per: string | null, low: number]>([
    ['US$5 per 1,000 impressions', '×', '2,000,000 impressions', 'USD', null, 10_000],
    ['2,000 employees', '×', '500元/人', 'CNY', null, 1e6],
    ['500元', '×', '20人', 'CNY', null, 10_000],
    ['12元/公斤', '×', '2吨', 'CNY', null, 24_000],
    ['US$5', '×', '12 programs', 'USD', null, 60],
    ['50 cents', '×', '20 people', 'cent', null, 1000],
    ['US$70 per barrel', '×', '20 barrels', 'USD', null, 1400],
    ['100人', '÷', '20家公司', 'person', 'company', 5],
    ['60万千瓦时', '÷', '100 MWh', 'ratio', null, 6],
    ['3倍', '×', '100人', 'person', null, 300],
    ['20%', '×', 3, 'percent', null, 60],
    ['20%', '÷', '10%', 'ratio', null, 2],
    [6, '÷', '3人', null, 'person', 2],
    [3, '×', '20%', 'percent', null, 60],
    ['2:1', '×', '100人', 'person', null, 200],
    ['100人', '÷', '2:1', 'person', null, 50],
    ['10 people', '÷', '3倍', 'person', null, 10 / 3],
    ['50%', '×', '2:1', 'percent', null, 100],
    [1, '÷', '50%', null, null, 2],
    ['2 tonnes', '+', '500 kg', 'tonne', null, 2.5],
    ['1万元', '−', '5000元', 'CNY', null, 5000],
    ['US$5 per month', '+', 'US$3 per month', 'USD', 'month', 8],
    ['20 people', '×', 'US$5 per person', 'USD', null, 100],
    ['2 tonnes', '×', 'US$3 per kilogram', 'USD', null, 6000],
    ['US$5 per month', '×', 3, 'USD', 'month', 15],
    [3, '×', 'US$5 per month', 'USD', 'month', 15],
    ['US$5 per month', '÷', 2, 'USD', 'month', 2.5],
    ['US$6 per month', '÷', 'US$2 per month', 'ratio', null, 3],
    ['US$6 per month', '−', 'US$2 per month', 'USD', 'month', 4],
    ['2 km', '÷', '500米', 'ratio', null, 4],
    ['20 people', '×', '50%', 'person', null, 10],
    ['20 people', '×', 'US$5', 'USD', null, 100],
    ['2倍', '×', '3倍', 'times', null, 6],
    [6, '×', 2, null, null, 12],
    [6, '−', 2, null, null, 4],
  ])('%s %s %s', (left, op, right, unit, per, low) => {
    const result = deriveValue(expression(left, op, right));
    expect(result).toMatchObject({ ok: true, value: { unit, per } });
    if (result.ok) expect(result.value.low).toBeCloseTo(low, 9);
  });
});

describe('the date of a derived value', () => {
  const dated = (asOf: string | null): FigureFacts => ({ ...read('10 people'), asOf });
  const dateOf = (left: Operand, right: Operand): unknown => {
    const result = deriveValue({ left, op: '÷', right });
    return result.ok ? result.value.asOf : result.code;
  };

  it('is that of both figures where they hold at one date', () => {
    expect(dateOf(dated('2023'), dated('2023'))).toBe('2023');
  });

  it.each([
    ['2021', '2023'],
    ['2023', '2021'],
    ['2023', '2023-05'],
    ['2023', null],
    [null, '2023'],
    [null, null],
  ])('is not known for figures of %s and %s', (one, other) => {
    expect(dateOf(dated(one), dated(other))).toBeNull();
  });

  it('is that of the one figure beside a plain number, on either side', () => {
    expect(dateOf(dated('2023'), 2)).toBe('2023');
    expect(dateOf(2, dated('2023'))).toBe('2023');
    expect(dateOf(2, 2)).toBeNull();
  });
});

describe('the ends and the qualifier of a derived value', () => {
  it.each<[string | number, Operator, string | number, low: number | null, high: number | null, qualifier: string]>([
    ['at least 10', '+', 'more than 5', 15, null, 'more-than'],
    ['more than 10', '+', 'at least 5', 15, null, 'more-than'],
    ['at least 10', '+', 'about 5', 15, null, 'at-least'],
    ['at most 10', '+', 'less than 5', null, 15, 'less-than'],
    ['at most 10', '+', 'at most 5', null, 15, 'at-most'],
    ['about 10', '+', 5, 15, 15, 'about'],
    [10, '+', 'about 5', 15, 15, 'about'],
    [10, '+', 5, 15, 15, 'exact'],
    [10, '−', 'at least 4', null, 6, 'at-most'],
    [10, '−', 'at most 4', 6, null, 'at-least'],
    ['at least 10', '−', 4, 6, null, 'at-least'],
    ['at least 10', '×', 2, 20, null, 'at-least'],
    ['at least 10', '×', -2, null, -20, 'at-most'],
    ['at least 10', '÷', 2, 5, null, 'at-least'],
    ['at least 10', '÷', -2, null, -5, 'at-most'],
    ['at least 10', '÷', 'at least 2', 0, null, 'at-least'],
    ['at most -10', '÷', 'at least 2', null, 0, 'at-most'],
    ['10-20', '÷', '2-5', 2, 10, 'exact'],
    ['10-20', '−', '2-5', 5, 18, 'exact'],
    ['10-20', '×', -1, -20, -10, 'exact'],
    ['at least 10', '÷', 'at most -2', null, 0, 'at-most'],
    ['at most -10', '÷', 'at most -2', 0, null, 'at-least'],
    ['at least 10', '×', 0, 0, 0, 'exact'],
    ['at most 10', '×', 2, null, 20, 'at-most'],
    ['at most 10', '−', 4, null, 6, 'at-most'],
    ['less than 10', '−', 4, null, 6, 'less-than'],
    ['more than 10', '×', 2, 20, null, 'more-than'],
    [10, '−', 'less than 4', 6, null, 'more-than'],
    ['about 10', '÷', 2, 5, 5, 'about'],
    ['10-20', '+', '2-5', 12, 25, 'exact'],
    ['10-20', '×', '2-5', 20, 100, 'exact'],
  ])('%s %s %s', (left, op, right, low, high, qualifier) => {
    const result = deriveValue(expression(left, op, right));
    if (!result.ok) throw new Error(result.code);
    // A zero end has no sign that matters.
    const ends = [result.value.low, result.value.high].map((end) => (end === 0 ? 0 : end));
    expect([...ends, result.value.qualifier]).toEqual([low, high, qualifier]);
  });

  it('is refused where the divisor may be zero, and not where it only comes near', () => {
    const divisor = (low: number | null, high: number | null): FigureFacts => ({ ...read('5'), low, high });
    const by = (right: FigureFacts) => deriveValue({ left: 1, op: '÷', right }).ok;
    expect([by(divisor(0, 5)), by(divisor(-5, 0)), by(divisor(-5, 5)), by(divisor(0, 0))]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([by(divisor(1, 5)), by(divisor(-5, -1)), by(divisor(1, null)), by(divisor(null, -1))]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('what cannot be derived', () => {
  it.each<[string | number, Operator, string | number, code: string]>([
    ['US$5', '+', '5人', 'units-do-not-add'],
    ['US$5', '−', '5元', 'units-do-not-add'],
    ['5人', '+', 5, 'units-do-not-add'],
    ['US$5 per month', '+', 'US$5', 'units-do-not-add'],
    ['US$5', '×', '5元', 'units-do-not-combine'],
    ['US$5', '×', '50 cents', 'units-do-not-combine'],
    ['US$5', '×', '3 litres', 'units-do-not-combine'],
    ['US$5', '×', '3 gallons', 'units-do-not-combine'],
    ['US$5', '×', '3 carats', 'units-do-not-combine'],
    ['375人', '×', '20家公司', 'units-do-not-combine'],
    ['US$5', '÷', 'US$5 per month', 'units-do-not-combine'],
    ['US$5 per month', '×', '20 people', 'units-do-not-combine'],
    ['20 people', '×', 'US$5 per month', 'units-do-not-combine'],
    ['US$5 per month', '×', 'US$5 per month', 'units-do-not-combine'],
    ['US$5 per person', '÷', '20 people', 'units-do-not-combine'],
    ['20 people', '÷', 'US$5 per month', 'units-do-not-combine'],
    ['20 people', '+', '5%', 'units-do-not-add'],
    [0, '÷', 0, 'division-by-zero'],
    [5, '÷', 0, 'division-by-zero'],
    ['US$5', '÷', '不超过10人', 'division-by-zero'],
    ['至少5人', '−', '至少3人', 'value-unbounded'],
  ])('%s %s %s: %s', (left, op, right, code) => {
    expect(deriveValue(expression(left, op, right))).toMatchObject({ ok: false, code });
  });

  it('is what has no ends', () => {
    expect(deriveValue({ left: { ...read('5'), low: null, high: null }, op: '+', right: 1 })).toMatchObject({
      ...{ ok: false, code: 'figure-empty' },
    });
    expect(deriveValue({ left: Number.NaN, op: '+', right: 1 })).toMatchObject({ ok: false, code: 'figure-empty' });
    expect(deriveValue({ left: 1, op: '+', right: Number.NaN })).toMatchObject({ ok: false, code: 'figure-empty' });
  });
});

describe('properties of derived values', () => {
  const range = fc
    .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 500 }))
    .map(([low, more]): FigureFacts => ({ ...read('5'), low, high: low + more }));
  const operator = fc.constantFrom<Operator>('÷', '×', '+', '−');
  const apply = { '÷': (a: number, b: number) => a / b, '×': (a: number, b: number) => a * b } as const;
  const sums = { '+': (a: number, b: number) => a + b, '−': (a: number, b: number) => a - b } as const;
  const at = ({ low, high }: FigureFacts, share: number): number => (low ?? 0) + share * ((high ?? 0) - (low ?? 0));

  it('the result holds whatever the operands may be', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(range, operator, range, share, share, (left, op, right, one, other) => {
        const result = deriveValue({ left, op, right });
        if (!result.ok) {
          expect(result.code).toBe('division-by-zero');
          return;
        }
        const value = { ...apply, ...sums }[op](at(left, one), at(right, other));
        const noise = 1e-9 * Math.max(1, Math.abs(value));
        expect(value).toBeGreaterThanOrEqual((result.value.low ?? Number.NaN) - noise);
        expect(value).toBeLessThanOrEqual((result.value.high ?? Number.NaN) + noise);
      }),
    );
  });

  it('never throws', () => {
    const end = fc.option(fc.double(), { nil: null });
    const unit = fc.option(fc.constantFrom('USD', 'person', 'percent', 'year', 'kilometre'), { nil: null });
    const per = fc.option(fc.constantFrom('year', '1000 impressions', 'person per year'), { nil: null });
    const qualifier = fc.constantFrom<FigureFacts['qualifier']>('exact', 'about', 'at-least', 'less-than');
    const any = fc.record({ low: end, high: end, unit, per, qualifier, asOf: fc.constant(null) });
    fc.assert(
      fc.property(any, operator, any, (left, op, right) => {
        const result = deriveValue({ left, op, right });
        if (result.ok) expect(describeDerivation({ left, op, right }, result.value, 'zh')).toContain(op);
      }),
    );
  });
});
