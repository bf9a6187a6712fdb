import { articleForReview } from '#lib/data/articles';
import type { Database } from '#lib/data/database';
import type { Actor } from '#lib/domain/permission';
import { accept, refuse } from '#lib/domain/refusal';
import { apiBase } from '#lib/export/api-operations';
import { claimShapes } from '#lib/export/api-shapes';

/** A claim as it stands for the sender after a write: an act that was done before is answered with what is now. */
export async function madeClaim(db: Database, articleId: string, number: number, viewer: Actor) {
  const view = await articleForReview(db, articleId, viewer);
  const [value] = view ? claimShapes(view, (claim) => claim.number === number) : [];
  if (!value) return refuse('not-found');
  return accept({ value, location: `${apiBase}/articles/${articleId}/claims?cursor=${number - 1}&limit=1` });
}
