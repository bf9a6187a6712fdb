import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#lib/testing/article/any-text';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { excerptOf, mentionQueryAt, mentionsIn, peopleMatching } from './discussion';

const people = ['陈舟', '陈舟行', 'Rafa Moreno', 'Rafa', 'Ann', '林若 Ruo Lin', 'Zoë', 'نور'].map((name) => ({ name }));
const named = (body: string) =>
  mentionsIn(body, people).flatMap(({ start, end, people: [person] }) => {
    expect(/^[@＠]/.test(body.slice(start, end))).toBe(true);
    return person?.name ?? [];
  });

describe('mentionsIn', () => {
  test.each<[string, string, string[]]>([
    ['a Chinese name with text after it', '@陈舟请看', ['陈舟']],
    ['a Chinese name with text before it', '请@陈舟看一下', ['陈舟']],
    ['the longest name that fits', '@陈舟行 怎么看？', ['陈舟行']],
    ['a full-width sign', '＠陈舟，请看', ['陈舟']],
    ['a name with a space', 'Ask @Rafa Moreno, please', ['Rafa Moreno']],
    ['a name with a space before Chinese', '@Rafa Moreno请看', ['Rafa Moreno']],
    ['a name with a wide space', '@Rafa\u3000Moreno', ['Rafa Moreno']],
    ['the shorter name where the longer does not fit', '@Rafa Morenosson', ['Rafa']],
    ['a possessive', "@Ann's count", ['Ann']],
    ['another case and width', '@ａｎｎ and @RAFA', ['Ann', 'Rafa']],
    ['a name of two scripts', '@林若 Ruo Lin 来定', ['林若 Ruo Lin']],
    ['several, in order', '@Ann @陈舟@Rafa', ['Ann', '陈舟', 'Rafa']],
    ['at the end of a sentence', 'Done.@Ann (@Zoë)', ['Ann', 'Zoë']],
    ['a name written from right to left', 'اسأل @نور', ['نور']],
    ['after an emoji', '👍@Ann', ['Ann']],
    ['a longer word', '@Annabel @Ann1 @Ann_', []],
    ['an e-mail address', 'ann@Ann.example, a.b+c@Rafa.org', []],
    ['a path', 'https://social.example/@Ann', []],
    ['twice the sign', '@@Ann', []],
    ['nobody of the desk', '@Bob', []],
    ['no sign', 'Ann and 陈舟', []],
    ['code', '`@Ann` ``a ` @Ann``', []],
    ['code over lines', '```\n@Ann\n```\n@Rafa', ['Rafa']],
    ['a fence that is never closed', 'x\n```\n@Ann', []],
    ['a lone backtick', '5` @Ann', ['Ann']],
    ['a lone backtick that begins a line', '` @Ann', ['Ann']],
    ['three backticks inside a line', 'See ``` @Ann', ['Ann']],
    ['a fence that is set in', 'x\n   ```\n@Ann', []],
    ['a fence that is set in too far', 'x\n    ```\n@Ann', ['Ann']],
    ['code that an escaped backtick does not open', '\\``a` @Ann', ['Ann']],
    ['an escaped backtick', '\\`@Ann\\`', ['Ann']],
    ['inside emphasis', '**@Ann**', ['Ann']],
    ['a name right before and right after code', '@Ann`x`@Rafa', ['Ann', 'Rafa']],
    ['code after an escaped backtick', '\\`a ``@Ann``', []],
    ['a fence at the beginning', '```\n@Ann', []],
    ['a fence far into the text', 'Some words of a longer comment.\n```\n@Ann', []],
    ['three backticks far into a line', 'Some words of a longer comment ``` @Ann', ['Ann']],
    ['a word of another plane before it', '𝒜@Ann', []],
    ['nothing', '', []],
  ])('reads %s', (_, body, expected) => {
    expect(named(body)).toEqual(expected);
  });

  test('names two people of one name together', () => {
    const twins = [
      { id: '1', name: 'Ann' },
      { id: '2', name: 'ann' },
    ];
    expect(mentionsIn('@Ann', twins)).toEqual([{ start: 0, end: 4, people: twins }]);
  });

  test('never throws, and what it finds is in order and within the text', () => {
    const pieces = '@|＠|陈舟|行|Rafa| |Moreno|`|``|```|\\|\n|a|.|/|👍|\u202e|<script>|javascript:|İ';
    fc.assert(
      fc.property(anyText(pieces), (body) => {
        let last = 0;
        for (const { start, end } of mentionsIn(body, people)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(body.length);
          last = end;
        }
        mentionQueryAt(body, body.length);
        excerptOf(body);
      }),
    );
  });

  test.each([['@'], ['@Rafa '], ['`'], ['` @Ann ``'], ['[@'], ['👍@陈舟']])(
    'reads a huge body of %s in time',
    (piece) => {
      // Five times what a comment may hold.
      const body = piece.repeat(20_000 / piece.length);
      expect(growthOver(body, (text) => mentionsIn(text, people))).toBeLessThan(linearGrowth);
    },
  );
});

