import { z } from 'zod';
import { changesSince } from '#lib/data/review/changes-since';
import { Id } from '#lib/domain/fields';
import { accept, refuse } from '#lib/domain/refusal';
import { packUpdate } from '#lib/domain/review/pack';
import { readRoute } from '#lib/server/read-route';

const Query = z.object({ id: Id, since: z.coerce.number().int().min(0).max(2_000_000_000) });

/** What brings a view of an article up to date. */
export const GET = readRoute(Query, async ({ id, since }, db, viewer) => {
  const update = await changesSince(db, id, since, viewer);
  return update ? accept(packUpdate(update)) : refuse('not-found');
});
