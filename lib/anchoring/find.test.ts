import { describe, expect, test } from 'vitest';
import { type Anchor, describeAnchor, locateAnchor, moveAnchors } from './anchor';

const long = 'It now employs 375 people, most of them engineers.';
const before = 'The firm opened an office in Austin in March.';
const after = 'Nobody at the firm would comment on the sale.';

/** Anchors an occurrence of some words, the first being 0. */
function anchorOf(text: string, words: string, nth = 0): Anchor {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i += 1) start = text.indexOf(words, start + 1);
  return describeAnchor(text, start, start + words.length);
}

const startOf = (text: string, anchor: Anchor) => locateAnchor(text, anchor)?.start ?? null;

describe('among places with the very words', () => {
  const line = `${before} ${long} ${after}\n`;

  test.each([3, 60])('of like surroundings the nearest is meant: %i of them', (count) => {
    const text = line.repeat(count);
    const anchor = anchorOf(text, long, Math.floor(count / 2));
    expect(startOf(`A. ${text}`, anchor)).toBe(anchor.start + 3);
    expect(startOf(text.slice(3), anchor)).toBe(anchor.start - 3);
    expect(startOf(text, anchor)).toBe(anchor.start);
  });

  test.each([
    [
      'before',
      'Sales were 375 units\nCosts were 375 units',
      'Costs were 375 units\nSales were 375 units',
      'Costs were ',
    ],
    ['after', '375 in sales\n375 in costs', '375 in costs\nA line between them\n375 in sales', '', ' in costs'],
  ])('the surroundings %s it count for more than its old position', (_, old, fresh, prefix, suffix = '') => {
    const anchor = anchorOf(old, '375', 1);
    expect(startOf(fresh, anchor)).toBe(fresh.indexOf(`${prefix}375${suffix}`) + prefix.length);
  });

  test('the first words of a text are those without words before them', () => {
    const anchor = anchorOf(`375 people came. ${after}`, '375');
    expect(startOf(`375 people came. ${after} ${before} 375 people came.`, anchor)).toBe(0);
  });

  test('the last words of a text are those without words after them', () => {
    const old = `${before} There came 375`;
    const fresh = `There came 375 ${after} ${before} There came 375`;
    expect(startOf(fresh, anchorOf(old, '375'))).toBe(fresh.length - 3);
  });
});

describe('where its words open or close a text, and stand elsewhere with more of what was beside them', () => {
  test.each([
    [
      'the first',
      '375 people came to see it in all.',
      '375 people came, it seems. Then 375 people came to see it in all.',
      0,
    ],
    [
      'the last',
      'In all there came as many as 375',
      'In all there came as many as 375 then. It was as many as 375',
      57,
    ],
  ])('%s are meant', (_, old, fresh, at) => {
    expect(startOf(fresh, anchorOf(old, '375'))).toBe(at);
  });
});

describe('a short passage', () => {
  test('is not found amid other surroundings', () => {
    expect(startOf('A library lent 375 books.', anchorOf('We counted 375 geese there.', '375'))).toBeNull();
  });

  test('is found at its old position where a part of its surroundings is left', () => {
    const anchor = anchorOf('We counted 375 geese there.', '375');
    expect(startOf('We reached 375 goats there.', anchor)).toBe(anchor.start);
  });

  test('without any surroundings is found by its words', () => {
    expect(startOf('There are 375 of them', { start: 0, end: 3, exact: '375', prefix: '', suffix: '' })).toBe(10);
  });
});

describe('a passage that is gone', () => {
  test('is not found in a sentence that took some of its words', () => {
    const fresh = `${before} ${after} Last year 375 cooks and gardeners left, none of them rich.`;
    expect(startOf(fresh, anchorOf(`${long}\n${before} ${after}`, long))).toBeNull();
    const [moved] = moveAnchors(`${long}\n${before} ${after}`, fresh, [anchorOf(`${long}\n${before} ${after}`, long)]);
    expect(moved).toBeNull();
  });

  test('is not placed on one like it elsewhere that is not nearly whole', () => {
    const old = `${long}\n${before} ${after}`;
    const fresh = `${before} ${after}\nIt now employs 375 people in kitchens and gardens.`;
    expect(moveAnchors(old, fresh, [anchorOf(old, long)])).toEqual([null]);
  });
});

describe('a paragraph that was moved', () => {
  test.each([
    ['as it was', '員工減少', '員工減少'],
    ['and converted', '員工減少', '员工减少'],
    ['and set in full width', 'Rose 12%', 'Ｒｏｓｅ １２％'],
  ])('takes a short passage along: %s', (_, words, anew) => {
    const old = `${words}\n${before}\n${long}\n${after}`;
    const fresh = `${before}\n${long}\n${after}\n${anew}`;
    const [moved] = moveAnchors(old, fresh, [anchorOf(old, words)]);
    expect(moved && fresh.slice(moved.start, moved.end)).toBe(anew);
  });

  test('is the first of two, and the second is the second', () => {
    const old = `${long}\n${before}\n${long}\n${after}`;
    const fresh = `${before}\n${after}\n${long}\n${long}`;
    const moved = moveAnchors(old, fresh, [anchorOf(old, long), anchorOf(old, long, 1)]);
    expect(moved.map((place) => place?.start)).toEqual([fresh.indexOf(long), fresh.lastIndexOf(long)]);
  });
});

test('an anchor whose words do not stand where it says is looked for by its words', () => {
  const old = `${before} ${long}`;
  const anchor = { ...anchorOf(old, long), start: -1, end: -1 + long.length };
  expect(moveAnchors(old, `${after} ${old}`, [anchor])[0]?.start).toBe(after.length + 1 + before.length + 1);
});
