import { expect, test } from 'vitest';
import { slotsOf, unitFor } from './slots';

test('weeks of a period, cut at its ends', () => {
  expect(slotsOf({ first: '2025-12-31', last: '2026-01-13' }, 'week')).toEqual([
    { key: '2026-W01', first: '2025-12-31', last: '2026-01-04' },
    { key: '2026-W02', first: '2026-01-05', last: '2026-01-11' },
    { key: '2026-W03', first: '2026-01-12', last: '2026-01-13' },
  ]);
});

test('months and years of a period', () => {
  expect(slotsOf({ first: '2026-01-20', last: '2026-03-02' }, 'month').map(({ key, last }) => [key, last])).toEqual([
    ...[
      ['2026-01', '2026-01-31'],
      ['2026-02', '2026-02-28'],
      ['2026-03', '2026-03-02'],
    ],
  ]);
  expect(slotsOf({ first: '2024-05-01', last: '2026-03-02' }, 'year').map(({ key }) => key)).toEqual([
    ...['2024', '2025', '2026'],
  ]);
});

test('a period that ends before it begins has none', () => {
  expect(slotsOf({ first: '2026-02-01', last: '2026-01-31' }, 'week')).toEqual([]);
});

test('long periods are counted in longer parts', () => {
  const since = (first: string) => ({ first, last: '2026-11-30' });
  expect([since('2025-12-01'), since('2025-11-01'), since('2020-01-01')].map((one) => unitFor(one, 'week'))).toEqual([
    ...['week', 'month', 'year'],
  ]);
  expect([since('2026-11-01'), since('2020-01-01')].map((one) => unitFor(one, 'month'))).toEqual(['month', 'year']);
});
