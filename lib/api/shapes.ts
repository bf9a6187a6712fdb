/**
 * What the API answers: a schema for each shape, and how a view becomes one. The OpenAPI document is made from these
 * schemas and every answer is parsed by its schema, so nothing undocumented is sent.
 *
 * People appear by name only. Offsets are Unicode code points of a paragraph's text.
 */
import { z } from 'zod';
import { paragraphKinds } from '#lib/domain/articles/article';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { contexts, quoteFindings, saidAnswers, wordings } from '#lib/domain/claims/quote-check';
import { sourceKinds, stances } from '#lib/domain/claims/source';
import { confidences, standings, verdicts } from '#lib/domain/claims/standing';
import { claimWeights } from '#lib/domain/claims/weight';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import { metricStandings } from '#lib/domain/ledger/ledger';
import { refusalCodes } from '#lib/domain/refusal';
import { buildReport } from '#lib/domain/report/report';
import type { ArticleWithClaims, ClaimsInText } from '#lib/domain/review/review';
import { claimRows } from '#lib/export/csv-and-json';
import { claimKinds } from '#lib/reading/claim-kinds';
import { qualifiers } from '#lib/reading/figure-types';

const count = z.int().min(0);
const moment = z.iso.datetime().describe('ISO 8601, UTC.');
const date = z.string().nullable().describe('ISO 8601, of day, month or year precision.');
const line = z.string().nullable();
const names = z.object({ en: z.string(), zh: z.string() });
const Standing = z.enum(standings).meta({
  description: 'Derived from judgements and an editor’s ruling; contested while reviewers differ.',
});

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

/** An article as the API shows it. `notices` of intake are returned once, to the script that created it. */
export function articleShape({ article, paragraphs, claims }: ArticleWithClaims): z.infer<typeof Article> {
  const { createdBy, seq: change, ...facts } = article;
  const { tally, score } = buildReport({ paragraphs, claims });
  return { ...facts, change, createdBy: createdBy.name, paragraphs, tally, score: score.result };
}

const Figure = z.object({
  low: z.number().nullable().describe('null where this end is open.'),
  high: z.number().nullable(),
  unit: line.describe('An ISO 4217 code, percent, or the noun counted.'),
  qualifier: z.enum(qualifiers),
  per: line,
  asOf: date,
});
const reads = names.describe('The figure written out.');

const Source = z.object({
  title: z.string(),
  publisher: line,
  url: line,
  published: date,
  accessed: date,
  kind: z.enum(sourceKinds),
});

export const Claim = z.object({
  number: z.int().min(1).describe('Its number in the article: what its address is made of.'),
  paragraph: z.int().min(1),
  start: count.describe('Unicode code points of the paragraph before it.'),
  end: count,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  kind: z.enum(claimKinds),
  checkWorthy: z.boolean(),
  weight: z.enum(claimWeights),
  standing: Standing,
  speaker: z.object({ name: z.string(), role: line, organisation: line }).nullable(),
  figure: Figure.extend({ raw: z.string(), corrected: z.boolean(), reads }).nullable(),
  metric: z.object({ subject: z.string(), measure: z.string(), scope: line }).nullable(),
  quote: z
    .object({
      finding: z.enum(quoteFindings),
      checks: z.array(
        z.object({
          reviewer: z.string(),
          said: z.enum(saidAnswers).nullable(),
          wording: z.enum(wordings).nullable(),
          context: z.enum(contexts).nullable(),
        }),
      ),
    })
    .nullable()
    .describe('Of a quote: whether it was said so, apart from its truth.'),
  judgements: z.array(
    z.object({
      reviewer: z.string(),
      verdict: z.enum(verdicts),
      rationale: z.string(),
      confidence: z.enum(confidences),
      at: moment,
    }),
  ),
  hiddenJudgements: count.describe('Judgements that a blind first pass keeps from the token’s person.'),
  ruling: z.object({ editor: z.string(), verdict: z.enum(verdicts), reason: z.string(), at: moment }).nullable(),
  correction: line.describe('What the article should say instead; null unless the claim is false or disputed.'),
  evidence: z.array(z.object({ stance: z.enum(stances), excerpt: z.string(), locator: line, source: Source })),
  createdBy: z.string(),
  createdAt: moment,
});

/** Claims as the API shows them, by number: an order that later claims do not change. */
export function claimShapes(view: ClaimsInText, isIn: (claim: ClaimView) => boolean): z.infer<typeof Claim>[] {
  const claims = view.claims.filter(isIn);
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  return [...claimRows({ ...view, claims }, everyClaim)]
    .flatMap((row) => {
      const claim = byNumber.get(row.number);
      if (!claim) return [];
      const { hiddenJudgements, createdBy, createdAt } = claim;
      return [{ ...row, hiddenJudgements, createdBy: createdBy.name, createdAt }];
    })
    .sort((a, b) => a.number - b.number);
}

const ReadFigure = z.object({ figure: Figure, reads });

export const Metric = z.object({
  id: z.string(),
  subject: z.string(),
  measure: z.string(),
  scope: line,
  titles: names,
  aliases: z.array(z.string()),
  standing: z.enum(metricStandings),
  observations: count,
  articles: count,
  sources: count.describe('Independent ones: reposts of one origin count once.'),
  spread: z.number().nullable().describe('Highest by lowest value in circulation.'),
  latest: ReadFigure.extend({ from: z.enum(['claim', 'source']) }).nullable(),
  settled: ReadFigure.nullable(),
  changedAt: moment,
});

export const SourceListed = Source.extend({
  id: z.string(),
  note: line,
  originId: line.describe('The source that it repeats.'),
  origin: line.describe('That source’s title.'),
  claims: count.describe('How many claims rest on it.'),
  articles: count,
});

/** One page of a list. */
const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: line.describe('The cursor of the next page, also in the Link header; null on the last one.'),
  });

export const ArticlePage = pageOf(ArticleSummary);
export const ClaimPage = pageOf(Claim);
export const MetricPage = pageOf(Metric);
export const SourcePage = pageOf(SourceListed);

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

/** The names of the shapes in the OpenAPI document. */
export const shapes = {
  ...{ Problem, ArticlePage, ArticleSummary, Article, ClaimPage, Claim, MetricPage, Metric, SourcePage },
  SourceListed,
};
