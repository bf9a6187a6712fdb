import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldText } from '#lib/text/forms/folded';
import { lex } from './lexer';

const kindsOf = (text: string): [kind: string, words: string][] =>
  lex(foldText(text)).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('tokens', () => {
  test.each<[string, ...[kind: string, words: string][]]>([
    ['营收300万元，同比增长5%', ['number', '300万元'], ['number', '5%']],
    ['去年10月19日下午3点', ['date', '去年10月19日'], ['clock', '3点']],
    ['主队3比2战胜客队', ['score', '3比2']],
    ['第三名有5人', ['ordinal', '第三'], ['number', '5']],
    ['一起看看，十分好'],
    ['产量翻番，价格减半', ['number', '翻番'], ['number', '减半']],
    ['It won 3-1 on Oct. 4, 2024.', ['score', '3-1'], ['date', 'Oct. 4, 2024']],
    [
      'GPT-4 at https://a.example/7 costs $20.',
      ['identifier', '4'],
      ['identifier', 'https://a.example/7'],
      ['number', '20'],
    ],
    ['Call +44 20 7946 0000 at 9:30.', ['identifier', '+44 20 7946 0000'], ['clock', '9:30']],
    ['profits doubled to two million euros', ['number', 'doubled'], ['number', 'two million euros']],
    ['version 1.2.3 of this one', ['identifier', '1.2.3']],
  ])('%s', (text, ...tokens) => {
    expect(kindsOf(text)).toEqual(tokens);
  });

  it('are in order and do not overlap', () => {
    const piece = fc.constantFrom(
      '3',
      '12',
      '.5',
      '-',
      ':',
      '比',
      '万',
      '一',
      '年',
      '月',
      '元',
      '第',
      '$',
      '+',
      ' ',
      'one ',
      'May ',
      '://',
      '%',
      '半',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        let floor = 0;
        for (const { start, end } of lex(foldText(pieces.join('')))) {
          expect(start).toBeGreaterThanOrEqual(floor);
          expect(end).toBeGreaterThan(start);
          floor = end;
        }
      }),
    );
  });
});
