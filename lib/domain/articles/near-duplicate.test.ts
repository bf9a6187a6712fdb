import { describe, expect, it } from 'vitest';
import { bandsOf, fingerprintOf, isNearDuplicate, sharedPart } from './near-duplicate';

const english = Array.from(
  { length: 12 },
  (_, index) =>
    `In district ${index * 7} the committee counted ${index * 31 + 5} wells, of which ${index + 3} were closed after the ${index + 1}th test.`,
);
const chinese = Array.from(
  { length: 12 },
  (_, index) =>
    `第${index * 7}区的委员会清点了${index * 31 + 5}口水井，其中${index + 3}口在第${index + 1}次检测后关闭，居民改用自来水。`,
);
const other = Array.from(
  { length: 12 },
  (_, index) => `Ferry ${index} left port ${index * 3} late because of ice, said its captain.`,
);

function print(texts: readonly string[]): string {
  const fingerprint = fingerprintOf(texts);
  if (fingerprint === null) throw new Error('too short');
  return fingerprint;
}
const meet = (left: string, right: string) => bandsOf(left).some((band) => bandsOf(right).includes(band));

describe.each([
  ['English', english],
  ['Chinese', chinese],
])('%s texts are near-identical', (_, text) => {
  it.each<[string, readonly string[]]>([
    ['as they are', text],
    ['in other paragraphs, marks and widths', [text.join('　').replaceAll(',', '，').toUpperCase()]],
    ['with a paragraph more', [...text, 'A new paragraph at the end. 后来加上的一段。']],
    ['with a paragraph less', text.slice(1)],
    ['with a changed number', text.map((line, index) => (index === 4 ? line.replace(/\d+/, '99') : line))],
  ])('%s', (_name, changed) => {
    const [left, right] = [print(text), print(changed)];
    expect(isNearDuplicate(left, right)).toBe(true);
    expect(meet(left, right)).toBe(true);
  });

  it('but not to another text', () => {
    expect(sharedPart(print(text), print(other))).toBeLessThan(0.1);
    expect(meet(print(text), print(other))).toBe(false);
  });
});

it('gives a headline no fingerprint', () => expect(fingerprintOf(['Panel delays its figures again'])).toBeNull());

/** Words that differ from each other: `aa`, `ab`, … */
const words = Array.from(
  { length: 50 },
  (_, index) => 'abcdefghij'.charAt(index / 10) + 'abcdefghij'.charAt(index % 10),
);
const printOf = (some: string[]): string => print([some.join(' ')]);

it('gives a text of 24 words a fingerprint, and one of 23 none', () => {
  expect(fingerprintOf([words.slice(0, 24).join(' ')])).not.toBeNull();
  expect(fingerprintOf([words.slice(0, 23).join(' ')])).toBeNull();
});

it.each([0, 12, 23])('tells a short text from one with another word at %d', (index) => {
  const short = words.slice(0, 24);
  const [one, other] = [printOf(short), printOf(short.with(index, 'another'))];
  expect(sharedPart(one, other)).toBeLessThan(1);
  expect(sharedPart(one, one)).toBe(1);
});

it('finds a short article again without its first or last word, and not without half of it', () => {
  const whole = printOf(words);
  expect(isNearDuplicate(whole, printOf(words.slice(1)))).toBe(true);
  expect(isNearDuplicate(whole, printOf(words.slice(0, -1)))).toBe(true);
  expect(isNearDuplicate(whole, printOf(words.slice(0, 25)))).toBe(false);
});

it('keeps its fingerprints from version to version', () => {
  expect(print(english).slice(0, 32)).toMatchInlineSnapshot(`"01d5c8090032a25a0069bc9f016c8bf5"`);
});
