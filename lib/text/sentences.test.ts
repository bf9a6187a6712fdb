import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences';

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['一句。两句！三句？', ['一句', '两句', '三句']],
    ['甲有三家；乙没有。', ['甲有三家', '乙没有']],
    ['Dr. Smith paid $3.5 million. He left.', ['Dr. Smith paid $3.5 million', 'He left']],
    ['The U.S. economy grew. The U.K. shrank.', ['The U.S. economy grew', 'The U.K. shrank']],
    ['J. R. Smith left at 5 p.m. on Monday.', ['J. R. Smith left at 5 p.m. on Monday']],
    ['1. First item', ['1. First item']],
    ['Really?! Yes...', ['Really', 'Yes']],
    ['见（附件一）。', ['见（附件一）']],
    ['', []],
    ['。。。', []],
  ])('splits %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('keeps the mark that closes a sentence', () => {
    expect(splitSentences('好吗？好。不').map((one) => one.closing)).toEqual(['？', '。', '']);
  });
});
