import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Standing, standings } from '#lib/domain/claims/standing';
import type { FigureFacts } from '#lib/reading/figure-types';
import { contradictsSettled, metricStanding, type ObservationView, settledValue, spread } from './metric-standing';

const facts = (low: number | null, high: number | null, more: Partial<FigureFacts> = {}): FigureFacts => ({
  ...{ low, high, unit: 'person', qualifier: 'exact', per: null, asOf: null },
  ...more,
});

let count = 0;
const observation = (figure: FigureFacts, more: Partial<ObservationView>): ObservationView => {
  count += 1;
  return {
    ...{ id: `o${count}`, from: 'source', figure, stance: 'supports', standing: null, sourceOrigin: null },
    at: `2024-01-01T00:00:${String(count % 60).padStart(2, '0')}Z`,
    ...more,
  };
};

const claim = (value: number, standing: Standing, more: Partial<FigureFacts> = {}): ObservationView =>
  observation(facts(value, value, more), { from: 'claim', stance: null, standing });

const source = (value: number, more: Partial<ObservationView> = {}, figure: Partial<FigureFacts> = {}) =>
  observation(facts(value, value, figure), more);

const range = (low: number | null, high: number | null, more: Partial<FigureFacts> = {}): ObservationView =>
  observation(facts(low, high, more), {});

describe('the standing of a metric', () => {
  it.each<[name: string, observations: ObservationView[], standing: string]>([
    ['nothing is known', [], 'open'],
    ['a claim is not judged', [claim(375, 'open')], 'open'],
    ['a source stands alone', [source(375)], 'open'],
    [
      'a claim and one source agree without a judgement',
      [claim(375, 'open'), source(372, {}, { qualifier: 'about' })],
      'open',
    ],
    ['a claim is verified', [claim(375, 'verified')], 'settled'],
    ['a claim is verified by a source', [claim(375, 'verified'), source(375)], 'settled'],
    ['a claim is false and a source says what is true', [claim(375, 'false'), source(770)], 'settled'],
    ['a disputed claim contradicts its sources', [claim(375, 'disputed'), source(770), source(770)], 'disputed'],
    ['a claim is false and nothing stands in its place', [claim(375, 'false')], 'open'],
    ['two sources agree', [source(770), source(770)], 'settled'],
    ['a source and its repost agree', [source(770, { sourceOrigin: 'a' }), source(770, { sourceOrigin: 'a' })], 'open'],
    [
      'a repost agrees at another date',
      [source(770, { sourceOrigin: 'a' }, { asOf: '2021' }), source(770, { sourceOrigin: 'a' }, { asOf: '2023' })],
      'open',
    ],
    [
      'sources of two origins agree at another date',
      [source(770, { sourceOrigin: 'a' }, { asOf: '2021' }), source(770, { sourceOrigin: 'b' }, { asOf: '2023' })],
      'settled',
    ],
    [
      'a source contradicts its own older words of the same date',
      [source(770, { sourceOrigin: 'a' }), source(375, { sourceOrigin: 'a' }), source(375)],
      'settled',
    ],
    [
      'a source contradicts its own words of another date only',
      [source(770, { sourceOrigin: 'a' }, { asOf: '2021' }), source(375, { sourceOrigin: 'a' }, { asOf: '2023' })],
      'open',
    ],
    [
      'two sources disagree and both are for context',
      [source(375, { stance: 'context' }), source(770, { stance: 'context' })],
      'open',
    ],
    [
      'a claim is verified and a source contradicts it that was added against it',
      [claim(375, 'verified'), source(770, { stance: 'refutes' })],
      'disputed',
    ],
    ['a false claim contradicts two claims', [claim(375, 'false'), claim(770, 'open'), claim(770, 'open')], 'open'],
    ['an unverifiable claim stands alone', [claim(375, 'unverifiable')], 'open'],
    ['a disputed claim stands alone', [claim(375, 'disputed')], 'open'],
    ['two claims agree that nobody has ruled on', [claim(375, 'open'), claim(375, 'unverifiable')], 'open'],
    [
      'a source for context alone stands beside a false claim',
      [claim(375, 'false'), source(770, { stance: 'context' })],
      'open',
    ],
    ['a source for context agrees', [source(770), source(770, { stance: 'context' })], 'open'],
    ['an open claim contradicts a source', [claim(375, 'open'), source(770)], 'disputed'],
    ['a contested claim contradicts a source', [claim(375, 'contested'), source(770)], 'disputed'],
    ['an unverifiable claim contradicts another', [claim(375, 'unverifiable'), claim(770, 'open')], 'disputed'],
    ['a verified claim contradicts a source', [claim(375, 'verified'), source(770)], 'disputed'],
    ['two verified claims contradict each other', [claim(375, 'verified'), claim(770, 'verified')], 'disputed'],
    ['a verified claim stands against a false one', [claim(375, 'verified'), claim(770, 'false')], 'settled'],
    ['sources contradict each other', [source(375), source(770)], 'disputed'],
    [
      'sources contradict each other and a claim is verified',
      [claim(375, 'verified'), source(375), source(770)],
      'disputed',
    ],
    ['sources are a power of ten apart', [source(375), source(3750)], 'disputed'],
    ['a source for context contradicts', [claim(375, 'verified'), source(770, { stance: 'context' })], 'settled'],
    ['sources are of other years', [source(375, {}, { asOf: '2021' }), source(770, {}, { asOf: '2023' })], 'open'],
    [
      'a verified claim is older than a source',
      [claim(375, 'verified', { asOf: '2021' }), source(770, {}, { asOf: '2023' })],
      'settled',
    ],
    ['sources count other things', [source(375, {}, { unit: 'user' }), source(770, {}, { unit: 'employee' })], 'open'],
    [
      'a repost has been corrected',
      [source(375, { sourceOrigin: 'a' }), source(770, { sourceOrigin: 'a' }), source(770)],
      'settled',
    ],
  ])('when %s', (_name, observations, standing) => {
    expect(metricStanding(observations)).toBe(standing);
    expect(metricStanding(observations.toReversed())).toBe(standing);
    expect(settledValue(observations) !== null).toBe(standing === 'settled');
  });
});

