import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countLength, isPartialDate, isWebAddress, tidy } from './tidy';

describe('tidy', () => {
  test.each<[string, string, string]>([
    ['removes NUL', 'a\u0000b', 'ab'],
    ['removes escape and C1 controls', '\u001b[31mred\u009b', '[31mred'],
    ['replaces a lone high surrogate', 'a\ud83d', 'a\ufffd'],
    ['replaces a lone low surrogate', '\ude00b', '\ufffdb'],
    ['keeps a whole emoji', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['removes bidirectional overrides', 'a\u202egnp.exe\u202c', 'agnp.exe'],
    ['removes isolates and marks', '\u2066a\u2069\u200e\u200f\u061cb', 'ab'],
    ['unifies line ends', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['keeps tabs and lines inside', 'a\tb\n\nc', 'a\tb\n\nc'],
    ['trims', '\u3000 a b \ufeff\n', 'a b'],
    ['trims what a control hid', '\u0000 a \u0007', 'a'],
    ['keeps right-to-left letters', 'שלום', 'שלום'],
    ['keeps full-width digits', '３７５人', '３７５人'],
  ])('%s', (_, typed, stored) => {
    expect(tidy(typed)).toBe(stored);
  });

  test('gives well-formed text without controls, and the same again', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(
        fc.array(unit).map((units) => units.join('')),
        (text) => {
          const stored = tidy(text);
          expect(stored.isWellFormed()).toBe(true);
          expect(stored).not.toMatch(/[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
          expect(tidy(stored)).toBe(stored);
        },
      ),
    );
  });
});

describe('countLength', () => {
  test.each<[string, string[], string, string, number]>([
    [
      'Chinese characters, with punctuation and without spaces',
      ['公司 约有\u3000375人。', '完'],
      'zh-Hans',
      'characters',
      10,
    ],
    ['an emoji or a rare ideograph as one character', ['😀𠮷'], 'zh', 'characters', 2],
    ['Japanese characters', ['会社です'], 'ja', 'characters', 4],
    ['English words', ['It had 375 staff,', '  they said.\n'], 'en', 'words', 6],
    ['words of other languages', ['Nous sommes là'], 'fr-CA', 'words', 3],
    ['nothing', ['', ' '], 'en', 'words', 0],
    ['nothing in Chinese', [], 'zh-Hant', 'characters', 0],
  ])('%s', (_, texts, language, unit, count) => {
    expect(countLength(texts, language)).toEqual({ unit, count });
  });
});

describe('a web address', () => {
  test.each<[string, boolean]>([
    ['https://example.org/a?b', true],
    ['http://example.org', true],
    ['HTTPS://example.org', true],
    ['http:example.org', false],
    ['ftp://example.org', false],
    ['javascript:alert(1)//https://example.org', false],
    ['https://', false],
    ['example.org', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isWebAddress(text)).toBe(expected);
  });
});

describe('a date of year, month or day', () => {
  test.each<[string, boolean]>([
    ['2024', true],
    ['2024-02', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-02-28', true],
    ['2024-13', false],
    ['2024-00', false],
    ['2024-01-00', false],
    ['2024-04-31', false],
    ['0001-01-01', true],
    ['2024-2', false],
    ['2024-02-2', false],
    ['2024-', false],
    ['2024-02-', false],
    ['24', false],
    ['12024', false],
    ['20240', false],
    ['2024-02-290', false],
    ['abcd', false],
    ['2024-ab', false],
    ['2024-02-ab', false],
    [' 2024', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isPartialDate(text)).toBe(expected);
  });
});
