/**
 * The file format of a whole article, version 1: what one desk writes and another reads with nothing lost but ids, the
 * history, and who is on which claim.
 *
 * People, speakers and sources are listed once and meant by keys that hold in the file alone; claims and paragraphs are
 * meant by their numbers. People have a name and nothing else. Offsets are Unicode code points within the paragraph. Moments
 * are ISO 8601 in UTC, dates ISO 8601 of year, month or day precision.
 *
 * Invariant: a file that passes refers to nothing that it does not hold, and every claim's words stand where it says. Text
 * is refused where the desk would have to change it, and so are fields that this version does not know.
 */
import { z } from 'zod';
import { boilerplateReasons, maxArticleLength, maxParagraphLength, maxParagraphs, paragraphKinds } from './article';
import { claimKinds } from './claim';
import { utf16Counter } from './code-points';
import { maxCommentLength } from './discussion';
import { qualifiers } from './figure-reading';
import { contexts, saidAnswers, wordings } from './quote-check';
import { sourceKinds, stances } from './source';
import { confidences, standings, verdicts } from './standing';
import { isPartialDate, isWebAddress, tidy } from './text';
import { claimWeights } from './weight';
import { maxRequiredJudgements } from './workflow';

/** Far above what an article of the greatest length was seen to hold; a file with more is not one of ours. */
const most = { claims: 20_000, people: 5_000, sources: 20_000, threads: 20_000, perClaim: 500, perThread: 2_000 };

/** Text as the desk stores it; spaces at the ends count, since a claim's surroundings have them. */
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

const Figure = z.strictObject({
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: text(60).nullable(),
  qualifier: z.enum(qualifiers),
  per: text(60).nullable(),
  asOf: partialDate.nullable(),
  /** The words that it was read from. */
  raw: text(4_000),
  /** Whether a person set it, so that it is not to be read again. */
  corrected: z.boolean(),
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
  /** The number of its paragraph. */
  paragraph: number,
  anchor: z.strictObject({
    start: count,
    end: count,
    exact: line(maxParagraphLength),
    prefix: text(64),
    suffix: text(64),
  }),
  kind: z.enum(claimKinds),
  checkWorthy: z.boolean(),
  weight: z.enum(claimWeights),
  /** For readers; a desk derives it again. */
  standing: z.enum(standings),
  speaker: key.nullable(),
  figure: Figure.nullable(),
  metric: z.strictObject({ subject: line(120), measure: line(120), scope: line(120).nullable() }).nullable(),
  derivations: z.array(z.strictObject({ en: text(1_000), zh: text(1_000), pinnedBy: key })).max(most.perClaim),
  quoteChecks: z
    .array(
      z.strictObject({
        reviewer: key,
        said: z.enum(saidAnswers).nullable(),
        wording: z.enum(wordings).nullable(),
        context: z.enum(contexts).nullable(),
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
        at: moment,
      }),
    )
    .max(most.perClaim),
  /** Why it was sent back, until somebody judges it again. */
  returnNote: text(10_000).nullable(),
  /** What the article should say in its place. */
  correction: text(4_000).nullable(),
  ruling: z.strictObject({ editor: key, verdict: z.enum(verdicts), reason: text(10_000), at: moment }).nullable(),
  evidence: z.array(Evidence).max(most.perClaim),
  createdBy: key,
  createdAt: moment,
});

const Thread = z.strictObject({
  /** The number of the claim or of the paragraph that it is about; the other is null. */
  claim: number.nullable(),
  paragraph: number.nullable(),
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
  /** The source that it repeats: one of the list, or a key of no entry where that one is not used in the article. */
  origin: key.nullable(),
});

