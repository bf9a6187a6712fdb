import { z } from 'zod';
import { checkAgainst } from '#lib/data/sources/against-source';
import { Id } from '#lib/domain/fields';
import { readRoute } from '#lib/server/read-route';

const Query = z.object({ id: Id, source: Id });

/** What a source says of the claims of an article. */
export const GET = readRoute(
  Query,
  ({ id, source }, db, viewer) => checkAgainst(db, { articleId: id, sourceId: source }, viewer),
  { isLong: true },
);
