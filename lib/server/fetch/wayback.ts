/** Whether the Wayback Machine of the Internet Archive has a page, by its Availability API. Asked only where the desk allows it. */
import 'server-only';
import { z } from 'zod';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { env } from '#lib/server/env';
import { fetchFor } from './fetch-for';

export type ArchivedCopy = { url: string; at: Date };

const service = 'https://archive.org/wayback/available';
const limit = 100_000;

const Answer = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({ available: z.literal(true), url: z.url(), timestamp: z.string().regex(/^\d{14}$/) })
      .optional()
      .catch(undefined),
  }),
});

/**
 * The newest copy of a page; null where there is none. Refused where the person has asked too often, where the service does not
 * answer as it should (`archive-silent`), and where the desk does not allow it.
 */
export async function archivedCopy(personId: string, url: string): Promise<Result<ArchivedCopy | null>> {
  if (!env().CLAIMDESK_WAYBACK) return refuse('not-allowed');
  const asked = `${service}?${new URLSearchParams({ url })}`;
  const fetched = await fetchFor(personId, asked, { types: ['application/json'], limit: () => limit });
  if (!fetched.ok) return fetched.code === 'too-many-requests' ? fetched : refuse('archive-silent');
  return readAvailability(Buffer.from(fetched.value.bytes).toString());
}

/** What the service answers. Refused where it is not understood. */
export function readAvailability(text: string): Result<ArchivedCopy | null> {
  const answer = Answer.safeParse(parsed(text));
  if (!answer.success) return refuse('archive-silent');
  const { closest } = answer.data.archived_snapshots;
  if (!closest) return accept(null);
  const { hostname, pathname, search } = new URL(closest.url);
  // Only an address of the archive itself becomes a link.
  if (hostname !== 'web.archive.org') return refuse('archive-silent');
  const at = closest.timestamp.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');
  return accept({ url: `https://${hostname}${pathname}${search}`, at: new Date(at) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
