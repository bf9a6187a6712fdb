import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUOTES } from '#lib/reading/fixtures/quotes';
import {
  CHINESE_SENTENCES,
  ENGLISH_SENTENCES,
  LATER_SENTENCES,
  type LabelledSentence,
} from '#lib/reading/fixtures/sentences';
import { VARIANTS } from '#lib/reading/fixtures/variants';
import { anyText } from '#lib/testing/article/any-text';
import { growth, growthOver, linearGrowth } from '#lib/testing/growth';
import { claimKinds } from './claim-kinds';
import { readArticle, type Suggestion, suggestClaims } from './claims';
import { findQuotes, findReportedSpeech, findSpeakers } from './quotes';

const SENTENCES = [...CHINESE_SENTENCES, ...ENGLISH_SENTENCES, ...LATER_SENTENCES];

/** What claims are made of, to meet in unusual ways. */
const PIECES =
  '“|”|"|\'|「|」|他|说|：|，|。|？|；|李笛|30%|5亿元|预计|但是|however|said| |Jane Doe|.|$5|will|（|）|\n|责任编辑|２０％|e\u0301';

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

  it.each([
    '责任编辑：王小雨，投稿每篇500元',
    '版权所有，转载每篇500元。',
    '扫码关注，立减50元',
    'Photo: Jane Miller / Getty Images, US$500',
    'Subscribe now for US$5 a month.',
    '新华社 2025-03-27 08:27:21',
  ])('suggests no figure of page furniture: %s', (text) => {
    expect(suggestClaims([text])).toEqual([]);
  });

  it('suggests the figures of a paragraph that has page furniture in another sentence', () => {
    const text = '该公司去年赚了500元。责任编辑：王小雨，投稿每篇300元';
    expect(brief(text).filter(([kind]) => kind === 'figure')).toEqual([['figure', '500元']]);
    expect(brief(text, '该公司裁减了300个岗位。').filter(([kind]) => kind === 'figure')).toEqual([
      ['figure', '500元'],
      ['figure', '300个岗位'],
    ]);
  });

  it.each([
    ['1、该公司赚了很多钱。', []],
    ['150、该公司赚了很多钱。', []],
    ['得分150.', ['150']],
    ['12. The company made a lot of money.', []],
    ['共有99家。', ['99家']],
    ['得分是99。', []],
    ['得分是100。', ['100']],
    ['来了二十一位。', ['二十一位']],
    ['来了十一位。', ['十一位']],
    ['来了十位。', []],
    ['涨了三倍。', ['三倍']],
    ['五元一份。', ['五元']],
    ['三成的人。', ['三成']],
  ])('takes the telling figures of %s', (text, spans) => {
    expect(
      brief(text)
        .filter(([kind]) => kind === 'figure')
        .map(([, span]) => span),
    ).toEqual(spans);
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

  it.each(VARIANTS)('suggests the same for the same reasons in %s', (_, write) => {
    const found = (paragraphs: string[]): unknown[] =>
      suggestClaims(paragraphs).map(({ paragraph, start, end, kind, reasons }) => [
        kind,
        paragraphs[paragraph]?.slice(start, end).normalize('NFKC'),
        ...reasons,
      ]);
    const articles = [...QUOTES.map((one) => one.paragraphs), ...SENTENCES.map((one) => [one.text])];
    for (const paragraphs of articles) expect(found(paragraphs.map(write))).toEqual(found(paragraphs));
  });

  it('keeps its invariants on any text', () => {
    fc.assert(
      fc.property(fc.array(anyText(PIECES), { maxLength: 4 }), (paragraphs) => {
        const quotes = findQuotes(paragraphs);
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
            // A few quoted words stay in their sentence; a whole quote never shares a character with a statement.
            const overlapping = quotes.filter(
              ({ paragraph, start, end }) => paragraph === one.paragraph && start < one.end && end > one.start,
            );
            for (const { start, end } of overlapping)
              expect([start >= one.start, end <= one.end]).toEqual([true, true]);
          }
          last = one;
        }
      }),
      { numRuns: 1200 },
    );
  });
});

describe('readArticle', () => {
  it('reads once what the single readers read', () => {
    const paragraphs = [...QUOTES.flatMap((one) => one.paragraphs), ...SENTENCES.map((one) => one.text)];
    expect(readArticle(paragraphs)).toEqual({
      quotes: findQuotes(paragraphs),
      reported: findReportedSpeech(paragraphs),
      speakers: findSpeakers(paragraphs),
      suggestions: suggestClaims(paragraphs),
    });
  });
});

describe('speed', { timeout: 60_000 }, () => {
  it.each(['“', '「', '"', "'", '“a”', '“甲。”', '公司增长', '增长5%，', '去年', 'rose by half ', '？', '\ud800'])(
    'does not slow down on 100,000 characters of %s',
    (unit) => {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      expect(growthOver(text, (part) => suggestClaims([part]))).toBeLessThan(linearGrowth);
    },
  );

  it('reads ten times as many paragraphs in about ten times as long', () => {
    const text = CHINESE_SENTENCES.map((one) => one.text);
    const texts = (count: number): string[] => Array.from({ length: count }, () => text).flat();
    expect(growth(suggestClaims, texts(3), texts(30))).toBeLessThan(linearGrowth);
  });
});
