/**
 * Request bodies for articles. From the same fields as the forms. Unlike forms, unknown fields are refused: a typing error in a name must not read
 * as an empty field.
 */
import { z } from 'zod';
import { maxArticleLength, maxParagraphs, paragraphKinds } from '#lib/domain/articles/article';
import { ArticleFacts } from '#lib/domain/articles/article-input';

const facts = ArticleFacts.shape;

/**
 * An article: its text, as one would paste it, or its paragraphs. Facts that are given take precedence over facts read
 * from the text.
 */
export const ArticleBody = z
  .strictObject({
    text: z
      .string()
      .max(maxArticleLength, 'article-too-long')
      .optional()
      .describe('The whole text, plain or Markdown, read as a paste would be.'),
    paragraphs: z
      .array(z.strictObject({ kind: z.enum(paragraphKinds).default('body'), text: z.string() }))
      .max(maxParagraphs, 'too-many-paragraphs')
      .optional()
      .describe('The paragraphs, where they are known, in place of the text.'),
    title: facts.title.optional().describe('Read from the text where it is left out; needed beside paragraphs.'),
    publisher: facts.publisher,
    url: facts.url,
    byline: facts.byline,
    publishedOn: facts.publishedOn.describe('ISO 8601, of day, month or year precision.'),
    language: facts.language.optional().describe('A BCP 47 tag; found out where it is left out.'),
  })
  .refine(({ text, paragraphs }) => (text === undefined) !== (paragraphs === undefined), {
    message: 'text-missing',
    path: ['text'],
  })
  .refine(({ title, paragraphs }) => title !== undefined || paragraphs === undefined, {
    message: 'text-missing',
    path: ['title'],
  });
export type ArticleBody = z.infer<typeof ArticleBody>;
