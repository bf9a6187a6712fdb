import { z } from 'zod';
import { orphansOf } from '#lib/data/revisions/revisions';
import { Id } from '#lib/domain/fields';
import { accept } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

/** Claims and threads of an article whose passage is gone. */
export const GET = readRoute(z.object({ id: Id }), async ({ id }, db, viewer) =>
  accept(await orphansOf(db, id, viewer)),
);
