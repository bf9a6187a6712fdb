import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putBack, withoutLongLists } from './long-lists';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test('long lists go in parts, wherever they stand, and come back where they stood', () => {
  const value = { ok: true, value: { title: 'A', claims: numbers(1_201), paragraphs: numbers(500), none: null } };
  const { rest, parts } = withoutLongLists(value);
  expect(rest).toEqual({ ok: true, value: { ...value.value, claims: [] } });
  expect(parts.map(({ at, part }) => [at.join('.'), part.length])).toEqual([
    ['value.claims', 500],
    ['value.claims', 500],
    ['value.claims', 201],
  ]);
  for (const part of parts) putBack(rest, part);
  expect(rest).toEqual(value);
});

test('what is a list itself, or has none, or is no plain object, comes back as it was', () => {
  const leaf = fc.oneof(fc.string(), fc.constant(null), fc.constant(new Uint8Array(3)));
  const list = fc.integer({ min: 0, max: 1_100 }).map(numbers);
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof({ maxDepth: 6 }, leaf, list, fc.dictionary(fc.string(), tie('tree'), { maxKeys: 3 })),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const { rest, parts } = withoutLongLists(structuredClone(value));
      const sent = structuredClone(rest);
      for (const part of parts) putBack(sent, part);
      expect(sent).toEqual(value);
    }),
  );
});

test('a part without its list is a mistake that is told', () => {
  expect(() => putBack({ a: 1 }, { at: ['a'], part: [1] })).toThrow('There is no list at a');
});
