/**
 * What people type, as schemas: one for each input, shared by actions and programs. Fields are tidied before they are
 * measured; a message is the code of a refusal. Kept apart from the rules themselves, so that the browser, which needs the
 * rules, does not load a validator.
 */
import { z } from 'zod';
import {
  boilerplateReasons,
  maxArticleLength,
  maxParagraphLength,
  maxParagraphs,
  paragraphKinds,
} from '#lib/domain/articles/article';
import { contexts, saidAnswers, wordings } from '#lib/domain/claims/quote-check';
import { sourceKinds, stances } from '#lib/domain/claims/source';
import { confidences, verdicts } from '#lib/domain/claims/standing';
import { claimKinds } from '#lib/reading/claim-kinds';
import { qualifiers } from '#lib/reading/figure-types';
import { isPartialDate, isWebAddress, tidy } from '#lib/text/tidy';

/** A required line or passage of at most `max` UTF-16 units after tidying. */
export const requiredText = (max: number) =>
  z.string().transform(tidy).pipe(z.string().min(1, 'text-missing').max(max, 'text-too-long'));

/** An optional line; blank means none. */
export const optionalText = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidy(text ?? '') || null)
    .pipe(z.string().max(max, 'text-too-long').nullable());

/** A passage that may be blank. */
export const freeText = (max: number) => z.string().transform(tidy).pipe(z.string().max(max, 'text-too-long'));

/** A link that a browser may safely follow. Anything but http and https is refused. */
export const webAddress = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? '') || null)
  .refine((text) => text === null || (text.length <= 2_000 && isWebAddress(text)), 'url-invalid');

/** An ISO 8601 date of year, month or day precision that exists in the calendar. */
export const partialDate = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? '') || null)
  .refine((text) => text === null || isPartialDate(text), 'date-invalid');

export const ClaimKind = z.enum(claimKinds);
export const Verdict = z.enum(verdicts);
export const Confidence = z.enum(confidences);

const Language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** An article's facts as a form gives them. */
export const ArticleFacts = z.object({
  title: requiredText(500),
  publisher: optionalText(200),
  url: webAddress,
  byline: optionalText(300),
  publishedOn: partialDate,
  language: Language,
});

const Paragraph = z.object({
  kind: z.enum(paragraphKinds),
  text: requiredText(maxParagraphLength),
  reason: z.enum(boilerplateReasons).optional(),
});

/** A draft as it comes back from its preview. */
export const NewArticle = ArticleFacts.extend({
  paragraphs: z
    .array(Paragraph)
    .max(maxParagraphs, 'too-many-paragraphs')
    .refine((paragraphs) => paragraphs.some(({ kind }) => kind !== 'boilerplate'), 'nothing-kept')
    .refine(
      (paragraphs) => paragraphs.reduce((length, { text }) => length + text.length, 0) <= maxArticleLength,
      'article-too-long',
    ),
});

/** What a person states about a source. `originId`: the source it repeats; reposts of one story count once. */
export const SourceFacts = z.object({
  title: requiredText(500),
  publisher: optionalText(200),
  url: webAddress,
  published: partialDate,
  accessed: partialDate,
  kind: z.enum(sourceKinds),
  originId: z
    .string()
    .max(64)
    .nullish()
    .transform((id) => id || null),
});
export type SourceFacts = z.infer<typeof SourceFacts>;

/** Evidence as a form gives it: on a source that the desk has, or on a new one. */
export const EvidenceFacts = z.object({
  source: z.union([z.object({ id: z.string().min(1).max(64) }), SourceFacts]),
  stance: z.enum(stances),
  excerpt: freeText(4_000),
  locator: optionalText(200),
  /** The figure that it gives, in words; where nothing is said, the one that the excerpt holds. */
  figure: optionalText(200).optional(),
});
export type EvidenceFacts = z.infer<typeof EvidenceFacts>;
export type EvidenceInput = z.input<typeof EvidenceFacts>;

/** Who says something: a person whom the desk knows, or a name that it may not know yet. */
export const SpeakerFacts = z.object({
  name: requiredText(200),
  role: optionalText(200),
  organisation: optionalText(200),
});
export type SpeakerFacts = z.infer<typeof SpeakerFacts>;
export const SpeakerNamed = z.union([z.object({ id: z.string().min(1).max(64) }), SpeakerFacts]);
export type SpeakerNamed = z.infer<typeof SpeakerNamed>;

/** Everything the desk keeps about a speaker. */
export const SpeakerEntry = SpeakerFacts.extend({ aliases: z.array(requiredText(200)).max(40, 'text-too-long') });
export type SpeakerEntry = z.infer<typeof SpeakerEntry>;

const bound = z.number().finite().nullable();

/** A figure's reading as a reviewer corrects it. Numbers are in the unit given. */
export const FigureFacts = z.object({
  low: bound,
  high: bound,
  unit: optionalText(60),
  qualifier: z.enum(qualifiers),
  per: optionalText(60),
  asOf: partialDate,
});

/** A reviewer's answers about a quote. */
export const QuoteAnswers = z.object({
  said: z.enum(saidAnswers).nullable(),
  wording: z.enum(wordings).nullable(),
  context: z.enum(contexts).nullable(),
});

/** What a figure measures, as a person names it. */
export const MetricName = z.object({
  subject: requiredText(120),
  measure: requiredText(120),
  scope: optionalText(120),
});

/** A metric that the desk has, or a name for one that it may not have yet. */
export const MetricNamed = z.union([z.object({ id: z.string().min(1).max(64) }), MetricName]);
export type MetricNamed = z.infer<typeof MetricNamed>;

/** Everything the desk keeps about a metric's name. */
export const MetricEntry = MetricName.extend({ aliases: z.array(requiredText(120)).max(40, 'text-too-long') });
export type MetricEntry = z.infer<typeof MetricEntry>;

const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'invalid-input');

/** A rate as the desk enters it: 1 `from` = `rate` `to` on a day. */
export const RateEntry = z
  .object({
    from: currency,
    to: currency,
    rate: z.number().positive('invalid-input').finite(),
    on: z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isPartialDate(text), 'date-invalid'),
  })
  .refine(({ from, to }) => from !== to, { message: 'rate-of-itself', path: ['to'] });
export type RateEntry = z.infer<typeof RateEntry>;
