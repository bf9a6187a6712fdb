import { describe, expect, test } from 'vitest';
import type { FigureFacts } from '#lib/reading/figure-types';
import { figureFromSource } from './given-figure';

const staff: FigureFacts = { low: 375, high: 375, unit: 'person', qualifier: 'exact', per: null, asOf: null };
const claimed = (figure: Partial<FigureFacts> = {}, measure = '') => ({ figure: { ...staff, ...figure }, measure });
const given = (excerpt: string, of: ReturnType<typeof claimed> | null = claimed(), typed: string | null = null) =>
  figureFromSource({ typed, excerpt, published: null }, of);

describe('a figure that a person typed', () => {
  test('is read, whatever the excerpt says', () => {
    expect(given('它有300人。', claimed(), '约380人')).toMatchObject({
      ok: true,
      value: { low: 380, high: 380, unit: 'person', qualifier: 'about', raw: '约380人', asOf: null },
    });
    expect(given('', null, '380')).toMatchObject({ ok: true, value: { low: 380, unit: null, per: null } });
  });

  test('is refused where it is none', () => {
    expect(given('它有300人。', claimed(), 'many')).toMatchObject({ ok: false, code: 'figure-unreadable' });
  });

  test('with a bare ¥ is in the claim’s yuan, and in yen where the claim or the words say so', () => {
    const yuan = claimed({ unit: 'CNY' });
    expect(given('', yuan, '¥500')).toMatchObject({ value: { unit: 'CNY' } });
    expect(given('', claimed({ unit: 'USD' }), '¥500')).toMatchObject({ value: { unit: 'JPY' } });
    expect(given('', null, '¥500')).toMatchObject({ value: { unit: 'JPY' } });
    expect(given('', yuan, '500 yen')).toMatchObject({ value: { unit: 'JPY' } });
    expect(given('', yuan, '500日元')).toMatchObject({ value: { unit: 'JPY' } });
  });
});

describe('a figure of an excerpt', () => {
  test.each<[string, number]>([
    ['The company has 380 employees.', 380],
    ['公司有380名员工。', 380],
    ['The company has 380 employees and sales of US$5 million.', 380],
  ])('is the only one that compares with the claim: %s', (excerpt, low) => {
    expect(given(excerpt)).toMatchObject({ ok: true, value: { low, unit: 'employee' } });
  });

  test.each([
    ['none compares with the claim', 'It has sales of US$5 million.', claimed()],
    ['several do', 'It had 300 employees, and now 380 employees.', claimed()],
    ['the excerpt is empty', '', claimed()],
    ['the claim has no figure', 'It has 380 employees.', null],
  ])('is none where %s', (_, excerpt, of) => {
    expect(given(excerpt, of)).toEqual({ ok: true, value: null });
  });

  test('is none where its words name another measure', () => {
    const money = (measure: string) => claimed({ low: 3e8, high: 3e8, unit: 'USD' }, measure);
    const excerpt = 'The company has revenue of US$300 million.';
    expect(given(excerpt, money('revenue'))).toMatchObject({ value: { low: 3e8 } });
    expect(given(excerpt, money('valuation'))).toEqual({ ok: true, value: null });
    expect(given(excerpt, money(''))).toMatchObject({ value: { low: 3e8 } });
    expect(given('公司营收为3亿美元。', money('估值'))).toEqual({ ok: true, value: null });
  });

  test('takes its date from the words, counted from when the source was published', () => {
    const value = figureFromSource(
      { typed: null, excerpt: '去年公司有380名员工。', published: '2024-03-01' },
      claimed(),
    );
    expect(value).toMatchObject({ ok: true, value: { asOf: '2023' } });
  });
});
