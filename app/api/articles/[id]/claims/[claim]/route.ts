import { z } from 'zod';
import { claimNow } from '#lib/data/claims/read-claims';
import { Id } from '#lib/domain/fields';
import { accept, refuse } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

/** A claim as it stands now, for an edit that met a newer version. */
export const GET = readRoute(z.object({ id: Id, claim: Id }), async ({ id, claim }, db, viewer) => {
  const now = await claimNow(db, { articleId: id, claimId: claim }, viewer);
  return now ? accept(now) : refuse('not-found');
});
