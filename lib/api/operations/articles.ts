/** Operations on articles. */
import { z } from 'zod';
import { ArticleBody, ArticleChanges, ArticleFileFields, Duplicate } from '#lib/api/bodies/articles';
import { article, changed, none, type Operation, paging, search } from '#lib/api/operation';
import { Article, ArticleMade, ArticlePage } from '#lib/api/shapes/articles';
import { maxFileBytes } from '#lib/intake/file/decode';

export const articleOperations = {
  listArticles: {
    id: 'listArticles',
    method: 'GET',
    path: '/articles',
    scope: 'read',
    summary: 'Articles, newest first',
    params: none,
    query: z.strictObject({ search, ...changed, ...paging }),
    answer: ArticlePage,
  },
  addArticle: {
    id: 'addArticle',
    method: 'POST',
    path: '/articles',
    scope: 'write:articles',
    summary: 'Bring an article in',
    description:
      'By its text, its paragraphs or a link, or as a file: the body itself, or the part `file` of a form. Stores it as its ' +
      'first revision, with what the desk’s reader proposes to check. Where the desk has an article of this address or ' +
      'nearly this text, that one’s address is answered (409), unless `duplicate` allows it.',
    params: none,
    query: z.strictObject({
      duplicate: Duplicate.optional(),
      filename: z.string().max(255).optional().describe('What a file is called that is the body.'),
    }),
    body: ArticleBody,
    upload: { fields: ArticleFileFields, limit: maxFileBytes },
    // The longest article with every UTF-16 unit as a JSON escape, plus its facts.
    maxBody: 8_000_000,
    examples: {
      text: { text: 'Title: What it costs\nText: OpenAI has 375 employees.', url: 'https://example.org/a' },
      paragraphs: { title: 'What it costs', paragraphs: [{ text: 'OpenAI has 375 employees.' }], language: 'en' },
      link: { link: 'https://example.org/a' },
    },
    answer: ArticleMade,
  },
  readArticle: {
    id: 'readArticle',
    method: 'GET',
    path: '/articles/{id}',
    scope: 'read',
    summary: 'One article: its facts, its text, and how far its checking has come',
    params: article,
    query: none,
    answer: Article,
  },
  changeArticle: {
    id: 'changeArticle',
    method: 'PATCH',
    path: '/articles/{id}',
    scope: 'write:articles',
    act: 'edit-article',
    summary: 'Correct an article’s facts',
    description: 'What is left out stays; null empties.',
    params: article,
    query: none,
    body: ArticleChanges,
    examples: { date: { publishedOn: '2023-02-14', byline: null } },
    answer: Article,
  },
} as const satisfies Record<string, Operation>;
