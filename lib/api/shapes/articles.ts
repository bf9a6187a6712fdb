/** Articles as the API shows them. */
import { z } from 'zod';
import { paragraphKinds } from '#lib/domain/articles/article';
import { standings } from '#lib/domain/claims/standing';
import { buildReport } from '#lib/domain/report/report';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { count, date, line, moment, pageOf } from './fields';

const Tally = z.object({
  total: count.describe('Check-worthy claims.'),
  settled: count.describe('Those that are neither open nor contested.'),
  standings: z.object(
    Object.fromEntries(standings.map((one) => [one, count])) as Record<(typeof standings)[number], typeof count>,
  ),
});

const Facts = z.object({
  id: z.string(),
  title: z.string(),
  publisher: line,
  publishedOn: date,
  language: z.string().describe('A BCP 47 tag.'),
  sample: z.boolean().describe('Came with the desk, for trying it out.'),
  createdAt: moment,
  updatedAt: moment,
  tally: Tally,
});

export const ArticleSummary = Facts.extend({ reviewers: z.array(z.string()) });

const Score = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('scored'),
    score: z.number().min(0).max(100),
    low: z.number().describe('The lower end of the 95 % interval.'),
    high: z.number(),
    coverage: z.number().min(0).max(1),
  }),
  z.object({
    state: z.literal('not-enough'),
    coverage: z.number().nullable(),
    missing: z.object({ claims: count, coverage: z.number() }).describe('What is still to be settled for a score.'),
    isReachable: z.boolean(),
  }),
]);

export const Article = Facts.extend({
  url: line,
  byline: line,
  revision: z.int().min(1),
  revisedAt: moment,
  createdBy: z.string(),
  requiredJudgements: z.int().min(1),
  blindFirstPass: z.boolean().describe('Reviewers do not see others’ judgements before their own is in.'),
  change: count.describe('The number of the article’s last change; it only grows.'),
  paragraphs: z.array(
    z.object({
      number: z.int().min(1),
      kind: z.enum(paragraphKinds).describe('Boilerplate came along with the article and is no part of it.'),
      text: z.string(),
    }),
  ),
  score: Score,
});

/** An article as the API shows it. */
export function articleShape({ article, paragraphs, claims }: ArticleWithClaims): z.infer<typeof Article> {
  const { createdBy, seq: change, ...facts } = article;
  const { tally, score } = buildReport({ paragraphs, claims });
  return { ...facts, change, createdBy: createdBy.name, paragraphs, tally, score: score.result };
}

/** An article that was just brought in. */
export const ArticleMade = Article.extend({
  notices: z
    .array(
      z.looseObject({ code: z.string(), text: z.string().describe('In the language that Accept-Language asks for.') }),
    )
    .describe('What intake changed or was unsure of.'),
});

export const ArticlePage = pageOf(ArticleSummary);
