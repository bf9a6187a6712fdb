import { apiBase } from '#lib/api/operation';
import { claimShapes } from '#lib/api/shapes/claims';
import { claimsPage } from '#lib/data/articles/article-with-claims';
import type { Database } from '#lib/data/database/database';
import type { Actor } from '#lib/domain/people/permission';
import { accept, refuse } from '#lib/domain/refusal';

/** A claim as it stands for the sender after a write: an act that was done before is answered with what is now. */
export async function madeClaim(db: Database, articleId: string, number: number, viewer: Actor) {
  const page = await claimsPage(db, articleId, { after: number - 1, limit: 1 }, viewer);
  const [value] = page ? claimShapes(page, (claim) => claim.number === number) : [];
  if (!value) return refuse('not-found');
  return accept({ value, location: `${apiBase}/articles/${articleId}/claims?cursor=${number - 1}&limit=1` });
}
