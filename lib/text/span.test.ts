import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, linearGrowth } from '#lib/testing/growth';
import { isCharacterBoundary, layerSpans, type Span, settleSpan, stepCharacter } from './span';

const family = '👨‍👩‍👧';
const flag = '🇨🇳';
const accented = 'e\u0301';
/** More flags, and more accents on one letter, than any fixed window around an index would hold. */
const manyFlags = flag.repeat(40);
const manyAccents = `ae${'\u0301'.repeat(200)}b`;

/** The boundaries of a whole text, by the standard's own algorithm. */
function boundaries(text: string): Set<number> {
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text);
  return new Set([0, text.length, ...Array.from(segments, ({ index }) => index)]);
}

const pieces = [
  'a',
  '中',
  ' ',
  '\u3000',
  '\n',
  '。',
  '😀',
  '👍🏽',
  family,
  flag,
  '🇨',
  accented,
  '\u0301',
  '\u200d',
  '\ud83d',
];
const anyText = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 120 });
const textAndSpan = anyText.chain((text) =>
  fc.record({ text: fc.constant(text), start: fc.nat(text.length), end: fc.nat(text.length) }),
);

describe('isCharacterBoundary', () => {
  test.each<[string, string, number, boolean]>([
    ['the start', 'ab', 0, true],
    ['the end', 'ab', 2, true],
    ['between letters', 'ab', 1, true],
    ['between ideographs', '中文', 1, true],
    ['inside of a surrogate pair', '😀', 1, false],
    ['inside of a family', family, 2, false],
    ['before the joiner of a family', `a${family}`, 3, false],
    ['after a family', `${family}a`, family.length, true],
    ['between a letter and its accent', accented, 1, false],
    ['inside of a flag', flag, 2, false],
    ['between two flags', flag + flag, 4, true],
    ['between a thumb and its colour', '👍🏽', 2, false],
    ['inside of a line end', 'a\r\nb', 2, false],
    ['inside of the last of many flags', manyFlags, manyFlags.length - 2, false],
    ['between many flags', manyFlags, manyFlags.length - 4, true],
    ['far into a pile of accents', manyAccents, 150, false],
    ['inside of a surrogate pair far into a text', `${'a'.repeat(100)}😀`, 101, false],
    ['between a letter and the first of the combining marks', 'a\u0300', 1, false],
    ['between a number sign and its digits', '\u060012', 1, false],
  ])('%s', (_, text, index, expected) => {
    expect(isCharacterBoundary(text, index)).toBe(expected);
  });

  test('agrees about each character of Latin and Chinese texts, beside letters, its like and emoji', () => {
    const ranges = [
      [0x20, 0x37f],
      [0x2000, 0x206f],
      [0x2e80, 0x4dff],
      [0x9f00, 0xa0ff],
      [0xfe00, 0xffef],
    ] as const;
    for (const [first, last] of ranges) {
      for (let code = first; code <= last; code += 1) {
        const char = String.fromCharCode(code);
        const text = `a${char}${char}中${char}。${char}😀${char}`;
        const found = Array.from({ length: text.length + 1 }, (_, index) => index).filter((index) =>
          isCharacterBoundary(text, index),
        );
        expect(found, code.toString(16)).toEqual([...boundaries(text)].sort((a, b) => a - b));
      }
    }
  });

  test('agrees with a segmentation of the whole text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = boundaries(text);
        const found = Array.from({ length: text.length + 1 }, (_, index) => index).filter((index) =>
          isCharacterBoundary(text, index),
        );
        expect(found).toEqual([...expected].sort((a, b) => a - b));
      }),
    );
  });
});

describe('settleSpan', () => {
  const settled = (text: string, start: number, end: number) => {
    const span = settleSpan(text, { start, end });
    return span && text.slice(span.start, span.end);
  };

  test.each<[string, string, number, number, string | null]>([
    ['keeps a selection of whole words', 'one two', 0, 3, 'one'],
    ['keeps a selection inside of a word', 'thirteen', 0, 4, 'thir'],
    ['never widens Chinese to a word or sentence', '公司约有375人。', 1, 2, '司'],
    ['keeps a Chinese phrase', '公司约有375人。', 4, 8, '375人'],
    ['trims spaces and line ends', ' a b \n', 0, 6, 'a b'],
    ['trims ideographic and no-break spaces', '\u3000中文\u00a0', 0, 4, '中文'],
    ['takes a reversed selection', 'one two', 7, 4, 'two'],
    ['clamps a selection that leaves the text', 'one', -5, 99, 'one'],
    ['takes all of a family', `a${family}b`, 3, 4, family],
    ['takes all of a flag', `a${flag}b`, 1, 3, flag],
    ['takes one of two flags', flag + flag, 5, 7, flag],
    ['takes a letter with its accent', `${accented}x`, 0, 1, accented],
    ['takes an accent with its letter', `${accented}x`, 1, 2, accented],
    ['takes both halves of a surrogate pair', 'a😀b', 2, 3, '😀'],
    ['takes all of a family far into a text', `${'中'.repeat(100)}${family}b`, 102, 103, family],
    ['takes a whole pile of accents', manyAccents, 80, 81, manyAccents.slice(1, -1)],
    ['keeps a space that carries an accent', 'a \u0301b', 1, 4, ' \u0301b'],
    ['finds nothing in white space', 'a \n b', 1, 4, null],
    ['finds nothing in a caret', 'abc', 1, 1, null],
    ['finds nothing outside of the text', 'abc', 7, 9, null],
    ['finds nothing in an empty text', '', 0, 1, null],
  ])('%s', (_, text, start, end, expected) => {
    expect(settled(text, start, end)).toBe(expected);
  });

  test('gives whole characters, visible at both ends, and the same again', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const span = settleSpan(text, { start, end });
        if (!span) return;
        const whole = boundaries(text);
        expect(whole.has(span.start) && whole.has(span.end)).toBe(true);
        const exact = text.slice(span.start, span.end);
        expect(text.slice(span.start, stepCharacter(text, span.start, 1)).trim()).not.toBe('');
        expect(text.slice(stepCharacter(text, span.end, -1), span.end).trim()).not.toBe('');
        expect(exact.trim()).not.toBe('');
        expect(settleSpan(text, span)).toEqual(span);
      }),
    );
  });

  test('does not depend on the direction of the selection', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        expect(settleSpan(text, { start, end })).toEqual(settleSpan(text, { start: end, end: start }));
      }),
    );
  });
});

