import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAIRS } from '#lib/domain/figures/fixtures/comparison';
import type { FigureFacts } from '#lib/reading/figure-types';
import { readFigure } from '#lib/reading/figures';
import { DIRECT_NOUNS, HAN_NOUNS } from '#lib/reading/figures/units/names';
import { type Comparison, compareFigures } from './comparison';
import { type WrittenFigure } from './precision';

function read(raw: string, asOf: string | null = null): WrittenFigure {
  const figure = readFigure(raw);
  if (!figure) throw new Error(`no figure in ${raw}`);
  const { low, high, unit, qualifier, per } = figure;
  return { low, high, unit, qualifier, per, asOf, raw };
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(2)) + 0);

const shown = ({ relation, deviation, power }: Comparison): unknown[] =>
  relation === 'power-of-ten'
    ? [relation, power]
    : relation === 'off' || relation === 'different-date'
      ? [relation, rounded(deviation)]
      : [relation, null];

const facts = (low: number | null, high = low, more: Partial<FigureFacts> = {}): FigureFacts => ({
  ...{ low, high, unit: 'person', qualifier: 'exact', per: null, asOf: null },
  ...more,
});

describe('a claimed figure beside a found one', () => {
  it.each(PAIRS.map((pair) => [pair.claimed, pair.found, pair] as const))('%s beside %s', (claimed, found, pair) => {
    const comparison = compareFigures(read(claimed, pair.on[0]), read(found, pair.on[1]), pair.rates);
    expect(shown(comparison)).toEqual([pair.relation, pair.value]);
  });

  it.each(PAIRS.map((pair) => [pair.claimed, pair.found, pair] as const))(
    'is as consistent turned round: %s beside %s',
    (claimed, found, pair) => {
      const there = compareFigures(read(claimed, pair.on[0]), read(found, pair.on[1]), pair.rates);
      const back = compareFigures(read(found, pair.on[1]), read(claimed, pair.on[0]), pair.rates);
      expect([back.relation, back.overlap]).toEqual([there.relation, there.overlap]);
      expect(back.power ?? 0).toBe(0 - (there.power ?? 0));
    },
  );

  it.each<[FigureFacts, FigureFacts, number]>([
    [facts(100, null), facts(50), 2],
    [facts(null, 100), facts(50), 2],
    [facts(100), facts(50, null), 2],
    [facts(100), facts(null, 50), 2],
    [facts(100, 400), facts(50, 50), 4],
  ])('says how many times as large it is: %j beside %j', (claimed, found, factor) => {
    expect(compareFigures(claimed, found).factor).toBeCloseTo(factor, 9);
  });

  it.each([
    ['year', null, true],
    [null, 'year', true],
    ['month', null, false],
    [null, 'month', false],
  ])('takes what is per %s and what is per %s as comparable: %s', (per, other, isComparable) => {
    const money = (rate: string | null) => facts(5, 5, { unit: 'USD', per: rate });
    const comparison = compareFigures(money(per), money(other));
    expect(comparison.relation === 'consistent').toBe(isComparable);
    if (isComparable) expect(comparison.assumed).toEqual(['rate']);
  });

  it('says by how much and in whose unit', () => {
    const comparison = compareFigures(read('5 km'), read('4000米'));
    expect(comparison).toMatchObject({ relation: 'off', deviation: 0.25, factor: 1.25, power: null, overlap: false });
    expect(comparison.converted).toEqual({ low: 5000, high: 5000 });
  });

  it('tells what it took from the other figure', () => {
    expect(compareFigures(read('375'), read('375人')).assumed).toEqual(['unit']);
    expect(compareFigures(read('US$2 million a year'), read('US$2 million')).assumed).toEqual(['rate']);
    expect(compareFigures(read('375人'), read('375 people')).assumed).toEqual([]);
  });

  it('keeps the power of a slip between figures of different dates', () => {
    const comparison = compareFigures(read('375万', '2021'), read('375亿', '2023'));
    expect(comparison).toMatchObject({ relation: 'different-date', power: -4 });
  });

  it.each<[string, FigureFacts, FigureFacts, number | null]>([
    ['too low by the nearest ends', facts(80, 90), facts(100, 120), -0.1],
    ['too high by the nearest ends', facts(150, 180), facts(100, 120), 0.25],
    ['overlapping', facts(80, 110), facts(100, 120), 0],
    ['touching', facts(80, 100), facts(100, 120), 0],
    ['above nothing', facts(5), facts(0), null],
    ['nothing beside nothing', facts(0), facts(0), null],
    ['nothing beside something', facts(0), facts(5), -1],
    ['below zero', facts(-150), facts(-100), -0.5],
  ])('says how far it is off: %s', (_, claimed, found, deviation) => {
    const told = compareFigures(claimed, found).deviation;
    if (deviation === null) expect(told).toBeNull();
    else expect(told).toBeCloseTo(deviation, 9);
  });

  it.each<[string, FigureFacts, FigureFacts]>([
    ['of another sign', facts(-100), facts(50)],
    ['of another sign, the other way round', facts(100), facts(-50)],
    ['with an end at zero', facts(0, 100), facts(50, 100)],
    ['beside an end at zero', facts(50, 100), facts(0, 100)],
    ['from below zero to above it', facts(-5, 100), facts(50, 100)],
  ])('tells no factor of a figure %s', (_, claimed, found) => {
    expect(compareFigures(claimed, found).factor).toBeNull();
  });

  it('tells the factor of two figures below zero', () => {
    expect(compareFigures(facts(-100), facts(-50)).factor).toBeCloseTo(2, 9);
  });

  it('meets a bound at its end, if both are closed there', () => {
    const [atLeast, moreThan, atMost, lessThan] = [
      facts(100, null, { qualifier: 'at-least' }),
      facts(100, null, { qualifier: 'more-than' }),
      facts(null, 100, { qualifier: 'at-most' }),
      facts(null, 100, { qualifier: 'less-than' }),
    ];
    const meets = (one: FigureFacts, other: FigureFacts) => compareFigures(one, other).overlap;
    expect([meets(atLeast, facts(100)), meets(atMost, facts(100)), meets(atLeast, atMost)]).toEqual([true, true, true]);
    expect([meets(moreThan, facts(100)), meets(lessThan, facts(100)), meets(moreThan, atMost)]).toEqual([
      ...[false, false, false],
    ]);
    expect([meets(facts(100), moreThan), meets(atLeast, lessThan), meets(moreThan, facts(101))]).toEqual([
      ...[false, false, true],
    ]);
  });

  it.each([
    ['0.375', 'consistent'],
    ['37.5', 'consistent'],
    ['0.42', 'off'],
  ])('a bare %s beside 37.5 per cent: %s', (raw, relation) => {
    const bare = { ...facts(Number(raw), Number(raw), { unit: null }), raw };
    const share = { ...facts(37.5, 37.5, { unit: 'percent' }), raw: '37.5%' };
    expect(compareFigures(bare, share).relation).toBe(relation);
    expect(compareFigures(share, bare).relation).toBe(relation);
  });

  it('takes one beside a hundred per cent as all of it, and so minus one', () => {
    const share = (value: number) => facts(value, value, { unit: 'percent' });
    const bare = (value: number) => facts(value, value, { unit: null });
    expect(compareFigures(bare(1), share(100)).relation).toBe('consistent');
    expect(compareFigures(share(-100), bare(-1)).relation).toBe('consistent');
    expect(compareFigures(facts(0.5, 2, { unit: null }), share(50)).converted).toEqual({ low: 0.5, high: 2 });
  });

  it.each([
    ['50 cents', 'US$0.5', 'consistent'],
    ['US$0.5', '50 cents', 'consistent'],
    ['50 cents', '£0.5', 'different-unit'],
    ['£0.5', '50 cents', 'different-unit'],
    ['50 cents', 'US$5', 'power-of-ten'],
  ])('a cent is the hundredth of some currencies: %s beside %s', (claimed, found, relation) => {
    const comparison = compareFigures(read(claimed), read(found));
    expect(comparison.relation).toBe(relation);
    expect(comparison.assumed).toEqual(relation === 'different-unit' ? [] : ['unit']);
  });

  it.each([
    ['5个百分点', '5%', 'different-unit'],
    ['5 percentage points', '5%', 'different-unit'],
    ['5 percentage points', '5个百分点', 'consistent'],
  ])('percentage points are no per cent: %s beside %s', (claimed, found, relation) => {
    expect(compareFigures(read(claimed), read(found)).relation).toBe(relation);
  });

  it.each<[string | null, string | null, string]>([
    ['2021', '2023-05', 'different-date'],
    ['2023', '2023-05', 'off'],
    ['2023-05-01', '2023-05', 'off'],
    ['2023-04', '2023-05', 'different-date'],
    [null, '2023', 'off'],
    ['2023', null, 'off'],
  ])('figures of %s and %s that are not alike: %s', (one, other, relation) => {
    expect(compareFigures(facts(100, 100, { asOf: one }), facts(170, 170, { asOf: other })).relation).toBe(relation);
  });

  it.each<[number, number, number | null]>([
    [375e4, 375e8, -4],
    [375e8, 375e4, 4],
    [375, 375, null],
    [375, 3750, -1],
    [420, 3750, null],
    [3, 3e12, -12],
    [3, 3e13, null],
    [38, 3750, -2],
  ])('%d beside %d is off by a power of ten: %s', (claimed, found, power) => {
    const comparison = compareFigures(facts(claimed), facts(found));
    expect(comparison.power).toBe(power);
  });

  it('knows a power of ten by both ends of a range', () => {
    expect(compareFigures(facts(30, 46), facts(3000, 4600)).power).toBe(-2);
    expect(compareFigures(facts(30, 46), facts(3000, 9100)).power).toBeNull();
    expect(compareFigures(facts(13, 46), facts(3000, 4600)).power).toBeNull();
  });

  it('says nothing of a figure without ends', () => {
    expect(compareFigures(facts(null), facts(5))).toMatchObject({ relation: 'different-unit', deviation: null });
  });

  it('turns a range that stands upside down', () => {
    expect(compareFigures(facts(12, 5), facts(7)).overlap).toBe(true);
  });
});

