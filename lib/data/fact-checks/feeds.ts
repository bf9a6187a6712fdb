/**
 * Feeds of fact-checks of others. People add, pause and remove them; their readings are nobody's act and are written as they
 * come. A removed feed is kept for a day, so that the removal can be taken back.
 */

import { type Database, isUniqueViolation, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { addressKey } from '#lib/domain/articles/web-address';
import {
  emptyReading,
  type FeedView,
  longestFeedName,
  mostFeeds,
  nextReading,
  type Reading,
} from '#lib/domain/fact-checks/feed';
import { accept, type Result, refuse } from '#lib/domain/refusal';

/** What a server names its content, for asking whether it is still the same (RFC 9110 §13). */
export type Validators = { etag: string | null; lastModified: string | null };

/** A feed as its reading needs it. */
export type FeedToRead = Validators & {
  id: string;
  url: string;
  seenPages: string[];
  /** Pages of its entries wait, so that it has to be seen though nothing is new in it. */
  hasPagesLeft: boolean;
};

const dayLength = 24 * 3_600_000;

/** The feeds of the desk, the newest first. */
export async function listFeeds(db: Queryable): Promise<FeedView[]> {
  const rows = await db.factCheckFeed.findMany({
    where: { removedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { addedBy: { select: { name: true } }, _count: { select: { checks: true } } },
  });
  return rows.map(({ id, name, url, isOn, reading, ...row }) => ({
    ...{ id, name, url, isOn },
    addedBy: row.addedBy.name,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    nextReadAt: isOn ? (row.nextReadAt?.toISOString() ?? null) : null,
    // Written below alone.
    reading: reading as Reading | null,
    checks: row._count.checks,
  }));
}

/** Subscribes to an address, or notes a file (`url` null). An address is subscribed to once. */
export function addFeed(
  writer: Writer,
  { name, url }: { name: string; url: string | null },
): Promise<Result<{ id: string }>> {
  const { actorId: addedById, now } = writer;
  const adding = inTransaction(writer, async (tx): Promise<Result<{ id: string }>> => {
    const count = await tx.factCheckFeed.count({ where: { removedAt: null } });
    if (count >= mostFeeds) return refuse('too-many-feeds', { values: { limit: mostFeeds } });
    const id = newId();
    const data = { id, name: name.slice(0, longestFeedName).toWellFormed(), url, addressKey: addressKey(url) };
    await tx.factCheckFeed.create({ data: { ...data, addedById, createdAt: now } });
    return accept({ id });
  });
  return once(adding);
}

/** An address that the desk subscribes to already; of two at once, the database refuses the second. */
function once<T>(writing: Promise<Result<T>>): Promise<Result<T>> {
  return writing.catch((error) => {
    if (isUniqueViolation(error)) return refuse('feed-exists', { field: 'url' });
    throw error;
  });
}

/** Has a feed read from time to time, or no more. */
export function setFeedOn(writer: Writer, id: string, isOn: boolean): Promise<Result<Record<string, never>>> {
  return inTransaction(writer, async (tx) => {
    const data = { isOn, ...(isOn && { nextReadAt: writer.now }) };
    const { count } = await tx.factCheckFeed.updateMany({ where: { id, removedAt: null, url: { not: null } }, data });
    return count > 0 ? accept({}) : refuse('not-found');
  });
}

/** Takes a feed away, with all that it brought; `restoreFeed` takes that back within a day. */
export function removeFeed(writer: Writer, id: string): Promise<Result<{ name: string }>> {
  return inTransaction(writer, async (tx): Promise<Result<{ name: string }>> => {
    const data = { removedAt: writer.now, addressKey: null };
    const { count } = await tx.factCheckFeed.updateMany({ where: { id, removedAt: null }, data });
    if (count === 0) return refuse('not-found');
    const { name } = await tx.factCheckFeed.findUniqueOrThrow({ where: { id }, select: { name: true } });
    return accept({ name });
  });
}

export function restoreFeed(writer: Writer, id: string): Promise<Result<{ name: string }>> {
  const restoring = inTransaction(writer, async (tx): Promise<Result<{ name: string }>> => {
    const row = await tx.factCheckFeed.findFirst({ where: { id, removedAt: { not: null } } });
    if (!row) return refuse('not-found');
    const data = { removedAt: null, addressKey: addressKey(row.url) };
    const { count } = await tx.factCheckFeed.updateMany({ where: { id, removedAt: { not: null } }, data });
    return count > 0 ? accept({ name: row.name }) : refuse('not-found');
  });
  return once(restoring);
}

/** Drops for good what was removed more than a day ago. */
export async function forgetRemovedFeeds(db: Database, now: Date): Promise<void> {
  await db.factCheckFeed.deleteMany({ where: { removedAt: { lt: new Date(now.getTime() - dayLength) } } });
}

const toRead = { id: true, url: true, etag: true, lastModified: true, seenPages: true, reading: true } as const;

function feedToRead(row: Prisma.FactCheckFeedGetPayload<{ select: typeof toRead }> | null): FeedToRead | null {
  if (row === null || row.url === null) return null;
  const { id, url, etag, lastModified } = row;
  // Written by `noteReading` alone.
  const reading = row.reading as Reading | null;
  const seenPages = (row.seenPages ?? []) as string[];
  return { id, url, etag, lastModified, seenPages, hasPagesLeft: (reading?.pagesLeft ?? 0) > 0 };
}

/** One feed for reading it now; null for a file and where it is not there. */
export async function feedOf(db: Queryable, id: string): Promise<FeedToRead | null> {
  return feedToRead(await db.factCheckFeed.findFirst({ where: { id, removedAt: null }, select: toRead }));
}

/**
 * A feed whose time has come, for whoever asked first: it is put off for others before it is read, so that of several
 * servers one reads it. null where none is due.
 */
export async function takeDueFeed(db: Database, now: Date): Promise<FeedToRead | null> {
  const isDue = { isOn: true, removedAt: null, url: { not: null }, nextReadAt: { lte: now } };
  const due = await db.factCheckFeed.findMany({
    where: isDue,
    orderBy: { nextReadAt: 'asc' },
    take: 20,
    select: toRead,
  });
  for (const row of due) {
    const { count } = await db.factCheckFeed.updateMany({
      where: { id: row.id, ...isDue },
      data: { nextReadAt: nextReading(now, emptyReading) },
    });
    if (count > 0) return feedToRead(row);
  }
  return null;
}

type Noted = { reading: Reading; now: Date; validators?: Validators; seenPages?: string[]; isFile?: boolean };

/** Keeps how a reading went, and when the next one is. Of a file there is none. */
export async function noteReading(db: Database, id: string, noted: Noted): Promise<void> {
  const { reading, now, validators, seenPages, isFile = false } = noted;
  await db.factCheckFeed.updateMany({
    where: { id },
    data: {
      ...{ reading: reading as Prisma.InputJsonObject, readAt: now, ...validators },
      ...(seenPages && { seenPages }),
      nextReadAt: isFile ? null : nextReading(now, reading),
    },
  });
}
