import { z } from 'zod';
import { hasToken } from '#lib/data/people/feed-tokens';
import { viewToken } from '#lib/data/search/saved-views';
import { Id } from '#lib/domain/fields';
import { accept } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

/** Whether the reader has a feed link of a view. */
export const GET = readRoute(z.object({ view: Id }), async ({ view }, db, { id }) =>
  accept({ isMade: await hasToken(db, id, viewToken(view)) }),
);
