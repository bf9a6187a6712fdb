import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from './marks';

const contents = (...paragraphs: string[]): string[] =>
  findQuotations(paragraphs).map(({ paragraph, start, end }) => paragraphs[paragraph]?.slice(start, end) ?? '');

describe('findQuotations', () => {
  it.each([
    ['“一。”', ['一。']],
    ['「一」『二』', ['一', '二']],
    ['"one" and "two"', ['one', 'two']],
    ['＂一＂', ['一']],
    ['‘the players’ union is strong,’ he said', ['the players’ union is strong,']],
    ["'It isn't over,' she said", ["It isn't over,"]],
    ['他说:"好的。"然后"走"了', ['好的。', '走']],
    ['“outer ‘inner’ outer”', ['outer ‘inner’ outer']],
    ['The 5\'10" man and the 27" screen', []],
    ["the players' union didn't object", []],
    ['”好。”他说', ['好。']],
    ['“”', []],
  ])('reads %s', (text, expected) => {
    expect(contents(text)).toEqual(expected);
  });

  it('joins a quotation that each paragraph opens and the last one closes', () => {
    const found = findQuotations(['“One.', '“Two.', '“Three,” he said. “Four.”']);
    expect(found.map((one) => one.chain)).toEqual([1, 1, 1, 2]);
  });

  it('joins the items of a list inside one quotation', () => {
    const paragraphs = ['他提出：“有三点', '1、第一点“甲”', '2、第二点。”', '后来没有人说话。'];
    expect(contents(...paragraphs)).toEqual(['有三点', '1、第一点“甲”', '2、第二点。']);
    expect(new Set(findQuotations(paragraphs).map((one) => one.chain)).size).toBe(1);
  });

  it('ends a quotation without closing mark with its paragraph', () => {
    expect(contents('他说，“我们领先。 ', '下一段没有引号。', '“第三段。”')).toEqual(['我们领先。', '第三段。']);
  });

  it('ends a quotation without closing mark before the next attribution', () => {
    expect(contents('“甲。张三说，“乙。”')).toEqual(['甲。', '乙。']);
  });

  it('never throws, keeps order and never overlaps', () => {
    const mark = fc.constantFrom(...'“”‘’「」『』"\'＂＇｢｣«»〝〞。，a中 1s.', '\ud800', '\n');
    fc.assert(
      fc.property(
        fc.array(
          fc.array(mark, { maxLength: 40 }).map((chars) => chars.join('')),
          { maxLength: 4 },
        ),
        (paragraphs) => {
          let last = { paragraph: -1, outerEnd: 0 };
          for (const one of findQuotations(paragraphs)) {
            const floor = one.paragraph === last.paragraph ? last.outerEnd : 0;
            expect(one.paragraph).toBeGreaterThanOrEqual(last.paragraph);
            expect(one.outerStart).toBeGreaterThanOrEqual(floor);
            expect(one.start).toBeGreaterThanOrEqual(one.outerStart);
            expect(one.end).toBeGreaterThan(one.start);
            expect(one.outerEnd).toBeLessThanOrEqual(paragraphs[one.paragraph]?.length ?? 0);
            last = one;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
