import { describe, expect, test } from 'vitest';
import { settleGaps } from './quote-treatment';
import { readWords } from './quote-words';

/** Where the words of a quote stand in the source once its gaps are settled. */
function settled(quote: string, source: string, places: number[]): number[] {
  const to = Int32Array.from(places);
  settleGaps({ quote: readWords(quote), source: readWords(source), to });
  return [...to];
}

describe('a gap moves along equal words to where clauses begin and end', () => {
  test.each<[string, string, string, number[], number[]]>([
    ['ahead by a word', 'gold tin, iron zinc', 'gold tin, lead salt tin, iron zinc', [0, 4, 5, 6], [0, 1, 5, 6]],
    [
      'ahead by two',
      'gold tin brass, iron zinc',
      'gold tin brass, salt tin brass, iron zinc',
      [0, 4, 5, 6, 7],
      [0, 1, 2, 6, 7],
    ],
    ['back by a word', 'gold, tin brass zinc', 'gold, tin salt, tin brass zinc', [0, 1, 4, 5], [0, 3, 4, 5]],
    ['back by two', 'gold, tin brass zinc', 'gold, tin brass salt, tin brass zinc', [0, 1, 2, 6], [0, 4, 5, 6]],
    ['nowhere where it is well placed', 'gold tin, iron', 'gold tin, lead tin, iron', [0, 1, 4], [0, 1, 4]],
    ['nowhere over other words', 'gold tin iron zinc', 'gold, lead, salt tin iron zinc', [0, 3, 4, 5], [0, 3, 4, 5]],
    ['nowhere where there is none', 'gold tin', 'gold tin', [0, 1], [0, 1]],
    ['nowhere beside a word without a place', 'gold tin iron', 'gold, lead iron', [0, -1, 2], [0, -1, 2]],
  ])('%s', (_, quote, source, before, after) => {
    expect(settled(quote, source, before)).toEqual(after);
  });
});
