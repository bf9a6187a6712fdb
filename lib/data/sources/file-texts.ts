/**
 * The texts of files: read once for each content, in a worker process and outside of any transaction. What no text is stored
 * of is read when it is first asked for, so that a desk that stopped in between, or reads better now, makes up for it.
 */
import { blobBytes } from '#lib/data/blobs/blobs';
import { type Database, isOfNothing, isUniqueViolation, type Queryable } from '#lib/data/database/database';
import { type PackedText, type TextFacts, textReader } from '#lib/domain/files/file-text';
import { mayHaveText, megabyte } from '#lib/domain/files/source-file';
import { accept, type Result } from '#lib/domain/refusal';
import { runApart } from '#lib/workers/run';

export type ReadableFile = { hash: string; mediaType: string; size: number };

const facts = { state: true, unit: true, total: true, read: true, withText: true } as const;

/** What is stored of the texts of files, by their hashes, without the texts. */
export async function textFacts(db: Queryable, hashes: string[]): Promise<Map<string, TextFacts>> {
  const rows = await db.fileText.findMany({
    where: { hash: { in: hashes }, reader: textReader },
    select: { hash: true, ...facts },
  });
  // The vocabularies are those that keepText wrote.
  return new Map(rows.map(({ hash, ...row }) => [hash, row as TextFacts]));
}

/** Files that are being read by this process, one after the other: no two of them stand in memory at once. */
const reading = new Map<string, Promise<Result<PackedText>>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * The text of a file, which is read now where it is not stored. A file that takes too long, or too much memory, is
 * `too-long` from then on. Refused as `runApart` is where too many wait.
 */
export async function textOfFile(db: Database, file: ReadableFile): Promise<Result<PackedText>> {
  const row = await db.fileText.findUnique({
    where: { hash_reader: { hash: file.hash, reader: textReader } },
    select: { ...facts, packed: true },
  });
  // The vocabularies are those that keepText wrote.
  if (row) return accept(row as PackedText);
  const known = reading.get(file.hash);
  if (known) return known;
  const run = last.then(() => readAndKeep(db, file));
  last = run.catch(() => {});
  reading.set(file.hash, run);
  try {
    return await run;
  } finally {
    reading.delete(file.hash);
  }
}

async function readAndKeep(db: Database, { hash, mediaType, size }: ReadableFile): Promise<Result<PackedText>> {
  // What has no text, and what is larger than any reader takes, is not even fetched.
  const unread = mayHaveText(mediaType) ? (size > largestRead ? 'too-long' : null) : 'none';
  if (unread) {
    const text: PackedText = { ...nothingRead, state: unread };
    await keepText(db, hash, text);
    return accept(text);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of blobBytes(db, hash, { from: 0, to: size })) pieces.push(piece);
  const answer = await runApart('read-file-text', { bytes: Buffer.concat(pieces), mediaType });
  if (!answer.ok && answer.code === 'work-waits') return answer;
  const text = answer.ok ? answer.value : nothingRead;
  await keepText(db, hash, text);
  return accept(text);
}

/** Bytes of the largest file that is read: it stands whole in memory, here and in the worker. */
const largestRead = 50 * megabyte;

/** `[]`, packed: nothing was read, before the limit was met for one. */
const nothingRead: PackedText = {
  ...{ state: 'too-long', unit: 'text', total: 0, read: 0, withText: 0 },
  packed: Buffer.from('H4sIAAAAAAAAA4uOBQApu0wNAgAAAA==', 'base64'),
};

/** Stores a text, and drops what older readers read. Another server may have stored it first, and the bytes may have gone. */
async function keepText(db: Database, hash: string, { packed, ...text }: PackedText): Promise<void> {
  const data = { hash, reader: textReader, ...text, packed: Uint8Array.from(packed) };
  await db.fileText.createMany({ data }).catch((error: unknown) => {
    if (!isUniqueViolation(error) && !isOfNothing(error)) throw error;
  });
  await db.fileText.deleteMany({ where: { hash, reader: { lt: textReader } } });
}
