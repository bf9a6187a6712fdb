import { describe, expect, test } from 'vitest';
import type { Matched } from '#lib/text/match';
import { alignLines, lineFrom, Stretches } from './lines';

const text = (lines: string[]) => lines.join('\n');

/** For each old line the new one in order, the new one elsewhere, and which new lines came from an old one. */
function aligned(before: string[], after: string[]) {
  const { to, moved, taken } = alignLines(text(before), text(after));
  return { to: [...to], moved: [...moved], taken: [...taken] };
}

const [cooks, geese, rain, snow] = ['Cooks left.', 'Geese came.', 'It rained.', 'It snowed.'];

describe('lines', () => {
  test('are what stands between breaks without the white space around it, and blank ones do not count', () => {
    const { before, after } = alignLines('\n \n  Cooks left. \r\n\n\tGeese came.', '　员工　\n');
    expect(before).toMatchObject({ start: [5, 21], end: [16, 32] });
    expect(after).toMatchObject({ start: [1], end: [3] });
    expect(alignLines('', ' \n ')).toMatchObject({ before: { start: [] }, after: { start: [] } });
  });

  test('hold an offset up to their end, and the break belongs to the next', () => {
    const { before } = alignLines('One\nTwo', '');
    expect([0, 2, 3, 4, 6, 7, 99].map((offset) => lineFrom(before, offset))).toEqual([0, 0, 1, 1, 1, 2, 2]);
  });
});

describe('lines of two texts', () => {
  test.each<[string, string[], string[], number[], number[], number[]]>([
    ['that are the same', [cooks, geese], [cooks, geese], [0, 1], [-1, -1], [1, 1]],
    ['with one put in', [cooks, geese], [cooks, rain, geese], [0, 2], [-1, -1], [1, 0, 1]],
    ['with one put in first', [cooks, geese], [rain, cooks, geese], [1, 2], [-1, -1], [0, 1, 1]],
    ['with one gone', [cooks, rain, geese], [cooks, geese], [0, -1, 1], [-1, -1, -1], [1, 1]],
    [
      'with the first of two alike gone from amid others',
      [cooks, rain, cooks, geese],
      [rain, cooks, geese],
      [-1, 0, 1, 2],
      [-1, -1, -1, -1],
      [1, 1, 1],
    ],
    ['with the last of two alike gone', [cooks, rain, cooks], [cooks, rain], [0, 1, -1], [-1, -1, -1], [1, 1]],
    ['with one changed', [cooks, rain, geese], [cooks, snow, geese], [0, -1, 1 + 1], [-1, -1, -1], [1, 0, 1]],
    ['with one put in twice', [cooks, geese], [cooks, geese, cooks], [0, 1], [-1, -1], [1, 1, 0]],
    [
      'with one put in again',
      [rain, cooks, geese],
      [cooks, geese, cooks, snow],
      [-1, 0, 1],
      [-1, -1, -1],
      [1, 1, 0, 0],
    ],
    ['with nothing in common', [cooks], [geese], [-1], [-1], [0]],
    ['without any in one of them', [cooks], [], [-1], [-1], []],
    ['that are converted', ['員工減少', cooks], ['员工减少', geese], [0, -1], [-1, -1], [1, 0]],
    [
      'that are converted in the middle',
      [cooks, '員工減少', geese],
      [rain, '员工减少', snow],
      [-1, 1, -1],
      [-1, -1, -1],
      [0, 1, 0],
    ],
    ['that are set in another width', ['Rose 12%', cooks], ['Ｒｏｓｅ １２％', cooks], [0, 1], [-1, -1], [1, 1]],
  ])('%s', (_, before, after, to, moved, taken) => {
    expect(aligned(before, after)).toEqual({ to, moved, taken });
  });

  test('that changed places: one stays, the other moved', () => {
    const { to, moved, taken } = aligned([cooks, geese], [geese, cooks]);
    expect(to.filter((at) => at >= 0)).toHaveLength(1);
    expect([0, 1].map((line) => Math.max(to[line] ?? -1, moved[line] ?? -1))).toEqual([1, 0]);
    expect(taken).toEqual([1, 1]);
  });

  test('that moved together keep their order, each to a place of its own', () => {
    const { to, moved, taken } = aligned([cooks, cooks, geese, rain, snow], [geese, rain, snow, cooks, cooks]);
    expect(to).toEqual([-1, -1, 0, 1, 2]);
    expect(moved).toEqual([3, 4, -1, -1, -1]);
    expect(taken).toEqual([1, 1, 1, 1, 1]);
  });

  test('of which one more moved there than there is room for', () => {
    const { moved, taken } = aligned([cooks, cooks, geese, rain, snow], [geese, rain, snow, cooks]);
    expect(moved).toEqual([3, -1, -1, -1, -1]);
    expect(taken).toEqual([1, 1, 1, 1]);
  });

  test('that are the very same are matched before those that are the same but for their form', () => {
    const { to, moved } = aligned([cooks, '員工減少', '员工减少', geese], [rain, '员工减少', snow]);
    expect([to[1], moved[1]]).toEqual([-1, -1]);
    expect(to[2]).toBe(1);
  });

  test('that differ in form alone are matched, several to several, in order', () => {
    const [first, second] = ['員工減少', '员工減少'];
    const { to } = aligned([cooks, first, second, geese], [rain, '员工减少', '员工减少', snow]);
    expect(to).toEqual([-1, 1, 2, -1]);
  });
});

