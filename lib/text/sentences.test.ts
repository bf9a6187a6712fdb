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
    ['He moved to the U.S. The move was hard.', ['He moved to the U.S', 'The move was hard']],
    ['It is in the U.S. South of it lies Mexico.', ['It is in the U.S. South of it lies Mexico']],
    ['It closed at 5 p.m.', ['It closed at 5 p.m']],
    ['He met Mr. The end.', ['He met Mr. The end']],
    ['It was me, not I. He left.', ['It was me, not I', 'He left']],
    ['See example.org/a.b now. Then go.', ['See example.org/a.b now', 'Then go']],
    ['甲有3.5家.乙没有', ['甲有3.5家', '乙没有']],
    ['It grew in 2021. 12 left.', ['It grew in 2021', '12 left']],
    ['10. Tenth item. It ends.', ['10. Tenth item', 'It ends']],
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
  });

  it('stays within the range that is asked for', () => {
    const text = 'One here. Two there. Three.';
    expect(splitSentences(text, 4, 15)).toEqual([
      { start: 4, end: 8, closing: '.' },
      { start: 10, end: 15, closing: '' },
    ]);
  });
});
