import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodOf, statisticsParameters, statisticsQuery } from './statistics-query';

test('a query is the same after a round by its address', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('12m', 'all', 'figure', '2026-02-03', '2026-02-30', '2025-01-01'));
  const keys = ['period', 'from', 'to', 'outlet', 'kind'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), text), (asked) => {
      const once = statisticsQuery(statisticsParameters(statisticsQuery(asked)));
      expect(statisticsQuery(statisticsParameters(once))).toEqual(once);
    }),
  );
});

test('what an address says wrong is left out, and days in the wrong order are exchanged', () => {
  expect(statisticsParameters(statisticsQuery({ period: 'x', from: '2026-02-30', to: '2026', kind: 'x' }))).toEqual({});
  expect(statisticsParameters(statisticsQuery({ from: '2026-02-03', to: '2026-01-03', outlet: ' A ' }))).toEqual({
    ...{ from: '2026-01-03', to: '2026-02-03', outlet: 'A' },
  });
});

// A Monday.
const desk = { today: '2026-11-30', earliest: '2024-05-06' };
const days = (asked: Record<string, string>, of = desk) => {
  const { first, last } = periodOf(statisticsQuery(asked), of);
  return [first, last];
};

test('named periods end today', () => {
  expect(days({})).toEqual(['2026-09-14', '2026-11-30']);
  expect(days({ period: '12m' })).toEqual(['2025-12-01', '2026-11-30']);
  expect(days({ period: 'all' })).toEqual(['2024-05-06', '2026-11-30']);
});

test('days that are named count before a named period, as far as there is anything to count', () => {
  expect(days({ period: 'all', from: '2026-01-01' })).toEqual(['2026-01-01', '2026-11-30']);
  expect(days({ from: '0001-01-01', to: '9999-12-31' })).toEqual(['2024-05-06', '2026-11-30']);
  expect(days({ to: '2024-12-31' })).toEqual(['2024-05-06', '2024-12-31']);
  // Before anything was there.
  expect(days({ from: '2020-01-01', to: '2020-12-31' })).toEqual(['2024-05-06', '2020-12-31']);
});

test('a wrong date of an article does not make a table of two thousand years', () => {
  expect(days({ period: 'all' }, { ...desk, earliest: '0001-01-01' })).toEqual(['1926-11-01', '2026-11-30']);
});
