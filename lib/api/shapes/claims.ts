/** Claims as the API shows them. People appear by name only. */
import { z } from 'zod';
import type { ClaimView, EvidenceView } from '#lib/domain/claims/claim-view';
import { judgementPasses } from '#lib/domain/claims/claim-view';
import { contexts, quoteFindings, saidAnswers, wordings } from '#lib/domain/claims/quote-check';
import { stances } from '#lib/domain/claims/source';
import { confidences, standings, verdicts } from '#lib/domain/claims/standing';
import { claimWeights } from '#lib/domain/claims/weight';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import type { ClaimsInText } from '#lib/domain/review/review';
import type { FoundClaim as FoundView } from '#lib/domain/search/found-claim';
import { claimRows } from '#lib/export/csv-and-json';
import { claimKinds } from '#lib/reading/claim-kinds';
import { count, date, Figure, line, moment, pageOf, reads } from './fields';
import { Problem } from './problem';
import { Source } from './sources';

const Standing = z.enum(standings).meta({
  description: 'Derived from judgements and an editor’s ruling; contested while reviewers differ.',
});

/** A figure with the words that it was read from. */
const FigureRead = Figure.extend({ raw: z.string(), corrected: z.boolean().describe('A person set it.'), reads });

export const Evidence = z.object({
  id: z.string(),
  stance: z.enum(stances),
  excerpt: z.string(),
  locator: line,
  figure: FigureRead.nullable().describe('The figure that it gives.'),
  addedBy: z.string(),
  source: Source.extend({ id: z.string() }),
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
  speaker: z.object({ id: z.string(), name: z.string(), role: line, organisation: line }).nullable(),
  figure: FigureRead.nullable(),
  metric: z.object({ id: z.string(), subject: z.string(), measure: z.string(), scope: line }).nullable(),
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
      pass: z
        .enum(judgementPasses)
        .nullable()
        .describe(
          'In a blind first pass: given with nothing of the others’ in sight (blind), or after it was (informed).',
        ),
      at: moment,
    }),
  ),
  hiddenJudgements: count.describe('Judgements that a blind first pass keeps from the token’s person.'),
  ruling: z.object({ editor: z.string(), verdict: z.enum(verdicts), reason: z.string(), at: moment }).nullable(),
  correction: line.describe('What the article should say instead; null unless the claim is false or disputed.'),
  evidence: z.array(Evidence),
  createdBy: z.string(),
  createdAt: moment,
  updatedAt: moment
    .nullable()
    .describe('When the claim, or what was found about it, last changed; null while a blind first pass hides that.'),
});

/** A piece of evidence as the API shows it. */
export function evidenceShape({ addedBy, takenFrom: _, ...evidence }: EvidenceView): z.infer<typeof Evidence> {
  return { ...evidence, addedBy: addedBy.name };
}

/** Claims as the API shows them, by number: an order that later claims do not change. */
export function claimShapes(view: ClaimsInText, isIn: (claim: ClaimView) => boolean): z.infer<typeof Claim>[] {
  const claims = view.claims.filter(isIn);
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  return [...claimRows({ ...view, claims }, everyClaim)]
    .flatMap((row) => {
      const claim = byNumber.get(row.number);
      if (!claim) return [];
      const { hiddenJudgements, createdBy, createdAt, updatedAt, speaker, metric, evidence } = claim;
      return [
        {
          ...row,
          speaker,
          metric,
          evidence: evidence.map(evidenceShape),
          hiddenJudgements,
          createdBy: createdBy.name,
          createdAt,
          updatedAt,
        },
      ];
    })
    .sort((a, b) => a.number - b.number);
}

export const ClaimPage = pageOf(Claim);

/** What became of one claim of a batch. */
const BatchResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), number: z.int().min(1), location: z.string().describe('Where to read it.') }),
  z.object({ ok: z.literal(false), problem: Problem }),
]);

export const ClaimBatchResults = z.object({
  marked: count.describe('How many claims were marked.'),
  results: z.array(BatchResult).describe('What became of each claim, in the order in which they were sent.'),
});

/** A claim in a list of the whole desk. Its address is made of its article and its number. */
const FoundClaim = z.object({
  article: z.object({ id: z.string(), title: z.string(), publisher: line, publishedOn: date, language: z.string() }),
  number: z.int().min(1),
  exact: z.string(),
  sentence: z.string().describe('The sentences that it stands in.'),
  kind: z.enum(claimKinds),
  standing: Standing,
  speaker: z.object({ id: z.string(), name: z.string() }).nullable(),
  reads: reads.nullable().describe('Of a figure: what it comes down to.'),
  judgedAt: moment.nullable().describe('When it got its verdict; null while it has none.'),
  sources: count.describe('Independent ones: reposts of one origin count once.'),
  lookAgain: z.boolean(),
  createdAt: moment,
  updatedAt: moment
    .nullable()
    .describe('When the claim, or what was found about it, last changed; null while a blind first pass hides that.'),
});

export const FoundClaimPage = pageOf(FoundClaim);

export function foundClaimShape({ id: _, figure: __, passage, ...claim }: FoundView): z.infer<typeof FoundClaim> {
  return { ...claim, sentence: passage.text };
}