describe('stepCharacter', () => {
  test.each<[string, string, number, 1 | -1, number]>([
    ['one letter forward', 'ab', 0, 1, 1],
    ['one letter back', 'ab', 2, -1, 1],
    ['stays at the end', 'ab', 2, 1, 2],
    ['stays at the start', 'ab', 0, -1, 0],
    ['over a family', `${family}a`, 0, 1, family.length],
    ['back over a family', `a${family}`, 1 + family.length, -1, 1],
    ['over a flag', flag + flag, 4, 1, 8],
    ['back over a letter with its accent', `a${accented}`, 3, -1, 1],
    ['out of a character that it was inside of', flag, 2, 1, 4],
    ['in an empty text', '', 0, 1, 0],
  ])('%s', (_, text, index, direction, expected) => {
    expect(stepCharacter(text, index, direction)).toBe(expected);
  });

  test('walks every boundary of a text, there and back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = [...boundaries(text)].sort((a, b) => a - b);
        const walk = (from: number, direction: 1 | -1) => {
          const visited = [from];
          for (let at = from; ; ) {
            const next = stepCharacter(text, at, direction);
            if (next === at) return visited;
            visited.push(next);
            at = next;
          }
        };
        expect(walk(0, 1)).toEqual(expected);
        expect(walk(text.length, -1)).toEqual(expected.reverse());
      }),
    );
  });
});

