import { describe, expect, test } from 'vitest';
import { maxArticleLength, maxParagraphLength, maxParagraphs, paragraphKinds } from '#lib/domain/articles/article';
import { NewArticle } from './article-input';

const body = { kind: 'body', text: 'The firm had 375 staff.' };
const article = {
  title: ' What it costs ',
  publisher: null,
  url: null,
  byline: '',
  publishedOn: '2023-02',
  language: 'zh-Hans',
  paragraphs: [body],
};
const paragraphsOf = (count: number, length: number) =>
  Array.from({ length: count }, () => ({ kind: 'body', text: 'x'.repeat(length) }));

/** What is wrong with an article, as `field: message`; empty where nothing is. */
function wrong(change: object): string[] {
  const parsed = NewArticle.safeParse({ ...article, ...change });
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

describe('NewArticle', () => {
  test('tidies its facts and paragraphs', () => {
    const paragraphs = [
      { kind: 'heading', text: ' Costs\u0000 ' },
      { kind: 'boilerplate', text: 'Share', reason: 'share-bar' },
    ];
    expect(NewArticle.parse({ ...article, paragraphs })).toEqual({
      ...article,
      title: 'What it costs',
      byline: null,
      paragraphs: [{ kind: 'heading', text: 'Costs' }, paragraphs[1]],
    });
  });

  test.each<[string, object]>([
    ['every kind of paragraph', { paragraphs: paragraphKinds.map((kind) => ({ ...body, kind })) }],
    ['as many paragraphs as may be', { paragraphs: paragraphsOf(maxParagraphs, 1) }],
    ['a paragraph as long as may be', { paragraphs: paragraphsOf(1, maxParagraphLength) }],
    ['an article as long as may be', { paragraphs: paragraphsOf(10, maxArticleLength / 10) }],
    ['a language with script and region', { language: 'zh-Hant-TW' }],
    ['a three-letter language', { language: 'yue' }],
    ['a title as long as may be', { title: 'x'.repeat(500) }],
  ])('accepts %s', (_, change) => {
    expect(wrong(change)).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['no paragraph', { paragraphs: [] }, 'paragraphs: nothing-kept'],
    ['boilerplate alone', { paragraphs: [{ ...body, kind: 'boilerplate' }] }, 'paragraphs: nothing-kept'],
    ['one paragraph too many', { paragraphs: paragraphsOf(maxParagraphs + 1, 1) }, 'paragraphs: too-many-paragraphs'],
    [
      'a paragraph that is too long',
      { paragraphs: paragraphsOf(1, maxParagraphLength + 1) },
      'paragraphs.0.text: text-too-long',
    ],
    [
      'a text that is too long',
      { paragraphs: [...paragraphsOf(10, maxArticleLength / 10), body] },
      'paragraphs: article-too-long',
    ],
    ['a blank paragraph', { paragraphs: [body, { ...body, text: ' \n' }] }, 'paragraphs.1.text: text-missing'],
    ['a blank title', { title: ' ' }, 'title: text-missing'],
    ['a title that is too long', { title: 'x'.repeat(501) }, 'title: text-too-long'],
    ['a link that runs', { url: 'javascript:alert(1)' }, 'url: url-invalid'],
    ['a day that was never', { publishedOn: '2023-02-29' }, 'publishedOn: date-invalid'],
  ])('refuses %s', (_, change, expected) => {
    expect(wrong(change)).toEqual([expected]);
  });

  test.each<[string, object]>([
    ['a kind that the desk does not know', { paragraphs: [{ ...body, kind: 'table' }] }],
    ['a reason that the desk does not know', { paragraphs: [{ ...body, reason: 'dull' }] }],
    ['a language that is a name', { language: 'Chinese (simplified)' }],
    ['no language', { language: '' }],
  ])('refuses %s', (_, change) => {
    expect(wrong(change)).toHaveLength(1);
  });
});
