import { describe, expect, test } from 'vitest';
import { compoundsIn, plainSource } from './plain-source';

const plain = (source: string, compounds: string[] = []): string => plainSource(source, new Set(compounds)).text;

describe('subtitles', () => {
  test('lose their head, the numbers and times of cues, and tags', () => {
    const source =
      'WEBVTT - talks\n\n1\n00:01.000 --> 00:04.000 align:start\n<v Lin>We sold <i>all</i> of it.\n\n' +
      'intro\n01:00:04.000 --> 01:00:09.500\n<00:05.000>Nobody <c.loud>asked</c>.\n';
    expect(plain(source).replaceAll(/\s+/g, ' ').trim()).toBe('We sold all of it. Nobody asked.');
  });

  test('of SubRip too', () => {
    const source = '1\n00:00:01,000 --> 00:00:04,000\nWe sold it.\n\n2\n00:00:05,000 --> 00:00:06,000\nAll of it.\n';
    expect(plain(source).replaceAll(/\s+/g, ' ').trim()).toBe('We sold it. All of it.');
  });

  test('are told by their arrow: elsewhere tags and times are words', () => {
    expect(plain('WEBVTT is a <i>format</i>.')).toBe('WEBVTT is a <i>format</i>.');
  });
});

describe('what a format puts between the words', () => {
  test.each([
    ['a time in brackets', 'We [00:01:02] sold it', 'We  sold it'],
    ['a time with a fraction', 'We [00:01:02.5] sold it', 'We  sold it'],
    ['a time at the beginning of a line', '(01:02) We sold it', ' We sold it'],
    ['a page number in English', 'We sold\nPage 3 of 10\nall of it', 'We sold\n\nall of it'],
    ['a page number in Chinese', '我们卖了\n第3页\n全部', '我们卖了\n\n全部'],
    ['a bare page number between blank lines', 'We sold\n\n12\n\nall of it', 'We sold\n\n\n\nall of it'],
    ['a page number between dashes', 'We sold\n\n- 12 -\n\nall of it', 'We sold\n\n\n\nall of it'],
    ['a soft hyphen', 'com\u00admittee', 'committee'],
    ['a soft hyphen at a line end', 'com\u00ad\nmittee', 'committee'],
    ['invisible characters', '会\u200b议\ufeff', '会议'],
    ['a hyphen at a line end', 'commit-\ntee', 'committee'],
    ['a hyphen at an indented line end', 'commit-\r\n    tee', 'committee'],
    ['a ligature', 'oﬃce', 'office'],
    ['a combining accent', 'cafe\u0301', 'café'],
  ])('%s', (_, source, text) => {
    expect(plain(source)).toBe(text);
  });

  test.each([
    ['a number within the text', 'We sold\n12\nall of it'],
    ['a clock time in the text', 'We met (at 01:02) there'],
    ['a page that is spoken of', 'See page 3 of the report'],
    ['a dash between lines', 'We sold -\nall of it'],
    ['a hyphen within a line', 'a well-known man'],
  ])('but not %s', (_, source) => {
    expect(plain(source)).toBe(source);
  });
});

describe('a hyphen at a line end stays', () => {
  test('in a name, and in a compound that is known', () => {
    expect(plain('Jean-\nLuc')).toBe('Jean-Luc');
    expect(plain('a well-\nknown man', ['well-known'])).toBe('a well-known man');
    expect(plain('a Well-\nknown man', ['well-known'])).toBe('a Well-known man');
    expect(plain('a well-\nknown man', ['ill-known'])).toBe('a wellknown man');
    expect(plain('NATO-\nUSA', [])).toBe('NATOUSA');
  });

  test('as the compounds of a text say', () => {
    expect([...compoundsIn('A Well-known and long-awaited man, 3-4 times, - no more')]).toEqual([
      'well-known',
      'long-awaited',
    ]);
    expect([...compoundsIn('no compounds')]).toEqual([]);
  });
});

test('every unit of the plain text has its place in the source', () => {
  const source = 'We [00:01:02] sold the com-\nmittee an oﬃce.';
  const { text, at } = plainSource(source, new Set());
  expect(text).toBe('We  sold the committee an office.');
  expect(at).toHaveLength(text.length + 1);
  expect(at[text.length]).toBe(source.length);
  expect(source.charAt(at[text.indexOf('sold')] ?? 0)).toBe('s');
  expect(source.slice(at[text.indexOf('mittee')] ?? 0, at[text.indexOf(' an')] ?? 0)).toBe('mittee');
  expect(source.charAt(at[text.indexOf('ce.')] ?? 0)).toBe('c');
  for (const piece of ['f', 'ffi']) expect(source.charAt(at[text.lastIndexOf(piece)] ?? 0)).toBe('ﬃ');
});
