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
    ['«one» and «two»', ['one', 'two']],
    ['〝一〞〝二〟', ['一', '二']],
    ['「外『内』外」', ['外『内』外']],
    ['“甲“乙”丙”', ['甲“乙”丙']],
    ['“外「内”', ['外「内']],
    ['‘one ‘two’ three’', ['one ‘two’ three']],
    ["He said 'no' and 'yes'", ['no', 'yes']],
    ["He is 'the players' man' now", ["the players' man"]],
    ["the dogs' 'best' friend", ['best']],
    ["the '90s were", []],
    ['“5’ tall”', ['5’ tall']],
    ['5" and "six"', ['six']],
    ['(“one”)', ['one']],
    ['他说：”好。”', ['好。']],
    ['他说”好。”', []],
    ['”好', []],
    ['”好。“', []],
    ['one”', []],
    ['a "', []],
    ['He said "one and then "two" left.', ['one and then', 'two']],
    ['He said "One. Then he said "two" left.', ['One.', 'two']],
    ["''One'' and ''two''", ['One', 'two']],
    ["The 5'' man said ''no''", ['no']],
    ["“The 5'' man left,” she said", ["The 5'' man left,"]],
    ["'''No,' he said,'' Ann said", ["'No,' he said,"]],
    ['“One ” ', ['One ']],
    ['He went “round and round” again', ['round and round']],
    ['‘Go get ’em,’ he said', ['Go get ’em,']],
    ['‘In the 1990’s we won,’ he said', ['In the 1990’s we won,']],
    ['用AI“GPT”模型', ['GPT']],
    ['“We won in 2021” she said', ['We won in 2021']],
    ['"We won in 2021" she said', ['We won in 2021']],
    ['“They call it "home" here,” he said', ['They call it "home" here,']],
    ['“他说"好"的。”', ['他说"好"的。']],
    ['“The ‘players’ union,” he said', ['The ‘players’ union,']],
    ['of systems" and the only "record" of it', ['record']],
    ['It ended." Then "two" left.', ['two']],
    ['他说" 好。"', [' 好。']],
    ['How ‘bout this: “One about the residents’ homes.”', ['One about the residents’ homes.']],
    ['Back in the ‘90s he ran ‘two’ shops.', ['two']],
    ['It was ‘Round and about,’ he said.', ['Round and about,']],
    ["“He said 'no,” she said. “Two.”", ["He said 'no,", 'Two.']],
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

  it('takes no quotation within the items for one of its own', () => {
    expect(contents('“有一点', '1、第一点“甲”。”后来“好”')).toEqual(['有一点', '1、第一点“甲”。', '好']);
  });

  it.each([
    ['• 第一点', '• 第二点。'],
    ['- 第一点', '- 第二点。'],
    ['(1) 第一点', '（2）第二点。'],
    ['一、第一点', '二、第二点。'],
    ['  1. 第一点', '  2. 第二点。'],
    ['100、第一点', '200、第二点。'],
  ])('knows the items %s and %s', (one, two) => {
    expect(contents('“有三点', one, `${two}”`)).toEqual(['有三点', one, two]);
  });

  it.each([
    ['a paragraph that is no item', ['“有三点', '第一点', '第二点。”']],
    ['a number without a mark', ['“有三点', '1 第一点', '2、第二点。”']],
    ['no mark to close it', ['“有三点', '1、第一点', '2、第二点。']],
    ['no item', ['“有三点', '、第一点', '2、第二点。”']],
  ])('joins no items where there is %s', (_, paragraphs) => {
    expect(contents(...paragraphs)).toEqual(['有三点']);
  });

  it('reads what follows a list as quotations of their own', () => {
    const chains = (...paragraphs: string[]) =>
      findQuotations(paragraphs).map(({ paragraph, start, end, chain }) => [
        paragraphs[paragraph]?.slice(start, end),
        chain,
      ]);
    expect(chains('“有三点', '1、第一点', '2、第二点。”后来他说“好”')).toEqual([
      ['有三点', 1],
      ['1、第一点', 1],
      ['2、第二点。', 1],
      ['好', 2],
    ]);
    expect(chains('“有一点', '1、第一点。”他说“还有', '下一段')).toEqual([
      ['有一点', 1],
      ['1、第一点。', 1],
      ['还有', 2],
    ]);
  });

  it('joins paragraphs only where the next one opens with the same mark', () => {
    const chains = (...paragraphs: string[]) => findQuotations(paragraphs).map(({ chain }) => chain);
    expect(chains('“One.', '  “Two.” “Three.”')).toEqual([1, 1, 2]);
    expect(chains('“One.', '“Two.', 'He said so.')).toEqual([1, 1]);
    expect(chains('“One.', 'He said “Two.”')).toEqual([1, 2]);
    expect(chains('“One.', 'He said “two')).toEqual([1, 2]);
    expect(chains('「一。', '“二。”')).toEqual([1, 2]);
    expect(chains('「一。', '“二。')).toEqual([1, 2]);
  });

  it('gives the place of the marks, where they are there', () => {
    const places = (...paragraphs: string[]) =>
      findQuotations(paragraphs).map(({ outerStart, start, end, outerEnd }) => [outerStart, start, end, outerEnd]);
    expect(places('他“好”了')).toEqual([[1, 2, 3, 4]]);
    expect(places('他“好 ')).toEqual([[1, 2, 3, 3]]);
    expect(places("So ''it is'' so")).toEqual([[3, 5, 10, 12]]);
    expect(places('“有', '1、甲”')).toEqual([
      [0, 1, 2, 2],
      [0, 0, 3, 4],
    ]);
  });

  it('ends a quotation without closing mark with its paragraph', () => {
    expect(contents('他说，“我们领先。 ', '下一段没有引号。', '“第三段。”')).toEqual(['我们领先。', '第三段。']);
  });

  it('ends a quotation without closing mark before the next attribution', () => {
    expect(contents('“甲。张三说，“乙。”')).toEqual(['甲。', '乙。']);
    expect(contents('“甲。张三说，“乙。张三说，“丙。”')).toEqual(['甲。', '乙。', '丙。']);
    // Without an attribution or a sentence before it, the second mark opens a quotation inside the first.
    expect(contents('“甲，“乙。”')).toEqual(['甲，“乙。”']);
    expect(contents('“甲。张三“乙。”')).toEqual(['甲。张三“乙。”']);
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
