import { describe, expect, test } from 'vitest';
import { alignWithin, bestStretch, exactStretch, type QuoteRow, type SourceRow } from './align-quote';

/** Words by their letters, all of one weight; `…` says that something is left out, `.` ends a sentence. */
const quote = (words: string): QuoteRow => {
  const own = [...words.replaceAll('…', '')];
  const gapBefore = new Uint8Array(own.length);
  let at = 0;
  for (const char of words) {
    if (char === '…') gapBefore[at] = 1;
    else at++;
  }
  return {
    id: Int32Array.from(own, (char) => char.charCodeAt(0)),
    weight: new Float64Array(own.length).fill(8),
    gapBefore,
  };
};
const source = (words: string): SourceRow => {
  const own = [...words.replaceAll('.', '')];
  const opens = new Uint8Array(own.length + 1);
  let at = 0;
  for (const char of words) {
    if (char === '.') opens[at] = 1;
    else at++;
  }
  return {
    id: Int32Array.from(own, (char) => char.charCodeAt(0)),
    weight: new Float64Array(own.length).fill(8),
    opens,
  };
};

/** The words of the source that a quote takes, `-` where it has none. */
function aligned(words: string, text: string): string {
  const [one, other] = [quote(words), source(text)];
  const stretch = bestStretch(one, other);
  if (!stretch) return 'none';
  const plain = text.replaceAll('.', '');
  return [...alignWithin(one, other, stretch)].map((at) => (at < 0 ? '-' : plain.charAt(at))).join('');
}

const placeOf = (words: string, text: string) => {
  const found = bestStretch(quote(words), source(text));
  return found && text.replaceAll('.', '').slice(found.start, found.end);
};

describe('the stretch most like a quote', () => {
  test.each([
    ['is the quote itself', 'bcd', 'abcde', 'bcd'],
    ['has what was left out in it', 'abefgh', 'xabcdefghx', 'abcdefgh'],
    ['has a word that was replaced', 'abXdef', 'zabcdefz', 'abcdef'],
    ['lacks a word that was added', 'abcXdef', 'zabcdefz', 'abcdef'],
    ['is the first of two that are as good', 'abc', 'abczabc', 'abc'],
    ['is the better of two', 'abcdef', 'abXYefzzabcdef', 'abcdef'],
    ['stays within its sentence rather than begin before it', 'abcdef', 'a.xxxxxxxx.abcdef', 'abcdef'],
  ])('%s', (_, words, text, stretch) => {
    expect(placeOf(words, text)).toBe(stretch);
  });

  test('has the weight of the quote as its score where all words stand', () => {
    expect(bestStretch(quote('bcd'), source('abcde'))).toEqual({ start: 1, end: 4, score: 24 });
  });

  test('costs less for a gap that the quote says itself', () => {
    const [plain, told] = ['abcdef', 'abc…def'].map(
      (words) => bestStretch(quote(words), source('abcxyzdef'))?.score ?? 0,
    );
    expect(told).toBeGreaterThan(plain ?? 0);
    expect(told).toBeLessThan(48);
  });

  test('costs more for a gap over the end of a sentence, and for a longer gap', () => {
    const score = (text: string) => bestStretch(quote('abcdefgh'), source(text))?.score ?? 0;
    expect(score('abcdxxefgh')).toBeGreaterThan(score('abcdxxxxxxefgh'));
    expect(score('abcdxxefgh')).toBeGreaterThan(score('abcdx.xefgh'));
    expect(score('abcdxxefgh')).toBeGreaterThan(score('abcd.xxefgh'));
    expect(score('abcdxxefgh')).toBeGreaterThan(score('abcdxx.efgh'));
  });

  test('is none of an empty quote, or where no word of it stands', () => {
    expect(bestStretch(quote(''), source('abc'))).toBeNull();
    expect(bestStretch(quote('xyz'), source('abc'))).toBeNull();
    expect(bestStretch(quote('abc'), source(''))).toBeNull();
  });

  test('may be asked for within a part', () => {
    expect(bestStretch(quote('abc'), source('abczabc'), 1)).toEqual({ start: 4, end: 7, score: 24 });
    expect(bestStretch(quote('abc'), source('zzzabc'), 0, 3)).toBeNull();
  });
});

describe('the words of a quote', () => {
  test.each([
    ['stand one by one', 'bcd', 'abcde', 'bcd'],
    ['stand on both sides of a gap', 'abcdwxyz', 'abcdmmmmmmwxyz', 'abcdwxyz'],
    ['stand around two gaps', 'abcdijklqrst', 'abcdmmijklnnnqrst', 'abcdijklqrst'],
    ['stand for the one that they replaced', 'abXdef', 'zabcdefz', 'abcdef'],
    ['have no place where the source lacks them', 'abcXdef', 'zabcdefz', 'abc-def'],
    ['have no place before the first that has one', 'XYabcdef', 'abcdef', '--abcdef'],
    ['have no place after the last that has one', 'abcdefXY', 'abcdef', 'abcdef--'],
  ])('%s', (_, words, text, found) => {
    expect(aligned(words, text)).toBe(found);
  });
});

describe('the first place of all words with nothing between', () => {
  test.each<[string, string, number]>([
    ['abc', 'abc', 0],
    ['abc', 'ababc', 2],
    ['aab', 'aaab', 1],
    ['abab', 'abacabab', 4],
    ['aabaaa', 'aabaabaaa', 3],
    ['abc', 'xabcabc', 1],
  ])('%s in %s', (words, text, start) => {
    expect(exactStretch(quote(words), source(text))).toEqual({
      start,
      end: start + words.length,
      score: 8 * words.length,
    });
  });

  test('is none where a word stands between, and none of nothing', () => {
    expect(exactStretch(quote('abc'), source('abxc'))).toBeNull();
    expect(exactStretch(quote('abc'), source('ab'))).toBeNull();
    expect(exactStretch(quote(''), source('ab'))).toBeNull();
  });
});
