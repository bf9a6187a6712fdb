import { expect, test } from 'vitest';
import { Cursor } from './cursor';

test('a cursor moves forwards, and tells what it has passed and what comes next', () => {
  const cursor = new Cursor([1, 2, 3, 5, 8]);
  expect([cursor.last, cursor.next]).toEqual([undefined, 1]);
  expect(cursor.pass((number) => number < 3)).toBe(3);
  expect([cursor.last, cursor.next]).toEqual([2, 3]);
  expect(cursor.take((number) => number < 8)).toEqual([3, 5]);
  expect(cursor.take((number) => number < 8)).toEqual([]);
  expect(cursor.pass(() => true)).toBeUndefined();
  expect([cursor.last, cursor.next]).toEqual([8, undefined]);
});
