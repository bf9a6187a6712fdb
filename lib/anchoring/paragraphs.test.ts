import { describe, expect, test } from 'vitest';
import { alignParagraphs, counterpartsOf, indexAt, joinLines } from './paragraphs';

const of = (texts: string[]) => texts.map((text) => ({ text }));
const links = (before: string[], after: string[]) =>
  alignParagraphs(of(before), of(after)).map(({ from, to, relation }) => [from, to, relation]);

const [office, sale, rain] = [
  'The firm opened an office in Austin in March.',
  'Nobody at the firm would comment on the sale.',
  'Rain is expected on Sunday and Monday.',
];
const staff = 'The company now employs exactly 375 engineers across seven countries.';
const edited = 'The company now employs roughly 770 engineers across seven countries.';

describe('which paragraph became which', () => {
  test.each<[string, string[], string[], unknown[][]]>([
    [
      'the same',
      [office, sale],
      [office, sale],
      [
        [0, 0, 'same'],
        [1, 1, 'same'],
      ],
    ],
    [
      'the same but for a break inside',
      ['Cooks left\nin March', sale],
      ['Cooks left in March', sale],
      [
        [0, 0, 'same'],
        [1, 1, 'same'],
      ],
    ],
    [
      'the same in other characters',
      ['員工減少', sale],
      ['员工减少', sale],
      [
        [0, 0, 'same'],
        [1, 1, 'same'],
      ],
    ],
    [
      'one moved',
      [office, sale, rain],
      [sale, rain, office],
      [
        [0, 2, 'moved'],
        [1, 0, 'same'],
        [2, 1, 'same'],
      ],
    ],
    [
      'one moved and edited',
      [office, sale, rain, staff],
      [edited, office, sale, rain],
      [
        [0, 1, 'same'],
        [1, 2, 'same'],
        [2, 3, 'same'],
        [3, 0, 'moved'],
      ],
    ],
    [
      'one changed',
      [office, staff, sale],
      [office, edited, sale],
      [
        [0, 0, 'same'],
        [1, 1, 'changed'],
        [2, 2, 'same'],
      ],
    ],
    [
      'one split',
      [`${office} ${sale}`, rain],
      [office, sale, rain],
      [
        [0, 0, 'changed'],
        [0, 1, 'changed'],
        [1, 2, 'same'],
      ],
    ],
    [
      'two merged',
      [office, sale, rain],
      [`${office} ${sale}`, rain],
      [
        [0, 0, 'changed'],
        [1, 0, 'changed'],
        [2, 1, 'same'],
      ],
    ],
    ['one gone and another put in', [office, 'Cooks left.'], [office, '公司成立于杭州。'], [[0, 0, 'same']]],
    [
      'one that shares little',
      [office, staff],
      [office, 'The company hired gardeners, teachers and several nurses abroad.'],
      [[0, 0, 'same']],
    ],
    [
      'one moved whose words another took up too',
      ['Cooks left.', staff, office],
      [`${staff} Cooks left.`, office, 'Cooks left.'],
      [
        [0, 2, 'moved'],
        [1, 0, 'changed'],
        [2, 1, 'same'],
      ],
    ],
    ['nothing', [], [office], []],
  ])('%s', (_, before, after, expected) => {
    expect(links(before, after)).toEqual(expected);
  });

  test('the main one of several is that which shares most', () => {
    const found = alignParagraphs(of([`Cooks left. ${staff}`, rain]), of(['Cooks left.', staff, rain]));
    expect([...counterpartsOf(found)]).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

test('texts are lines of one text, and an offset leads back to its own', () => {
  const { text, starts } = joinLines(['One', '', 'Two']);
  expect([text, starts]).toEqual(['One\n\nTwo', [0, 4, 5]]);
  expect([0, 3, 4, 5, 8].map((offset) => indexAt(starts, offset))).toEqual([0, 0, 1, 2, 2]);
});
