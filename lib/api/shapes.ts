/**
 * What the API answers: a schema for each shape, and how a view becomes one. The OpenAPI document is made from these
 * schemas and every answer is parsed by its schema, so nothing undocumented is sent.
 */
import { z } from 'zod';
import { refusalCodes } from '#lib/domain/refusal';
import { Article, ArticlePage, ArticleSummary } from './shapes/articles';
import { Claim, ClaimPage } from './shapes/claims';
import { Metric, MetricPage } from './shapes/metrics';
import { SourceListed, SourcePage } from './shapes/sources';

/** RFC 9457, plus the desk's own code and the field concerned. */
export const Problem = z.object({
  type: z.string().describe('A name for this kind of problem, a URN.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('In the language that Accept-Language asks for, English or Chinese.'),
  code: z.enum(refusalCodes),
  field: z.string().optional().describe('The field of the body, or the parameter, that it concerns.'),
  scope: z.string().optional().describe('The scope that the token lacks.'),
});

/** The shapes by their names in the OpenAPI document. */
export const shapes = {
  Problem,
  ArticlePage,
  ArticleSummary,
  Article,
  ClaimPage,
  Claim,
  MetricPage,
  Metric,
  SourcePage,
  SourceListed,
};
