import { expect, test } from 'vitest';
import { groupRevisions } from './list';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 10, minute)).toISOString();
const small = (number: number, minute: number, id = 'ann') => ({ number, by: { id }, at: at(minute), minor: true });

test('small edits of one person in one go are one entry', () => {
  const big = { ...small(2, 1), minor: false };
  const list = [small(7, 50), small(6, 30), small(5, 22), small(4, 20, 'bo'), small(3, 2), big, { ...big, number: 1 }];
  expect(groupRevisions(list).map((group) => group.map(({ number }) => number))).toEqual([
    [7],
    [6, 5],
    [4],
    [3],
    [2],
    [1],
  ]);
});
