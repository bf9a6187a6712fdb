/** Which of an article's suggestions repeat what the desk has checked before. Reads only, a suggestion at a time. */
import { setImmediate } from 'node:timers/promises';
import type { Queryable } from '#lib/data/database/database';
import type { Viewer } from '#lib/domain/review/blind';
import { type MetSuggestions, mostSuggestionsMet } from '#lib/domain/search/met-before';
import { metBefore } from './met-before';

/**
 * The suggestions that wait in an article and were met before, as a person may see it. Only those most worth checking are looked
 * up, `mostSuggestionsMet` at most; between two, others get their turn. Null where the article is not there.
 */
export async function metSuggestions(db: Queryable, articleId: string, viewer: Viewer): Promise<MetSuggestions | null> {
  const article = await db.article.findFirst({ where: { id: articleId, removedAt: null }, select: { id: true } });
  if (!article) return null;
  const suggestions = await db.suggestion.findMany({
    where: { articleId, status: 'proposed' },
    select: { id: true, paragraphId: true, start: true, end: true, kind: true },
    orderBy: [{ score: 'desc' }, { id: 'asc' }],
    take: mostSuggestionsMet,
  });
  const met: string[] = [];
  for (const { id, ...place } of suggestions) {
    const found = await metBefore(db, { articleId, ...place }, viewer);
    if (found && found.length > 0) met.push(id);
    await setImmediate();
  }
  return { lookedUp: suggestions.length, met };
}
