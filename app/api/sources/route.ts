import { z } from 'zod';
import { findSources } from '#lib/data/sources/sources';
import { accept } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

/** How many sources are offered while somebody types. */
const mostFound = 6;

const Query = z.object({ search: z.string().max(200) });

/** Sources of the desk that hold all words of a search, newest first. */
export const GET = readRoute(Query, async ({ search }, db, viewer) =>
  accept(await findSources(db, search, viewer, mostFound)),
);
