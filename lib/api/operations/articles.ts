/** Operations on articles. */
import { z } from 'zod';
import { ArticleBody } from '#lib/api/bodies/articles';
import { article, changed, none, type Operation, paging, search } from '#lib/api/operation';
import { Article, ArticlePage } from '#lib/api/shapes/articles';

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
    description: 'Stores it as its first revision, with what the desk’s reader proposes to check.',
    params: none,
    query: none,
    body: ArticleBody,
    // The longest article with every UTF-16 unit as a JSON escape, plus its facts.
    maxBody: 8_000_000,
    examples: {
      text: { text: 'Title: What it costs\nText: OpenAI has 375 employees.', url: 'https://example.org/a' },
      paragraphs: { title: 'What it costs', paragraphs: [{ text: 'OpenAI has 375 employees.' }], language: 'en' },
    },
    answer: Article,
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
} as const satisfies Record<string, Operation>;
