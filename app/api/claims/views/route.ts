import { z } from 'zod';
import { countedViews } from '#lib/data/search/counted-views';
import { accept } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

/** The reader's own saved views with what they find, for the bar above every page. */
export const GET = readRoute(z.object({}), async (_, db, viewer) =>
  accept({ views: await countedViews(db, viewer, new Date()) }),
);
