import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth, linearGrowth, milliseconds } from '#lib/testing/growth';
import { claimKinds } from './claim';
import { CHINESE_SENTENCES, ENGLISH_SENTENCES, LATER_SENTENCES, type LabelledSentence } from './fixtures/sentences';
import { type Suggestion, suggestClaims } from './suggest';

const brief = (...paragraphs: string[]): [string, string][] =>
  suggestClaims(paragraphs).map((one) => [one.kind, paragraphs[one.paragraph]?.slice(one.start, one.end) ?? '']);
const best = (text: string): number => Math.max(0, ...suggestClaims([text]).map((one) => one.score));
const first = (text: string): Suggestion | undefined => suggestClaims([text])[0];

/** Average precision and the share of pairs in the right order (area under the ROC curve); ties count half. */
function ranking(sentences: LabelledSentence[]): { precision: number; area: number } {
  const ranked = sentences.map(({ text, worthy }) => ({ worthy, score: best(text) })).sort((a, b) => b.score - a.score);
  let hits = 0;
  let precision = 0;
  for (const [i, { worthy }] of ranked.entries()) if (worthy) precision += ++hits / (i + 1);
  const good = ranked.filter((one) => one.worthy);
  const bad = ranked.filter((one) => !one.worthy);
  let area = 0;
  for (const a of good) for (const b of bad) area += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
  return { precision: precision / hits, area: area / (good.length * bad.length) };
}

describe('suggestClaims', () => {
  it.each([
    ['Chinese', CHINESE_SENTENCES],
    ['English', ENGLISH_SENTENCES],
    ['later', LATER_SENTENCES],
  ])('ranks check-worthy sentences first: %s', (_, sentences) => {
    const { precision, area } = ranking(sentences);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(area).toBeGreaterThanOrEqual(0.9);
  });

  it('has at least two hundred sentences to be measured on', () => {
    expect(CHINESE_SENTENCES.length + ENGLISH_SENTENCES.length).toBeGreaterThanOrEqual(200);
  });

  it('puts half where a desk would check', () => {
    const all = [...CHINESE_SENTENCES, ...ENGLISH_SENTENCES];
    const right = all.filter(({ text, worthy }) => best(text) >= 0.5 === worthy).length;
    expect(right / all.length).toBeGreaterThanOrEqual(0.9);
  });

  it('suggests a quote as one claim and its figures inside it', () => {
    expect(brief('“训练一次需要花费460万美金，去年赚了2亿元。”田涛源说。')).toEqual([
      ['quote', '训练一次需要花费460万美金，去年赚了2亿元'],
      ['figure', '460万美金'],
      ['figure', '2亿元'],
    ]);
  });

  it('takes the reported clause of an attribution, as a prediction where it forecasts', () => {
    expect(brief('麦肯锡则预测，到2030年相关支出或达5万亿美元。')[0]).toEqual([
      'prediction',
      '到2030年相关支出或达5万亿美元',
    ]);
    expect(first('麦肯锡则预测，到2030年相关支出或达5万亿美元。')?.reasons).toEqual(
      expect.arrayContaining(['figure', 'forecast', 'attribution', 'speaker']),
    );
    expect(brief('Maria Delgado said that the plant would close in May.')).toEqual([
      ['fact', 'the plant would close in May'],
    ]);
  });

  it('leaves out connectives and closing punctuation', () => {
    expect(brief('However, the bank cut 300 jobs in May.')[0]?.[1]).toBe('the bank cut 300 jobs in May');
    expect(brief('但是，该银行五月裁减了300个岗位。')[0]?.[1]).toBe('该银行五月裁减了300个岗位');
  });

  it.each(['两个人坐了一天。', 'Two of us waited for one day.', '一个人走进了房间。'])(
    'has no trivial figures: %s',
    (text) => {
      expect(suggestClaims([text]).filter((one) => one.kind === 'figure')).toEqual([]);
    },
  );

  it.each([
    '责任编辑：王小雨',
    '新华社 2025-03-27 08:27:21',
    'Photo: Jane Miller / Getty Images',
    '接下来该怎么办？',
    '李笛笑着说：',
  ])('does not suggest %s', (text) => {
    expect(best(text)).toBeLessThan(0.2);
  });

  it('orders one statement by what it claims', () => {
    const order = [
      '该公司去年营收达到128亿元，同比增长23%。',
      '该公司去年发布了新产品。',
      '该公司或许会迎来春天。',
      '我觉得这家公司很好。',
    ];
    const scores = order.map(best);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  });

  it('keeps its invariants on any text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      '他',
      '说',
      '：',
      '，',
      '。',
      '？',
      '李笛',
      '30%',
      '5亿元',
      '预计',
      'said',
      ' ',
      'Jane Doe',
      '.',
      '$5',
      'will',
      '\ud800',
      '\n',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (paragraphs) => {
        let last: Suggestion | null = null;
        let reach = 0;
        for (const one of suggestClaims(paragraphs)) {
          expect(claimKinds).toContain(one.kind);
          expect(one.score).toBeGreaterThanOrEqual(0);
          expect(one.score).toBeLessThanOrEqual(1);
          expect(one.start).toBeLessThan(one.end);
          expect(one.end).toBeLessThanOrEqual(paragraphs[one.paragraph]?.length ?? 0);
          if (last && last.paragraph === one.paragraph) expect(one.start).toBeGreaterThanOrEqual(last.start);
          else reach = 0;
          if (one.kind !== 'figure' && one.kind !== 'quote') {
            expect(one.start).toBeGreaterThanOrEqual(reach);
            reach = one.end;
          }
          last = one;
        }
      }),
      { numRuns: 800 },
    );
  });
});

describe('speed', { timeout: 60_000 }, () => {
  it.each(['“', '「', '"', "'", '“a”', '“甲。”', '公司增长', '增长5%，', '去年', 'rose by half ', '？', '\ud800'])(
    'does not slow down on 100,000 characters of %s',
    (unit) => {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      expect(growth(text, (part) => suggestClaims([part]))).toBeLessThan(linearGrowth);
    },
  );

  it('reads ten times as many paragraphs in about ten times as long', () => {
    const text = CHINESE_SENTENCES.map((one) => one.text);
    const texts = (count: number): string[] => Array.from({ length: count }, () => text).flat();
    suggestClaims(texts(10));
    const few = milliseconds(() => suggestClaims(texts(3)));
    const many = milliseconds(() => suggestClaims(texts(30)));
    expect(many).toBeLessThan(Math.max(few, 4) * 20);
  });
});
