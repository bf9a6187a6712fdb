/** Outlets, which are no rows of their own: the names in the articles that differ in case or width alone are one. */
import type { Queryable } from '#lib/data/database/database';
import { foldForSearch } from '#lib/text/search';

/** The names among those of all articles that are the same one but for case and width. */
export async function publishersLike(db: Queryable, name: string): Promise<string[]> {
  const wanted = foldForSearch(name);
  const rows = await db.article.groupBy({ by: ['publisher'], orderBy: { publisher: 'asc' } });
  return rows.flatMap(({ publisher }) => (publisher !== null && foldForSearch(publisher) === wanted ? publisher : []));
}
