/** What people decide about suggestions: taken up as claims, returned, set aside. */
import { openSuggestions, readIfOld } from '#lib/data/articles/proposals';
import { inBatches, type Queryable } from '#lib/data/database/database';
import { inTransaction, lockArticle, type Writer } from '#lib/data/history/change-log';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { markIn } from './mark-claim';

/**
 * Takes suggestions up as claims, all or none. A suggestion whose very words are marked already is done with, without a
 * second claim. Returns the new claims.
 */
export async function acceptSuggestions(
  writer: Writer,
  articleId: string,
  ids: string[],
): Promise<Result<ClaimView[]>> {
  const read = await readIfOld(writer.db, articleId);
  if (!read.ok) return read;
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, articleId);
    if (!locked.ok) return locked;
    if (!(await hasAny(tx, articleId, ids))) return refuse('not-found');
    const suggestions = await inBatches([...new Set(ids)], (some) =>
      tx.suggestion.findMany({ where: { articleId, id: { in: some }, status: { not: 'accepted' } } }),
    );
    const chosen = inOrderOf(ids, suggestions.flat());
    // Written from proposals alone, whose kinds these are.
    const wanted = chosen.map(({ paragraphId, start, end, kind }) => {
      return { paragraphId, start, end, kind: kind as ClaimKind };
    });
    const marked = await markIn(locked.value, writer, wanted);
    if (!marked.ok) return marked;
    const done = chosen.filter((_, index) => !marked.value.marked[index]?.isNew).map(({ id }) => id);
    await inBatches(done, (some) =>
      tx.suggestion.updateMany({ where: { id: { in: some } }, data: { status: 'accepted' } }),
    );
    return accept(marked.value.claims);
  });
}

/** The index of the first id that no suggestion of the article has, null where all are known. */
export async function unknownSuggestion(
  db: Queryable,
  { articleId, revision }: { articleId: string; revision: number },
  ids: string[],
): Promise<number | null> {
  const stored = await inBatches(ids, (some) =>
    db.suggestion.findMany({ where: { articleId, id: { in: some } }, select: { id: true } }),
  );
  const open = await openSuggestions(db, articleId, revision);
  const known = new Set([...stored.flat(), ...open].map(({ id }) => id));
  const index = ids.findIndex((id) => !known.has(id));
  return index < 0 ? null : index;
}

/** Whether any of some ids is that of a suggestion of the article: those that a newer text did away with are passed over. */
async function hasAny(tx: Queryable, articleId: string, ids: string[]): Promise<boolean> {
  const counts = await inBatches(ids, async (some) => [
    await tx.suggestion.count({ where: { articleId, id: { in: some } } }),
  ]);
  return counts.flat().some((count) => count > 0);
}

function inOrderOf<T extends { id: string }>(ids: string[], rows: T[]): T[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** Takes back that suggestions were taken up, while nobody has worked on their claims. */
export async function returnSuggestions(writer: Writer, articleId: string, ids: string[]): Promise<Result<null>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, articleId);
    if (!locked.ok) return locked;
    if (!(await hasAny(tx, articleId, ids))) return refuse('not-found');
    const { logAll } = locked.value;
    const read = await inBatches(ids, (some) =>
      tx.claim.findMany({
        where: { articleId, removedAt: null, suggestions: { some: { id: { in: some } } } },
        select: { id: true, number: true, exact: true, _count: { select: { judgements: true, evidence: true } } },
      }),
    );
    const claims = read.flat();
    const worked = claims.find(({ _count }) => _count.judgements + _count.evidence > 0);
    if (worked) return refuse('claim-changed');
    await inBatches(claims, (some) =>
      tx.claim.updateMany({
        where: { id: { in: some.map(({ id }) => id) } },
        data: { removedAt: writer.now, updatedAt: writer.now, version: { increment: 1 } },
      }),
    );
    await inBatches(ids, (some) =>
      tx.suggestion.updateMany({
        where: { articleId, id: { in: some }, status: 'accepted' },
        data: { status: 'proposed', claimId: null },
      }),
    );
    await logAll(
      claims.map(({ id, number, exact }) => ({ verb: 'claim-removed', claimId: id, before: { number, exact } })),
    );
    return accept(null);
  });
}

/** Sets suggestions aside for good, or puts them back. */
export async function setSuggestionsDismissed(
  writer: Writer,
  articleId: string,
  { ids, dismissed }: { ids: string[]; dismissed: boolean },
): Promise<Result<null>> {
  const read = await readIfOld(writer.db, articleId);
  if (!read.ok) return read;
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, articleId);
    if (!locked.ok) return locked;
    if (!(await hasAny(tx, articleId, ids))) return refuse('not-found');
    const { log } = locked.value;
    const [from, to] = dismissed ? (['proposed', 'dismissed'] as const) : (['dismissed', 'proposed'] as const);
    const changed = await inBatches([...new Set(ids)], (some) =>
      tx.suggestion.updateMany({ where: { articleId, id: { in: some }, status: from }, data: { status: to } }),
    );
    const count = changed.reduce((sum, batch) => sum + batch.count, 0);
    if (count > 0) await log({ verb: `suggestions-${to}`, after: { count } });
    return accept(null);
  });
}
