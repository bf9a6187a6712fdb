import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '#lib/testing/properties';
import { growth, linearGrowth } from '#lib/testing/growth';
import { longestChain, matchRows } from './diff';

const nowhere = () => 0;
const row = (text: string) => Int32Array.from(text, (char) => char.charCodeAt(0));

/** The letters of a text that are matched in another, with dashes for the others. */
function kept(before: string, after: string, isBoundary: (text: string, i: number) => boolean = () => false): string {
  const boundary = (text: string) => (i: number) => (i === 0 || i === text.length || isBoundary(text, i) ? 1 : 0);
  const to = matchRows({ a: row(before), b: row(after), boundaryA: boundary(before), boundaryB: boundary(after) });
  return [...after].map((char, at) => (to.includes(at) ? char : '-')).join('');
}

/** Numbers below `letters` that look random and are the same in every run. */
function drawn(seed: number, length: number, letters: number): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * letters);
  });
}

const rows = (most: number, size?: fc.SizeForArbitrary) =>
  fc
    .integer({ min: 1, max: 5 })
    .chain((letters) =>
      fc.tuple(
        fc.array(fc.integer({ min: 0, max: letters }), { maxLength: most, size }),
        fc.array(fc.integer({ min: 0, max: letters }), { maxLength: most, size }),
      ),
    );

