import { expect, test } from 'vitest';
import { growth, linearGrowth } from '#lib/testing/growth';
import { claimPassage } from './claim-document';

const passageOf = (paragraph: string, exact: string) => {
  const start = paragraph.indexOf(exact);
  return claimPassage({ start, end: start + exact.length, exact }, paragraph);
};

test('a passage is the sentence of a claim, with the place of its own words', () => {
  const { text, start, end } = passageOf('Lin came. The firm has 375 people. She left.', '375 people');
  expect(text).toBe('The firm has 375 people');
  expect(text.slice(start, end)).toBe('375 people');
});

test('of a sentence without end, and of half a pair of surrogates, what is near is kept', () => {
  const { text, start, end } = passageOf(`${'😀'.repeat(999)}x375 people${'😀'.repeat(999)}`, '375 people');
  expect([text.slice(start, end), text.isWellFormed(), text.length < 1000]).toEqual(['375 people', true, true]);
});

test('a place that is not in the paragraph leaves the claim its own words', () => {
  expect(claimPassage({ start: 3, end: 9, exact: 'gone words' }, 'short')).toEqual({
    text: 'gone words',
    start: 0,
    end: 10,
  });
});

test('all claims of one long paragraph take time that grows with their number', () => {
  const sentence = 'Plant 7 made 375 cars in March. ';
  const all = (count: number) => {
    const paragraph = sentence.repeat(count);
    return () => {
      for (let at = 0; at < count; at++) {
        const start = at * sentence.length + 13;
        claimPassage({ start, end: start + 8, exact: '375 cars' }, paragraph);
      }
    };
  };
  expect(growth((run: () => void) => run(), all(400), all(4_000))).toBeLessThan(linearGrowth);
});
