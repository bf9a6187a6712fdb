import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArticleFile } from './article-file';
import { liftArticleFile } from './article-file-1';

test('what is not version 1 goes through as it is, whatever it is', () => {
  fc.assert(
    fc.property(fc.anything(), (written) => {
      expect(liftArticleFile(written)).toBe(written);
    }),
  );
});

const oldest = {
  format: 'claimdesk-article',
  version: 1,
  offsets: 'unicode-code-points',
  article: {
    ...{ title: 'T', publisher: null, url: null, byline: null, publishedOn: null, language: 'en', revision: 3 },
    ...{ requiredJudgements: 1, blindFirstPass: false, createdBy: 'person-1' },
    ...{ createdAt: '2026-01-05T10:00:00Z', updatedAt: '2026-01-06T10:00:00Z' },
  },
  people: [{ key: 'person-1', name: 'Ann' }],
  ...{ speakers: [], sources: [], claims: [], threads: [] },
  paragraphs: [
    { number: 2, kind: 'body', text: 'second', reason: null },
    { number: 1, kind: 'heading', text: 'first', reason: null },
  ],
};

test('version 1 is an article of one revision, which keeps its number', () => {
  const { paragraphs, revisions, article } = ArticleFile.parse(liftArticleFile(oldest));
  expect(paragraphs.map(({ text }) => text)).toEqual(['first', 'second']);
  expect(revisions).toMatchObject([{ number: 3, paragraphs: [1, 2], by: 'person-1', at: '2026-01-06T10:00:00Z' }]);
  expect(article.lastClaimNumber).toBe(0);
});

test.each<[string, object]>([
  ['a field that it never had', { owner: 'Ann' }],
  ['a thread on no paragraph', { threads: [{ claim: null, paragraph: 3, comments: [], resolved: null }] }],
  ['a revision that is no number', { article: { ...oldest.article, revision: 'last' } }],
])('version 1 is refused with %s', (_, change) => {
  expect(ArticleFile.safeParse(liftArticleFile({ ...oldest, ...change })).success).toBe(false);
});
