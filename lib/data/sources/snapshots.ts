/** Pages and files as they came in: kept when they are read, tied to a revision or a source when that is saved. */
import { createHash } from 'node:crypto';
import { sourcesHeldBackFrom, without } from '#lib/data/claims/blind';
import type { Database, Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { Writer } from '#lib/data/history/change-log';
import type { Viewer } from '#lib/domain/review/blind';

export type SnapshotInput = {
  url: string | null;
  finalUrl: string | null;
  title: string;
  contentType: string | null;
  /** The original; only its hash is kept. */
  bytes: Uint8Array;
  /** Sanitised by lib/intake/page/sanitise. */
  html: string;
  fetchedAt: Date;
};

export type SnapshotView = {
  id: string;
  url: string | null;
  finalUrl: string | null;
  title: string;
  contentHash: string;
  fetchedAt: string;
};

/** Milliseconds that a draft may lie unsaved. */
const longestDraft = 24 * 60 * 60 * 1000;

/** Keeps what was read, tied to nothing yet. Those of drafts that nobody saved within a day go. */
export async function keepSnapshot(writer: Writer, taken: SnapshotInput): Promise<{ id: string }> {
  const { bytes, ...facts } = taken;
  // Pages and file names may hold NUL characters, which PostgreSQL does not store and no page shows.
  const [title, html] = [facts.title, facts.html].map((text) => text.replaceAll('\0', '')) as [string, string];
  const id = newId();
  await writer.db.snapshot.deleteMany({
    where: { revisionId: null, sourceId: null, fetchedAt: { lt: new Date(writer.now.getTime() - longestDraft) } },
  });
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  await writer.db.snapshot.create({ data: { id, ...facts, title, html, contentHash, takenById: writer.actorId } });
  return { id };
}

/** Ties a snapshot of one's own to a revision or a source, unless it belongs to one already. */
export async function tieSnapshot(
  tx: Queryable,
  writer: Pick<Writer, 'actorId'>,
  id: string,
  owner: { revisionId: string } | { sourceId: string },
): Promise<void> {
  await tx.snapshot.updateMany({
    where: { id, takenById: writer.actorId, revisionId: null, sourceId: null },
    data: owner,
  });
}

const viewed = { id: true, url: true, finalUrl: true, title: true, contentHash: true, fetchedAt: true } as const;

/** A snapshot as it is shown, with its sanitised page; null where there is none, or it is of a source held back. */
export async function snapshotPage(
  db: Queryable,
  id: string,
  viewer: Viewer,
): Promise<(SnapshotView & { html: string }) | null> {
  const row = await db.snapshot.findFirst({
    where: { id, ...without(viewer, { source: sourcesHeldBackFrom(viewer) }) },
    select: { ...viewed, html: true },
  });
  return row && { ...row, fetchedAt: row.fetchedAt.toISOString() };
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
  return rows.map(({ revision, ...row }) => ({
    ...row,
    revision: revision?.number ?? 1,
    fetchedAt: row.fetchedAt.toISOString(),
  }));
}
