/**
 * Files of sources. Whoever may see a source sees its files, but for the confidential ones (lib/domain/files/confidential); a file
 * that was taken off can be put back.
 */
import { sourcesHeldBackFrom, without } from '#lib/data/claims/blind';
import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import type { PacketFile } from '#lib/domain/exchange/packet';
import type { FileView } from '#lib/domain/files/source-file';
import { type Actor, mayChange } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import type { Viewer } from '#lib/domain/review/blind';
import { textFacts } from './file-texts';
import { insertFile, type NewFile, refusalOfOneMore } from './kept-files';
import { filesSeenBy, openTo } from './seen-files';
import { logWhereCited, shownAs, sourceTimeout } from './where-cited';

const viewed = {
  ...{ id: true, name: true, mediaType: true, createdAt: true, hash: true },
  blob: { select: { size: true } },
  addedBy: { select: { id: true, name: true } },
  confidential: true,
  readers: { select: { user: { select: { id: true, name: true } } }, orderBy: { user: { name: 'asc' } } },
} as const;

/** The files of a source and of those that are shown as it, the newest first. */
export async function filesOf(db: Queryable, sourceId: string, viewer: Viewer): Promise<FileView[]> {
  const rows = await db.sourceFile.findMany({
    where: { sourceId: { in: await shownAs(db, sourceId) }, removedAt: null, ...filesSeenBy(viewer) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: viewed,
  });
  return withTexts(db, rows);
}

/**
 * The files of some sources as a packet of an article takes them along, the oldest first, each with the source that it is
 * shown on; confidential ones, as far as the viewer sees them, only where they are asked for, and `leftOut` counts them
 * otherwise. What a packet may hold of files is decided here alone.
 */
export async function filesForPacket(
  db: Queryable,
  { sourceIds, withConfidential }: { sourceIds: string[]; withConfidential: boolean },
  viewer: Viewer,
): Promise<{ files: PacketFile[]; leftOut: number }> {
  const files: PacketFile[] = [];
  let leftOut = 0;
  for (const sourceId of sourceIds) {
    const rows = await db.sourceFile.findMany({
      where: { sourceId: { in: await shownAs(db, sourceId) }, removedAt: null, ...filesSeenBy(viewer) },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: viewed,
    });
    for (const { name, mediaType, hash, blob, confidential, addedBy, createdAt } of rows) {
      const addedAt = createdAt.toISOString();
      if (confidential && !withConfidential) leftOut += 1;
      else files.push({ sourceId, hash, size: blob.size, name, mediaType, confidential, addedBy, addedAt });
    }
  }
  return { files, leftOut };
}

/** One file of a source; null where it is not there, or not for the viewer to see. */
export async function oneFile(
  db: Queryable,
  { id, file }: { id: string; file: string },
  viewer: Viewer,
): Promise<FileView | null> {
  const row = await db.sourceFile.findFirst({ where: await placeOf(db, id, file, viewer), select: viewed });
  const [view] = row ? await withTexts(db, [row]) : [];
  return view ?? null;
}

type FileRow = Omit<FileView, 'size' | 'createdAt' | 'text' | 'confidential'> & {
  hash: string;
  blob: { size: number };
  createdAt: Date;
  confidential: boolean;
  readers: { user: PersonView }[];
};

/** Files as they are shown, with how far the text of each was read. */
async function withTexts(db: Queryable, rows: FileRow[]): Promise<FileView[]> {
  const texts = await textFacts(
    db,
    rows.map(({ hash }) => hash),
  );
  return rows.map(({ blob, createdAt, hash, confidential, readers, ...row }) => ({
    ...row,
    ...blob,
    confidential: confidential ? { readers: readers.map(({ user }) => user) } : null,
    createdAt: createdAt.toISOString(),
    text: texts.get(hash) ?? null,
  }));
}

const placeOf = async (db: Queryable, id: string, file: string, viewer: Viewer) => ({
  id: file,
  sourceId: { in: await shownAs(db, id) },
  removedAt: null,
  ...filesSeenBy(viewer),
});

export type FileBytes = { name: string; mediaType: string; hash: string; size: number; isConfidential: boolean };

/** A file as it is sent; null where it is not there, or not for the viewer to see. */
export async function fileBytes(
  db: Queryable,
  { id, file }: { id: string; file: string },
  viewer: Viewer,
): Promise<FileBytes | null> {
  const row = await db.sourceFile.findFirst({
    where: await placeOf(db, id, file, viewer),
    select: { name: true, mediaType: true, hash: true, confidential: true, blob: { select: { size: true } } },
  });
  if (!row) return null;
  const { name, mediaType, hash, confidential } = row;
  return { name, mediaType, hash, size: row.blob.size, isConfidential: confidential };
}

/** Whether a person may add a file to a source: it is there, and they may see it. */
export async function isSourceThere(db: Queryable, id: string, viewer: Viewer): Promise<boolean> {
  const where = { id, mergedIntoId: null, ...without(viewer, sourcesHeldBackFrom(viewer)) };
  return (await db.source.count({ where })) > 0;
}

/**
 * Puts files on sources as somebody kept them elsewhere, in a transaction of the caller. A source that has the same bytes
 * already keeps its own. Articles that cite a source are told. Refused: more files than a source may have.
 */
export async function bringFiles(
  tx: Queryable,
  writer: Writer,
  files: (NewFile & { sourceId: string; addedById: string; createdAt: Date })[],
): Promise<Refusal | null> {
  for (const { addedById, createdAt, ...file } of files) {
    const { sourceId, name } = file;
    const refused = await refusalOfOneMore(tx, { id: writer.actorId }, file);
    if (refused?.code === 'file-there') continue;
    if (refused) return refused;
    const id = newId();
    const source = await tx.source.findUniqueOrThrow({ where: { id: sourceId }, select: { title: true } });
    const after = { source: source.title, file: name, fileId: id };
    await logWhereCited(tx, writer, await shownAs(tx, sourceId), { verb: 'source-file-added', after });
    const put = await insertFile(tx, { actorId: addedById, now: createdAt }, { id, ...file });
    if (!put.ok) return put;
  }
  return null;
}

/**
 * Puts kept bytes on a source under a name. The same bytes stand on a source once (`file-there`). Refused where a reader is
 * nobody of the desk (`reader-unknown`).
 */
export function addFile(
  writer: Writer,
  { sourceId, ...file }: NewFile & { sourceId: string },
): Promise<Result<{ id: string }>> {
  const run = async (tx: Queryable): Promise<Result<{ id: string }>> => {
    const source = await tx.source.findFirst({ where: { id: sourceId, mergedIntoId: null }, select: { title: true } });
    if (!source) return refuse('not-found');
    const id = newId();
    const after = { source: source.title, file: file.name, fileId: id };
    await logWhereCited(tx, writer, await shownAs(tx, sourceId), { verb: 'source-file-added', after });
    return insertFile(tx, writer, { id, sourceId, ...file });
  };
  return inTransaction(writer, run, { timeout: sourceTimeout });
}

type Taking = 'remove' | 'restore';

/**
 * A file is taken off by whoever added it, and put back by whoever took it off; editors do both, where they see it. The refusal
 * for others.
 */
export async function refusalToTake(
  db: Queryable,
  actor: Pick<Actor, 'id' | 'role'>,
  { id, how }: { id: string; how: Taking },
): Promise<Refusal | null> {
  const where = { id, ...openTo(actor) };
  const file = await db.sourceFile.findFirst({ where, select: { addedById: true, removedById: true } });
  const maker = how === 'remove' ? file?.addedById : file?.removedById;
  if (!maker) return refuse('not-found');
  return mayChange(actor, 'source-file', maker) ? null : refuse('not-allowed');
}

/** Takes a file off its source. */
export function removeFile(writer: Writer, id: string): Promise<Result<{ name: string }>> {
  const data = { removedAt: writer.now, removedById: writer.actorId };
  return takeFile(writer, id, { verb: 'source-file-removed', was: null, data });
}

/** Puts it back. */
export function restoreFile(writer: Writer, id: string): Promise<Result<{ name: string }>> {
  const data = { removedAt: null, removedById: null };
  return takeFile(writer, id, { verb: 'source-file-restored', was: { not: null }, data });
}

type TakenAs = {
  verb: 'source-file-removed' | 'source-file-restored';
  was: null | { not: null };
  data: { removedAt: Date | null; removedById: string | null };
};

function takeFile(writer: Writer, id: string, { verb, was, data }: TakenAs): Promise<Result<{ name: string }>> {
  const run = async (tx: Queryable): Promise<Result<{ name: string }>> => {
    const file = await tx.sourceFile.findUnique({
      where: { id },
      select: { name: true, hash: true, sourceId: true, source: { select: { title: true } } },
    });
    if (!file) return refuse('not-found');
    const refused = was === null ? null : await refusalOfOneMore(tx, { id: writer.actorId }, file);
    if (refused) return refused;
    await logWhereCited(tx, writer, await shownAs(tx, file.sourceId), {
      verb,
      after: { source: file.source.title, file: file.name, fileId: id },
    });
    const { count } = await tx.sourceFile.updateMany({ where: { id, removedAt: was }, data });
    return count > 0 ? accept({ name: file.name }) : refuse('not-found');
  };
  return inTransaction(writer, run, { timeout: sourceTimeout });
}