describe('a name being typed', () => {
  test.each<[string, string | null]>([
    ['@', ''],
    ['请＠陈', '陈'],
    ['Hello @raf', 'raf'],
    ['@Rafa M', 'Rafa M'],
    ['a@raf', null],
    ['@Rafa\nM', null],
    [`@${'x'.repeat(61)}`, null],
    ['none', null],
  ])('in “%s” is %s', (text, query) => {
    expect(mentionQueryAt(text, text.length)?.query ?? null).toBe(query);
  });

  test('is the one before the caret', () => {
    expect(mentionQueryAt('@Ann and @Rafa', 4)).toEqual({ start: 0, query: 'Ann' });
  });

  test.each<[string, string[]]>([
    ['', ['Ann', 'Rafa', 'Rafa Moreno', 'Zoë', 'نور', '林若 Ruo Lin', '陈舟', '陈舟行']],
    ['raf', ['Rafa', 'Rafa Moreno']],
    ['MOR', ['Rafa Moreno']],
    ['lin', ['林若 Ruo Lin']],
    ['舟', ['陈舟', '陈舟行']],
    ['Ann ', []],
    [' ', []],
    [' raf', []],
    ['fa', []],
    ['陈舟', ['陈舟', '陈舟行']],
    ['舟行', ['陈舟行']],
    ['舟x', []],
    ['x舟', []],
  ])('“%s” may mean %j', (query, expected) => {
    const matching = peopleMatching(people, query, 20).map(({ name }) => name);
    expect(matching.sort()).toEqual([...expected].sort());
  });

  test('of one kind stand by the alphabet, and only so many are shown', () => {
    const named = ['Rob', 'Rea', 'Ria', 'Ron', 'Ray', 'Roy', 'Rex'].map((name) => ({ name }));
    expect(peopleMatching(named, 'r').map(({ name }) => name)).toEqual(['Ray', 'Rea', 'Rex', 'Ria', 'Rob', 'Ron']);
    expect(peopleMatching(named, 'r', 1)).toEqual([{ name: 'Ray' }]);
  });

  test('whose name begins so comes first', () => {
    expect(peopleMatching([{ name: 'Zed Moreno' }, { name: 'Moreno Ax' }], 'mo')[0]).toEqual({ name: 'Moreno Ax' });
  });
});

test.each([
  ['**Look** at `375`\n\n- the first\n> and this', 'Look at 375 the first and this'],
  ['See [the report](https://example.org/a_b), p. 3', 'See the report, p. 3'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['a'.repeat(200), `${'a'.repeat(160)}…`],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
  ['a'.repeat(160), 'a'.repeat(160)],
  ['  1. One\n 12)  two\n10,5 three', 'One two 10,5 three'],
  ['at the end \n', 'at the end'],
  ['a ** b', 'a b'],
])('an excerpt of %j is %j', (body, excerpt) => {
  expect(excerptOf(body)).toBe(excerpt);
});
