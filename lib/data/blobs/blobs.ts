/**
 * Bytes of files, kept once under their SHA-256 in the desk's own database, so that a backup and several servers need
 * nothing else. They come in and go out in pieces: neither ever stands whole in memory, and no write of them holds the
 * database for long.
 */
import { createHash } from 'node:crypto';
import { type Database, isUniqueViolation } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { flushedLater } from '#lib/data/database/sqlite-connections';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { givingWay } from './giving-way';

/** Bytes of a piece as it is stored. */
export const pieceLength = 256 * 1024;

/** Milliseconds after which an upload without an end broke off. */
const longestUpload = 2 * 3_600_000;

/** Bytes of an upload up to which it gives way: gigabytes would outlast the five minutes that Node gives a request. */
const givesWayUpTo = 100 * 1024 * 1024;

export type Kept = {
  /** SHA-256, hexadecimal. */
  hash: string;
  size: number;
};

/**
 * `limit`: so many bytes at most. `look`: what is said of the first `pieceLength` bytes, or of all where they are fewer;
 * of what it refuses no more is read.
 */
type Keeping = {
  limit: number;
  now: Date;
  look?: (head: Uint8Array, isWhole: boolean) => Promise<Refusal | null>;
};

/**
 * Keeps bytes as they come in. Refused, and nothing is kept: too many (`file-too-large`), none (`empty-file`), what `look`
 * refuses, and what breaks off (`upload-broken`).
 */
export async function keepBytes(
  db: Database,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  keeping: Keeping,
): Promise<Result<Kept>> {
  const laid = await layAside(db, bytes, keeping);
  if (!laid.ok) return laid;
  const { uploadId, hash, size } = laid.value;
  let isKept = false;
  try {
    isKept = await nameBlob(db, { hash, size, uploadId });
    return accept({ hash, size });
  } finally {
    if (!isKept) await dropAside(db, uploadId);
  }
}

/** Bytes that came in and have no name yet. */
export type Aside = Kept & { uploadId: string };

/**
 * Lays bytes aside as they come in, to look at them before anything of them is kept: they are no blob yet, and whoever laid
 * them there drops them. Refused as `keepBytes`.
 */
export async function layAside(
  db: Database,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { now, ...keeping }: Keeping,
): Promise<Result<Aside>> {
  const uploadId = newId();
  await db.upload.create({ data: { id: uploadId, createdAt: now } });
  let isWhole = false;
  try {
    const written = await writePieces(db, uploadId, unbroken(bytes), keeping);
    isWhole = written.ok;
    return written.ok ? accept({ uploadId, ...written.value }) : written;
  } catch (error) {
    if (error instanceof BrokenOff) return refuse('upload-broken');
    throw error;
  } finally {
    if (!isWhole) await dropAside(db, uploadId);
  }
}

/** Pieces that are dropped in one statement: a large upload in one would hold the database. */
const droppedAtOnce = 64;

/** Drops what was laid aside. */
export async function dropAside(db: Database, uploadId: string): Promise<void> {
  for (let below = droppedAtOnce; ; below += droppedAtOnce) {
    const { count } = await db.uploadChunk.deleteMany({ where: { uploadId, number: { lt: below } } });
    if (count < droppedAtOnce) break;
  }
  await db.upload.deleteMany({ where: { id: uploadId, blob: null } });
}

/** What comes in has broken off: the sender's fault, not the desk's. */
class BrokenOff extends Error {}

async function* unbroken(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (cause) {
    throw new BrokenOff('The bytes broke off', { cause });
  }
}

async function writePieces(
  db: Database,
  uploadId: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { limit, look }: Omit<Keeping, 'now'>,
): Promise<Result<Kept>> {
  const hash = createHash('sha256');
  let [size, number] = [0, 0];
  for await (const piece of inPieces(bytes)) {
    size += piece.length;
    if (size > limit) return refuse('file-too-large', { values: { limit: Math.floor(limit / 1024 / 1024) } });
    const refused = number === 0 ? await look?.(piece, piece.length < pieceLength) : null;
    if (refused) return refused;
    const at = number;
    const write = async () => {
      hash.update(piece);
      await db.$executeRaw`${flushedLater} INSERT INTO "UploadChunk" ("uploadId", "number", "bytes") VALUES (${uploadId}, ${at}, ${piece})`;
    };
    await (size <= givesWayUpTo ? givingWay(write) : write());
    number += 1;
  }
  return size === 0 ? refuse('empty-file') : accept({ hash: hash.digest('hex'), size });
}

/** The same bytes in pieces of one length; the last one may be shorter. */
async function* inPieces(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer<ArrayBuffer>> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const some of bytes) {
    waiting.push(some);
    length += some.length;
    if (length < pieceLength) continue;
    const all = Buffer.concat(waiting);
    const whole = length - (length % pieceLength);
    for (let at = 0; at < whole; at += pieceLength) yield all.subarray(at, at + pieceLength);
    waiting = [all.subarray(whole)];
    length -= whole;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** Names an upload by its hash; false where the same bytes are there already. */
async function nameBlob(db: Database, blob: { hash: string; size: number; uploadId: string }): Promise<boolean> {
  if (await db.blob.findUnique({ where: { hash: blob.hash }, select: { hash: true } })) return false;
  try {
    await db.blob.create({ data: blob });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** The bytes of a blob from one place to before another, in pieces. Nothing where it is not there. */
export async function* blobBytes(
  db: Database,
  hash: string,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Uint8Array> {
  const blob = await db.blob.findUnique({ where: { hash }, select: { uploadId: true } });
  if (blob) yield* asideBytes(db, blob.uploadId, { from, to });
}

/** The same of what was laid aside, or of any upload. Throws where a piece is missing. */
export async function* asideBytes(
  db: Database,
  uploadId: string,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; ) {
    const number = Math.floor(at / pieceLength);
    const where = { uploadId_number: { uploadId, number } };
    const chunk = await db.uploadChunk.findUnique({ where, select: { bytes: true } });
    if (!chunk) throw new Error(`Piece ${number} of the upload ${uploadId} is missing`);
    const begin = number * pieceLength;
    yield chunk.bytes.subarray(at - begin, to - begin);
    at = begin + pieceLength;
  }
}

/** Drops what broke off with its server, and bytes that no file or original turned out to be. Returns how many uploads. */
export async function dropBrokenUploads(db: Database, now: Date): Promise<number> {
  const old = { createdAt: { lt: new Date(now.getTime() - longestUpload) } };
  await db.blob.deleteMany({ where: { files: { none: {} }, snapshots: { none: {} }, upload: old } });
  const { count } = await db.upload.deleteMany({ where: { blob: null, ...old } });
  return count;
}
