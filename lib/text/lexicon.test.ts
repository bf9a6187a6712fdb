import { describe, expect, test } from 'vitest';
import {
  buildEndings,
  buildLexicon,
  buildWordSet,
  endingAt,
  isNotBefore,
  latinEnd,
  wordAt,
  wordList,
  wordsIn,
} from './lexicon';

const cues = () =>
  buildLexicon<string | null>([
    ['说', 'say'],
    ['说到底', null],
    ['小说', null],
    ['小说家', 'person'],
    ['说', 'given again'],
    ['say', 'say'],
    ['say so', 'confirm'],
    ['a', 'article'],
    ['at last', 'finally'],
    ['', 'nothing'],
    ['formaldehydesulphoxylate', 'long'],
    ['incomprehensibilitiesness', 'too long'],
  ]);

/** The words found in a text, with their values. */
const found = (text: string, from = 0, to = text.length): [string, string | null][] =>
  wordsIn(cues(), text, from, to).map(({ start, end, value }) => [text.slice(start, end), value]);

test('a written list is split at white space, and _ stands for a space', () => {
  expect(wordList(' said  chief_executive_officer\n说 ')).toEqual(['said', 'chief executive officer', '说']);
});

describe('the words of a text', () => {
  test.each<[string, [string, string | null][]]>([
    ['他说', [['说', 'say']]],
    [
      '他说说',
      [
        ['说', 'say'],
        ['说', 'say'],
      ],
    ],
    ['写小说', [['小说', null]]],
    [
      '小说家说',
      [
        ['小说家', 'person'],
        ['说', 'say'],
      ],
    ],
    ['小家说', [['说', 'say']]],
    ['they say', [['say', 'say']]],
    ['they say so', [['say so', 'confirm']]],
    ['they say some', [['say', 'say']]],
    [
      'they say, say',
      [
        ['say', 'say'],
        ['say', 'say'],
      ],
    ],
    ['says essay sa', []],
    ['a b', [['a', 'article']]],
    ['at last', [['at last', 'finally']]],
    [
      '说到这里，说到底',
      [
        ['说', 'say'],
        ['说到底', null],
      ],
    ],
    ['他说AI好', [['说', 'say']]],
    ['what in the end they say', [['say', 'say']]],
    [
      '他say说',
      [
        ['say', 'say'],
        ['说', 'say'],
      ],
    ],
    ['formaldehydesulphoxylate', [['formaldehydesulphoxylate', 'long']]],
    ['incomprehensibilitiesness', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual(words);
  });

  test('lie within the range that is asked for', () => {
    expect(found('说小说家说', 1, 4)).toEqual([['小说家', 'person']]);
    expect(found('说小说家说', 1, 3)).toEqual([['小说', null]]);
    expect(found('说小说家说', 2, 4)).toEqual([['说', 'say']]);
    expect(found('say so', 0, 5)).toEqual([['say', 'say']]);
    expect(found('say so', 0, 2)).toEqual([]);
  });
});

test('a look-up takes the longest word that starts at a place', () => {
  const look = (i: number, to?: number) => wordAt(cues(), '小说家', i, to)?.text;
  expect([look(0), look(0, 2), look(1), look(2), look(3)]).toEqual(['小说家', '小说', '说', undefined, undefined]);
});

test('a set of words says whether one is there', () => {
  const titles = buildWordSet(['Dr', '博士']);
  expect(wordAt(titles, '博士', 0)?.value).toBe(true);
  expect(wordAt(titles, 'Dr X', 0)?.value).toBe(true);
  expect(wordAt(titles, 'Drs', 0)).toBeNull();
});

test('a run of Latin letters ends at anything else', () => {
  expect([latinEnd('café au', 0), latinEnd('AI公司', 0), latinEnd('abc', 1), latinEnd('1', 0)]).toEqual([4, 2, 3, 0]);
});

test.each<[string, string | null]>([
  ['克', '克'],
  ['克重', '克'],
  ['克隆', null],
  ['克拉', '克拉'],
  ['克拉玛依', null],
  ['克拉克', '克拉'],
])('of units before other words, %s begins with %s', (text, unit) => {
  const units = buildWordSet(['克', '克拉']);
  const isUnit = isNotBefore({ 克: '隆 拉', 克拉: '玛依' });
  expect(wordAt(units, text, 0, text.length, isUnit)?.text ?? null).toBe(unit);
});

describe('the ending of a text', () => {
  const endings = () => buildEndings(['时', '当时', '的时候', '时']);

  test.each<[string, number, number, string | null]>([
    ['回来时', 3, 0, '时'],
    ['他当时', 3, 0, '当时'],
    ['他当时', 3, 1, '当时'],
    ['他当时', 3, 2, '时'],
    ['他当时', 3, 3, null],
    ['来的时候', 4, 0, '的时候'],
    ['来的时候', 3, 0, '时'],
    ['来的时候', 2, 0, null],
    ['候', 1, 0, null],
  ])('%s up to %i, not before %i', (text, end, floor, ending) => {
    expect(endingAt(endings(), text, end, floor)).toBe(ending);
  });
});
