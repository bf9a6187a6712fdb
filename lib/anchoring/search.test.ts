import { describe, expect, test } from 'vitest';
import { tokenise } from '#lib/text/tokens';
import { PassageIndex } from './search';

/** A text of so many different words, all of which begin with a letter; their numbers are spelt in other letters. */
const filler = (letter: string, count: number) =>
  Array.from(
    { length: count },
    (_, i) => letter + String(i).replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit))),
  ).join(' ');

const passage = 'It now employs 375 people, most of them engineers.';
const 段落 = '它目前雇用三百七十五人，多数是工程师。';

/** The stretches of a text in which a passage may stand, as offsets. */
function stretches(text: string, query: string, near: number | null = null) {
  return new PassageIndex(text, tokenise(text)).candidates(query, tokenise(query), near).map((matched) => ({
    start: matched.b.start[0] ?? 0,
    end: matched.b.end[matched.b.count - 1] ?? 0,
    matched,
  }));
}

const holds = (stretch: { start: number; end: number }, at: number, words: string) =>
  stretch.start <= at && stretch.end >= at + words.length;

describe('a passage in a long text', () => {
  test.each([
    ['at the beginning', passage, `${passage} ${filler('v', 200)}`],
    ['in the middle', passage, `${filler('v', 200)} ${passage} ${filler('w', 200)}`],
    ['at the end', passage, `${filler('v', 200)} ${passage}`],
    ['as the whole of it', passage, passage],
    ['in Chinese', 段落, `${filler('v', 200)} ${段落} ${filler('w', 200)}`],
    ['beside the edge of a bucket', passage, `${filler('v', 31)} ${passage} ${filler('w', 200)}`],
    ['across the edge of a bucket', passage, `${filler('v', 44)} ${passage} ${filler('w', 200)}`],
  ])('is found %s', (_, words, text) => {
    const [first, ...others] = stretches(text, words);
    expect(first && holds(first, text.indexOf(words), words)).toBe(true);
    expect(others).toEqual([]);
    expect([...(first?.matched.to ?? [])].every((at) => at >= 0)).toBe(true);
    expect(first?.matched.isOpen).toBe(true);
  });

  test('is found with words put into it', () => {
    const [one, other] = ['It now employs 375 people,', 'most of them engineers.'];
    const text = `${filler('v', 99)} ${one} ${filler('x', 4)} ${other} ${filler('w', 99)}`;
    const [first] = stretches(text, passage);
    expect(
      first && holds(first, text.indexOf(one), text.slice(text.indexOf(one), text.indexOf(other) + other.length)),
    ).toBe(true);
  });

  test('is looked for in a part of it alone', () => {
    const text = `${filler('v', 200)} ${passage} ${filler('w', 200)}`;
    const [first] = stretches(text, passage);
    expect((first?.end ?? 0) - (first?.start ?? 0)).toBeLessThan(text.length / 3);
  });
});

describe('where nothing of a passage stands', () => {
  const text = filler('v', 200);

  test('there are no places', () => {
    expect(stretches(text, passage)).toEqual([]);
    expect(stretches('', passage)).toEqual([]);
    expect(stretches(text, '')).toEqual([]);
    expect(stretches(text, 'people')).toEqual([]);
  });

  test('there is the old place, if one is known', () => {
    const [first, ...others] = stretches(text, passage, 600);
    expect(first && first.start <= 600 && first.end >= 600).toBe(true);
    expect(others).toEqual([]);
  });
});

describe('a passage that stands in several places', () => {
  const text = `${filler('v', 60)} ${passage} ${filler('w', 60)} ${passage} ${filler('x', 60)}`;
  const places = [text.indexOf(passage), text.lastIndexOf(passage)] as const;

  test('has each of them', () => {
    const found = stretches(text, passage);
    expect(places.map((at) => found.filter((stretch) => holds(stretch, at, passage)).length)).toEqual([1, 1]);
    expect(found).toHaveLength(2);
  });

  test.each([0, 1] as const)('has the one near its old place first: %i', (which) => {
    const [first] = stretches(text, passage, places[which]);
    expect(first && holds(first, places[which], passage)).toBe(true);
  });

  test('has the one with more of it first', () => {
    const part = 'most of them engineers.';
    const uneven = `${filler('v', 60)} ${part} ${filler('w', 60)} ${passage} ${filler('x', 60)}`;
    const [first] = stretches(uneven, passage, 0);
    expect(first && holds(first, uneven.indexOf(passage), passage)).toBe(true);
  });

  test('has not those with far less of it', () => {
    const uneven = `${filler('v', 60)} It now ${filler('w', 60)} ${passage} ${filler('x', 60)}`;
    expect(stretches(uneven, passage)).toHaveLength(1);
  });

  test('has four of them at most', () => {
    const many = ['v', 'w', 'x', 'y', 'z', 'j'].map((letter) => `${passage} ${filler(letter, 60)}`).join(' ');
    expect(stretches(many, passage)).toHaveLength(4);
  });

  test('has none where they are too many to tell anything', () => {
    const times = (count: number) => Array.from({ length: count }, () => passage).join(' ');
    expect(stretches(times(24), passage).length).toBeGreaterThan(0);
    expect(stretches(times(25), passage)).toEqual([]);
  });
});
