/** The fields of the article file, version 2. article-file.ts describes the format. */
import { z } from 'zod';
import { boilerplateReasons, maxParagraphLength, maxParagraphs, paragraphKinds } from '#lib/domain/articles/article';
import { judgementPasses } from '#lib/domain/claims/claim-view';
import { contexts, saidAnswers, wordings } from '#lib/domain/claims/quote-check';
import { sourceKinds, stances } from '#lib/domain/claims/source';
import { confidences, standings, verdicts } from '#lib/domain/claims/standing';
import { claimWeights } from '#lib/domain/claims/weight';
import { maxCommentLength } from '#lib/domain/review/discussion';
import { maxRequiredJudgements } from '#lib/domain/review/workflow';
import { claimKinds } from '#lib/reading/claim-kinds';
import { qualifiers } from '#lib/reading/figure-types';
import { isPartialDate, isWebAddress, tidy } from '#lib/text/tidy';

/** Far above what the longest articles contain. A file with more was not written by a desk. */
const most = {
  ...{ claims: 20_000, people: 5_000, sources: 20_000, threads: 20_000, perClaim: 500, perThread: 2_000 },
  ...{ revisions: 2_000, paragraphs: 200_000, dismissed: 100_000 },
};

/** Text as the desk stores it. Spaces at the ends count, since a claim's surroundings include them. */
const text = (max: number) =>
  z
    .string()
    .max(max, 'text-too-long')
    .refine((given) => tidy(`|${given}|`) === `|${given}|`, 'text-unclean');
const line = (max: number) => text(max).min(1, 'text-missing');
const count = z.int().min(0);
const number = z.int().min(1);
const moment = z.iso.datetime();
const partialDate = z.string().refine(isPartialDate, 'date-invalid');
const webAddress = text(2_000).refine(isWebAddress, 'url-invalid');
const key = z.string().regex(/^(?:person|speaker|source)-[1-9]\d{0,5}$/);

/** A place: a paragraph of a revision. */
const place = { revision: number, paragraph: number, start: count, end: count };

const Dated = z
  .strictObject({ revision: number, exact: line(maxParagraphLength) })
  .describe('Other words than the newest ones, and the revision that had them: a finding on these does not count.');

const reads = { en: text(1_000), zh: text(1_000) };

const Figure = z.strictObject({
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: text(60).nullable(),
  qualifier: z.enum(qualifiers),
  per: text(60).nullable(),
  asOf: partialDate.nullable(),
  raw: text(4_000).describe('The words that it was read from.'),
  corrected: z.boolean().describe('Whether a person set it, so that it is not to be read again.'),
});

const Evidence = z.strictObject({
  source: key,
  stance: z.enum(stances),
  excerpt: text(4_000),
  locator: text(200).nullable(),
  figure: Figure.nullable(),
  addedBy: key,
});

const Claim = z.strictObject({
  number,
  revision: number.describe('The newest one or, where its passage is gone from that, the last one that had it.'),
  paragraph: number.describe('Its number in that revision, from 1.'),
  anchor: z.strictObject({
    start: count,
    end: count,
    exact: line(maxParagraphLength),
    prefix: text(64),
    suffix: text(64),
  }),
  goneSince: moment.nullable().describe('Since when its passage is gone from the newest revision.'),
  places: z.array(z.strictObject(place)).max(most.revisions).describe('Where it lay in older revisions.'),
  lookAgain: Dated.extend({ reads: z.strictObject(reads).nullable() })
    .nullable()
    .describe(
      'A revision changed what it says, and nobody has looked since: the words before, and what their figure read.',
    ),
  kind: z.enum(claimKinds),
  checkWorthy: z.boolean(),
  weight: z.enum(claimWeights),
  standing: z.enum(standings).describe('For readers; a desk derives it again.'),
  speaker: key.nullable(),
  figure: Figure.nullable(),
  metric: z.strictObject({ subject: line(120), measure: line(120), scope: line(120).nullable() }).nullable(),
  derivations: z.array(z.strictObject({ ...reads, pinnedBy: key })).max(most.perClaim),
  quoteChecks: z
    .array(
      z.strictObject({
        reviewer: key,
        said: z.enum(saidAnswers).nullable(),
        wording: z.enum(wordings).nullable(),
        context: z.enum(contexts).nullable(),
        on: Dated.nullable(),
      }),
    )
    .max(most.perClaim),
  judgements: z
    .array(
      z.strictObject({
        reviewer: key,
        verdict: z.enum(verdicts),
        rationale: text(10_000),
        confidence: z.enum(confidences),
        pass: z
          .enum(judgementPasses)
          .nullable()
          .default(null)
          .describe('How it came about in a blind first pass; null where there was none.'),
        at: moment,
        on: Dated.nullable(),
      }),
    )
    .max(most.perClaim),
  returnNote: text(10_000).nullable().describe('Why it was sent back, until somebody judges it again.'),
  correction: text(4_000).nullable().describe('What the article should say in its place.'),
  ruling: z
    .strictObject({ editor: key, verdict: z.enum(verdicts), reason: text(10_000), at: moment, on: Dated.nullable() })
    .nullable(),
  evidence: z.array(Evidence).max(most.perClaim),
  createdBy: key,
  createdAt: moment,
});

