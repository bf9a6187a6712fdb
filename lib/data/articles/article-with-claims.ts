/** Reading an article with its claims, and nothing of what people work with: for reports, exports, annotations, the API. */
import { claimsOf } from '#lib/data/claims/read-claims';
import type { Database } from '#lib/data/database/database';
import type { Actor } from '#lib/domain/people/permission';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { shownTo } from '#lib/domain/review/workflow';
import { articleHead, paragraphsOf } from './articles';

/** What a viewer sees of an article's newest revision and its claims; null where it is not there or was removed. */
export async function articleWithClaims(
  db: Database,
  id: string,
  viewer: Pick<Actor, 'id' | 'role'>,
): Promise<ArticleWithClaims | null> {
  const article = await articleHead(db, id);
  if (!article) return null;
  const [paragraphs, claims] = await Promise.all([paragraphsOf(db, id, article.revision), claimsOf(db, id)]);
  return { article, paragraphs, claims: claims.map((claim) => shownTo(viewer, claim, article)) };
}
