import { z } from 'zod';

/** A field that may be left blank. */
type Blankable = z.ZodType<string | null | undefined, string | null | undefined>;

/**
 * An optional field of a form as a field of a change: left out, it is undefined, so that what is there stays; null or blank
 * text empties it.
 */
export const kept = (field: Blankable) =>
  // What takes undefined takes less; the field gives null or text for either.
  z
    .string()
    .nullable()
    .pipe(field as z.ZodType<string | null, string | null>)
    .optional();
