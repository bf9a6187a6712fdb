/** What people decide about suggestions: taken up as claims, returned, set aside. */
import { readIfOld } from '#lib/data/articles/proposals';
import { changeArticle, type Writer } from '#lib/data/history/change-log';
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
  return changeArticle(writer, articleId, async (locked) => {
    await readIfOld(locked.tx, articleId);
    const suggestions = await locked.tx.suggestion.findMany({
      where: { articleId, id: { in: ids }, status: { not: 'accepted' } },
    });
    const claims: ClaimView[] = [];
    for (const { id, paragraphId, start, end, kind } of inOrderOf(ids, suggestions)) {
      const marked = await markIn(locked, writer, { articleId, paragraphId, start, end }, kind as ClaimKind);
      if (marked.ok) claims.push(marked.value);
      else if (marked.code === 'claim-exists') {
        await locked.tx.suggestion.update({ where: { id }, data: { status: 'accepted' } });
      } else return marked;
    }
    return accept(claims);
  });
}

function inOrderOf<T extends { id: string }>(ids: string[], rows: T[]): T[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** Takes back that suggestions were taken up, while nobody has worked on their claims. */
export async function returnSuggestions(writer: Writer, articleId: string, ids: string[]): Promise<Result<null>> {
  return changeArticle(writer, articleId, async ({ tx, log }) => {
    const claims = await tx.claim.findMany({
      where: { articleId, removedAt: null, suggestions: { some: { id: { in: ids } } } },
      select: { id: true, number: true, exact: true, _count: { select: { judgements: true, evidence: true } } },
    });
    const worked = claims.find(({ _count }) => _count.judgements + _count.evidence > 0);
    if (worked) return refuse('claim-changed');
    await tx.claim.updateMany({
      where: { id: { in: claims.map(({ id }) => id) } },
      data: { removedAt: writer.now, updatedAt: writer.now, version: { increment: 1 } },
    });
    await tx.suggestion.updateMany({
      where: { articleId, id: { in: ids }, status: 'accepted' },
      data: { status: 'proposed', claimId: null },
    });
    for (const { id, number, exact } of claims)
      await log({ verb: 'claim-removed', claimId: id, before: { number, exact } });
    return accept(null);
  });
}

/** Sets suggestions aside for good, or puts them back. */
export async function setSuggestionsDismissed(
  writer: Writer,
  articleId: string,
  { ids, dismissed }: { ids: string[]; dismissed: boolean },
): Promise<Result<null>> {
  return changeArticle(writer, articleId, async ({ tx, log }) => {
    await readIfOld(tx, articleId);
    const [from, to] = dismissed ? (['proposed', 'dismissed'] as const) : (['dismissed', 'proposed'] as const);
    const changed = await tx.suggestion.updateMany({
      where: { articleId, id: { in: ids }, status: from },
      data: { status: to },
    });
    if (changed.count > 0) await log({ verb: `suggestions-${to}`, after: { count: changed.count } });
    return accept(null);
  });
}
