/** Sources as the API shows them. */
import { z } from 'zod';
import { sourceKinds } from '#lib/domain/claims/source';
import { count, date, line, moment, pageOf } from './fields';

export const Source = z.object({
  title: z.string(),
  publisher: line,
  url: line,
  published: date,
  accessed: date,
  kind: z.enum(sourceKinds),
  retired: z
    .object({ at: moment, note: z.string() })
    .nullable()
    .describe('Since when it is withdrawn, and why; null while it stands.'),
});

export const SourceListed = Source.extend({
  id: z.string(),
  note: line,
  originId: line.describe('The source that it repeats.'),
  origin: line.describe('That source’s title.'),
  claims: count.describe('How many claims rest on it.'),
  articles: count,
  updatedAt: moment.describe('When it was last edited, put on a claim or taken off one.'),
});

export const SourcePage = pageOf(SourceListed);
