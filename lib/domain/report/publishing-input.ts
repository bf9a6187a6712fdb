/** Schemas for publishing and withdrawing a report, and for what the desk publishes under. */
import { z } from 'zod';
import { Count, freeText, Id, optionalText, requiredText } from '#lib/domain/fields';
import { tidy } from '#lib/text/tidy';
import { RatingScale } from './rating-scale-input';

/** The name of a report in its link: words of letters and digits of any script, joined by hyphens. */
const Slug = z
  .string()
  .transform((text) => tidy(text).toLowerCase().normalize('NFC'))
  .refine((text) => /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u.test(text), 'slug-invalid')
  .pipe(z.string().max(80, 'text-too-long'));

export const Publication = z.object({
  articleId: Id,
  /** The number of the last change that the person saw. What they did not see is not published. */
  seq: Count,
  /** null: an unguessable link, which search engines are asked not to list. */
  slug: Slug.nullable(),
  withNames: z.boolean(),
  withText: z.boolean(),
});
export type Publication = z.infer<typeof Publication>;

export const Withdrawal = z.object({ reportId: Id, notice: requiredText(2_000) });

export const Correction = z.object({
  articleId: Id,
  claimId: Id,
  edition: Count,
  /** A blank text removes the correction. */
  text: optionalText(4_000),
});

export const DeskEntry = z.object({
  name: requiredText(120),
  correctionsEn: freeText(4_000),
  correctionsZh: freeText(4_000),
  scale: RatingScale,
  /** The edition that the person saw; 0 where nothing was set before. */
  edition: Count,
});
export type DeskEntry = z.infer<typeof DeskEntry>;
