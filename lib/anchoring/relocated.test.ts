import { describe, expect, test } from 'vitest';
import { matchTokens } from '#lib/text/match';
import { tokenise } from '#lib/text/tokens';
import { alignLines, Stretches } from './lines';
import { keepsWords, relocatedLines } from './relocated';

/** Which old line became which new one: moved and edited. */
function pairs(before: string[], after: string[]) {
  const alignment = alignLines(before.join('\n'), after.join('\n'));
  return [...relocatedLines(alignment, new Stretches(alignment))].map(([line, { at }]) => [line, at]);
}

const stay = [
  'The firm opened an office in Austin.',
  'Nobody would comment on the sale.',
  'Rain is expected on Sunday.',
];
const staff = 'The company now employs exactly 375 engineers across seven countries.';
const edited = 'The company now employs roughly 770 engineers across seven countries.';
const 员工 = '公司目前在七个国家共有375名工程师。';
const 改过 = '公司目前在七个国家共有770名工程师。';

describe('a line that was moved and edited', () => {
  test.each<[string, string[], string[], number[][]]>([
    ['down', [staff, ...stay], [...stay, edited], [[0, 3]]],
    ['up', [...stay, staff], [edited, ...stay], [[3, 0]]],
    ['in Chinese', [员工, ...stay], [...stay, 改过], [[0, 3]]],
    [
      'with another',
      [staff, 员工, ...stay],
      [...stay, 改过, edited],
      [
        [0, 4],
        [1, 3],
      ],
    ],
  ])('is found again %s', (_, before, after, expected) => {
    expect(pairs(before, after).sort()).toEqual(expected);
  });

  test.each<[string, string[], string[]]>([
    ['nothing was edited', [staff, ...stay], [...stay, staff]],
    ['it stayed in its place', [staff, ...stay], [edited, ...stay]],
    ['it is new', stay, [...stay, edited]],
    ['it is gone', [staff, ...stay], stay],
    ['it became short', [staff, ...stay], [...stay, 'The company employs engineers across countries.']],
    ['the line that it resembles is another one that moved', [staff, edited, ...stay], [...stay, edited]],
    [
      'the line that it resembles stands where another one like it stood',
      [staff, ...stay, 'The company now employs several gardeners across countries.'],
      [...stay, edited],
    ],
    ['it is short', ['Cooks left in March.', ...stay], [...stay, 'Cooks left in April.']],
    [
      'less than three fifths are left',
      [staff, ...stay],
      [...stay, 'The company now employs cooks and gardeners over there, several of them rich.'],
    ],
    [
      'less than three fifths of the new one were there',
      [staff, ...stay],
      [...stay, `${edited} ${'Several gardeners planted trees behind houses while others slept.'}`],
    ],
    [
      'its words are in another order',
      [staff, ...stay],
      [...stay, 'Countries seven across engineers 375 exactly employs now company.'],
    ],
    [
      'half of it is still in its place',
      [`${staff} Others stayed behind without saying anything more.`, ...stay],
      ['Others stayed behind without saying anything more.', ...stay, edited],
    ],
    [
      'half of the new one was there before',
      [staff, ...stay, 'Others stayed behind without saying anything more.'],
      [...stay, `${edited} Others stayed behind without saying anything more.`],
    ],
  ])('is none where %s', (_, before, after) => {
    expect(pairs(before, after)).toEqual([]);
  });

  test('is told by its own words from lines that resemble it', () => {
    const others = ['Berlin', 'Paris', 'Madrid', 'Vienna', 'Prague', 'Warsaw', 'Lisbon', 'Dublin', 'Athens', 'London'];
    const line = (city: string, word: string) =>
      `The company now employs ${word} engineers across seven districts of ${city}.`;
    const before = [...others.map((city) => line(city, 'exactly')), ...stay];
    const after = [...stay, ...others.toReversed().map((city) => line(city, 'roughly'))];
    expect(pairs(before, after).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual(others.map((_, i) => [i, 12 - i]));
  });

  test('is one of two, the one that shares more', () => {
    const near = staff.replace('exactly', 'about').replace('countries', 'places');
    expect(pairs([near, staff, ...stay], [...stay, edited])).toEqual([[1, 3]]);
    expect(pairs([staff, near, ...stay], [...stay, edited])).toEqual([[0, 3]]);
  });

  test('is the first of two that share as much', () => {
    expect(pairs([staff.replace('exactly', 'about'), staff, ...stay], [...stay, edited])).toEqual([[0, 3]]);
  });

  test('carries the weight of what both have', () => {
    const alignment = alignLines([staff, ...stay].join('\n'), [...stay, edited].join('\n'));
    const [found] = [...relocatedLines(alignment, new Stretches(alignment)).values()];
    // Six long words count 8 each, two short ones 4, the point 1.
    expect(found?.shared).toBe(6 * 8 + 2 * 4 + 1);
  });
});

describe('the words of a passage', () => {
  function keeps(old: string, fresh: string) {
    const [start, end] = [old.indexOf('【'), old.indexOf('】') - 1];
    const text = old.replace(/[【】]/g, '');
    return keepsWords(matchTokens(text, tokenise(text), fresh, tokenise(fresh), false), { start, end });
  }

  test.each([
    ['all of them', 'We say 【375 people left】 here', 'So 375 people left then', true],
    ['but for a figure', 'We say 【375 people left】 here', 'So 770 people left then', true],
    ['but for a figure in Chinese', '公司有【三百名员工】在岗', '公司有【七千名员工】在岗', true],
    ['but for a figure in full width', '公司有【３７５名员工】在岗', '公司有【７７０名员工】在岗', true],
    ['but for punctuation', 'We say 【375, people left】 here', 'So 375 people left then', true],
    ['not a word', 'We say 【375 people left】 here', 'So 375 people stayed then', false],
    ['not a short one', 'We say 【in May it left】 here', 'So in it left then', false],
    ['not a character', '公司有【员工三百】在岗', '公司有人工三百在岗', false],
    ['whatever was lost beside it', 'Cooks say 【375 people left】 geese', 'So 375 people left then', true],
  ])('are kept: %s', (_, old, fresh, isKept) => {
    expect(keeps(old, fresh)).toBe(isKept);
  });
});
