import { describe, expect, test } from 'vitest';
import { describeAnchor } from '#lib/anchoring/description';
import { close, lead, staff, 人数, 开头, 结尾 } from './fixtures/sentences';
import { type Fate, planRevision, type RevisedParagraph } from './plan';

const bodies = (texts: string[]): RevisedParagraph[] => texts.map((text) => ({ kind: 'body', text }));

/** A claim on the n-th occurrence of some words. */
function claimOn(texts: string[], words: string, nth = 0) {
  let left = nth;
  for (const [paragraph, text] of texts.entries()) {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (left-- === 0) return { kind: 'fact' as const, paragraph, ...describeAnchor(text, at, at + words.length) };
    }
  }
  throw new Error(`“${words}” is not there`);
}

type Case = {
  name: string;
  before: string[];
  claim: string;
  nth?: number;
  after: string[];
  fate: Fate;
  /** Paragraph index and words afterwards. */
  at?: [number, string];
};

const cases: Case[] = [
  { name: 'the text stays', before: [lead, staff], claim: '375 employees', after: [lead, staff], fate: 'unchanged' },
  {
    name: 'a paragraph is put in above',
    ...{ before: [lead, staff], claim: '375 employees', after: [close, lead, staff] },
    ...{ fate: 'unchanged', at: [2, '375 employees'] },
  },
  {
    name: 'words are put in before it',
    ...{ before: [lead, staff], claim: '375 employees', after: [lead, `In all, ${staff}`] },
    ...{ fate: 'moved', at: [1, '375 employees'] },
  },
  {
    name: 'an emoji is put in before it',
    ...{ before: [开头, 人数], claim: '375名员工', after: [开头, `👨‍👩‍👧📈${人数}`] },
    ...{ fate: 'moved', at: [1, '375名员工'] },
  },
  {
    name: 'an emoji stood before it already',
    ...{ before: [`📈${人数}`], claim: '375名员工', after: [`📈👨‍👩‍👧${人数}`], fate: 'moved', at: [0, '375名员工'] },
  },
  {
    name: 'its paragraph is split before it',
    ...{ before: [`${lead} ${staff}`], claim: '375 employees', after: [lead, staff], fate: 'moved' },
    at: [1, '375 employees'],
  },
  {
    name: 'a Chinese paragraph is split before it',
    ...{ before: [开头 + 人数], claim: '375名员工', after: [开头, 人数], fate: 'moved', at: [1, '375名员工'] },
  },
  {
    name: 'two paragraphs become one',
    ...{ before: [lead, staff, close], claim: '375 employees', after: [`${lead} ${staff}`, close], fate: 'moved' },
    at: [0, '375 employees'],
  },
  {
    name: 'paragraphs change places',
    ...{ before: [开头, 人数, 结尾], claim: '375名员工', after: [人数, 结尾, 开头], at: [0, '375名员工'] },
    fate: 'unchanged',
  },
  {
    name: 'its paragraph goes to the end',
    ...{ before: [staff, lead, close], claim: '375 employees', after: [lead, close, staff], fate: 'moved' },
    at: [2, '375 employees'],
  },
  {
    name: 'its paragraph goes to the end and says another number',
    ...{ before: [staff, lead, close], claim: '375 employees', after: [lead, close, staff.replace('375', '475')] },
    ...{ fate: 'substance', at: [2, '475 employees'] },
  },
  {
    name: 'a Chinese paragraph moves up and says another number',
    ...{ before: [开头, 结尾, 人数], claim: '375名员工', after: [人数.replace('375', '三百'), 开头, 结尾] },
    ...{ fate: 'substance', at: [0, '三百名员工'] },
  },
  {
    name: 'its paragraph moves and changes elsewhere',
    ...{
      before: [staff, lead, close],
      claim: '375 employees',
      after: [lead, close, staff.replace('annual', 'yearly')],
    },
    ...{ fate: 'moved', at: [2, '375 employees'] },
  },
  {
    name: 'its paragraph moves and the claim is reworded',
    ...{
      before: [staff, lead, close],
      claim: '375 employees',
      after: [lead, close, staff.replace('employees', 'people')],
    },
    fate: 'gone',
  },
  {
    name: 'one like its paragraph stands elsewhere',
    ...{
      before: [staff, lead, close],
      claim: '375 employees',
      after: [lead, close, 'It had 21 lorries at the end of June.'],
    },
    fate: 'gone',
  },
  {
    name: 'the same sentence stands twice and the first one goes',
    ...{ before: [staff, lead, staff], claim: staff, nth: 1, after: [lead, staff], fate: 'unchanged', at: [1, staff] },
  },
  {
    name: 'the same sentence stands twice and the second one changes',
    ...{ before: [人数, 开头, 人数], claim: '约有375名员工', nth: 0, fate: 'unchanged', at: [0, '约有375名员工'] },
    after: [人数, 开头, 人数.replace('375', '475')],
  },
  {
    name: 'the text becomes traditional',
    ...{
      before: [开头, 人数],
      claim: '研究人员占一半',
      after: ['該公司於2015年在舊金山成立。', '年報顯示，去年年底公司約有375名員工，其中研究人員佔一半。'],
    },
    ...{ fate: 'wording', at: [1, '研究人員佔一半'] },
  },
  {
    name: 'half width becomes full width',
    ...{
      before: [人数],
      claim: '375名员工',
      after: [人数.replace('375', '３７５')],
      fate: 'wording',
      at: [0, '３７５名员工'],
    },
  },
  {
    name: 'a synonym is chosen',
    ...{ before: [lead], claim: lead, after: ['The firm opened its first office in 2015.'], fate: 'wording' },
  },
  {
    name: 'a Chinese typo is corrected',
    ...{ before: ['公司的员工主要在加洲工作和生活。'], claim: '员工主要在加洲工作和生活' },
    ...{ after: ['公司的员工主要都在加洲工作和生活。'], fate: 'wording' },
  },
  ...(
    [
      ['a digit', staff, '375 employees', staff.replace('375', '475')],
      [
        'a number word',
        'They hired three new engineers in the spring.',
        'three new engineers',
        'They hired four new engineers in the spring.',
      ],
      [
        'a unit',
        'The run took 40 days on one cluster of chips.',
        '40 days',
        'The run took 40 hours on one cluster of chips.',
      ],
      [
        'a currency',
        'The training cost $4 million in all, it said.',
        '$4 million',
        'The training cost €4 million in all, it said.',
      ],
      [
        'a scale word',
        'The training cost $4 million in all, it said.',
        '$4 million',
        'The training cost $4 billion in all, it said.',
      ],
      [
        'a negation',
        'The company will sell its shares to the fund.',
        'will sell its shares',
        'The company will not sell its shares to the fund.',
      ],
      [
        'a modal',
        'The company will sell its shares to the fund.',
        'will sell its shares',
        'The company might sell its shares to the fund.',
      ],
      [
        'a name',
        'The plan was drafted by Altman over the summer.',
        'drafted by Altman',
        'The plan was drafted by Murati over the summer.',
      ],
      [
        'quotation marks',
        'He called the plan a disaster for everybody.',
        'called the plan a disaster for everybody',
        'He called the plan “a disaster” for everybody.',
      ],
      ['一个数字', 人数, '375名员工', 人数.replace('375', '357')],
      ['数词', '公司今年新设了三家工厂，都在南方。', '新设了三家工厂', '公司今年新设了五家工厂，都在南方。'],
      ['单位', '训练一共用了40天，成本不高。', '用了40天', '训练一共用了40小时，成本不高。'],
      ['货币', '训练成本约为500万美元，低于预期。', '约为500万美元', '训练成本约为500万欧元，低于预期。'],
      ['数级', '训练成本约为500万美元，低于预期。', '约为500万美元', '训练成本约为500亿美元，低于预期。'],
      ['否定', '公司会出售手中的全部股份。', '会出售手中的全部股份', '公司不会出售手中的全部股份。'],
      ['情态', '公司必须出售手中的全部股份。', '必须出售手中的全部股份', '公司可以出售手中的全部股份。'],
      ['人名', '这个方案由张明起草，夏天完成。', '由张明起草', '这个方案由李娜起草，夏天完成。'],
      [
        'a negation just before it',
        'The company will sell its shares to the fund.',
        'sell its shares',
        'The company will not sell its shares to the fund.',
      ],
      [
        'a negation in its clause',
        'At that time it had 375 employees in all.',
        '375 employees',
        'At that time it never really had 375 employees in all.',
      ],
      [
        'the speaker',
        '“We have 375 employees,” Sam Altman said on Monday.',
        'We have 375 employees',
        '“We have 375 employees,” Mira Murati said on Monday.',
      ],
      [
        '说话人',
        '张明表示：“公司约有375名员工，明年不变。”',
        '公司约有375名员工',
        '李娜表示：“公司约有375名员工，明年不变。”',
      ],
      ['引号', '他说这个计划对大家是一场灾难。', '计划对大家是一场灾难', '他说这个“计划”对大家是“一场灾难”。'],
    ] as const
  ).map(
    ([name, before, claim, after]): Case => ({
      name: `a change of ${name}`,
      ...{ before: [lead, before], claim, after: [lead, after], fate: 'substance' },
    }),
  ),
  {
    name: 'its paragraph is split in its middle',
    ...{ before: [staff], claim: staff, fate: 'substance' },
    after: ['It had 375 employees at the end of last year,', 'the annual report says.'],
  },
  {
    name: 'its paragraph is taken out',
    before: [lead, staff, close],
    claim: staff,
    after: [lead, close],
    fate: 'gone',
  },
  { name: '整段删去', before: [开头, 人数, 结尾], claim: '375名员工', after: [开头, 结尾], fate: 'gone' },
];

describe('a claim, when a revision comes', () => {
  test.each(cases)('$name: $fate', ({ before, claim, nth, after, fate, at }) => {
    const [move] = planRevision(bodies(before), bodies(after), [claimOn(before, claim, nth)]);
    expect(move?.fate).toBe(fate);
    const place = move?.place;
    if (place) expect(after[place.paragraph]?.slice(place.start, place.end)).toBe(place.exact);
    if (at) expect([place?.paragraph, place?.exact]).toEqual(at);
  });

  test('has no place on what is set aside', () => {
    const before = bodies([lead, staff]);
    const after: RevisedParagraph[] = [
      { kind: 'body', text: lead },
      { kind: 'boilerplate', text: staff },
    ];
    expect(planRevision(before, after, [claimOn([lead, staff], '375 employees')])).toEqual([
      { fate: 'gone', place: null },
    ]);
  });

  test('comes back with the text that it was on', () => {
    const texts = [lead, staff, close];
    const [move] = planRevision(bodies(texts), bodies(texts), [claimOn(texts, staff)]);
    expect(move).toMatchObject({ fate: 'unchanged', place: { paragraph: 1, exact: staff } });
  });
});
