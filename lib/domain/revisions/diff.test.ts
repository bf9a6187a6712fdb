import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffRevisions, diffTexts } from './diff';
import { close, lead, staff, 人数, 开头, 结尾 } from './fixtures/sentences';

describe('a diff', () => {
  const inline = (before: string, after: string) =>
    diffTexts(before, after)
      .map(({ text, change }) => (change === 'same' ? text : change === 'added' ? `{+${text}+}` : `[-${text}-]`))
      .join('');

  test.each([
    [
      'goes by words in English',
      'It had 375 employees.',
      'It had 475 staff.',
      'It had [-375 employees-]{+475 staff+}.',
    ],
    ['goes by characters in Chinese', '约有375名员工', '约有475位员工', '约有[-375名-]{+475位+}员工'],
    ['shows a change of width alone', '375人', '３７５人', '[-375-]{+３７５+}人'],
    ['shows what was put in', 'Yes', 'Yes, sir', 'Yes{+, sir+}'],
    ['shows what was taken out', '公司不会出售', '公司会出售', '公司[-不-]会出售'],
    ['is the text where nothing changed', 'It had staff.', 'It had staff.', 'It had staff.'],
    ['keeps the white space around a change', 'in \nJune  2024', 'in \nJuly  2024', 'in \n[-June-]{+July+}  2024'],
    ['is empty for nothing', '', '', ''],
  ])('%s', (_, before, after, shown) => {
    expect(inline(before, after)).toBe(shown);
  });

  test('has both texts in its pieces', () => {
    const text = fc.array(fc.constantFrom('公司', '375', ' staff', '，', '👨‍👩‍👧', '\n', 'was ', '375 '), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const side = (gone: string) =>
          diffTexts(before, after)
            .filter(({ change }) => change !== gone)
            .map((piece) => piece.text)
            .join('');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
    );
  });

  test('puts paragraphs that were split, merged, moved, added and removed into rows', () => {
    const omega = 'Omega went home early.';
    const before = [`${lead} ${staff}`, close, 结尾, 'Alpha beta gamma.', 'Delta epsilon.', 'All this is lost.', omega];
    const after = [lead, staff, omega, close, 结尾, 'Alpha beta gamma. Delta epsilon.', 'Brand new words.'];
    const rows = diffRevisions(
      before.map((text) => ({ text })),
      after.map((text) => ({ text })),
    );
    expect(rows.map(({ change, before: was, after: is }) => [change, was, is])).toEqual([
      ['changed', [0], [0, 1]],
      ['moved-here', [], [2]],
      ['same', [1], [3]],
      ['same', [2], [4]],
      ['changed', [3, 4], [5]],
      ['removed', [5], []],
      ['moved-away', [6], []],
      ['added', [], [6]],
    ]);
  });

  test.each<[string, string[], string[], [string, number[], number[]][]]>([
    [
      'a text that is new',
      [],
      [lead, close],
      [
        ['added', [], [0]],
        ['added', [], [1]],
      ],
    ],
    [
      'a text that is gone',
      [lead, close],
      [],
      [
        ['removed', [0], []],
        ['removed', [1], []],
      ],
    ],
    [
      'a paragraph put in before',
      [lead],
      [close, lead],
      [
        ['added', [], [0]],
        ['same', [0], [1]],
      ],
    ],
    [
      'a paragraph put in behind',
      [lead],
      [lead, close],
      [
        ['same', [0], [0]],
        ['added', [], [1]],
      ],
    ],
    [
      'a paragraph taken out before',
      [close, lead],
      [lead],
      [
        ['removed', [0], []],
        ['same', [1], [0]],
      ],
    ],
    [
      'a paragraph taken out behind',
      [lead, close],
      [lead],
      [
        ['same', [0], [0]],
        ['removed', [1], []],
      ],
    ],
  ])('shows %s', (_, before, after, expected) => {
    const rows = diffRevisions(
      before.map((text) => ({ text })),
      after.map((text) => ({ text })),
    );
    expect(rows.map(({ change, before: was, after: is }) => [change, was, is])).toEqual(expected);
    for (const { change, pieces, before: was, after: is } of rows) {
      const whole = change === 'removed' ? before[was[0] ?? -1] : after[is[0] ?? -1];
      expect(pieces).toEqual([{ text: whole, change }]);
    }
  });

  test('says nothing of how a paragraph changed that only moved', () => {
    const before = [staff, lead, close, 开头].map((text) => ({ text }));
    const after = [lead, close, 开头, staff].map((text) => ({ text }));
    const moved = diffRevisions(before, after).filter(({ change }) => change.startsWith('moved'));
    expect(moved.map(({ edits }) => edits)).toEqual([null, null]);
    expect(moved.map(({ pieces }) => pieces)).toEqual([
      [{ text: staff, change: 'removed' }],
      [{ text: staff, change: 'added' }],
    ]);
  });

  test('shows a paragraph that was split as its own text with a new line in it', () => {
    const before = [{ text: `${lead} ${staff}` }];
    const [row] = diffRevisions(before, [{ text: lead }, { text: staff }]);
    const sides = ['added', 'removed'].map((gone) =>
      row?.pieces
        .filter(({ change }) => change !== gone)
        .map(({ text }) => text)
        .join(''),
    );
    expect(sides).toEqual([`${lead} ${staff}`, `${lead}\n${staff}`]);
  });

  test('says how a paragraph that moved and changed differs from what it was', () => {
    const before = [staff, lead, close, 开头];
    const after = [lead, close, 开头, staff.replace('375', '475')];
    const rows = diffRevisions(
      before.map((text) => ({ text })),
      after.map((text) => ({ text })),
    );
    expect(rows.map(({ change, other }) => [change, other])).toEqual([
      ['moved-away', 3],
      ...[null, null, null].map((none) => ['same', none]),
      ['moved-here', 0],
    ]);
    const changed = rows.at(-1)?.edits?.filter(({ change }) => change !== 'same');
    expect(changed).toEqual([
      { text: '375', change: 'removed' },
      { text: '475', change: 'added' },
    ]);
    expect(rows[0]?.edits).toBe(null);
  });

  test('shows every paragraph of both revisions once', () => {
    const texts = fc.array(fc.constantFrom(lead, staff, close, 开头, 人数, 结尾, `${lead} ${staff}`), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const rows = diffRevisions(
          a.map((text) => ({ text })),
          b.map((text) => ({ text })),
        );
        expect(rows.flatMap(({ before }) => before)).toEqual(a.map((_, index) => index));
        expect(rows.flatMap(({ after }) => after)).toEqual(b.map((_, index) => index));
      }),
    );
  });
});
