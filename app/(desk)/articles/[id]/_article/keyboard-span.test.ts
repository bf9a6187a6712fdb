import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCharacterBoundary, type Span } from '#lib/text/span';
import { moveCursor, moveEnds, type Stride } from './keyboard-span';

const family = '👨‍👩‍👧';
const english = 'The firm, in Ohio, had 375 staff.';

/** A stride as keys: → and ←, with ⇧ for Shift and w for whole words. */
const stride = (keys: string): Stride => ({
  direction: keys.includes('→') ? 1 : -1,
  isExtending: keys.includes('⇧'),
  byWord: keys.includes('w'),
});
/** The words selected after some keys. */
function press(move: typeof moveCursor, text: string, start: string, keys: string[]): string {
  const from = text.indexOf(start);
  const span = keys.reduce<Span>((at, key) => move(text, at, stride(key)), { start: from, end: from + start.length });
  return text.slice(span.start, span.end);
}

describe('moveCursor', () => {
  test.each<[string, string, string, string[], string]>([
    ['moves a letter on', 'abc', 'a', ['→'], 'b'],
    ['moves a letter back', 'abc', 'c', ['←'], 'b'],
    ['stays on the last letter', 'abc', 'c', ['→'], 'c'],
    ['stays on the first letter', 'abc', 'a', ['←'], 'a'],
    ['moves over a whole family', `a${family}b`, 'a', ['→'], family],
    ['moves back onto a whole family', `a${family}b`, 'b', ['←'], family],
    ['stays on a family at the end', `a${family}`, family, ['→'], family],
    ['moves over Chinese a character at a time', '公司约有', '公', ['→', '→'], '约'],
    ['becomes one character again', 'abcd', 'bcd', ['←'], 'a'],
    ['extends by a letter', 'abc', 'a', ['⇧→'], 'ab'],
    ['extends by a whole family', `a${family}b`, 'a', ['⇧→'], `a${family}`],
    ['takes an extension back', 'abc', 'ab', ['⇧←'], 'a'],
    ['keeps a letter at least', 'abc', 'b', ['⇧←', '⇧←'], 'b'],
    ['extends no further than the end', 'abc', 'bc', ['⇧→'], 'bc'],
    ['extends to the end of the word, then of the next', english, 'T', ['w⇧→', 'w⇧→'], 'The firm'],
    ['extends over the mark between words', english, 'firm', ['w⇧→'], 'firm, in'],
    ['takes words back', english, 'The firm', ['w⇧←'], 'The '],
    ['moves to the next word’s end', english, 'T', ['w→'], ' '],
    ['moves back to the word’s start', english, 'm', ['w←'], 'f'],
    ['extends over a Chinese word', '我们公司约有人', '公', ['w⇧→'], '公司'],
    ['extends to the end where no word follows', 'abc …', 'abc', ['w⇧→'], 'abc …'],
  ])('%s', (_, text, start, keys, expected) => {
    expect(press(moveCursor, text, start, keys)).toBe(expected);
  });
});

describe('moveEnds', () => {
  test.each<[string, string, string, string[], string]>([
    ['moves the end on', 'abcd', 'bc', ['→'], 'bcd'],
    ['moves the end back', 'abcd', 'bc', ['←'], 'b'],
    ['moves the start on', 'abcd', 'bc', ['⇧→'], 'c'],
    ['moves the start back', 'abcd', 'bc', ['⇧←'], 'abc'],
    ['keeps a letter when the end comes back', 'abcd', 'b', ['←', '←'], 'b'],
    ['keeps a letter when the start comes on', 'abcd', 'b', ['⇧→', '⇧→'], 'b'],
    ['keeps a whole family', `a${family}b`, `a${family}`, ['⇧→', '⇧→'], family],
    ['stays inside of the text', 'abc', 'abc', ['→', '⇧←'], 'abc'],
    ['moves the end by words', english, 'had', ['w→'], 'had 375'],
    ['moves the start by words', english, '375', ['w⇧←'], 'had 375'],
  ])('%s', (_, text, start, keys, expected) => {
    expect(press(moveEnds, text, start, keys)).toBe(expected);
  });
});

describe('any keys on any text', () => {
  const pieces = ['a', 'word', '中', '公司', ' ', '，', '. ', '😀', family, '🇨🇳', 'e\u0301', '3.5%', '—'.repeat(9)];
  const anyText = fc.string({ unit: fc.constantFrom(...pieces), minLength: 1, maxLength: 300 });
  const anyKeys = fc.array(fc.constantFrom('→', '←', '⇧→', '⇧←', 'w→', 'w←', 'w⇧→', 'w⇧←'), { maxLength: 12 });

  test.each([
    ['moveCursor', moveCursor],
    ['moveEnds', moveEnds],
  ])('%s selects whole characters, one at least, inside of the text', (_, move) => {
    fc.assert(
      fc.property(anyText, anyKeys, (text, keys) => {
        let span = moveCursor(text, { start: 0, end: 0 }, stride('←'));
        for (const key of keys) {
          span = move(text, span, stride(key));
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.end).toBeGreaterThan(span.start);
          expect(isCharacterBoundary(text, span.start) && isCharacterBoundary(text, span.end)).toBe(true);
        }
      }),
    );
  });

  test('a step by word goes as far in a long text as in a short one', () => {
    const [before, after] = ['前言 '.repeat(300), ' 后记'.repeat(300)];
    const [start, end] = [before.length, before.length + 3];
    const one = `${before}one two${after}`;
    expect(moveEnds(one, { start, end }, stride('w→'))).toEqual({ start, end: end + 4 });
    const dashes = `one ${'—'.repeat(500)} two three`;
    expect(moveEnds(dashes, { start: 0, end: 3 }, stride('w→')).end).toBe(dashes.indexOf(' three'));
    expect(moveEnds(dashes, { start: dashes.indexOf('two'), end: dashes.length }, stride('w⇧←')).start).toBe(0);
  });

  test('nothing moves in an empty text', () => {
    for (const keys of ['→', '⇧→', 'w→', '←', 'w←']) {
      expect(moveCursor('', { start: 0, end: 0 }, stride(keys))).toEqual({ start: 0, end: 0 });
    }
  });
});
