import { z } from 'zod';
import { findThings } from '#lib/data/search/find-things';
import { accept } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

const Query = z.object({ q: z.string().max(10_000) });

/** Searches are cut here (UTF-16 units): a pasted page is no search. */
const longest = 200;

/** What holds the words of a search, of everything on the desk. */
export const GET = readRoute(Query, async ({ q }, db, viewer) => {
  const search = q.slice(0, longest).replaceAll('\0', ' ').toWellFormed();
  return accept(await findThings(db, search, viewer, new Date()));
});