const Thread = z.strictObject({
  claim: number.nullable().describe('The claim or the paragraph that it is about; the other is null.'),
  paragraph: z.strictObject({ revision: number, number }).nullable(),
  comments: z
    .array(
      z.strictObject({
        author: key,
        body: text(maxCommentLength),
        at: moment,
        editedAt: moment.nullable(),
        removed: z.boolean(),
        mentions: z.array(key).max(most.people),
      }),
    )
    .min(1)
    .max(most.perThread),
  resolved: z.strictObject({ by: key.nullable(), at: moment, reason: text(maxCommentLength) }).nullable(),
});

const Source = z.strictObject({
  key,
  title: line(500),
  publisher: text(200).nullable(),
  url: webAddress.nullable(),
  published: partialDate.nullable(),
  accessed: partialDate.nullable(),
  kind: z.enum(sourceKinds),
  note: text(10_000).nullable(),
  origin: key
    .nullable()
    .describe(
      'The source that it repeats: one of the list, or a key of no entry where that one is not used in the article.',
    ),
  retired: z
    .strictObject({ at: moment, note: text(500) })
    .optional()
    .describe('Since when it is withdrawn, and why; left out while it stands.'),
});

const Revision = z.strictObject({
  number,
  by: key,
  at: moment,
  intake: z
    .string()
    .regex(/^[a-z][a-z-]{0,39}$/)
    .describe('How its text came in, in a word of the desk that wrote it.'),
  minor: z.boolean(),
  restored: number.nullable().describe('The revision whose text it took up again.'),
  counts: z
    .strictObject({
      ...{ gone: count, substance: count, wording: count, moved: count, unchanged: count },
      ...{ found: count, lookAgain: count },
    })
    .partial()
    .nullable()
    .describe('How many claims met which fate; null for a first one.'),
  paragraphs: z
    .array(number)
    .max(maxParagraphs, 'too-many-paragraphs')
    .describe('Places in the list of paragraphs, from 1.'),
});

export const ArticleFileShape = z.strictObject({
  format: z.literal('claimdesk-article'),
  version: z.literal(2),
  offsets: z.literal('unicode-code-points'),
  article: z.strictObject({
    title: line(500),
    publisher: text(200).nullable(),
    url: webAddress.nullable(),
    byline: text(300).nullable(),
    publishedOn: partialDate.nullable(),
    language: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/),
    lastClaimNumber: count.describe('The highest number that a claim ever had, so that none is given twice.'),
    requiredJudgements: z.int().min(1).max(maxRequiredJudgements),
    blindFirstPass: z.boolean(),
    createdBy: key,
    createdAt: moment,
    updatedAt: moment,
  }),
  people: z.array(z.strictObject({ key, name: line(200) })).max(most.people),
  speakers: z
    .array(
      z.strictObject({
        key,
        name: line(200),
        role: text(200).nullable(),
        organisation: text(200).nullable(),
        aliases: z.array(line(200)).max(40),
      }),
    )
    .max(most.people),
  sources: z.array(Source).max(most.sources),
  paragraphs: z
    .array(
      z.strictObject({
        kind: z.enum(paragraphKinds),
        text: line(maxParagraphLength),
        reason: z.enum(boilerplateReasons).nullable(),
      }),
    )
    .max(most.paragraphs, 'too-many-paragraphs'),
  revisions: z.array(Revision).min(1).max(most.revisions).describe('Oldest first; the last one is the newest.'),
  claims: z.array(Claim).max(most.claims),
  threads: z.array(Thread).max(most.threads),
  dismissed: z
    .array(z.strictObject({ ...place, kind: z.enum(claimKinds) }))
    .max(most.dismissed)
    .describe('What was proposed as a claim and set aside.'),
});
export type ArticleFile = z.infer<typeof ArticleFileShape>;
