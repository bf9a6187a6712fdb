import { describe, expect, test } from 'vitest';
import { describeAnchor } from './anchor';

/** Anchors the first occurrence of some words. */
function anchorOf(text: string, words: string) {
  const start = text.indexOf(words);
  return describeAnchor(text, start, start + words.length);
}

describe('describeAnchor', () => {
  test('keeps the words, their place and what stands around them', () => {
    expect(anchorOf('The firm had 375 staff.', '375')).toEqual({
      start: 13,
      end: 16,
      exact: '375',
      prefix: 'The firm had ',
      suffix: ' staff.',
    });
  });

  test.each<[string, string, string, string, string]>([
    ['no context on either side of a whole text', '375人', '375人', '', ''],
    ['no prefix at the start', '公司有人', '公司', '', '有人'],
    ['no suffix at the end', '公司有人', '有人', '公司', ''],
    ['32 units at most', `${'a'.repeat(50)}X${'b'.repeat(50)}`, 'X', 'a'.repeat(32), 'b'.repeat(32)],
    ['whole emoji that just fit', `ab${'😀'.repeat(16)}X${'😀'.repeat(16)}`, 'X', '😀'.repeat(16), '😀'.repeat(16)],
    ['no half of an emoji', `${'😀'.repeat(16)}aX${'b'.repeat(31)}😀`, 'X', `${'😀'.repeat(15)}a`, 'b'.repeat(31)],
  ])('keeps %s', (_, text, words, prefix, suffix) => {
    const anchor = anchorOf(text, words);
    expect(anchor).toMatchObject({ exact: words, prefix, suffix });
    expect((anchor.prefix + anchor.suffix).isWellFormed()).toBe(true);
  });
});
