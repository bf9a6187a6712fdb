import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './list-cursor';

test('a cursor says its place again and needs no escape in an address', () => {
  const id = fc.stringMatching(/^[\w-]{16}$/);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), id, (at, own) => {
      const cursor = writeCursor({ at, id: own });
      expect(readCursor(cursor)).toEqual({ at, id: own });
      expect(encodeURIComponent(cursor)).toBe(cursor);
    }),
  );
});

test.each(['', 'abc', '.abc', '12', 'ABC.id', '1 .id', '1.a b', `1.${'a'.repeat(65)}`])('“%s” is no cursor', (text) => {
  expect(readCursor(text)).toBeNull();
});
