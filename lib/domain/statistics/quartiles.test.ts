import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quartilesOf } from './quartiles';

const of = (...values: number[]) => quartilesOf(values.length, (place) => values[place]);

test('quartiles lie between values where none lies on them', () => {
  expect(of()).toBeNull();
  expect(of(7)).toEqual({ of: 1, low: 7, median: 7, high: 7 });
  expect(of(1, 3)).toEqual({ of: 2, low: 1.5, median: 2, high: 2.5 });
  expect(of(1, 2, 3, 4)).toEqual({ of: 4, low: 1.75, median: 2.5, high: 3.25 });
  expect(of(1, 2, 4, 8, 16)).toEqual({ of: 5, low: 2, median: 4, high: 8 });
});

test('only the values next to the quarters are asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (count) => {
      const asked = new Set<number>();
      quartilesOf(count, (place) => asked.add(place).size);
      const beside = [1, 2, 3].flatMap((quarter) => {
        const below = Math.floor(((count - 1) * quarter) / 4);
        return [below, below + 1];
      });
      expect([...asked].filter((place) => !beside.includes(place) || place >= count)).toEqual([]);
    }),
  );
});

test('a value that is asked for and not there is a mistake', () => {
  expect(() => quartilesOf(3, () => undefined)).toThrow(RangeError);
});
