/** What people type about an article, and its draft as it comes back from the preview. */
import { z } from 'zod';
import {
  boilerplateReasons,
  maxArticleLength,
  maxParagraphLength,
  maxParagraphs,
  paragraphKinds,
} from '#lib/domain/articles/article';
import { optionalText, partialDate, requiredText, webAddress } from '#lib/domain/fields';

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
    .refine((paragraphs) => paragraphs.reduce((length, { text }) => length + text.length, 0) <= maxArticleLength, {
      error: 'article-too-long',
      params: { limit: maxArticleLength },
    }),
});
