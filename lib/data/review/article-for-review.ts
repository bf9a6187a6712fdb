/** Reading an article for the review page: its claims, and what people work with there. */
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { openSuggestions } from '#lib/data/articles/proposals';
import type { Database } from '#lib/data/database/database';
import type { Actor } from '#lib/domain/people/permission';
import type { ReviewView } from '#lib/domain/review/review';
import { assignmentsOf } from './assignments';
import { threadsOf } from './comments';

/** What a viewer sees on the review page; null where the article is not there or was removed. */
export async function articleForReview(
  db: Database,
  id: string,
  viewer: Pick<Actor, 'id' | 'role'>,
): Promise<ReviewView | null> {
  const read = await articleWithClaims(db, id, viewer);
  if (!read) return null;
  const [suggestions, assignments, threads] = await Promise.all([
    openSuggestions(db, id, read.article.revision),
    assignmentsOf(db, id),
    threadsOf(db, id, viewer),
  ]);
  return { ...read, suggestions, assignments, threads };
}
