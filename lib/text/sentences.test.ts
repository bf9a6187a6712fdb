import { describe, expect, it } from 'vitest';
import { splitSentences, trimStatement } from './sentences';

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['一句。两句！三句？', ['一句', '两句', '三句']],
    ['甲有三家；乙没有。', ['甲有三家', '乙没有']],
    ['Dr. Smith paid $3.5 million. He left.', ['Dr. Smith paid $3.5 million', 'He left']],
    ['The U.S. economy grew. The U.K. shrank.', ['The U.S. economy grew', 'The U.K. shrank']],
    ['J. R. Smith left at 5 p.m. on Monday.', ['J. R. Smith left at 5 p.m. on Monday']],
    ['1. First item', ['1. First item']],
    ['He moved to the U.S. The move was hard.', ['He moved to the U.S', 'The move was hard']],
    ['It is in the U.S. South of it lies Mexico.', ['It is in the U.S. South of it lies Mexico']],
    ['It closed at 5 p.m.', ['It closed at 5 p.m']],
    ['He met Mr. The end.', ['He met Mr. The end']],
    ['It was me, not I. He left.', ['It was me, not I', 'He left']],
    ['See example.org/a.b now. Then go.', ['See example.org/a.b now', 'Then go']],
    ['甲有3.5家.乙没有', ['甲有3.5家', '乙没有']],
    ['It grew in 2021. 12 left.', ['It grew in 2021', '12 left']],
    ['10. Tenth item. It ends.', ['10. Tenth item', 'It ends']],
    ['  1. First item', ['1. First item']],
    ['It ended. 2. Next item.', ['It ended', '2. Next item']],
    ['2021. A good year.', ['2021', 'A good year']],
    ['No 3. He left.', ['No 3', 'He left']],
    ['It said 12. He left.', ['It said 12', 'He left']],
    ['登录example.公司查看。', ['登录example.公司查看']],
    ['The U.S. (The firm left.)', ['The U.S. (The firm left.)']],
    ['The total was 12. He left.', ['The total was 12', 'He left']],
    ['He said “yes.” She left.', ['He said “yes.”', 'She left']],
    ['(One.) Two.', ['(One.)', 'Two']],
    ['They fell. -5% was the worst.', ['They fell', '-5% was the worst']],
    ['• First, – second;', ['First, – second']],
    ['A stray ) ends here).', ['A stray ) ends here']],
    ['Really?! Yes...', ['Really', 'Yes']],
    ['见（附件一）。', ['见（附件一）']],
    ['', []],
    ['。。。', []],
  ])('splits %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('keeps the mark that closes a sentence', () => {
    expect(splitSentences('好吗？好。不').map((one) => one.closing)).toEqual(['？', '。', '']);
    expect(splitSentences('No!? Yes…! So').map((one) => one.closing)).toEqual(['?', '…', '']);
    expect(splitSentences('好！是？').map((one) => one.closing)).toEqual(['！', '？']);
    expect(splitSentences('They met J.').map((one) => one.closing)).toEqual(['.']);
    expect(splitSentences('It closed at 5 p.m.').map((one) => one.closing)).toEqual(['.']);
  });

  it('stays within the range that is asked for', () => {
    const text = 'One here. Two there. Three.';
    expect(splitSentences(text, 4, 15)).toEqual([
      { start: 4, end: 8, closing: '.' },
      { start: 10, end: 15, closing: '' },
    ]);
    expect(splitSentences('He left.Then', 0, 8)).toEqual([{ start: 0, end: 7, closing: '.' }]);
    expect(splitSentences('（甲。）乙', 0, 3)).toEqual([{ start: 0, end: 2, closing: '。' }]);
    expect(splitSentences('HMr. Smith left', 1)).toEqual([{ start: 1, end: 15, closing: '' }]);
  });
});

describe('trimStatement', () => {
  it.each<[text: string, from: number, to: number, kept: string]>([
    [' 甲，乙。 ', 0, 6, '甲，乙'],
    ['（一，二）', 3, 5, '二'],
    ['（一，二）', 0, 5, '（一，二）'],
    ['甲）））））', 0, 6, '甲'],
    ['，，。甲', 0, 2, ''],
    ['。｡', 1, 2, ''],
    ['- 5 ', 0, 4, '5'],
    ['-5 ', 0, 3, '-5'],
  ])('of %s from %i to %i is %s', (text, from, to, kept) => {
    const { start, end } = trimStatement(text, from, to);
    expect(text.slice(start, end)).toBe(kept);
    expect(from <= start && start <= end && end <= to).toBe(true);
  });
});
