/** What an operation of the API is, and the parameters that several of them share. */
import { z } from 'zod';
import { Id } from '#lib/domain/fields';
import type { ApiScope } from '#lib/domain/people/api-scope';
import type { Act } from '#lib/domain/people/permission';

/** The path of the API on the desk. */
export const apiBase = '/api/v1';

export type Operation = {
  /** The operation's name in the OpenAPI document. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path after `apiBase`, with parameters in braces. */
  path: `/${string}`;
  scope: ApiScope;
  /** The permission that its person needs, where that of the scope is not enough. */
  act?: Act;
  summary: string;
  description?: string;
  params: z.ZodObject;
  query: z.ZodObject;
  body?: z.ZodType;
  /** Maximum size of the body in bytes. */
  maxBody?: number;
  /** Where a file may be sent instead: the other parts of its form, and its maximum size in bytes. */
  upload?: { fields: z.ZodType; limit: number };
  /** Examples of the body, by name. A test parses each. */
  examples?: Record<string, unknown>;
  /** What it answers; nothing (204) where this is left out. */
  answer?: z.ZodType;
  /** The statuses of success, the usual one first, where they are not 201 for POST and 200 for the others. */
  successes?: readonly (200 | 201)[];
  /** Whether a call that makes something takes If-Match too, as one that changes something does. */
  takesIfMatch?: boolean;
  /** The media types of a file that it answers with, in place of `answer`. */
  downloads?: readonly string[];
  /** The media type of an answer that is not JSON, where the query can ask for one. */
  otherType?: string;
};

/** No parameters. */
export const none = z.strictObject({});
/** The article that a path names. */
export const article = z.strictObject({ id: Id.describe('The article.') });

/** A whole number from 1, as an address or a query writes one: in decimal digits alone. */
export const wholeNumber = (most: number) =>
  z.preprocess(
    (sent) => (typeof sent === 'string' && /^\d{1,9}$/.test(sent) ? Number(sent) : Number.NaN),
    z.number().int().min(1).max(most),
  );

/** The claim that a path names. */
export const claim = article.extend({ number: wholeNumber(1_000_000).describe('The claim’s number.') });
/** Words that a list is searched for. */
export const search = z
  .string()
  .max(200)
  .default('')
  .describe('Words that must all be there; case and width do not matter.');
/** Which page of a list is asked for. */
export const paging = {
  limit: wholeNumber(100).default(50).describe('How many at most on a page.'),
  cursor: z.string().min(1).max(100).optional().describe('Where a page begins, as the page before told.'),
};

/** The piece of evidence that a path names. */
export const evidence = claim.extend({ evidence: Id.describe('The piece of evidence.') });

/** The comment that a path names. */
export const comment = article.extend({ comment: Id.describe('The comment.') });

/** Only what changed at a moment or later; the order of a list stays that of creation. */
export const changed = {
  updatedSince: z.iso
    .datetime({ offset: true, error: 'moment-invalid' })
    .transform((moment) => new Date(moment))
    // PostgreSQL has no year 0.
    .refine((moment) => moment.getUTCFullYear() > 0, 'moment-invalid')
    .optional()
    .describe(
      'An ISO 8601 moment with its zone: only what changed then or later. To keep a copy up to date, ask again from a minute ' +
        'before you last began.',
    ),
};
