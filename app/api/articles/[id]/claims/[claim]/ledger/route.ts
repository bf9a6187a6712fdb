import { z } from 'zod';
import { claimLedger } from '#lib/data/ledger/ledger';
import { Id } from '#lib/domain/fields';
import { accept, refuse } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

const Query = z.object({ id: Id, claim: Id });

/** What the ledger knows of a claim's figure, or proposes for it. */
export const GET = readRoute(Query, async ({ id, claim }, db, viewer) => {
  const known = await claimLedger(db, { articleId: id, claimId: claim }, viewer);
  return known ? accept(known) : refuse('not-found');
});
