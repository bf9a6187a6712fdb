/** What was kept of pages (snapshots.ts), as a packet of an article takes it along and brings it in. */
import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import type { PacketCapture } from '#lib/domain/exchange/packet';
import type { Viewer } from '#lib/domain/review/blind';
import { seenSnapshots } from './snapshots';
import { shownAs } from './where-cited';

const taken = {
  ...{ id: true, title: true, url: true, finalUrl: true, contentType: true, contentHash: true, fetchedAt: true },
  ...{ status: true, headers: true, redirects: true, timeStamp: true, stampedAt: true },
  original: { select: { hash: true, size: true } },
  revision: { select: { number: true } },
  takenBy: { select: { id: true, name: true } },
} as const;

/** What was kept of an article's revisions and of some sources, as a packet takes it along, the oldest first. */
export async function capturesForPacket(
  db: Queryable,
  { articleId, sourceIds }: { articleId: string; sourceIds: string[] },
  viewer: Viewer,
): Promise<PacketCapture[]> {
  const ordered = { select: taken, orderBy: [{ fetchedAt: 'asc' as const }, { id: 'asc' as const }] };
  const captures: PacketCapture[] = [];
  const add = (rows: Awaited<ReturnType<typeof read>>, sourceId: string | null) => {
    for (const { fetchedAt, revision, headers, redirects, timeStamp, stampedAt, ...row } of rows) {
      captures.push({
        ...row,
        sourceId,
        revision: sourceId === null ? (revision?.number ?? null) : null,
        // Written by keepSnapshot (snapshots.ts) and bringCaptures alone.
        headers: headers as PacketCapture['headers'],
        redirects: redirects as PacketCapture['redirects'],
        stamp:
          timeStamp && stampedAt
            ? { token: Buffer.from(timeStamp).toString('base64'), at: stampedAt.toISOString() }
            : null,
        takenAt: fetchedAt.toISOString(),
      });
    }
  };
  const read = (where: Prisma.SnapshotWhereInput) => db.snapshot.findMany({ where, ...ordered });
  add(await read({ revision: { articleId } }), null);
  for (const id of sourceIds) {
    add(await read({ AND: [{ sourceId: { in: await shownAs(db, id) } }, seenSnapshots(viewer)] }), id);
  }
  return captures;
}

/** The sanitised page of a snapshot. Throws where there is none. */
export async function readableCopy(db: Queryable, id: string): Promise<string> {
  return (await db.snapshot.findUniqueOrThrow({ where: { id }, select: { html: true } })).html;
}

/** A snapshot as it was kept elsewhere. `html`: sanitised. */
export type BroughtCapture = Omit<
  PacketCapture,
  'id' | 'sourceId' | 'revision' | 'original' | 'takenBy' | 'takenAt'
> & {
  owner: { revisionId: string } | { sourceId: string };
  originalHash: string | null;
  html: string;
  takenById: string;
  fetchedAt: Date;
};

/** Keeps snapshots that came in with an article. A source that was kept at the same moment with the same bytes keeps its own. */
export async function bringCaptures(tx: Queryable, captures: BroughtCapture[]): Promise<void> {
  for (const { owner, title, html, headers, status, redirects, stamp, ...facts } of captures) {
    const { contentHash, fetchedAt } = facts;
    if ('sourceId' in owner && (await tx.snapshot.count({ where: { ...owner, contentHash, fetchedAt } })) > 0) continue;
    // A file has no answer of a server: then the columns stay empty.
    const answer = status === null ? {} : { status, headers: headers ?? [], redirects: redirects ?? [] };
    const stamped = stamp && { timeStamp: Buffer.from(stamp.token, 'base64'), stampedAt: new Date(stamp.at) };
    await tx.snapshot.create({ data: { id: newId(), ...owner, ...facts, ...answer, ...stamped, title, html } });
  }
}
