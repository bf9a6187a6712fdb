/**
 * Merging a source into another that turns out to be the same document. Its evidence stays its own and is shown as the other's,
 * as with speakers, so that a merge can be taken back.
 */
import type { Queryable } from '#lib/data/database/database';
import { lockName } from '#lib/data/database/lock-name';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { chainFrom } from './edit-source';
import { logWhereCited, refreshMetrics, shownAs, sourceTimeout } from './where-cited';

type Merged = { id: string; title: string };

const facts = { id: true, title: true, mergedIntoId: true } as const;

/** Shows a source as another one everywhere; what repeats it repeats the other. */
export async function mergeSource(writer: Writer, id: string, intoId: string): Promise<Result<Merged>> {
  if (id === intoId) return refuse('source-is-itself', { field: 'intoId' });
  const run = async (tx: Queryable): Promise<Result<Merged>> => {
    const [from, into] = await Promise.all(
      [id, intoId].map((one) => tx.source.findUnique({ where: { id: one }, select: facts })),
    );
    if (!from || !into) return refuse('not-found');
    const metricIds = await logWhereCited(tx, writer, await shownAs(tx, id), {
      verb: 'source-merged',
      before: { source: from.title },
      after: { source: into.title },
    });
    // Of two merges at once the second waits, and finds what the first one did.
    await lockName(tx, 'sources');
    const standing = await tx.source.count({ where: { id: { in: [id, intoId] }, mergedIntoId: null } });
    if (standing < 2) return refuse('not-found');
    // What the other repeats may repeat this one, which is about to be the other. Where it repeats this one itself, it repeats
    // nothing from now on.
    const [, first, ...further] = (await chainFrom(tx, intoId)) ?? [];
    if (first !== id && further.includes(id)) return refuse('origin-in-a-circle', { field: 'intoId' });
    await tx.source.updateMany({
      where: { OR: [{ id }, { mergedIntoId: id }] },
      data: { mergedIntoId: intoId, updatedAt: writer.now },
    });
    // What it repeated at first is kept where several merges follow each other.
    const repeats = { originId: id, id: { not: intoId } };
    await tx.source.updateMany({
      where: { ...repeats, originWasId: null },
      data: { originId: intoId, originWasId: id },
    });
    await tx.source.updateMany({ where: repeats, data: { originId: intoId } });
    await tx.source.updateMany({ where: { id: intoId, originId: id }, data: { originId: null, originWasId: id } });
    await tx.source.update({ where: { id: intoId }, data: { updatedAt: writer.now } });
    await refreshMetrics(tx, writer, metricIds);
    return accept({ id: into.id, title: into.title });
  };
  return inTransaction(writer, run, { timeout: sourceTimeout });
}

/** Takes a merge back: the source stands alone again, with its own evidence. */
export async function separateSource(writer: Writer, id: string): Promise<Result<Merged>> {
  const run = async (tx: Queryable): Promise<Result<Merged>> => {
    const row = await tx.source.findUnique({
      where: { id },
      select: { ...facts, mergedInto: { select: { id: true, title: true } } },
    });
    if (!row?.mergedInto) return refuse('not-found');
    const metricIds = await logWhereCited(tx, writer, [id], {
      verb: 'source-separated',
      before: { source: row.mergedInto.title },
      after: { source: row.title },
    });
    const { count } = await tx.source.updateMany({
      where: { id, mergedIntoId: row.mergedInto.id },
      data: { mergedIntoId: null, updatedAt: writer.now },
    });
    if (count === 0) return refuse('source-changed');
    await tx.source.updateMany({ where: { originWasId: id }, data: { originId: id, originWasId: null } });
    await tx.source.update({ where: { id: row.mergedInto.id }, data: { updatedAt: writer.now } });
    await refreshMetrics(tx, writer, metricIds);
    return accept({ id, title: row.title });
  };
  return inTransaction(writer, run, { timeout: sourceTimeout });
}
