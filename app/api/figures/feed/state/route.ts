import { z } from 'zod';
import { hasToken } from '#lib/data/people/feed-tokens';
import { accept } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

/** Whether the reader has a feed link. */
export const GET = readRoute(z.object({}), async (_, db, { id }) => accept({ isMade: await hasToken(db, id, 'feed') }));