describe('the exchange rate that is used', () => {
  const rates = [
    { from: 'USD', to: 'CNY', rate: 6.9, on: '2020-01-10' },
    { from: 'CNY', to: 'USD', rate: 0.125, on: '2023-03-15' },
    { from: 'USD', to: 'CNY', rate: 7.25, on: '2024-06-28' },
  ];
  const used = (claimed: string | null, found: string | null): string | undefined =>
    compareFigures(
      facts(1e6, 1e6, { unit: 'USD', asOf: claimed }),
      facts(7e6, 7e6, { unit: 'CNY', asOf: found }),
      rates,
    ).conversion?.on;

  it.each([
    [null, null, '2024-06-28'],
    ['2020', null, '2020-01-10'],
    [null, '2023', '2023-03-15'],
    ['2023-03', '2023-03-20', '2023-03-15'],
    ['2019-06-01', null, '2020-01-10'],
    ['2021-08-01', null, '2020-01-10'],
    ['2021-09-01', null, '2023-03-15'],
    ['2030', '2031', '2024-06-28'],
  ])('for %s and %s is that of %s', (claimed, found, on) => {
    expect(used(claimed, found)).toBe(on);
  });

  it('is used the other way round too', () => {
    const back = compareFigures(facts(8e6, 8e6, { unit: 'CNY' }), facts(1e6, 1e6, { unit: 'USD' }), rates.slice(1, 2));
    const there = compareFigures(facts(1e6, 1e6, { unit: 'USD' }), facts(8e6, 8e6, { unit: 'CNY' }), rates.slice(1, 2));
    expect([back.converted?.low, there.converted?.low]).toEqual([1e6, 8e6]);
  });

  it('is never made of two others, and never zero', () => {
    const [euro, yuan] = [facts(100, 100, { unit: 'EUR' }), facts(800, 800, { unit: 'CNY' })];
    const chain = [...rates, { from: 'EUR', to: 'USD', rate: 1.1, on: '2024-06-28' }];
    expect(compareFigures(euro, yuan, chain).relation).toBe('different-unit');
    expect(compareFigures(euro, yuan, [{ from: 'EUR', to: 'CNY', rate: 0, on: '2024-06-28' }]).relation).toBe(
      'different-unit',
    );
  });
});

