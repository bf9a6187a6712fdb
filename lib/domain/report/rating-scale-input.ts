/**
 * The schema of a rating scale that a desk defines. Separate from rating-scale.ts, so that a page need not load a
 * validator.
 */
import { z } from 'zod';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import { requiredText } from '#lib/domain/fields';
import { bestRating, scaleFaults, worstRating } from './rating-scale';

/** Long enough for any name in use, short enough for one line of a search result (UTF-16 units). */
const Names = z.strictObject({ en: requiredText(60), zh: requiredText(60) });
const Key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** The cast tells the keys that `fromEntries` forgets. */
const gradeKeys = Object.fromEntries(verdicts.map((verdict) => [verdict, Key])) as Record<Verdict, typeof Key>;

export const RatingScale = z
  .strictObject({
    key: Key,
    names: Names,
    // Nobody tells more than twelve grades apart.
    grades: z
      .array(z.strictObject({ key: Key, names: Names, value: z.int().min(worstRating).max(bestRating).nullable() }))
      .min(1)
      .max(12),
    verdicts: z.strictObject(gradeKeys),
  })
  .check(({ value, issues }) => {
    for (const { code, path } of scaleFaults(value)) issues.push({ code: 'custom', message: code, path, input: value });
  });
