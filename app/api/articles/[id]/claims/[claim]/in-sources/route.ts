import { z } from 'zod';
import { findInSources } from '#lib/data/sources/in-sources';
import { Id } from '#lib/domain/fields';
import { readRoute } from '#lib/server/read-route';

const Query = z.object({ id: Id, claim: Id });

/** Where a claim, and the excerpts of its evidence, stand in the texts of sources. */
export const GET = readRoute(
  Query,
  ({ id, claim }, db, viewer) => findInSources(db, { articleId: id, claimId: claim }, viewer),
  { isLong: true },
);
