/** The articles that rest on some sources: what is done to a source is told in the history of each. */
import type { Queryable } from '#lib/data/database/database';
import { type ChangeLine, lockArticle, type Writer } from '#lib/data/history/change-log';
import { refreshMetric } from '#lib/data/metrics/refresh';

/** What a source takes of a transaction where it is cited in many articles (ms). */
export const sourceTimeout = 60_000;

/** The ids of a source and of those that are shown as it. */
export async function shownAs(db: Queryable, id: string): Promise<string[]> {
  const merged = await db.source.findMany({ where: { mergedIntoId: id }, select: { id: true } });
  return [id, ...merged.map((one) => one.id)];
}

/**
 * Locks every article that rests on a source of these, in the order of their ids, and gives each a line of history. Call it
 * before anything else is written. Returns the metrics of the claims that cite them, in order.
 */
export async function logWhereCited(
  tx: Queryable,
  writer: Writer,
  sourceIds: string[],
  line: ChangeLine,
): Promise<string[]> {
  const uses = await tx.evidence.findMany({
    where: {
      sourceId: { in: sourceIds },
      removedAt: null,
      claim: { removedAt: null, article: { removedAt: null } },
    },
    select: { claim: { select: { articleId: true, metricId: true } } },
  });
  for (const articleId of [...new Set(uses.map(({ claim }) => claim.articleId))].sort()) {
    const locked = await lockArticle(tx, writer, articleId);
    if (locked.ok) await locked.value.log(line);
  }
  return [...new Set(uses.flatMap(({ claim }) => claim.metricId ?? []))].sort();
}

/** Works out metrics anew, which count independent sources. */
export async function refreshMetrics(tx: Queryable, writer: Writer, metricIds: string[]): Promise<void> {
  for (const metricId of metricIds) await refreshMetric(tx, writer, metricId);
}
