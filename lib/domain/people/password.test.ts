import { describe, expect, it } from 'vitest';
import { normalisedPassword, personalWords, withoutWords } from './password';

const mei = { name: '林梅 Mei Lin', email: 'mei.lin@dailynews.example', desk: 'The Daily News (Research)' };

describe('personalWords', () => {
  it('are those of the name, the address and the desk, the longest first', () => {
    const words = personalWords(mei);
    for (const word of ['林梅', 'mei', 'lin', 'meilin', 'dailynews', 'daily', 'news', 'research', 'claimdesk']) {
      expect(words).toContain(word);
    }
    expect(words).not.toContain('example');
    expect(words[0]?.length).toBeGreaterThanOrEqual(words.at(-1)?.length ?? 0);
  });

  it('leave out what is too short to be one', () => {
    expect(personalWords({ name: 'Bo X', email: 'b@ab.example', desk: '' })).toEqual(['claimdesk', 'bo x', 'box']);
  });
});

describe('withoutWords', () => {
  it.each([
    ['MeiLin-Daily-2026', '--2026'],
    ['林梅林梅林梅林梅', ''],
    ['four quiet river stones', 'four quiet river stones'],
    ['ｍｅｉ ｌｉｎ', ' '],
  ])('leaves of %j only %j', (password, left) => {
    expect(withoutWords(normalisedPassword(password), personalWords(mei))).toBe(left);
  });

  it('takes words with signs as they are', () => {
    expect(withoutWords('a+b(c)xyz', ['a+b(c)'])).toBe('xyz');
  });
});
