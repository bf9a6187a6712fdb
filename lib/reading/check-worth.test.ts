import { describe, expect, it } from 'vitest';
import { CHINESE_NEWS } from '#lib/reading/fixtures/news-zh';
import { readSigns, type SentenceFacts, signNames, weigh, worthOf } from './check-worth';
import { signWeights, wordWeights } from './check-worth-table';
import { readStatementSigns, suggestClaims } from './claims';

const facts: SentenceFacts = {
  figures: 0,
  strongFigure: false,
  closing: '.',
  han: false,
  attributed: false,
  forecast: false,
  heading: false,
};
const signsOf = (text: string, more: Partial<SentenceFacts> = {}): ReturnType<typeof readSigns> =>
  readSigns(text, text.toLowerCase(), 0, text.length, { ...facts, ...more });
const best = (text: string): number => Math.max(0, ...suggestClaims([text]).map(({ score }) => score));

describe('the table of weights', () => {
  it('has every sign once, in order, with finite weights', () => {
    expect(signWeights.map(([name]) => name)).toEqual([...signNames]);
    for (const [, english, chinese] of signWeights) expect([english, chinese].every(Number.isFinite)).toBe(true);
  });

  it('has words once, in lower case', () => {
    const words = wordWeights.map(([word]) => word);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^[a-z]+('[a-z]+)?$/);
  });

  it('has signs that point the way a desk would expect in both languages', () => {
    const weight = new Map(signWeights.map(([name, english, chinese]) => [name, [english, chinese]]));
    for (const name of ['figure', 'comparison', 'event', 'attribution', 'strong-figure'])
      for (const value of weight.get(name) ?? []) expect(value, name).toBeGreaterThan(0.5);
    for (const name of ['opinion', 'question', 'feeling', 'advice', 'boilerplate'])
      for (const value of weight.get(name) ?? []) expect(value, name).toBeLessThan(-0.2);
  });
});

describe('readSigns', () => {
  it('reads reasons, amounts and words', () => {
    expect(
      signsOf("The bank didn't cut 300 jobs at Acme and Zenith in 2019", { figures: 3, strongFigure: true }),
    ).toEqual({
      han: false,
      reasons: ['figure', 'date', 'event', 'event-with-date', 'named-entity', 'actor'],
      amounts: { 'strong-figure': 1, 'more-figures': 2, 'more-names': 1, length: Math.log2(10 / 8) },
      words: new Set(['the', 'bank', "didn't", 'cut', 'jobs', 'at', 'acme', 'and', 'zenith', 'in']),
    });
  });

  it('reads no words in Chinese, and its length in characters', () => {
    const { words, amounts } = signsOf('公司去年关闭了八家门店共计裁员', { han: true });
    expect(words.size).toBe(0);
    expect(amounts.length).toBeCloseTo(Math.log2(15 / 16), 10);
  });

  it.each([
    ['x', -3],
    ['word '.repeat(200), 3],
  ])('keeps the length within bounds: %s', (text, length) => {
    expect(signsOf(text).amounts.length).toBe(length);
  });

  it('takes what a law requires for no opinion', () => {
    expect(signsOf('The law should be read by all').reasons).not.toContain('opinion');
    expect(signsOf('The song should be read by all').reasons).toContain('opinion');
  });
});

describe('worthOf', () => {
  it('adds up the table and nothing else', () => {
    const signs = signsOf('The plant closed in May', { figures: 1 });
    const weight = new Map(signWeights.map(([name, english]) => [name, english]));
    const words = new Map(wordWeights);
    let sum = weight.get('base') ?? 0;
    for (const reason of signs.reasons) sum += weight.get(reason) ?? 0;
    sum += (weight.get('length') ?? 0) * signs.amounts.length;
    for (const word of signs.words) sum += words.get(word) ?? 0;
    expect(worthOf(signs).score).toBeCloseTo(1 / (1 + Math.exp(-sum)), 12);
    expect(weigh('The plant closed in May', 'the plant closed in may', 0, 23, { ...facts, figures: 1 })).toEqual(
      worthOf(signs),
    );
  });

  it('says where the wording tells', () => {
    expect(worthOf(signsOf('He opposed and supported loans against it')).reasons).toContain('wording');
    expect(worthOf(signsOf("I hope we can, and I think we'll want a good future")).reasons).toContain(
      'wording-against',
    );
    expect(
      worthOf(signsOf('Zebras yawn beneath umbrellas')).reasons.filter((one) => one.startsWith('wording')),
    ).toEqual([]);
  });
});

describe('Chinese news', () => {
  it('has at least three hundred sentences to be measured on', () => {
    expect(CHINESE_NEWS.length).toBeGreaterThanOrEqual(300);
    expect(new Set(CHINESE_NEWS.map(({ text }) => text)).size).toBe(CHINESE_NEWS.length);
  });

  it('puts half where a desk would check', () => {
    const right = CHINESE_NEWS.filter(({ text, worthy }) => best(text) >= 0.5 === worthy).length;
    expect(right / CHINESE_NEWS.length).toBeGreaterThanOrEqual(0.88);
  });
});

describe('readStatementSigns', () => {
  it('has the signs of what is suggested', () => {
    const text = '公司去年裁员三成。“我们没有裁员。”李明说。';
    expect(readStatementSigns([text]).map((signs) => Math.round(1000 * worthOf(signs).score) / 1000)).toEqual(
      suggestClaims([text]).flatMap(({ kind, score }) => (kind === 'fact' ? [score] : [])),
    );
  });
});

describe('the figures of a sentence', () => {
  it.each([
    '该公司去年营收达到128亿元，同比增长23%。',
    'Profits rose 12% to $3m, and 40 people were hired.',
    '该说500元吗？',
  ])('are never more worth checking than the sentence: %s', (text) => {
    const found = suggestClaims([text]);
    const host = Math.max(0.15, ...found.flatMap(({ kind, score }) => (kind === 'figure' ? [] : [score])));
    for (const { kind, score } of found) if (kind === 'figure') expect(score).toBeLessThanOrEqual(host);
  });
});
