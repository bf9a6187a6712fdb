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

test('each parameter has its own name, and says itself again in an address', () => {
  const asked = {
    ...{ q: 'GPU', standing: 'disputed', kind: 'figure', speaker: 'Lin', reviewer: 'Bo', source: 'Filing' },
    ...{ article: 'Chips', publisher: 'Paper', metric: 'staff', figure: '300万', 'judged-from': '2026-01-02' },
    ...{ 'judged-to': '2026-02-03', 'published-from': '2025-01-02', 'published-to': '2025-02-03', sources: 'one' },
    ...{ 'look-again': '1', overdue: '1', sort: 'judged', page: '12' },
  };
  const query = claimQuery(asked);
  expect(query).toMatchObject({
    ...{ search: 'GPU', standing: 'disputed', kind: 'figure', speaker: 'Lin', reviewer: 'Bo', source: 'Filing' },
    ...{ article: 'Chips', publisher: 'Paper', metric: 'staff', figure: '300万', judgedFrom: '2026-01-02' },
    ...{ judgedTo: '2026-02-03', publishedFrom: '2025-01-02', publishedTo: '2025-02-03', sources: 'one' },
    ...{ lookAgain: true, overdue: true, sort: 'judged', page: 12 },
  });
  expect(claimParameters(query)).toEqual(asked);
});

test.each([
  ['0', 1],
  ['1', 1],
  ['99999', 99_999],
  ['100000', 1],
  ['1.5', 1],
  ['07', 1],
  [' 12 ', 12],
  ['12th', 1],
])('page %s is %d', (page, number) => {
  expect(claimQuery({ page }).page).toBe(number);
});

test('only whole days are days, and only a one is yes', () => {
  expect(claimQuery({ 'judged-from': '2026-02' }).judgedFrom).toBeNull();
  expect(claimQuery({ 'judged-from': '2026-02-28' }).judgedFrom).toBe('2026-02-28');
  expect(claimQuery({ overdue: 'yes' }).overdue).toBe(false);
  expect(claimQuery({}).judgedFrom).toBeNull();
});

test('long words are cut, and zeros and half characters taken out', () => {
  expect(claimQuery({ q: 'x'.repeat(400) }).search).toHaveLength(300);
  expect(claimQuery({ q: ' a\0b ' }).search).toBe('a b');
  expect(claimQuery({ q: 'a\ud800' }).search).toBe('a\ufffd');
});
