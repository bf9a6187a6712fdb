import { describe, expect, it } from 'vitest';
import { readWords } from './quote-words';
import { baseOf, WordBases } from './word-bases';

describe('the base of a word', () => {
  it.each([
    ['colour', 'colors'],
    ['organising', 'organized'],
    ['analyse', 'analyzed'],
    ['centre', 'centers'],
    ['travelled', 'traveling'],
    ['defence', 'defense'],
    ['dialogue', 'dialogs'],
    ['paediatric', 'pediatric'],
    ['programme', 'programs'],
    ["they'd", 'they'],
    ["can't", 'can'],
    ["didn't", 'did'],
    ['called', 'calling'],
  ])('is one for %s and %s', (one, other) => {
    expect(baseOf(one)).toBe(baseOf(other));
  });

  it.each([
    ['four', 'for'],
    ['minister', 'ministry'],
    ['acted', 'action'],
  ])('is not one for %s and %s', (one, other) => {
    expect(baseOf(one)).not.toBe(baseOf(other));
  });

  it('has one number in all texts', () => {
    const bases = new WordBases();
    const [first] = bases.of(readWords('colour'));
    expect([...bases.of(readWords('the colors, 颜色'))][1]).toBe(first);
  });
});
