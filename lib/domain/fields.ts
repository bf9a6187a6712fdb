/**
 * Schemas of the fields that people type, shared by the inputs of all concepts. Text is tidied before its length is
 * checked; a message is the code of a refusal. Schemas are separate from the rules (`*-input.ts`), so that the browser,
 * which needs the rules, does not load a validator.
 */
import { z } from 'zod';
import { isPartialDate, isWebAddress, tidy } from '#lib/text/tidy';

/** PostgreSQL stores no NUL character, nor compares with one. Text that people type is rid of it by `tidy`. */
export const hasNoNul = (text: string): boolean => !text.includes('\0');

/** The id of a row. */
export const Id = z.string().min(1).max(64).refine(hasNoNul);

/** The number of an edition or of a revision, 0 where there is none yet: as much as a column of 32 bits holds. */
export const Count = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

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

/** A link that a browser may safely follow: http and https only. */
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
