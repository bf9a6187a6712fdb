import { describe, expect, test } from 'vitest';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import { placeOfQuote, type QuoteSelector } from './find-words';

const texts = ['375 staff, then 375 more.', '他们有375人。', '375 staff'];
const paragraphs: ParagraphView[] = texts.map((text, index) => ({
  ...{ id: `p${index + 1}`, number: index + 1, text, reason: null },
  kind: index === 2 ? 'boilerplate' : 'body',
}));

describe('a quotation', () => {
  test.each<[string, QuoteSelector, number | undefined, string]>([
    ['that stands once', { exact: '375 more' }, undefined, 'p1 16–24'],
    ['told apart by what comes before', { exact: '375', prefix: 'then ' }, undefined, 'p1 16–19'],
    ['told apart by what comes after', { exact: '375', suffix: '人' }, undefined, 'p2 3–6'],
    ['told apart by its paragraph', { exact: '375' }, 2, 'p2 3–6'],
  ])('%s has its place', (_, selector, number, expected) => {
    const found = placeOfQuote(paragraphs, selector, number);
    const shown = found.ok && `${found.value.paragraphId} ${found.value.start}–${found.value.end}`;
    expect(shown).toBe(expected);
  });

  test.each<[string, QuoteSelector, number | undefined, number]>([
    ['in two paragraphs', { exact: '375' }, undefined, 3],
    ['twice in one', { exact: '375' }, 1, 2],
  ])('%s is not guessed', (_, selector, paragraph, number) => {
    expect(placeOfQuote(paragraphs, selector, paragraph)).toMatchObject({
      code: 'quote-ambiguous',
      values: { number },
    });
  });

  test.each<[string, QuoteSelector, number | undefined]>([
    ['of other words', { exact: '376' }, undefined],
    ['in other surroundings', { exact: '375', prefix: 'had ' }, undefined],
    ['of nothing', { exact: '' }, undefined],
    ['in a paragraph that is not there', { exact: '375' }, 9],
    ['in what is no part of the article', { exact: '375' }, 3],
  ])('%s is not there', (_, selector, number) => {
    expect(placeOfQuote(paragraphs, selector, number)).toMatchObject({ ok: false, code: 'quote-absent' });
  });

  test('counts where its occurrences overlap', () => {
    const view = [{ ...(paragraphs[0] as ParagraphView), text: '哈哈哈' }];
    expect(placeOfQuote(view, { exact: '哈哈' })).toMatchObject({ values: { number: 2 } });
  });
});
