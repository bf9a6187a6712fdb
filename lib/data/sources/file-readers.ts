/** Who sees a confidential file: named, changed, ended, and passed on where whoever added it has left the desk. */
import type { Queryable } from '#lib/data/database/database';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { recordAudit } from '#lib/data/people/audit';
import { activePerson } from '#lib/data/people/people';
import { mayNameReaders, readersKept } from '#lib/domain/files/confidential';
import type { Actor } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { openTo } from './seen-files';
import { logWhereCited, shownAs, sourceTimeout } from './where-cited';

/** Refused where a person who is newly named is not at the desk, or is no more; `before`: who was named already. */
export async function refusalOfReaders(
  tx: Queryable,
  named: readonly string[],
  { before }: { before: readonly string[] },
): Promise<Refusal | null> {
  const added = named.filter((id) => !before.includes(id));
  const there = await tx.user.count({ where: { id: { in: added }, active: true, sample: false } });
  return there === added.length ? null : refuse('reader-unknown', { field: 'readers' });
}

/** A file as a person may see it, with who else does. */
const seenFile = (db: Queryable, { id }: Pick<Actor, 'id'>, fileId: string) =>
  db.sourceFile.findFirst({
    where: { id: fileId, removedAt: null, ...openTo({ id }) },
    select: {
      ...{ name: true, hash: true, sourceId: true, addedById: true, confidential: true },
      source: { select: { title: true } },
      readers: { select: { userId: true } },
    },
  });

/** The refusal for who may not say who sees a file. One that they do not see is not there. */
export async function refusalToNameReaders(
  db: Queryable,
  actor: Pick<Actor, 'id' | 'role'>,
  fileId: string,
): Promise<Refusal | null> {
  const file = await seenFile(db, actor, fileId);
  if (!file) return refuse('not-found');
  const { confidential, addedById, readers } = file;
  const secrecy = { confidential, addedById, readerIds: readers.map(({ userId }) => userId) };
  return mayNameReaders(actor, secrecy) ? null : refuse('not-allowed');
}

/** `readers`: who is to see it besides whoever added it, null for all; `before`: the same as the asker knows it. */
type NewReaders = { id: string; readers: string[] | null; before: string[] | null };

/**
 * Makes a file confidential, changes who sees it, or opens it to all, which the audit trail tells. Refused where it was
 * changed meanwhile (`readers-changed`), a new reader is not at the desk (`reader-unknown`), or it is opened beside a file of the
 * same bytes (`file-there`).
 */
export function setFileReaders(
  writer: Writer,
  { id, readers, before }: NewReaders,
): Promise<Result<{ id: string; name: string }>> {
  const run = async (tx: Queryable): Promise<Result<{ id: string; name: string }>> => {
    const file = await seenFile(tx, { id: writer.actorId }, id);
    if (!file) return refuse('not-found');
    const { name, hash, sourceId, addedById, source } = file;
    const wasConfidential = before !== null;
    const confidential = readers !== null;
    const verb = !confidential ? 'source-file-opened' : wasConfidential ? 'source-file-readers' : 'source-file-closed';
    const line = { verb, after: { source: source.title, file: name, fileId: id } } as const;
    await logWhereCited(tx, writer, await shownAs(tx, sourceId), line);
    // What it was is compared inside the UPDATE, which also holds the row: nobody else changes its readers meanwhile.
    const held = { id, removedAt: null, confidential: wasConfidential };
    const { count } = await tx.sourceFile.updateMany({ where: held, data: { confidential } });
    const rows = await tx.sourceFileReader.findMany({ where: { fileId: id }, select: { userId: true } });
    const now = rows.map(({ userId }) => userId);
    if (count === 0 || !isSame(now, before ?? [])) return refuse('readers-changed');
    const kept = confidential ? readersKept(readers, { addedById, by: writer.actorId }) : [];
    const refused = confidential
      ? await refusalOfReaders(tx, kept, { before: now })
      : await refusalOfTwin(tx, { id, sourceId, hash });
    if (refused) return refused;
    await tx.sourceFileReader.deleteMany({ where: { fileId: id, userId: { notIn: kept } } });
    const added = kept.filter((userId) => !now.includes(userId));
    await tx.sourceFileReader.createMany({
      data: added.map((userId) => ({ fileId: id, userId, createdAt: writer.now })),
    });
    if (wasConfidential && !confidential)
      await recordAudit(tx, writer, { kind: 'file-opened', details: { file: name, source: source.title } });
    return accept({ id, name });
  };
  return inTransaction(writer, run, { timeout: sourceTimeout });
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Where all see a file of the same bytes on the source already. */
async function refusalOfTwin(
  tx: Queryable,
  { id, sourceId, hash }: { id: string; sourceId: string; hash: string },
): Promise<Refusal | null> {
  const twin = await tx.sourceFile.findFirst({
    where: { sourceId, hash, removedAt: null, confidential: false, id: { not: id } },
    select: { name: true },
  });
  return twin && refuse('file-there', { values: { name: twin.name } });
}

/**
 * Lets another person see the confidential files of somebody who has left the desk, and so name further readers. It answers
 * alike whether there are any, and the audit trail tells that it was done. Refused while that person is at the desk
 * (`still-here`), and where the other one is not (`reader-unknown`).
 */
export function passOnFiles(
  writer: Writer,
  { id, toId }: { id: string; toId: string },
): Promise<Result<{ id: string }>> {
  return inTransaction(writer, async (tx) => {
    const left = await tx.user.findFirst({ where: { id, sample: false }, select: { active: true } });
    if (!left) return refuse('not-found');
    if (left.active) return refuse('still-here');
    const to = await activePerson(tx, toId);
    if (!to) return refuse('reader-unknown', { field: 'toId' });
    const unseen = { addedById: id, confidential: true, readers: { none: { userId: toId } } };
    const files = await tx.sourceFile.findMany({ where: unseen, select: { id: true } });
    await tx.sourceFileReader.createMany({
      data: files.map((file) => ({ fileId: file.id, userId: toId, createdAt: writer.now })),
    });
    await recordAudit(tx, writer, { kind: 'files-passed-on', subjectId: id, details: { name: to.name } });
    return accept({ id });
  });
}
