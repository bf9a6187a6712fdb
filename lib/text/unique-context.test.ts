import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, linearGrowth } from '#lib/testing/growth';
import { uniqueContexts } from './unique-context';

/** How often words stand in a text, overlaps included. */
function timesIn(text: string, words: string): number {
  let times = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) times += 1;
  return times;
}

const whole = (text: string) => ({ start: 0, end: text.length });

describe('the context of a passage', () => {
  test('is small where the words stand once', () => {
    const text = `${'a row of words, '.repeat(20)}only here${', a row of words'.repeat(20)}`;
    const start = text.indexOf('only');
    const [context] = uniqueContexts(text, [{ start, end: start + 9, within: whole(text) }]);
    expect(context && text.slice(context.start, context.end)).toContain('only here');
    expect((context?.end ?? 0) - (context?.start ?? 0)).toBeLessThanOrEqual(32);
  });

  test('stays in its paragraph where that is enough', () => {
    const text = 'Ten people saw us in May.\nTen people met them in June.';
    const within = { start: text.indexOf('\n') + 1, end: text.length };
    const [context] = uniqueContexts(text, [{ start: within.start, end: within.start + 3, within }]);
    expect(context?.start).toBeGreaterThanOrEqual(within.start);
  });

  test('reaches into the paragraphs beside where its own stands twice', () => {
    const text = 'One.\n375 staff.\nTwo.\n375 staff.\nThree.';
    for (const start of [text.indexOf('375'), text.lastIndexOf('375')]) {
      const [context] = uniqueContexts(text, [{ start, end: start + 3, within: { start, end: start + 10 } }]);
      expect(context && timesIn(text, text.slice(context.start, context.end))).toBe(1);
    }
  });

  test('is the whole of a short text, and nothing where a long one repeats itself', () => {
    expect(uniqueContexts('375', [{ start: 0, end: 3, within: { start: 0, end: 3 } }])).toEqual([{ start: 0, end: 3 }]);
    const text = 'ten '.repeat(3_000);
    expect(uniqueContexts(text, [{ start: 6_000, end: 6_003, within: whole(text) }])).toEqual([null]);
  });

  const different = String.fromCharCode(...Array.from({ length: 36 }, (_, i) => 0x4e00 + i));
  test.each<[where: string, passage: [number, number], within: [number, number], context: [number, number]]>([
    ['around its middle', [18, 20], [0, 36], [11, 27]],
    ['at the beginning', [0, 2], [0, 36], [0, 16]],
    ['at the end', [34, 36], [0, 36], [20, 36]],
    ['from the beginning of its paragraph', [8, 10], [8, 24], [8, 24]],
    ['to the end of its paragraph', [22, 24], [8, 24], [8, 24]],
    ['across a paragraph that is too short', [8, 10], [8, 23], [1, 17]],
    ['that is wider than a window', [8, 28], [0, 36], [8, 28]],
  ])('has sixteen characters %s', (_, [start, end], within, context) => {
    const passage = { start, end, within: { start: within[0], end: within[1] } };
    expect(uniqueContexts(different, [passage])).toEqual([{ start: context[0], end: context[1] }]);
  });

  test('is as wide as it must be where words come again and again', () => {
    const again = different.slice(0, 16).repeat(8);
    const text = `${again}x${again}`;
    const widthAt = (start: number) => {
      const [context] = uniqueContexts(text, [{ start, end: start + 2, within: whole(text) }]);
      return context && context.end - context.start;
    };
    expect([128, 121, 120, 119, 100, 90, 60, 0].map(widthAt)).toEqual([16, 16, 16, 32, 64, 128, 256, 256]);
  });

  test('is found for several passages at once', () => {
    const text = `${different}${different.slice(0, 20)}`;
    const at = (start: number) => ({ start, end: start + 2, within: whole(text) });
    expect(uniqueContexts(text, [at(4), at(26), at(40)])).toEqual([
      { start: 0, end: 32 },
      { start: 19, end: 35 },
      { start: 33, end: 49 },
    ]);
  });

  test('is widened to whole characters', () => {
    const text = `${different.slice(0, 10)}😀${different.slice(12, 25)}😀${different.slice(27)}`;
    expect(uniqueContexts(text, [{ start: 18, end: 20, within: whole(text) }])).toEqual([{ start: 10, end: 27 }]);
    expect(uniqueContexts(text, [{ start: 17, end: 19, within: whole(text) }])).toEqual([{ start: 10, end: 27 }]);
    expect(uniqueContexts(text, [{ start: 20, end: 21, within: whole(text) }])).toEqual([{ start: 12, end: 28 }]);
  });

  test('is the whole of a text of just one window', () => {
    const text = different.slice(0, 16);
    expect(uniqueContexts(text, [{ start: 3, end: 5, within: { start: 3, end: 5 } }])).toEqual([whole(text)]);
  });

  test('holds the passage, stands once and cuts no character, in any text', () => {
    const word = fc.constantFrom('375', '公司', '😀', '👩‍👧', ' ', '\n', 'a');
    const drawn = fc.tuple(fc.array(word, { minLength: 1, maxLength: 60 }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(drawn, ([words, from, length]) => {
        const text = words.join('');
        const first = from % words.length;
        const start = words.slice(0, first).join('').length;
        const end = words.slice(0, first + 1 + (length % (words.length - first))).join('').length;
        const [context] = uniqueContexts(text, [{ start, end, within: whole(text) }]);
        if (!context) throw new Error('no text of this length is without');
        expect(context.start <= start && context.end >= end).toBe(true);
        expect(timesIn(text, text.slice(context.start, context.end))).toBe(1);
        expect(text.slice(context.start, context.end).isWellFormed()).toBe(true);
      }),
    );
  });

  test('is found in time that grows with the text', () => {
    const rows = (many: number) => ({
      text: 'ten people, '.repeat(many),
      passages: Array.from({ length: many }, (_, row) => ({
        start: row * 12,
        end: row * 12 + 3,
        within: { start: 0, end: many * 12 },
      })),
    });
    const work = ({ text, passages }: ReturnType<typeof rows>) => uniqueContexts(text, passages);
    expect(growth(work, rows(400), rows(4_000))).toBeLessThan(linearGrowth);
  });
});
