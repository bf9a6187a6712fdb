/** What a person decides when a report is published or withdrawn, and what the desk publishes under, as schemas. */
import { z } from 'zod';
import { freeText, optionalText, requiredText } from '#lib/domain/fields';
import { tidy } from '#lib/text/tidy';
import { RatingScale } from './rating-scale-input';

/** A report's own name in its link: words of letters and digits of any script, joined by hyphens. */
const Slug = z
  .string()
  .transform((text) => tidy(text).toLowerCase().normalize('NFC'))
  .refine((text) => /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u.test(text), 'slug-invalid')
  .pipe(z.string().max(80, 'text-too-long'));

export const Publication = z.object({
  articleId: z.string().max(64),
  /** The number of the last change that the person saw; what they did not see is not published. */
  seq: z.int().min(0),
  /** null: a link that nobody can guess, and that search engines are asked to leave out. */
  slug: Slug.nullable(),
  withNames: z.boolean(),
  withText: z.boolean(),
});
export type Publication = z.infer<typeof Publication>;

export const Withdrawal = z.object({ reportId: z.string().max(64), notice: requiredText(2_000) });

export const Correction = z.object({
  articleId: z.string().max(64),
  claimId: z.string().max(64),
  edition: z.int(),
  /** Blank takes it away. */
  text: optionalText(4_000),
});

export const DeskEntry = z.object({
  name: requiredText(120),
  correctionsEn: freeText(4_000),
  correctionsZh: freeText(4_000),
  scale: RatingScale,
  /** The one that the person saw; 0 where nothing was ever set. */
  edition: z.int().min(0),
});
export type DeskEntry = z.infer<typeof DeskEntry>;
