import { expect, test } from 'vitest';
import { growthAfterWarmUp, latencies, percentile } from './readings';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test.each([
  [0.5, 50],
  [0.95, 95],
  [0.99, 99],
  [1, 100],
  [0, 1],
])('the share %s of the numbers to 100 lies below %s', (part, value) => {
  expect(percentile(hundred, part)).toBe(value);
});

test('of nothing there is no percentile', () => {
  expect(percentile([], 0.5)).toBeNaN();
});

test('each act has a line of its own', () => {
  const measured = new Map([
    ['judge', [10.4, 20.6]],
    ['read', [5]],
  ]);
  expect(latencies(measured)).toEqual([
    { act: 'judge', count: 2, p50: 10, p95: 21, p99: 21, longest: 21 },
    { act: 'read', count: 1, p50: 5, p95: 5, p99: 5, longest: 5 },
  ]);
});

test('the first third of the memory is warm-up', () => {
  expect(growthAfterWarmUp([1, 50, 100, 100, 110, 110])).toBeCloseTo(110 / 100);
  expect(growthAfterWarmUp([100, 100])).toBeNaN();
});
