import { describe, expect, it } from 'vitest';
import { figureFromSource } from '#lib/domain/figures/given-figure';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { figureAt, figuresAt } from './figure-at';
import type { FigureFacts } from './figure-types';

const money: FigureFacts = { low: 1e9, high: 1e9, unit: 'USD', qualifier: 'exact', per: null, asOf: null };
const people: FigureFacts = { ...money, low: 375, high: 375, unit: 'person' };
const silent = { typed: null, published: null };

describe('the figure of a span', () => {
  it.each([
    ['一年工资约2亿美元', 200_000_000],
    ['US$101 million at about US$1 billion', 101_000_000],
    ['In two years it raised US$5 million', 5_000_000],
    ['它用了三年', 3],
  ])('“%s” is of %s', (text, low) => {
    expect(figureAt(text, { start: 0, end: text.length })?.low).toBe(low);
  });
});

describe('a span with several figures', () => {
  const text = 'At a cent an answer it costs US$10 per thousand answers, it said in May 2023.';
  const span = { start: 3, end: text.indexOf(',') };

  it('gives them all in order, with where they stand', () => {
    const figures = figuresAt(text, span);
    expect(figures.map(({ raw }) => raw)).toEqual(['a cent', 'US$10']);
    for (const { start, end, raw } of figures) expect(text.slice(start, end)).toBe(raw);
    expect(figures[1]).toMatchObject({ low: 10, unit: 'USD', per: '1000 answers', asOf: '2023-05' });
  });

  it('means the one that was chosen, in its words or its unit', () => {
    const chosen = { raw: 'US$10', unit: 'USD', per: '1000 answers' };
    expect(figureAt(text, span)?.low).toBe(1);
    expect(figureAt(text, span, undefined, chosen)?.low).toBe(10);
    const revised = text.replace('US$10', 'US$12');
    expect(figureAt(revised, span, undefined, chosen)?.low).toBe(12);
    expect(figureAt(text, { start: 3, end: 9 }, undefined, chosen)?.low).toBe(1);
  });

  it('means the first again where the chosen one is one of several alike', () => {
    const many = 'It had 300, 375 or 400 staff.';
    const whole = { start: 0, end: many.length };
    expect(figureAt(many, whole, undefined, { raw: '350', unit: null, per: null })?.low).toBe(300);
  });

  it('gives the figure that it shares most with where none lies in it', () => {
    expect(figuresAt('300-460万美金', { start: 0, end: 3 }).map(({ raw }) => raw)).toEqual(['300-460万美金']);
    expect(figuresAt('no figure', { start: 0, end: 9 })).toEqual([]);
  });
});

describe('the figure that a source gives', () => {
  it.each([
    ['It had 335 employees in January 2023.', people, 'headcount', 335],
    ['2022年底共有员工335人。', people, '员工人数', 335],
    ['Raised US$101 million in October.', money, 'funding', 101_000_000],
    // Of another measure, in words that say so.
    ['Reports a valuation of US$1 billion.', money, 'funding', null],
    ['报道称公司估值10亿美元。', money, '融资额', null],
    // Of another unit, none at all, or one of several.
    ['It spent US$5 million.', people, 'headcount', null],
    ['It had many employees.', people, 'headcount', null],
    ['It had 335 employees, and 375 employees a year later.', people, 'headcount', null],
    // A measure that the desk named itself is compared with nothing.
    ['It spent US$89 million on staff.', money, 'outlay on people', 89_000_000],
  ])('“%s”', (excerpt, figure, measure, low) => {
    const given = figureFromSource({ ...silent, excerpt }, { figure, measure });
    expect(given.ok && (given.value?.low ?? null)).toBe(low);
  });

  it.each([
    ['It is quoted at ¥20–40.', null, 'CNY'],
    ['Read to us from the card', '￥20-40', 'CNY'],
    ['It is quoted at JP¥20.', null, null],
    ['In Tokyo it is quoted at ¥20.', null, null],
  ])('in a bare ¥ is in the currency of the claim: “%s”', (excerpt, typed, unit) => {
    const renminbi = { ...money, unit: 'CNY' };
    const given = figureFromSource({ typed, excerpt, published: null }, { figure: renminbi, measure: '' });
    expect(given.ok && (given.value?.unit ?? null)).toBe(unit);
  });

  it('is what a person typed, before anything that the passage says', () => {
    const typed = { typed: '至少335人', excerpt: 'It had 375 employees.', published: null };
    const given = figureFromSource(typed, { figure: people, measure: 'headcount' });
    expect(given.ok && given.value).toMatchObject({ low: 335, high: null, qualifier: 'at-least', raw: '至少335人' });
  });

  it('is refused where what was typed is no figure, or more than one', () => {
    for (const typed of ['many', '335 people in 2023, 375 later']) {
      expect(figureFromSource({ typed, excerpt: '', published: null }, null)).toMatchObject({
        code: 'figure-unreadable',
      });
    }
  });
});

describe('many figures', () => {
  const rows = (many: number) => 'In May 2020 it had US$5, then US$6. '.repeat(many);

  it('are read in time that grows with the text, all together and one by one', () => {
    const together = (text: string) => figuresAt(text, { start: 0, end: text.length });
    expect(growthOver(rows(3_000), together)).toBeLessThan(linearGrowth);
    const apart = (text: string) => together(text).map(({ start, end }) => figureAt(text, { start, end }));
    expect(growthOver(rows(3_000), apart)).toBeLessThan(linearGrowth);
  });

  it('have the dates of their own sentences', () => {
    const text = 'It had US$5 in 2019. In May 2020 it had US$6. Then US$7. It had US$8 in 2021 and 2022.';
    const dates = figuresAt(text, { start: 0, end: text.length }).map(({ asOf }) => asOf);
    expect(dates).toEqual(['2019', '2020-05', null, '2021']);
  });
});

describe('a change', () => {
  it.each([
    ['客单价从20万提高到了300万', '300万'],
    ['Pay rose 5% to $21 an hour.', '$21'],
    ['Profit rose to $30m from $21m.', '$30m'],
  ])('means the value after it: %s', (text, raw) => {
    const span = { start: 0, end: text.length };
    expect(figureAt(text, span)?.raw).toBe(raw);
    // What is stored has no part in a change.
    expect(figureAt(text, span)).not.toHaveProperty('change');
    expect(figuresAt(text, span)[0]).not.toHaveProperty('change');
  });
});
