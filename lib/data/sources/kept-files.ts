/** The rows of a source's files, for whoever keeps one: an upload, or the capture of an address that leads to a document. */
import type { Queryable } from '#lib/data/database/database';
import type { Writer } from '#lib/data/history/change-log';
import { readersKept } from '#lib/domain/files/confidential';
import { mostFiles } from '#lib/domain/files/source-file';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import type { Viewer } from '#lib/domain/review/blind';
import { refusalOfReaders } from './file-readers';
import { openTo } from './seen-files';

/** Kept bytes and what they are called. `readers`: who sees them besides whoever adds them; null for a file that all see. */
export type NewFile = { hash: string; name: string; mediaType: string; readers: string[] | null };

/**
 * The same bytes stand on a source once, and only so many files do, as far as a person sees them: of a confidential file that
 * they do not see, the refusal would tell.
 */
export async function refusalOfOneMore(
  tx: Queryable,
  viewer: Pick<Viewer, 'id'>,
  { sourceId, hash }: { sourceId: string; hash: string },
): Promise<Refusal | null> {
  const there = await tx.sourceFile.findMany({
    where: { sourceId, removedAt: null, ...openTo(viewer) },
    select: { hash: true, name: true },
  });
  const same = there.find((one) => one.hash === hash);
  if (same) return refuse('file-there', { values: { name: same.name } });
  return there.length >= mostFiles ? refuse('too-many-files', { values: { limit: mostFiles } }) : null;
}

/** Puts kept bytes on a source, in the transaction that tells the history of it. Refused as `addFile` is. */
export async function insertFile(
  tx: Queryable,
  { actorId: addedById, now: createdAt }: Pick<Writer, 'actorId' | 'now'>,
  { readers, ...file }: NewFile & { id: string; sourceId: string },
): Promise<Result<{ id: string }>> {
  const named = readersKept(readers ?? [], { addedById, by: addedById });
  const refused =
    (await refusalOfOneMore(tx, { id: addedById }, file)) ?? (await refusalOfReaders(tx, named, { before: [] }));
  if (refused) return refused;
  // Bytes that lay for hours before they became a file are gone.
  if ((await tx.blob.count({ where: { hash: file.hash } })) === 0) return refuse('upload-broken');
  await tx.sourceFile.create({ data: { ...file, confidential: readers !== null, addedById, createdAt } });
  await tx.sourceFileReader.createMany({ data: named.map((userId) => ({ fileId: file.id, userId, createdAt })) });
  return accept({ id: file.id });
}