describe('layerSpans', () => {
  test('lays spans that do not meet, or only touch, on one lane', () => {
    const lanesOf = (spans: (Span & { id: string })[]) =>
      new Map(layerSpans(9, spans).flatMap(({ layers }) => layers.map(({ id, lane }) => [id, lane] as const)));
    const [long, apart, touching] = [
      { id: 'long', start: 0, end: 5 },
      { id: 'apart', start: 6, end: 8 },
      { id: 'touching', start: 5, end: 7 },
    ];
    expect(lanesOf([long, apart])).toEqual(
      new Map([
        ['long', 0],
        ['apart', 0],
      ]),
    );
    expect(lanesOf([long, touching])).toEqual(
      new Map([
        ['long', 0],
        ['touching', 0],
      ]),
    );
  });

  test('gives two spans of one place the same lanes in whatever order they come', () => {
    const [a, b] = [
      { id: 'a', start: 1, end: 3 },
      { id: 'b', start: 1, end: 3 },
    ];
    expect(layerSpans(4, [b, a])).toEqual(layerSpans(4, [a, b]));
  });

  /** Segments as lines: '0-3 ab' has span a outermost, b inside. */
  const drawn = (length: number, spans: Record<string, [number, number]>) =>
    layerSpans(
      length,
      Object.entries(spans).map(([id, [start, end]]) => ({ id, start, end })),
    ).map(({ start, end, layers }) => `${start}-${end} ${layers.map(({ id }) => id).join('')}`.trim());

  test.each<[string, Record<string, [number, number]>, string[]]>([
    ['no span', {}, ['0-9']],
    ['one span', { a: [2, 5] }, ['0-2', '2-5 a', '5-9']],
    ['all of the text', { a: [0, 9] }, ['0-9 a']],
    ['a nested span, inside of the other', { a: [3, 4], b: [1, 6] }, ['0-1', '1-3 b', '3-4 ba', '4-6 b', '6-9']],
    ['crossing spans', { a: [1, 5], b: [3, 8] }, ['0-1', '1-3 a', '3-5 ba', '5-8 b', '8-9']],
    ['adjacent spans, without a layer in common', { a: [1, 4], b: [4, 6] }, ['0-1', '1-4 a', '4-6 b', '6-9']],
    ['equal spans, both', { a: [2, 4], b: [2, 4] }, ['0-2', '2-4 ba', '4-9']],
    ['three deep', { a: [0, 9], b: [2, 7], c: [4, 5] }, ['0-2 a', '2-4 ab', '4-5 abc', '5-7 ab', '7-9 a']],
    ['a span of zero length, not at all', { a: [4, 4] }, ['0-9']],
    ['a span that leaves the text, not at all', { a: [-1, 3], b: [6, 10], c: [5, 2] }, ['0-9']],
  ])('draws %s', (_, spans, expected) => {
    expect(drawn(9, spans)).toEqual(expected);
  });

  test('draws nothing of an empty text', () => {
    expect(layerSpans(0, [{ id: 'a', start: 0, end: 0 }])).toEqual([]);
  });

  test('reuses the lane nearest to the text once a span has ended', () => {
    const segments = layerSpans(9, [
      { id: 'a', start: 0, end: 3 },
      { id: 'b', start: 3, end: 9 },
    ]);
    expect(segments.flatMap(({ layers }) => layers.map(({ lane }) => lane))).toEqual([0, 0]);
  });

  const length = 40;
  const anySpans = fc
    .array(fc.tuple(fc.integer({ min: -2, max: length + 2 }), fc.integer({ min: -2, max: length + 2 })), {
      maxLength: 25,
    })
    .map((ends) => ends.map(([start, end], index) => ({ id: `s${index}`, start, end })));
  const isDrawn = ({ start, end }: Span) => start >= 0 && start < end && end <= length;

  test('tiles the text without a gap or an empty piece', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        let at = 0;
        for (const segment of layerSpans(length, spans)) {
          expect(segment.start).toBe(at);
          expect(segment.end).toBeGreaterThan(segment.start);
          at = segment.end;
        }
        expect(at).toBe(length);
      }),
    );
  });

  test('gives each piece exactly the spans that cover it', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        for (const { start, end, layers } of layerSpans(length, spans)) {
          const covering = spans.filter((span) => isDrawn(span) && span.start <= start && end <= span.end);
          expect(layers.map(({ id }) => id).sort()).toEqual(covering.map(({ id }) => id).sort());
        }
      }),
    );
  });

  test('never puts two spans that share a character in one lane, and each keeps its lane', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const laneOf = new Map<string, number>();
        for (const { layers } of layerSpans(length, spans)) {
          expect(new Set(layers.map(({ lane }) => lane)).size).toBe(layers.length);
          for (const { id, lane } of layers) {
            expect(laneOf.get(id) ?? lane).toBe(lane);
            laneOf.set(id, lane);
          }
        }
      }),
    );
  });

  test('lays an inner span nearer to the text than the one around it, outermost first', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const byId = new Map(spans.map((span) => [span.id, span]));
        const lengthOf = (id: string) => (byId.get(id)?.end ?? 0) - (byId.get(id)?.start ?? 0);
        const holds = (outer: string, inner: string) => {
          const [a, b] = [byId.get(outer), byId.get(inner)];
          return a && b && a.start <= b.start && b.end <= a.end && lengthOf(outer) > lengthOf(inner);
        };
        for (const { layers } of layerSpans(length, spans)) {
          layers.forEach((layer, index) => {
            for (const later of layers.slice(index + 1)) {
              expect(layer.lane).toBeGreaterThan(later.lane);
              expect(holds(later.id, layer.id)).toBeFalsy();
            }
          });
        }
      }),
    );
  });

  test('does not depend on the order of the spans', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        expect(layerSpans(length, [...spans].reverse())).toEqual(layerSpans(length, spans));
      }),
    );
  });

  const rows = (many: number) => Array.from({ length: many }, (_, row) => row);
  test.each<[string, (many: number) => (Span & { id: string })[]]>([
    ['side by side', (many) => rows(many).map((row) => ({ id: `${row}`, start: 2 * row, end: 2 * row + 1 }))],
    ['in one another', (many) => rows(many).map((row) => ({ id: `${row}`, start: row, end: 2 * many - row }))],
    ['crossing in a chain', (many) => rows(many).map((row) => ({ id: `${row}`, start: row, end: row + many / 2 }))],
    [
      'under one of all the text',
      (many) => [
        { id: 'all', start: 0, end: 2 * many },
        ...rows(many).map((row) => ({ id: `${row}`, start: 2 * row, end: 2 * row + 1 })),
      ],
    ],
    ['in the same place', (many) => rows(many).map((row) => ({ id: `${row}`, start: 0, end: 2 * many }))],
  ])('draws thousands of spans %s in time that grows with their number', (_, make) => {
    const work = (spans: ReturnType<typeof make>) => layerSpans(2 * spans.length, spans);
    expect(growth(work, make(2_000), make(20_000))).toBeLessThan(linearGrowth);
  });

  test('draws the shortest of a great many that cover one character', () => {
    const spans = rows(100).map((row) => ({ id: `${row}`, start: row, end: 200 - row }));
    const middle = layerSpans(200, spans).find(({ start, end }) => start <= 100 && 100 < end);
    expect(middle?.layers.map(({ id }) => Number(id))).toEqual(rows(32).map((row) => 68 + row));
  });
});
