/** Pages and files as they came in: kept when they are read, tied to a revision or a source when that is saved. */
import { createHash } from 'node:crypto';
import { keepBytes } from '#lib/data/blobs/blobs';
import { sourcesHeldBackFrom, without } from '#lib/data/claims/blind';
import type { Database, Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { Writer } from '#lib/data/history/change-log';
import { isDocument } from '#lib/domain/files/source-file';
import type { Viewer } from '#lib/domain/review/blind';
import { insertFile } from './kept-files';

export type SnapshotInput = {
  url: string | null;
  finalUrl: string | null;
  title: string;
  contentType: string | null;
  /** The original, kept byte for byte. */
  bytes: Uint8Array;
  /** How a server answered; null for a file. */
  answer: Answer | null;
  /** Sanitised by lib/intake/page/sanitise. */
  html: string;
  fetchedAt: Date;
};

/** `headers`: names and values as they came; `redirects`: the addresses that the server led through, without the first. */
export type Answer = { status: number; headers: [name: string, value: string][]; redirects: string[] };

export type SnapshotView = {
  id: string;
  url: string | null;
  finalUrl: string | null;
  title: string;
  contentHash: string;
  /** Bytes of the original; null for what was kept before originals were. */
  size: number | null;
  fetchedAt: string;
};

/** Milliseconds that a draft may lie unsaved. */
const longestDraft = 24 * 60 * 60 * 1000;

/** Keeps what was read, tied to nothing yet; `hash`: the SHA-256 of its bytes, hexadecimal. Those of drafts that nobody saved within a day go. */
export async function keepSnapshot(writer: Writer, taken: SnapshotInput): Promise<{ id: string; hash: string }> {
  const { bytes, answer, ...facts } = taken;
  // Pages and file names may hold NUL characters, which PostgreSQL does not store and no page shows.
  const [title, html] = [facts.title, facts.html].map((text) => text.replaceAll('\0', '')) as [string, string];
  const id = newId();
  await writer.db.snapshot.deleteMany({
    where: { revisionId: null, sourceId: null, fetchedAt: { lt: new Date(writer.now.getTime() - longestDraft) } },
  });
  // A page may be empty, of which there is nothing to keep but that.
  const kept = await keepBytes(writer.db, [bytes], { limit: bytes.length, now: writer.now });
  if (!kept.ok && kept.code !== 'empty-file') throw new Error(`An original was not kept: ${kept.code}`);
  const originalHash = kept.ok ? kept.value.hash : null;
  const contentHash = originalHash ?? createHash('sha256').digest('hex');
  const how = answer && {
    ...answer,
    headers: answer.headers.map(([name, value]) => [name, value.replaceAll('\0', '')]),
  };
  await writer.db.snapshot.create({
    data: { id, ...facts, ...how, title, html, contentHash, originalHash, takenById: writer.actorId },
  });
  return { id, hash: contentHash };
}

/** Notes a time stamp of a capture (RFC 3161): its token, and the moment that it names. */
export async function noteStamp(
  db: Database,
  id: string,
  { token, at }: { token: Uint8Array; at: Date },
): Promise<void> {
  // A draft that nobody saved may be gone by now.
  await db.snapshot.updateMany({ where: { id }, data: { timeStamp: new Uint8Array(token), stampedAt: at } });
}

/** The token of a capture; null where there is none, or it is of a source held back. */
export async function stampOf(
  db: Queryable,
  id: string,
  viewer: Viewer,
): Promise<{ token: Uint8Array; title: string } | null> {
  const row = await db.snapshot.findFirst({
    where: { id, ...seenSnapshots(viewer) },
    select: { timeStamp: true, title: true },
  });
  return row?.timeStamp ? { token: row.timeStamp, title: row.title } : null;
}

/**
 * Ties a snapshot of one's own to a revision or a source, unless it belongs to one already. A document becomes a file of its
 * source.
 */
export async function tieSnapshot(
  tx: Queryable,
  writer: Pick<Writer, 'actorId' | 'now'>,
  id: string,
  owner: { revisionId: string } | { sourceId: string },
): Promise<void> {
  const { count } = await tx.snapshot.updateMany({
    where: { id, takenById: writer.actorId, revisionId: null, sourceId: null },
    data: owner,
  });
  if (count === 0 || !('sourceId' in owner)) return;
  const { title: name, ...taken } = await tx.snapshot.findUniqueOrThrow({
    where: { id },
    select: { title: true, contentType: true, originalHash: true },
  });
  const { contentType: mediaType, originalHash: hash } = taken;
  if (mediaType === null || hash === null || !isDocument(mediaType)) return;
  // Refused where the same bytes stand there already: then they are kept.
  await insertFile(tx, writer, { id: newId(), ...owner, hash, name, mediaType, readers: null });
}

const viewed = {
  ...{ id: true, url: true, finalUrl: true, title: true, contentHash: true, fetchedAt: true },
  original: { select: { size: true } },
} as const;

type ViewedRow = Omit<SnapshotView, 'size' | 'fetchedAt'> & { fetchedAt: Date; original: { size: number } | null };

const viewOf = ({ original, fetchedAt, ...row }: ViewedRow): SnapshotView => ({
  ...row,
  size: original?.size ?? null,
  fetchedAt: fetchedAt.toISOString(),
});

/** The snapshots that a person sees: none of a source that is held back from them. */
export const seenSnapshots = (viewer: Viewer) => without(viewer, { source: sourcesHeldBackFrom(viewer) });

/** A snapshot as it is shown, with its sanitised page; null where there is none, or it is of a source held back. */
export async function snapshotPage(
  db: Queryable,
  id: string,
  viewer: Viewer,
): Promise<(SnapshotView & { html: string; redirects: string[] }) | null> {
  const row = await db.snapshot.findFirst({
    where: { id, ...seenSnapshots(viewer) },
    select: { ...viewed, html: true, redirects: true },
  });
  if (!row) return null;
  const { html, redirects, ...facts } = row;
  // Written by keepSnapshot alone.
  return { ...viewOf(facts), html, redirects: (redirects ?? []) as string[] };
}

/** An original as its bytes are to be sent; null where there is none, or it is of a source held back. */
export async function originalOf(
  db: Queryable,
  id: string,
  viewer: Viewer,
): Promise<{ hash: string; size: number; title: string; contentType: string | null } | null> {
  const row = await db.snapshot.findFirst({
    where: { id, ...seenSnapshots(viewer) },
    select: { title: true, contentType: true, original: { select: { hash: true, size: true } } },
  });
  return row?.original ? { ...row.original, title: row.title, contentType: row.contentType } : null;
}

/** The originals of an article's revisions, newest first. */
export async function snapshotsOfArticle(
  db: Database,
  articleId: string,
): Promise<(SnapshotView & { revision: number })[]> {
  const rows = await db.snapshot.findMany({
    where: { revision: { articleId } },
    select: { ...viewed, revision: { select: { number: true } } },
    orderBy: { fetchedAt: 'desc' },
  });
  return rows.map(({ revision, ...row }) => ({ ...viewOf(row), revision: revision?.number ?? 1 }));
}
