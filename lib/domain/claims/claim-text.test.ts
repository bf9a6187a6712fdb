import { describe, expect, test } from 'vitest';
import { claimText } from './claim-text';
import type { ClaimView } from './claim-view';
import type { Standing } from './standing';

const text = 'The firm was small. It had 375 staff; few stayed. Nobody knew.';

const marked = (within: string, exact: string, standing: Standing = 'verified') => {
  const start = within.indexOf(exact);
  return { exact, start, end: start + exact.length, standing };
};

describe('claimText', () => {
  test.each<[ClaimView['kind'], string, string, string]>([
    ['figure', text, '375', 'It had 375 staff'],
    ['figure', '小冰很小。训练一次要花300-460万美元！没人信。', '300-460万美元', '训练一次要花300-460万美元'],
    ['figure', text, '375 staff; few stayed. Nobody', 'It had 375 staff; few stayed. Nobody knew'],
    ['fact', text, '375', '375'],
    ['quote', '他说：“很小。”', '很小', '很小'],
  ])('of a %s in %j, %j: %j', (kind, within, exact, expected) => {
    expect(claimText({ kind, ...marked(within, exact) }, within, [])).toBe(expected);
  });

  test.each([
    ['the clause alone', 'In 2023, the firm had 375 staff, and it was the largest.', '375', 'the firm had 375 staff'],
    ['the clause alone', '去年，公司约有375人，是全国最大的。', '375人', '公司约有375人'],
    ['no cut within a number', 'It had 1,200 staff at 12:30, then fewer.', '1,200', 'It had 1,200 staff at 12:30'],
    ['no cut within a range', 'A run costs 3–5 million – or so.', '3–5 million', 'A run costs 3–5 million'],
    ['no cut between items', '训练、推理和部署要花300万，很贵。', '300万', '训练、推理和部署要花300万'],
    ['more where a clause says too little', '小冰公司不大，约375人，很稳定。', '375人', '小冰公司不大，约375人'],
    [
      'more where a clause says too little',
      'The firm is small, with 375, they say.',
      '375',
      'The firm is small, with 375',
    ],
    ['what follows where nothing precedes', '375人，是公司的规模。', '375人', '375人，是公司的规模'],
    ['what is quoted', 'She said “we had 375 staff” and left.', '375', 'we had 375 staff'],
    ['what is quoted', 'She said "we had 375 staff" and left.', '375', 'we had 375 staff'],
    ['what is quoted', '李笛说，“公司约有375人”，不多。', '375人', '公司约有375人'],
    ['the sentence where a quotation says too little', '李笛说是“375人”。', '375人', '李笛说是“375人”'],
    ['what is in brackets', 'Ice (it had 375 staff) was small.', '375', 'it had 375 staff'],
    [
      'quotations that are passed',
      'The “small, new” firm had 375 staff.',
      '375',
      'The “small, new” firm had 375 staff',
    ],
    [
      'quotations that are passed',
      'The "small, new" firm had 375 staff.',
      '375',
      'The "small, new" firm had 375 staff',
    ],
    ['brackets that are passed', '小冰（北京，中国）有375人。', '375人', '小冰（北京，中国）有375人'],
  ])('takes %s: %j, %j', (_, within, exact, expected) => {
    expect(claimText({ kind: 'figure', ...marked(within, exact) }, within, [])).toBe(expected);
  });

  describe('with another claim in the sentence', () => {
    const staff = 'The firm earned 3 billion with a staff of 375 people.';
    const chinese = '公司去年收入30亿元而员工只有375人。';

    test.each<[string, string, string, [string, Standing][], string]>([
      [
        'leaves out one that is open',
        staff,
        '375',
        [['3 billion', 'open']],
        'The firm earned […] with a staff of 375 people',
      ],
      ['leaves out one that is disputed', chinese, '375人', [['30亿元', 'disputed']], '公司去年收入[…]而员工只有375人'],
      [
        'leaves out what follows',
        staff,
        '3 billion',
        [['375', 'contested']],
        'The firm earned 3 billion with a staff of […] people',
      ],
      [
        'keeps one that is settled alike',
        staff,
        '375',
        [['3 billion', 'verified']],
        'The firm earned 3 billion with a staff of 375 people',
      ],
      [
        'leaves out several, nested ones as one',
        staff,
        '375',
        [
          ['3', 'false'],
          ['earned 3 billion', 'open'],
          ['people', 'open'],
        ],
        'The firm […] with a staff of 375 […]',
      ],
      [
        'keeps one inside of its own words',
        staff,
        'a staff of 375',
        [['375', 'open']],
        'The firm earned 3 billion with a staff of 375 people',
      ],
      [
        'leaves out the rest of one that crosses',
        staff,
        'of 375',
        [['a staff of', 'open']],
        'The firm earned 3 billion with […] of 375 people',
      ],
      [
        'is alone inside of one that all would be published',
        staff,
        '375',
        [['earned 3 billion with a staff of 375 people', 'open']],
        'The firm […] 375 […]',
      ],
      [
        'is alone inside of one that all would be published',
        chinese,
        '375人',
        [['公司去年收入30亿元而员工只有375人', 'open']],
        '[…]375人',
      ],
      [
        'is a part of one that goes on',
        '李笛说公司约有375人，是全国最大的。',
        '375人',
        [['公司约有375人，是全国最大的', 'open']],
        '李笛说公司约有375人',
      ],
      ['is the same words under two kinds', chinese, '375人', [['375人', 'open']], '公司去年收入30亿元而员工只有375人'],
      ['does not look at other clauses', '公司约有375人，收入30亿元。', '375人', [['30亿元', 'open']], '公司约有375人'],
    ])('%s: %j, %j', (_, within, exact, others, expected) => {
      const beside = others.map(([words, standing]) => marked(within, words, standing));
      expect(claimText({ kind: 'figure', ...marked(within, exact) }, within, beside)).toBe(expected);
    });
  });

  test('reads a paragraph of many claims and marks in time that grows with its length', () => {
    const time = (times: number) => {
      const long = `${'，'.repeat(times)}375人${'“，'.repeat(times)}`;
      const others = Array.from({ length: times }, (_, start) => ({ start, end: times, standing: 'open' as const }));
      const before = performance.now();
      claimText({ kind: 'figure', ...marked(long, '375人') }, long, others);
      return performance.now() - before;
    };
    time(20_000);
    expect(time(100_000)).toBeLessThan(1_500);
  });

  test('falls back on the marked words', () => {
    const gone = { exact: '375', start: 0, end: 3, standing: 'verified' as const };
    expect(claimText({ kind: 'figure', ...gone }, '', [])).toBe('375');
  });
});