describe('a stretch between lines that stay', () => {
  const before = [cooks, 'Old one.', 'Old two.', geese, 'Old three.', rain];
  const after = [cooks, 'New one.', geese, rain, 'New two.'];
  const stretches = () => new Stretches(alignLines(text(before), text(after)));

  const words = ({ before: old, after: fresh, a, b }: Matched) => [
    a.count === 0 ? '' : old.slice(a.start[0], a.end[a.count - 1]),
    b.count === 0 ? '' : fresh.slice(b.start[0], b.end[b.count - 1]),
  ];

  test.each<[number, number, string[]]>([
    [0, 0, [cooks, cooks]],
    [1, 1, ['Old one.\nOld two.', 'New one.']],
    [2, 2, ['Old one.\nOld two.', 'New one.']],
    [1, 2, ['Old one.\nOld two.', 'New one.']],
    [0, 1, [`${cooks}\nOld one.\nOld two.`, `${cooks}\nNew one.`]],
    [2, 3, [`Old one.\nOld two.\n${geese}`, `New one.\n${geese}`]],
    [3, 3, [geese, geese]],
    [4, 4, ['Old three.', '']],
    [4, 5, [`Old three.\n${rain}`, rain]],
    [0, 5, [text(before), text(after.slice(0, 4))]],
  ])('around lines %i to %i', (first, last, expected) => {
    expect(words(stretches().around(first, last))).toEqual(expected);
  });

  test.each<[number, string[]]>([
    [1, ['Old one.\nOld two.', 'New one.']],
    [4, ['', 'New two.']],
  ])('around the new line %i', (line, expected) => {
    expect(words(stretches().aroundAfter(line))).toEqual(expected);
  });

  test('reaches to the ends of both texts where nothing stays', () => {
    const apart = new Stretches(alignLines(text([cooks, geese]), text([rain, snow, 'More.'])));
    const whole = [text([cooks, geese]), text([rain, snow, 'More.'])];
    expect(words(apart.around(0, 0))).toEqual(whole);
    expect(words(apart.around(1, 1))).toEqual(whole);
    for (const line of [0, 1, 2]) expect(words(apart.aroundAfter(line))).toEqual(whole);
  });

  test('is one and the same for every line of it', () => {
    const all = stretches();
    expect(all.around(1, 1)).toBe(all.around(2, 2));
    expect(all.around(1, 1)).toBe(all.aroundAfter(1));
    expect(all.around(1, 1)).not.toBe(all.around(4, 4));
    expect(all.around(0, 1)).not.toBe(all.around(1, 1));
  });

  test('is no part of a text that ends elsewhere', () => {
    expect(stretches().around(1, 1).isOpen).toBe(false);
  });
});