describe('the settled value', () => {
  it('goes from the lowest to the highest of the primary sources', () => {
    const observations = [
      source(4.6e6, { id: 'a', sourceKind: 'primary' }),
      source(4_612_000, { id: 'b', sourceKind: 'primary' }),
      source(4_640_000, { id: 'c', sourceKind: 'secondary' }),
    ];
    expect(settledValue(observations.slice(0, 2))).toEqual({
      figure: facts(4.6e6, 4_612_000),
      observations: ['a', 'b'],
    });
    expect(settledValue([claim(5e6, 'false'), ...observations.slice(0, 2)])?.observations).toEqual(['a', 'b']);
  });

  it('is of the newest date, with the figures that hold then', () => {
    const value = settledValue([
      source(375, { id: 'old' }, { asOf: '2021' }),
      source(770, { id: 'year' }, { asOf: '2023' }),
      source(772, { id: 'month' }, { asOf: '2023-11', qualifier: 'about' }),
    ]);
    expect(value?.figure).toEqual(facts(770, 772, { asOf: '2023-11', qualifier: 'about' }));
    expect(value?.observations.toSorted()).toEqual(['month', 'year']);
  });

  it('is in the unit of its newest figure', () => {
    const rates = [{ from: 'USD', to: 'CNY', rate: 7.25, on: '2024-06-28' }];
    const value = settledValue(
      [source(725, {}, { unit: 'CNY', asOf: '2023' }), source(100, {}, { unit: 'USD', asOf: '2024' })],
      rates,
    );
    expect(value?.figure).toMatchObject({ low: 100, high: 100, unit: 'USD' });
    expect(settledValue([source(725, {}, { unit: 'CNY' }), source(100, {}, { unit: 'USD' })])).toBeNull();
  });

  it('takes a bound only where nothing else is known', () => {
    expect(settledValue([range(700, null, { qualifier: 'at-least' }), source(770)])?.figure).toEqual(facts(770, 770));
    const bounds = [range(700, null, { qualifier: 'at-least' }), range(600, null, { qualifier: 'more-than' })];
    expect(settledValue(bounds)?.figure).toMatchObject({ low: 600, high: null, qualifier: 'more-than' });
  });

  it('is of the figure entered last where no date tells them apart', () => {
    const [first, last] = ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z'];
    const value = settledValue([
      source(100, { at: last }, { unit: 'percent' }),
      source(1, { at: first }, { unit: 'times' }),
    ]);
    expect(value?.figure).toMatchObject({ low: 100, unit: 'percent' });
  });

  it('is of a figure with a date before one without', () => {
    const value = settledValue([
      source(100, { at: '2024-01-01T00:00:00Z' }, { unit: 'percent', asOf: '2020' }),
      source(1, { at: '2024-01-02T00:00:00Z' }, { unit: 'times' }),
    ]);
    expect(value?.figure).toMatchObject({ low: 100, unit: 'percent', asOf: '2020' });
  });

  it('is of primary sources alone, even where another source is newer', () => {
    const value = settledValue([
      source(375, { id: 'a', sourceKind: 'primary' }, { asOf: '2021' }),
      source(376, { id: 'b', sourceKind: 'primary' }, { asOf: '2021', qualifier: 'about' }),
      source(770, { id: 'c', sourceKind: 'secondary' }, { asOf: '2023' }),
    ]);
    expect(value?.observations.toSorted()).toEqual(['a', 'b']);
    expect(value?.figure.asOf).toBe('2021');
  });

  it('is of sources before verified claims, and of no claim that is not verified', () => {
    const value = settledValue([
      claim(376, 'verified', { qualifier: 'about' }),
      source(375, { id: 'a' }),
      source(375, { id: 'b' }),
    ]);
    expect(value?.observations.toSorted()).toEqual(['a', 'b']);
    const [one, other] = [claim(375, 'verified'), claim(376, 'open', { qualifier: 'about' })];
    expect(settledValue([one, other])?.observations).toEqual([one.id]);
  });

  it('is about where one of its figures is, and exact where none is', () => {
    expect(settledValue([source(770), source(772, {}, { qualifier: 'about' })])?.figure.qualifier).toBe('about');
    expect(settledValue([source(770), source(770)])?.figure.qualifier).toBe('exact');
  });

  it('is that of verified claims where no source gives one', () => {
    expect(settledValue([claim(375, 'verified')])?.figure).toEqual(facts(375, 375));
  });
});