export const ArticleFile = z
  .strictObject({
    format: z.literal('claimdesk-article'),
    version: z.literal(1),
    offsets: z.literal('unicode-code-points'),
    article: z.strictObject({
      title: line(500),
      publisher: text(200).nullable(),
      url: webAddress.nullable(),
      byline: text(300).nullable(),
      publishedOn: partialDate.nullable(),
      language: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/),
      revision: number,
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
          number,
          kind: z.enum(paragraphKinds),
          text: line(maxParagraphLength),
          reason: z.enum(boilerplateReasons).nullable(),
        }),
      )
      .max(maxParagraphs, 'too-many-paragraphs')
      .refine((all) => all.reduce((sum, one) => sum + one.text.length, 0) <= maxArticleLength, 'article-too-long'),
    claims: z.array(Claim).max(most.claims),
    threads: z.array(Thread).max(most.threads),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of faultsOf(value)) issues.push({ code: 'custom', path, message, input: value });
  });
export type ArticleFile = z.infer<typeof ArticleFile>;

type Fault = { path: (string | number)[]; message: string };

/** What does not hold together, though each field is right by itself. */
function faultsOf(file: ArticleFile): Fault[] {
  const faults: Fault[] = [];
  const listed = (list: 'people' | 'speakers' | 'sources') => {
    const keys = new Set<string>();
    file[list].forEach((one, index) => {
      if (keys.has(one.key)) faults.push({ path: [list, index, 'key'], message: 'listed-twice' });
      keys.add(one.key);
    });
    return keys;
  };
  const people = listed('people');
  const speakers = listed('speakers');
  const sources = listed('sources');
  const known = (keys: Set<string>, meant: string | null, ...path: Fault['path']) => {
    if (meant !== null && !keys.has(meant)) faults.push({ path, message: 'not-in-file' });
  };
  const texts = new Map<number, { text: string; offset: (points: number) => number }>();
  file.paragraphs.forEach((paragraph, index) => {
    if (texts.has(paragraph.number)) faults.push({ path: ['paragraphs', index, 'number'], message: 'listed-twice' });
    texts.set(paragraph.number, { text: paragraph.text, offset: utf16Counter(paragraph.text) });
  });
  known(people, file.article.createdBy, 'article', 'createdBy');
  const claims = new Set<number>();
  for (const [index, claim] of file.claims.entries()) {
    const at = ['claims', index] as const;
    if (claims.has(claim.number)) faults.push({ path: [...at, 'number'], message: 'listed-twice' });
    claims.add(claim.number);
    const { start, end, exact } = claim.anchor;
    const place = texts.get(claim.paragraph);
    if (!place) faults.push({ path: [...at, 'paragraph'], message: 'not-in-file' });
    else if (place.text.slice(place.offset(start), place.offset(end)) !== exact) {
      faults.push({ path: [...at, 'anchor'], message: 'words-elsewhere' });
    }
    known(speakers, claim.speaker, ...at, 'speaker');
    known(people, claim.createdBy, ...at, 'createdBy');
    known(people, claim.ruling?.editor ?? null, ...at, 'ruling', 'editor');
    for (const [i, { pinnedBy }] of claim.derivations.entries()) known(people, pinnedBy, ...at, 'derivations', i);
    for (const [i, { reviewer }] of claim.quoteChecks.entries()) known(people, reviewer, ...at, 'quoteChecks', i);
    for (const [i, { reviewer }] of claim.judgements.entries()) known(people, reviewer, ...at, 'judgements', i);
    for (const [i, { source, addedBy }] of claim.evidence.entries()) {
      known(sources, source, ...at, 'evidence', i, 'source');
      known(people, addedBy, ...at, 'evidence', i, 'addedBy');
    }
  }
  for (const [index, { claim, paragraph, comments, resolved }] of file.threads.entries()) {
    const at = ['threads', index] as const;
    const isPlaced =
      claim === null ? paragraph !== null && texts.has(paragraph) : paragraph === null && claims.has(claim);
    if (!isPlaced) faults.push({ path: [...at], message: 'not-in-file' });
    known(people, resolved?.by ?? null, ...at, 'resolved', 'by');
    for (const [i, { author, mentions }] of comments.entries()) {
      for (const one of [author, ...mentions]) known(people, one, ...at, 'comments', i);
    }
  }
  return faults;
}
