/**
 * Retiring a source that was withdrawn: a retracted paper, a report its publisher took back. Verdicts that lean on it stay
 * as they were given; it is marked wherever it is shown, and its page lists them. It can be taken back.
 */
import type { Queryable } from '#lib/data/database/database';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { type Actor, mayChange } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { logWhereCited, shownAs, sourceTimeout } from './where-cited';

/** Marks a source as withdrawn, with the reason, in every article that rests on it. */
export async function retireSource(writer: Writer, id: string, note: string): Promise<Result<{ id: string }>> {
  const run = async (tx: Queryable): Promise<Result<{ id: string }>> => {
    const source = await tx.source.findUnique({ where: { id }, select: { title: true, mergedIntoId: true } });
    if (!source || source.mergedIntoId) return refuse('not-found');
    await logWhereCited(tx, writer, await shownAs(tx, id), {
      verb: 'source-retired',
      after: { source: source.title, note },
    });
    const { count } = await tx.source.updateMany({
      where: { id, retiredAt: null, mergedIntoId: null },
      data: { retiredAt: writer.now, retiredNote: note, retiredById: writer.actorId, updatedAt: writer.now },
    });
    return count > 0 ? accept({ id }) : refuse('source-changed');
  };
  return inTransaction(writer, run, { timeout: sourceTimeout });
}

/** A source is reinstated by whoever retired it, or by an editor: the refusal for anybody else, null where they may. */
export async function refusalToReinstate(
  db: Queryable,
  actor: Pick<Actor, 'id' | 'role'>,
  id: string,
): Promise<Refusal | null> {
  const source = await db.source.findUnique({ where: { id }, select: { retiredById: true } });
  if (!source) return refuse('not-found');
  return mayChange(actor, 'source', source.retiredById ?? '') ? null : refuse('not-allowed');
}

/** Takes it back: the source stands again. */
export async function reinstateSource(writer: Writer, id: string): Promise<Result<{ id: string }>> {
  const run = async (tx: Queryable): Promise<Result<{ id: string }>> => {
    const source = await tx.source.findUnique({ where: { id }, select: { title: true, retiredNote: true } });
    if (!source) return refuse('not-found');
    await logWhereCited(tx, writer, await shownAs(tx, id), {
      verb: 'source-reinstated',
      before: { note: source.retiredNote },
      after: { source: source.title },
    });
    const { count } = await tx.source.updateMany({
      where: { id, retiredAt: { not: null } },
      data: { retiredAt: null, retiredNote: null, retiredById: null, updatedAt: writer.now },
    });
    return count > 0 ? accept({ id }) : refuse('source-changed');
  };
  return inTransaction(writer, run, { timeout: sourceTimeout });
}