describe('a figure beside the settled value', () => {
  const settled = settledValue([source(770), source(775, {}, { qualifier: 'about' })]);

  it.each([
    [facts(772, 772), null],
    [facts(375, 375), 'off'],
    [facts(7700, 7700), 'power-of-ten'],
    [facts(375, 375, { unit: 'USD' }), null],
    [facts(700, null, { qualifier: 'more-than' }), null],
  ])('%j: %s', (figure, relation) => {
    expect(contradictsSettled(figure, settled)?.relation ?? null).toBe(relation);
  });

  it.each([
    [7700, 'power-of-ten', 1],
    [77, 'power-of-ten', -1],
    [1540, 'off', null],
    [385, 'off', null],
  ])('says of %d how far it is from the settled value, not the other way round', (value, relation, power) => {
    const exactly = settledValue([source(770), source(770)]);
    const comparison = contradictsSettled(facts(value, value), exactly);
    expect(comparison).toMatchObject({ relation, power, factor: value / 770, deviation: value / 770 - 1 });
  });

  it('is compared in the unit of the settled value, at the rates of the desk', () => {
    const rates = [{ from: 'USD', to: 'CNY', rate: 7.25, on: '2024-06-28' }];
    const dollars = settledValue([source(100, {}, { unit: 'USD' }), source(100, {}, { unit: 'USD' })]);
    const yuan = facts(1450, 1450, { unit: 'CNY' });
    expect(contradictsSettled(yuan, dollars)).toBeNull();
    expect(contradictsSettled(yuan, dollars, rates)).toMatchObject({ relation: 'off', converted: { low: 200 } });
    expect(contradictsSettled(facts(725, 725, { unit: 'CNY' }), dollars, rates)).toBeNull();
  });

  it('contradicts nothing where nothing is settled', () => {
    expect(contradictsSettled(facts(1, 1), null)).toBeNull();
  });

  it('does not contradict a value of another year', () => {
    const value = settledValue([source(770, {}, { asOf: '2023' }), source(770, {}, { asOf: '2023' })]);
    expect(contradictsSettled(facts(375, 375, { asOf: '2021' }), value)).toBeNull();
  });
});

describe('the spread of what is said', () => {
  it('goes over claims of any standing and all sources', () => {
    const one = claim(375, 'false');
    const other = source(7500, { stance: 'context' });
    expect(spread([one, source(770), other])).toEqual({
      ...{ lowest: { value: 375, id: one.id }, highest: { value: 7500, id: other.id }, factor: 20 },
      ...{ unit: 'person', per: null, leftOut: [] },
    });
  });

  it('names what it cannot convert, and counts no open end', () => {
    const money = claim(5, 'open', { unit: 'USD' });
    const found = spread([money, source(770), range(500, null, { qualifier: 'at-least' })]);
    expect(found).toMatchObject({ lowest: { value: 500 }, highest: { value: 770 }, leftOut: [money.id] });
  });

  it('is in the unit of the newest source, though a claim is newer', () => {
    const old = source(1, { at: '2024-01-01T00:00:00Z' }, { unit: 'times' });
    const newer = source(200, { at: '2024-01-02T00:00:00Z' }, { unit: 'percent' });
    const newest: ObservationView = { ...claim(3, 'open', { unit: 'times' }), at: '2024-01-03T00:00:00Z' };
    expect(spread([newest, old, newer])).toMatchObject({
      ...{ unit: 'percent', lowest: { value: 100, id: old.id }, highest: { value: 300, id: newest.id } },
    });
    expect(spread([newest])).toMatchObject({ unit: 'times' });
  });

  it('has no factor from zero, and is nothing without observations', () => {
    expect(spread([source(0), source(5)])?.factor).toBeNull();
    expect(spread([])).toBeNull();
  });
});

it('no order of the observations changes standing or value', () => {
  const any = fc.record({
    value: fc.constantFrom(300, 375, 770, 3750),
    standing: fc.option(fc.constantFrom(...standings), { nil: null }),
    origin: fc.option(fc.constantFrom('a', 'b'), { nil: null }),
    asOf: fc.constantFrom(null, '2021', '2023', '2023-05'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(any, { maxLength: 6 }), (rows) => {
      const observations = rows.map(({ value, standing, origin, asOf }, at) =>
        standing
          ? claim(value, standing, { asOf })
          : source(value, { sourceOrigin: origin, at: `2024-01-0${at + 1}T00:00:00Z` }, { asOf }),
      );
      const back = observations.toReversed();
      expect(metricStanding(back)).toBe(metricStanding(observations));
      const [there, turned] = [settledValue(observations), settledValue(back)];
      expect(turned?.figure).toEqual(there?.figure);
      expect(turned?.observations.toSorted()).toEqual(there?.observations.toSorted());
    }),
  );
});
