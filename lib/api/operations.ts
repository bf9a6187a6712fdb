/**
 * The operations of the API: path, scope, parameters, body and answer. Routes run them and the OpenAPI document is
 * generated from them, so the two cannot differ.
 */

import { z } from 'zod';
import { standings } from '#lib/domain/claims/standing';
import { Id } from '#lib/domain/fields';
import { metricStandings } from '#lib/domain/ledger/ledger';
import type { ApiScope } from '#lib/domain/people/api-scope';
import { claimKinds } from '#lib/reading/claim-kinds';
import { ArticleBody, ClaimBody, JudgementBody } from './bodies';
import { Article, ArticlePage, Claim, ClaimPage, MetricPage, SourcePage } from './shapes';

/** The path of the API on the desk. */
export const apiBase = '/api/v1';

export type Operation = {
  /** The operation's name in the OpenAPI document. */
  id: string;
  method: 'GET' | 'POST';
  /** The path after `apiBase`, with parameters in braces. */
  path: `/${string}`;
  scope: ApiScope;
  summary: string;
  description?: string;
  params: z.ZodObject;
  query: z.ZodObject;
  body?: z.ZodType;
  /** Maximum size of the body in bytes. */
  maxBody?: number;
  /** Examples of the body, by name. A test parses each. */
  examples?: Record<string, unknown>;
  answer: z.ZodType;
  /** The media type of an answer that is not JSON, where the query can ask for one. */
  otherType?: string;
};

const none = z.strictObject({});
const article = z.strictObject({ id: Id.describe('The article.') });
const search = z.string().max(200).default('').describe('Words that must all be there; case and width do not matter.');
const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('How many at most on a page.'),
  cursor: z.string().min(1).max(100).optional().describe('Where a page begins, as the page before told.'),
};

const claimExample = {
  quote: {
    kind: 'figure',
    selector: { type: 'TextQuoteSelector', exact: '375 employees', prefix: 'OpenAI has ' },
  },
  position: { kind: 'figure', selector: { type: 'TextPositionSelector', paragraph: 3, start: 11, end: 24 } },
};

const judgementExample = {
  'with a source': {
    verdict: 'verified',
    rationale: 'As stated in the filing.',
    confidence: 'high',
    evidence: {
      stance: 'supports',
      excerpt: 'a staff of 375',
      locator: 'p. 3',
      source: { title: 'Annual report', publisher: 'SEC', url: 'https://example.org/report', kind: 'primary' },
    },
  },
  'on what is there': { verdict: 'unverifiable', rationale: 'Nobody has published it.' },
};

export const operations = {
  listArticles: {
    id: 'listArticles',
    method: 'GET',
    path: '/articles',
    scope: 'read',
    summary: 'Articles, newest first',
    params: none,
    query: z.strictObject({ search, ...paging }),
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
  listClaims: {
    id: 'listClaims',
    method: 'GET',
    path: '/articles/{id}/claims',
    scope: 'read',
    summary: 'An article’s claims, by number',
    description: 'As CSV they come in reading order and all on one page; limit and cursor do not matter then.',
    params: article,
    query: z.strictObject({
      standing: z.enum(standings).optional(),
      kind: z.enum(claimKinds).optional(),
      format: z.enum(['json', 'csv']).default('json'),
      ...paging,
    }),
    answer: ClaimPage,
    otherType: 'text/csv; charset=utf-8',
  },
  markClaim: {
    id: 'markClaim',
    method: 'POST',
    path: '/articles/{id}/claims',
    scope: 'write:claims',
    summary: 'Mark a claim',
    description:
      'The place is named by its words, which must stand in the article once, or by paragraph and offsets in Unicode code ' +
      'points. Where the words are not there, or stand there more than once, nothing is marked.',
    params: article,
    query: none,
    body: ClaimBody,
    examples: claimExample,
    answer: Claim,
  },
  judgeClaim: {
    id: 'judgeClaim',
    method: 'POST',
    path: '/articles/{id}/claims/{number}/judgements',
    scope: 'write:judgements',
    summary: 'Judge a claim',
    description: 'Records the verdict of the token’s person, in place of the one that they gave before.',
    params: article.extend({ number: z.coerce.number().int().min(1).max(1_000_000).describe('The claim’s number.') }),
    query: none,
    body: JudgementBody,
    examples: judgementExample,
    answer: Claim,
  },
  listMetrics: {
    id: 'listMetrics',
    method: 'GET',
    path: '/metrics',
    scope: 'read',
    summary: 'The ledger: what figures measure across articles, newest first',
    params: none,
    query: z.strictObject({ search, standing: z.enum(metricStandings).optional(), ...paging }),
    answer: MetricPage,
  },
  listSources: {
    id: 'listSources',
    method: 'GET',
    path: '/sources',
    scope: 'read',
    summary: 'Sources with how much rests on them, newest first',
    params: none,
    query: z.strictObject({ search, ...paging }),
    answer: SourcePage,
  },
} as const satisfies Record<string, Operation>;
