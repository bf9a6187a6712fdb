/** Reads a choice of claims from an address. Separate from the rules, so that a page need not load the validator. */
import { z } from 'zod';
import { standings } from '#lib/domain/claims/standing';
import { claimKinds } from '#lib/reading/claim-kinds';
import { type ClaimFilter, listFormats } from './claim-list';

/** How many people or speakers an address can name within the 8 KB that servers read. */
const most = 200;
const ids = z.array(z.string().max(64)).max(most);

const Filter = z.object({
  standings: z.array(z.enum(standings)).max(standings.length),
  kinds: z.array(z.enum(claimKinds)).max(claimKinds.length),
  speakers: ids,
  reviewers: ids,
}) satisfies z.ZodType<ClaimFilter>;

/** A request for a file. `progress` asks for frames (progress-frames.ts), `preview` for the file's beginning. */
const ListRequest = z.object({
  filter: Filter,
  format: z.enum(listFormats).default('csv'),
  as: z.enum(['file', 'frames', 'preview']).default('file'),
  /** Whether a packet takes confidential files along. */
  withConfidential: z.boolean(),
});
export type ListRequest = z.infer<typeof ListRequest>;

/** Reads the query of an address (written by queryOf in claim-list.ts); null where it is not valid. */
export function readListRequest(query: URLSearchParams): ListRequest | null {
  const read = ListRequest.safeParse({
    filter: {
      standings: query.getAll('standing'),
      kinds: query.getAll('kind'),
      speakers: query.getAll('speaker'),
      reviewers: query.getAll('reviewer'),
    },
    format: query.get('format') ?? undefined,
    as: query.get('as') ?? undefined,
    withConfidential: query.get('confidential') === '1',
  });
  return read.success ? read.data : null;
}