/** How many items two rows have in common, in order: the textbook's table. */
function commonLength(a: number[], b: number[]): number {
  let below = new Array<number>(b.length + 1).fill(0);
  for (const item of a.toReversed()) {
    const here = new Array<number>(b.length + 1).fill(0);
    for (let j = b.length - 1; j >= 0; j--) {
      here[j] = item === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
    below = here;
  }
  return below[0] ?? 0;
}

describe('matchRows', () => {
  test.each([
    ['equal rows', 'abc', 'abc', 'abc'],
    ['an insertion', 'abc', 'abxc', 'ab-c'],
    ['a deletion', 'abxc', 'abc', 'abc'],
    ['nothing in common', 'abc', 'xyz', '---'],
    ['an empty row', '', 'abc', '---'],
  ])('matches %s', (_, before, after, expected) => {
    expect(kept(before, after)).toBe(expected);
  });

  test('moves an edit to where a reader would put it', () => {
    const opens = (text: string, i: number) => text[i - 1] === '.';
    // Both “ab.[ac.]ax.” and “ab.a[c.a]x.” are diffs.
    expect(kept('ab.ax.', 'ab.ac.ax.', opens)).toBe('ab.---ax.');
  });

  describe('moves a deletion to where a reader would put it', () => {
    const opens = (text: string) => (i: number) => (i === 0 || i === text.length || text[i - 1] === '.' ? 1 : 0);
    /** The letters of a text that another keeps, with dashes for the others. */
    const lost = (before: string, after: string): string => {
      const to = matchRows({ a: row(before), b: row(after), boundaryA: opens(before), boundaryB: opens(after) });
      return [...before].map((char, at) => ((to[at] ?? -1) < 0 ? '-' : char)).join('');
    };

    test.each<[string, string, string]>([
      ['ab.ac.ax.', 'ab.ax.', 'ab.---ax.'],
      ['ab.ac.', 'ab.', 'ab.---'],
      ['ab.ac.ad.ax.', 'ab.ax.', 'ab.------ax.'],
      ['ab.cb.x', 'ab.x', 'ab.---x'],
      ['q.xa.ya.', 'q.xa.', 'q.xa.---'],
      ['xa.xb', 'xb', '---xb'],
      ['b.ca.cd', 'b.cd', 'b.---cd'],
      ['za.xa.z', 'za.z', 'za.---z'],
    ])('from %s to %s', (before, after, expected) => {
      expect(lost(before, after)).toBe(expected);
    });

    test('in long rows, ahead too', () => {
      const some = String.fromCharCode(...Array.from({ length: 50 }, (_, i) => 0x4e00 + i));
      const [before, after] = [`1${some}ktuv.qstuv.yzw${some}2`, `3${some}ktuv.yzw${some}4`];
      expect(lost(before, after)).toBe(`-${some}ktuv.------yzw${some}-`);
    });

    test('but not where the words were replaced', () => {
      expect(lost('ab.ac.ay.', 'ab.x.ay.')).toBe('ab.--.ay.');
      expect(lost('.abcaby', '.abxy')).toBe('.ab---y');
    });
  });

  test('finds the longest match of short rows, in order', () => {
    fc.assert(
      fc.property(rows(24), ([before, after]) => {
        const [a, b] = [Int32Array.from(before), Int32Array.from(after)];
        const matches = [...matchRows({ a, b, boundaryA: (i) => i % 3, boundaryB: (i) => i % 2 }).entries()].filter(
          ([, at]) => at >= 0,
        );
        expect(matches).toHaveLength(commonLength(before, after));
        for (const [index, [i, at]] of matches.entries()) {
          expect(a[i]).toBe(b[at]);
          expect(at).toBeGreaterThan(matches[index - 1]?.[1] ?? -1);
        }
      }),
    );
  });

  describe('in long rows', () => {
    /** So many different letters that each run of them occurs once. */
    const letters = (from: number, count: number) =>
      String.fromCharCode(...Array.from({ length: count }, (_, i) => 0x4e00 + from + i));
    const [one, two, three, few] = [letters(0, 50), letters(50, 50), letters(100, 50), letters(150, 20)];

    test.each<[kind: string, before: string, after: string, kept: string]>([
      ['words that moved', `a${one}${few}${three}b`, `c${few}${one}${three}d`, `-${'-'.repeat(20)}${one}${three}-`],
      ['edits here and there', `a${one}p${two}q${three}b`, `c${one}xy${two}${three}d`, `-${one}--${two}${three}-`],
      ['what is left out', `a${one}${two}${three}b`, `c${one}${three}d`, `-${one}${three}-`],
      ['words twice on one side', `a${one}${two}b`, `c${one}ppp${one}${two}d`, `-${'-'.repeat(53)}${one}${two}-`],
      ['nothing in common', `${one}${one}`, `${two}${three}`, '-'.repeat(100)],
      [
        'single letters among others',
        `${'pq'.repeat(40)}x${'qp'.repeat(40)}`,
        `${'rs'.repeat(40)}x${'sr'.repeat(40)}`,
        `${'-'.repeat(80)}x${'-'.repeat(80)}`,
      ],
      [
        'what follows a great many additions',
        `${'pq'.repeat(5)}${'m'.repeat(60)}p`,
        `${'rs'.repeat(200)}${'m'.repeat(60)}r`,
        `${'-'.repeat(400)}${'m'.repeat(60)}-`,
      ],
      [
        'a sentence before one that begins alike',
        `1${one}p.abcd${two}2`,
        `3${one}p.ax.abcd${two}4`,
        `-${one}p.---abcd${two}-`,
      ],
      [
        'a sentence between two that end and begin alike',
        `1${one}ktuv.yzw${two}2`,
        `3${one}ktuv.qstuv.yzw${two}4`,
        `-${one}ktuv.------yzw${two}-`,
      ],
      [
        'a sentence at the beginning, and another at the end',
        `p.ab.${one}cd.`,
        `ab.p.ab.${one}cd.cd.`,
        `---p.ab.${one}cd.---`,
      ],
    ])('keeps all but %s', (_, before, after, expected) => {
      const opens = (text: string, i: number) => text[i - 1] === '.';
      expect(kept(before, after, opens)).toBe(expected);
    });

    test('finds the longest match where nothing occurs only once', () => {
      for (let seed = 1; seed <= 5; seed++) {
        const [before, after] = [drawn(seed, 300, 2), drawn(seed + 100, 300, 2)];
        const to = matchRows({
          a: Int32Array.from(before),
          b: Int32Array.from(after),
          boundaryA: nowhere,
          boundaryB: nowhere,
        });
        expect(to.filter((at) => at >= 0)).toHaveLength(commonLength(before, after));
      }
    });
  });

  test('matches long rows in order, whatever they hold', () => {
    fc.assert(
      fc.property(rows(400, 'max'), ([before, after]) => {
        const [a, b] = [Int32Array.from(before), Int32Array.from(after)];
        let last = -1;
        for (const [i, at] of matchRows({ a, b, boundaryA: nowhere, boundaryB: nowhere }).entries()) {
          if (at < 0) continue;
          expect(at > last && a[i] === b[at]).toBe(true);
          last = at;
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['one item many times', 1],
    ['two items at random', 2],
    ['many items at random', 5_000],
  ])('takes time in proportion to rows of %s', (_, letters) => {
    const pair = (length: number) => ({
      a: Int32Array.from(drawn(1, length, letters)),
      b: Int32Array.from(drawn(2, length + 7, letters)),
      boundaryA: nowhere,
      boundaryB: nowhere,
    });
    expect(growth(matchRows, pair(10_000), pair(100_000))).toBeLessThan(linearGrowth);
  });
});

test('longestChain keeps the most pairs that rise on both sides', () => {
  const pairs: [number, number][] = [
    [0, 5],
    [1, 1],
    [2, 2],
    [3, 9],
    [4, 3],
  ];
  expect(longestChain(pairs)).toEqual([
    [1, 1],
    [2, 2],
    [4, 3],
  ]);
  expect(longestChain([])).toEqual([]);
  expect(
    longestChain([
      [0, 0],
      [1, 1],
    ]),
  ).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(
    longestChain([
      [0, 1],
      [1, 1],
      [2, 0],
    ]),
  ).toHaveLength(1);
});
