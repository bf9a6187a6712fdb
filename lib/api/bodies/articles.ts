/**
 * Request bodies for articles, from the same fields as the forms. Unlike forms, unknown fields are refused: a typing error
 * in a name must not read as an empty field.
 */
import { z } from 'zod';
import { maxArticleLength, maxParagraphs, paragraphKinds } from '#lib/domain/articles/article';
import { ArticleFacts } from '#lib/domain/articles/article-input';
import { Id } from '#lib/domain/fields';

const facts = ArticleFacts.shape;

/** What to do where the desk has an article of this address or nearly this text. */
export const Duplicate = z
  .enum(['refuse', 'allow'])
  .describe(
    'Where the desk has an article of this address or nearly this text: refused (409), or brought in all the same.',
  );

const givenFacts = {
  title: facts.title.optional().describe('Read from the text where it is left out; needed beside paragraphs.'),
  publisher: facts.publisher,
  url: facts.url,
  byline: facts.byline,
  publishedOn: facts.publishedOn.describe('ISO 8601, of day, month or year precision.'),
  language: facts.language.optional().describe('A BCP 47 tag; found out where it is left out.'),
  duplicate: Duplicate.optional(),
};

/** What may be said about a file, as the other parts of its form. */
export const ArticleFileFields = z.strictObject(givenFacts);
export type ArticleFileFields = z.infer<typeof ArticleFileFields>;

const text = z
  .string()
  .max(maxArticleLength, 'article-too-long')
  .describe('The whole text, plain or Markdown, read as a paste would be.');

/** `kind`: found out where it is left out. */
const paragraphs = <Kind extends z.ZodType>(kind: Kind) =>
  z
    .array(z.strictObject({ kind, text: z.string() }))
    .max(maxParagraphs, 'too-many-paragraphs')
    .describe('The paragraphs, where they are known, in place of the text.');

/** In how many ways a body says what the text is; it must be one. */
const textsIn = ({ text: given, paragraphs: parts, link }: { text?: string; paragraphs?: unknown[]; link?: string }) =>
  [given, parts, link].filter((one) => one !== undefined).length;

/**
 * An article: its text, as one would paste it, its paragraphs, or a link to it. Facts that are given take precedence over
 * facts that are read.
 */
export const ArticleBody = z
  .strictObject({
    text: text.optional(),
    paragraphs: paragraphs(z.enum(paragraphKinds).default('body')).optional(),
    link: z
      .string()
      .trim()
      .max(4_000, 'text-too-long')
      .optional()
      .describe('The address of a page or file on the public web; the desk fetches it, and keeps the original.'),
    ...givenFacts,
  })
  .refine((body) => textsIn(body) > 0, { message: 'text-missing', path: ['text'] })
  .refine((body) => textsIn(body) < 2, { message: 'several-texts' })
  .refine(({ title, paragraphs: given }) => title !== undefined || given === undefined, {
    message: 'text-missing',
    path: ['title'],
  });
export type ArticleBody = z.infer<typeof ArticleBody>;

/** Changes of an article's facts: what is left out stays, null empties. Lengths and forms are those of `ArticleFacts`. */
export const ArticleChanges = z
  .strictObject({
    title: z.string(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    byline: z.string().nullable(),
    publishedOn: z.string().nullable().describe('ISO 8601, of day, month or year precision.'),
    language: z.string().describe('A BCP 47 tag.'),
  })
  .partial();
export type ArticleChanges = z.infer<typeof ArticleChanges>;

/** A new text of an article. */
export const RevisionBody = z
  .strictObject({
    basedOn: z
      .int()
      .min(1)
      .describe('The number of the revision that the new text was made from; refused where there is a newer one.'),
    text: text.optional(),
    paragraphs: paragraphs(
      z.enum(paragraphKinds).optional().describe('Where it is left out, a paragraph that was there keeps its kind.'),
    ).optional(),
  })
  .refine((body) => textsIn(body) > 0, { message: 'text-missing', path: ['text'] })
  .refine((body) => textsIn(body) < 2, { message: 'several-texts' });
export type RevisionBody = z.infer<typeof RevisionBody>;

/** What becomes of some suggestions. */
export const SuggestionsBody = z.strictObject({
  decision: z
    .enum(['accept', 'dismiss', 'restore'])
    .describe('accept marks them as claims, dismiss sets them aside for good, restore puts dismissed ones back.'),
  ids: z.array(Id).min(1, 'text-missing').max(5_000),
});
export type SuggestionsBody = z.infer<typeof SuggestionsBody>;