describe('properties of a comparison', () => {
  const qualifier = fc.constantFrom<FigureFacts['qualifier']>(
    ...(['exact', 'about', 'at-least', 'more-than', 'at-most', 'less-than'] as const),
  );
  const figure = fc
    .tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), qualifier)
    .map(([low, more, bound]): FigureFacts => {
      if (bound === 'at-least' || bound === 'more-than') return facts(low, null, { qualifier: bound });
      if (bound === 'at-most' || bound === 'less-than') return facts(null, low, { qualifier: bound });
      return facts(low, low + (more % 3 === 0 ? more : 0), { qualifier: bound });
    });
  const scaled = ({ low, high, ...rest }: FigureFacts, by: number): FigureFacts => ({
    ...rest,
    low: low === null ? null : low * by,
    high: high === null ? null : high * by,
  });

  it('overlap is the same both ways, and means consistent', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const [there, back] = [compareFigures(a, b), compareFigures(b, a)];
        expect(there.overlap).toBe(back.overlap);
        expect(there.relation === 'consistent').toBe(back.relation === 'consistent');
        if (there.overlap) expect(there.relation).toBe('consistent');
      }),
    );
  });

  it('a figure is consistent with itself', () => {
    fc.assert(
      fc.property(figure, (a) => {
        expect(compareFigures(a, a)).toMatchObject({ relation: 'consistent', overlap: true, deviation: 0 });
      }),
    );
  });

  it('deviation, factor and overlap do not depend on the scale', () => {
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 1, max: 10_000 }), (a, b, by) => {
        const [plain, large] = [compareFigures(a, b), compareFigures(scaled(a, by), scaled(b, by))];
        expect(large.overlap).toBe(plain.overlap);
        expect(large.deviation ?? 0).toBeCloseTo(plain.deviation ?? 0, 9);
        expect((large.factor ?? 0) / (plain.factor ?? 1)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('no relation changes when both are written in a larger scale word', () => {
    // Numbers that are counted out one by one (below 100) are not rounded, so they begin above.
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 1, max: 9 }), (a, b, k) => {
        const [low, large] = [1e3, 10 ** (3 + k)].map((by) => compareFigures(scaled(a, by), scaled(b, by)));
        expect(large?.relation).toBe(low?.relation);
        expect(large?.power).toBe(low?.power);
      }),
    );
  });

  it('units that do not convert are never consistent', () => {
    const units = fc.constantFrom(
      'USD',
      'CNY',
      'percent',
      'kilometre',
      'kilogram',
      'user',
      'employee',
      'country',
      'hour',
    );
    fc.assert(
      fc.property(figure, figure, units, units, (a, b, one, other) => {
        fc.pre(one !== other);
        const comparison = compareFigures({ ...a, unit: one }, { ...b, unit: other });
        expect(comparison).toMatchObject({ relation: 'different-unit', overlap: false, deviation: null, factor: null });
      }),
    );
  });

  it('a conversion and its return give the same figure', () => {
    const rate = fc.double({ min: 1e-4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(figure, rate, (a, by) => {
        const rates = [{ from: 'USD', to: 'CNY', rate: by, on: '2024-01-01' }];
        const there = compareFigures({ ...a, unit: 'USD' }, facts(1, 1, { unit: 'CNY' }), rates).converted;
        const back = compareFigures({ ...a, ...there, unit: 'CNY' }, facts(1, 1, { unit: 'USD' }), rates).converted;
        for (const end of ['low', 'high'] as const) {
          if (a[end] === null) expect(back?.[end]).toBeNull();
          else expect((back?.[end] ?? 0) / (a[end] ?? 1)).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('never throws, whatever the units', () => {
    const unit = fc.option(fc.constantFrom(...DIRECT_NOUNS, ...HAN_NOUNS.values(), 'cent', 'penny', 'Q'), {
      nil: null,
    });
    const per = fc.option(fc.constantFrom('year', 'day', '1000 impressions', '1000000 tokens', '1000'), { nil: null });
    const end = fc.option(fc.double(), { nil: null });
    const any = fc.record({
      low: end,
      high: end,
      unit,
      per,
      qualifier,
      asOf: fc.constantFrom(null, '2021', '2021-05-04'),
    });
    fc.assert(fc.property(any, any, (a, b) => typeof compareFigures(a, b).relation === 'string'));
  });
});
