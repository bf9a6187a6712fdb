import { expect, it } from 'vitest';
import { anchorAt, heightOf, pageAt, topsOf } from './page-layout';

const usual = { width: 100, height: 200 };

it('lays pages below each other, those that are not read like the first', () => {
  const read = new Map([[2, { width: 50, height: 100 }]]);
  expect([...topsOf(3, { usual, read }, 2)]).toEqual([12, 424, 636, 1_048]);
});

it.each([
  [0, 1],
  [12, 1],
  [223.9, 1],
  [224, 2],
  [1e9, 3],
])('%d pixels down is page %d', (height, page) => {
  expect(pageAt(topsOf(3, { usual, read: new Map() }, 1), height)).toBe(page);
});

it('keeps a place while pages above it turn out larger', () => {
  const before = topsOf(3, { usual, read: new Map() }, 1);
  const after = topsOf(3, { usual, read: new Map([[1, { width: 100, height: 900 }]]) }, 1);
  const place = anchorAt(before, 436 + 53);
  expect(place).toEqual({ page: 3, share: 0.25 });
  expect(heightOf(after, place)).toBe(436 + 700 + 53);
});
