import { expect, test } from 'vitest';
import type { FigureReading } from '#lib/reading/figure-types';
import { checkReading } from './figure-facts';

const reading = (low: number | null, high: number | null): FigureReading => ({
  ...{ low, high, unit: null, qualifier: 'exact', per: null },
});

test.each<[number | null, number | null, string | null]>([
  [null, null, 'figure-empty'],
  [6, 5, 'range-upside-down'],
  [5, 6, null],
  [5, 5, null],
  [5, null, null],
  [null, 5, null],
  [0, null, null],
  [-5, -6, 'range-upside-down'],
])('a figure from %s to %s is refused for: %s', (low, high, code) => {
  const checked = checkReading(reading(low, high));
  expect(checked.ok ? null : checked.code).toBe(code);
  if (checked.ok) expect(checked.value).toEqual(reading(low, high));
});
