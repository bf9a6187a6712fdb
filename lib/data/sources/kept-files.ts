/** The rows of a source's files, for whoever keeps one: an upload, or the capture of an address that leads to a document. */
import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { Writer } from '#lib/data/history/change-log';
import { mostFiles } from '#lib/domain/files/source-file';
import { type Refusal, refuse } from '#lib/domain/refusal';

export type NewFile = { sourceId: string; hash: string; name: string; mediaType: string };

/** The same bytes stand on a source once (`file-there`), and only so many files do (`too-many-files`). */
export async function refusalOfOneMore(tx: Queryable, sourceId: string, hash: string): Promise<Refusal | null> {
  const there = await tx.sourceFile.findMany({
    where: { sourceId, removedAt: null },
    select: { hash: true, name: true },
  });
  const same = there.find((one) => one.hash === hash);
  if (same) return refuse('file-there', { values: { name: same.name } });
  return there.length >= mostFiles ? refuse('too-many-files', { values: { limit: mostFiles } }) : null;
}

/** Writes a file of kept bytes that nothing refuses. */
export async function putFile(
  tx: Queryable,
  { actorId: addedById, now: createdAt }: Pick<Writer, 'actorId' | 'now'>,
  file: NewFile,
): Promise<{ id: string }> {
  const id = newId();
  await tx.sourceFile.create({ data: { id, ...file, addedById, createdAt } });
  return { id };
}
