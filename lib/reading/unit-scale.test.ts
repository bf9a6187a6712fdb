import { describe, expect, it } from 'vitest';
import { ROWS } from '#lib/reading/figures/units/table';
import { countsAlike, currencyOf, dimensionOf, readRateBase, unitFactor } from './unit-scale';

describe('a factor between two units', () => {
  it.each<[from: string, to: string, factor: number]>([
    ['kilometre', 'metre', 1000],
    ['metre', 'nanometre', 1e9],
    ['foot', 'inch', 12],
    ['yard', 'foot', 3],
    ['mile', 'yard', 1760],
    ['mile', 'foot', 5280],
    ['square yard', 'square foot', 9],
    ['square foot', 'square inch', 144],
    ['square mile', 'acre', 640],
    ['acre', 'square yard', 4840],
    ['hectare', 'mu', 15],
    ['square kilometre', 'hectare', 100],
    ['cubic foot', 'cubic inch', 1728],
    ['cubic yard', 'cubic foot', 27],
    ['cubic mile', 'cubic yard', 5_451_776_000],
    ['cubic metre', 'litre', 1000],
    ['cubic centimetre', 'millilitre', 1],
    ['pound', 'ounce', 16],
    ['tonne', 'kilogram', 1000],
    ['tonne', 'jin', 2000],
    ['tonne', 'carat', 5e6],
    ['kilogram', 'microgram', 1e9],
    ['kilowatt hour', 'joule', 3.6e6],
    ['terawatt hour', 'gigawatt hour', 1000],
    ['teraelectronvolt', 'electronvolt', 1e12],
    ['gigahertz', 'hertz', 1e9],
    ['byte', 'bit', 8],
    ['week', 'hour', 168],
    ['fortnight', 'day', 14],
    ['second', 'millisecond', 1000],
    ['millisecond', 'nanosecond', 1e6],
    ['millennium', 'decade', 100],
    ['metre', 'decimetre', 10],
    ['square metre', 'square centimetre', 10_000],
    ['hectolitre', 'centilitre', 10_000],
    ['litre', 'microlitre', 1e6],
    ['short ton', 'pound', 2000],
    ['long ton', 'pound', 2240],
    ['gigatonne', 'megatonne', 1000],
    ['megapascal', 'hectopascal', 10_000],
    ['hectopascal', 'millibar', 1],
    ['gigajoule', 'kilojoule', 1e6],
    ['terawatt', 'milliwatt', 1e15],
    ['terahertz', 'megahertz', 1e6],
    ['zettabyte', 'petabyte', 1e6],
    ['exaflop', 'gigaflop', 1e9],
    ['kilovolt', 'millivolt', 1e6],
    ['sievert', 'microsievert', 1e6],
    ['megapixel', 'pixel', 1e6],
    ['day', 'minute', 1440],
    ['century', 'quarter', 400],
    ['times', 'percent', 100],
    ['times', 'ratio', 1],
    ['GBP', 'penny', 100],
  ])('1 %s is %s times %d', (from, to, factor) => {
    expect(unitFactor(from, to)).toEqual({ factor, even: true });
    expect(unitFactor(to, from)).toEqual({ factor: 1 / factor, even: true });
  });

  it('is uneven between days and months: a year of the Gregorian calendar has 365.2425 days', () => {
    expect(unitFactor('year', 'day')).toEqual({ factor: expect.closeTo(365.2425, 10), even: false });
    expect(unitFactor('day', 'year')).toEqual({ factor: expect.closeTo(1 / 365.2425, 10), even: false });
  });

  it.each([
    ['kilometre', 'kilogram'],
    ['gallon', 'litre'],
    ['barrel', 'gallon'],
    ['degree Celsius', 'degree Fahrenheit'],
    ['horsepower', 'kilowatt'],
    ['kilocalorie', 'kilojoule'],
    ['fluid ounce', 'ounce'],
    ['megabit', 'byte'],
    ['night', 'day'],
    ['USD', 'CNY'],
    ['USD', 'penny'],
    ['penny', 'cent'],
    ['person', 'employee'],
    ['program', 'gram'],
    ['', 'metre'],
  ])('there is none from %s to %s', (from, to) => {
    expect([unitFactor(from, to), unitFactor(to, from)]).toEqual([null, null]);
  });

  const even = ROWS.filter(({ factor }) => factor !== null);
  const known = (from: string, to: string): number => unitFactor(from, to)?.factor ?? Number.NaN;
  /** Each factor is off by at most the last digit of a double, and a product of two by a few of them. */
  const close = (value: number, expected: number): boolean =>
    Math.abs(value - expected) <= 6 * Number.EPSILON * Math.abs(expected);

  it('exists within a dimension and nowhere else, but between days and months', () => {
    for (const a of even)
      for (const b of even) {
        const found = unitFactor(a.name, b.name);
        expect([a.name, b.name, found?.even ?? false]).toEqual([a.name, b.name, a.dimension === b.dimension]);
        const spans = [a.dimension, b.dimension].every((one) => one === 'duration' || one === 'calendar');
        expect([a.name, b.name, found !== null]).toEqual([a.name, b.name, spans || a.dimension === b.dimension]);
      }
  });

  it('is that of the table to the last digit', () => {
    for (const { name, dimension, factor } of even) {
      const base = even.find((row) => row.dimension === dimension && row.factor === 1);
      expect([name, close(known(name, base?.name ?? ''), factor ?? 0)]).toEqual([name, true]);
    }
  });

  it('there and back is one, and over a third unit the same', () => {
    for (const a of even)
      for (const b of even.filter(({ dimension }) => dimension === a.dimension)) {
        expect([a.name, b.name, close(known(a.name, b.name) * known(b.name, a.name), 1)]).toEqual([
          a.name,
          b.name,
          true,
        ]);
        for (const c of even.filter(({ dimension }) => dimension === a.dimension)) {
          const detour = known(a.name, b.name) * known(b.name, c.name);
          expect([a.name, b.name, c.name, close(detour, known(a.name, c.name))]).toEqual([
            a.name,
            b.name,
            c.name,
            true,
          ]);
        }
      }
  });
});

