import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimParameters, claimQuery, countFilters } from './claim-query';

test('a query is the same after a round by its address', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('disputed', 'figure', '2026-02-30', '2026-02-03', '1', '12', 'best', 'one'),
  );
  const keys = [
    'q',
    'standing',
    'kind',
    'speaker',
    'figure',
    'judged-from',
    'published-to',
    'sources',
    'overdue',
    'sort',
    'page',
  ];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), text), (asked) => {
      const query = claimQuery(asked);
      expect(claimQuery(claimParameters(query))).toEqual(query);
    }),
  );
});

test('what an address says wrong is left out', () => {
  const asked = {
    standing: 'great',
    kind: 'x',
    'judged-from': '2026-02-30',
    sources: 'many',
    sort: 'up',
    page: '-1',
    q: ['a', 'b'],
  };
  expect(claimParameters(claimQuery(asked))).toEqual({ q: 'a' });
});

test('words are sorted by how close they are, everything else by when it was marked', () => {
  expect(claimQuery({ q: 'x' }).sort).toBe('best');
  expect(claimQuery({}).sort).toBe('newest');
  expect(claimParameters(claimQuery({ q: 'x', sort: 'newest' }))).toEqual({ q: 'x', sort: 'newest' });
});

test('filters are counted beside words and standing', () => {
  expect(countFilters(claimQuery({ q: 'x', standing: 'open', page: '3' }))).toBe(0);
  expect(countFilters(claimQuery({ kind: 'figure', overdue: '1', speaker: 'Lin' }))).toBe(3);
});
