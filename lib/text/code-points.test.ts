import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointCounter, utf16Counter } from './code-points';

const text = 'a😀b😀😀c';

describe('code points', () => {
  test('are counted before an offset; half a character counts as one', () => {
    const count = codePointCounter(text);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(count)).toEqual([0, 1, 2, 2, 3, 4, 4, 5, 5, 6]);
    expect(count(99)).toBe(6);
  });

  test('lead back to offsets, the end being the last', () => {
    const offset = utf16Counter(text);
    expect([0, 1, 2, 3, 4, 5, 6].map(offset)).toEqual([0, 1, 3, 4, 6, 8, 9]);
    expect(offset(99)).toBe(9);
    expect([0, 1, 2, 3].map(utf16Counter('abc'))).toEqual([0, 1, 2, 3]);
  });

  test('are those of the language, there and back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '中', '😀', '\ud83d', '\udc00')), (parts) => {
        const any = parts.join('');
        const [count, offset] = [codePointCounter(any), utf16Counter(any)];
        let at = 0;
        for (const [index, point] of [...any].entries()) {
          expect([count(at), offset(index)]).toEqual([index, at]);
          at += point.length;
        }
      }),
    );
  });
});
