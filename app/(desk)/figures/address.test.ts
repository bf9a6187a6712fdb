import { expect, test } from 'vitest';
import { ledgerHref, ledgerQuery } from './address';

const everything = { search: '', standing: null, watched: false, sort: 'changed', page: 1 } as const;

test.each([
  [{}, everything],
  [
    { q: '员工', standing: 'disputed', watching: '1', sort: 'spread', page: '3' },
    { search: '员工', standing: 'disputed', watched: true, sort: 'spread', page: 3 },
  ],
  [{ standing: 'odd', sort: 'id', page: '0', watching: 'yes' }, everything],
  [{ page: '-1' }, everything],
  [{ page: '99999999999999999999' }, everything],
  [{ q: ['one', 'two'] }, { ...everything, search: 'one' }],
])('the address %j asks for %j', (asked, query) => {
  expect(ledgerQuery(asked)).toEqual(query);
});

test('an address says no more than it must, and another filter begins at the first page', () => {
  expect(ledgerHref(everything, {})).toBe('/figures');
  expect(ledgerHref({ ...everything, page: 4 }, { standing: 'open' })).toBe('/figures?standing=open');
  expect(ledgerHref({ ...everything, search: 'a b' }, { page: 2 })).toBe('/figures?q=a+b&page=2');
});

test('an address is read back as what it was made of', () => {
  const query = { search: '人 & co', standing: 'settled', watched: true, sort: 'name', page: 2 } as const;
  const address = new URL(ledgerHref(query, { page: query.page }), 'http://desk.example');
  expect(ledgerQuery(Object.fromEntries(address.searchParams))).toEqual(query);
});