describe('counted nouns', () => {
  it.each<[a: string, b: string, alike: boolean]>([
    ['person', 'employee', true],
    ['employee', 'worker', true],
    ['employee', 'user', false],
    ['firm', 'company', true],
    ['panda', 'panda', true],
    ['program', 'gram', false],
  ])('%s and %s', (a, b, alike) => {
    expect([countsAlike(a, b), countsAlike(b, a)]).toEqual([alike, alike]);
  });
});

describe('what a figure is reckoned by', () => {
  it.each<[per: string, count: number, unit: string]>([
    ['year', 1, 'year'],
    ['1000 impressions', 1000, 'impression'],
    ['100000 people', 100_000, 'person'],
    ['100 hertz', 100, 'hertz'],
    ['1000 families', 1000, 'family'],
    ['100', 1, '100'],
  ])('%s is %d %s', (per, count, unit) => {
    expect(readRateBase(per)).toEqual({ count, unit });
  });
});

describe('what a unit measures', () => {
  it.each([
    ['kilometre', 'length'],
    ['pint', 'volume'],
    ['carat', 'mass'],
    ['square foot', 'area'],
    ['year', 'calendar'],
    ['milliampere', 'charge'],
    ['USD', 'money'],
    ['BTC', 'money'],
    ['peso', 'money'],
    ['kopek', 'money'],
    ['times', 'share'],
    ['program', 'count'],
    ['person', 'count'],
    ['square program', 'count'],
  ])('of %s is %s', (unit, dimension) => {
    expect(dimensionOf(unit)).toBe(dimension);
  });
});

describe('the currency of a unit', () => {
  it.each([
    ['USD', 'USD'],
    ['penny', 'GBP'],
    ['cent', null],
    ['peso', null],
    ['person', null],
  ])('of %s is %s', (unit, currency) => {
    expect(currencyOf(unit)).toBe(currency);
  });
});
