/**
 * Reads a ZIP file of any length from strangers by random access: the directory from its end, each entry in pieces, so that
 * memory does not grow with either. Whoever reads an entry counts its bytes; here it never has more than the directory says,
 * and lies in no other entry. What zip.ts reads whole is Word's; this is for files that memory does not hold.
 *
 * Layout: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).
 */
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { encrypted, endLength, endMark, entryMark, localMark, longestEnd } from './zip';

/** Bytes that can be read from any place to before another, within `size`. */
export type RandomAccess = { size: number; read: (from: number, to: number) => AsyncIterable<Uint8Array> };

/**
 * `no-zip`: has no directory, as what was cut off. `zip64`: says that it is longer than this reader reads. `too-many`: of
 * entries. `encrypted`, `method` (a compression other than deflate), `overlapping` and `damaged` are of an entry, or of the
 * directory.
 */
export type ZipFaultKind = 'no-zip' | 'zip64' | 'too-many' | 'encrypted' | 'method' | 'overlapping' | 'damaged';

/** Thrown while a ZIP is read. `entry`: its name, null for the directory. */
export class ZipFault extends Error {
  constructor(
    readonly what: ZipFaultKind,
    readonly entry: string | null,
  ) {
    super(`${what}: ${entry ?? 'directory'}`);
  }
}

/** `end`: where the next entry or the directory begins. */
export type ZipEntry = { name: string; method: number; packed: number; size: number; from: number; end: number };

/** Names, records and extra fields of an entry take less in a packet; of a file that has more, no more is read (bytes). */
const entryLength = 400;

/** The longest local header: 30 bytes, and a name and extra fields of at most 65,535 bytes each. */
const localLength = 30;

/** The entries in the order of their bytes. Throws a ZipFault. */
export async function readEntries(file: RandomAccess, most: number): Promise<ZipEntry[]> {
  const tailFrom = Math.max(0, file.size - longestEnd);
  const tail = await bytesIn(file, tailFrom, file.size);
  const end = findEnd(tail);
  if (end === null) throw new ZipFault('no-zip', null);
  const [count, length, from] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count === 0xffff || length === 0xffffffff || from === 0xffffffff) throw new ZipFault('zip64', null);
  if (count > most || length > most * entryLength) throw new ZipFault('too-many', null);
  // One disk, and nothing between the directory and its end.
  const isWhole = tail.readUInt32LE(end + 4) === 0 && tail.readUInt16LE(end + 8) === count;
  if (!isWhole || from + length !== tailFrom + end) throw new ZipFault('damaged', null);
  const entries = entriesIn(await bytesIn(file, from, from + length), count).sort((a, b) => a.from - b.from);
  for (const [index, entry] of entries.entries()) {
    entry.end = entries[index + 1]?.from ?? from;
    const least = entry.from + localLength + Buffer.byteLength(entry.name) + entry.packed;
    if (least > entry.end) throw new ZipFault('overlapping', entry.name);
  }
  // Bytes before the first entry are of another file.
  if ((entries[0]?.from ?? from) !== 0) throw new ZipFault('damaged', null);
  return entries;
}

function entriesIn(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === entryMark) {
    const nameLength = directory.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw new ZipFault('damaged', null);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const method = directory.readUInt16LE(at + 10);
    if (directory.readUInt16LE(at + 8) & encrypted) throw new ZipFault('encrypted', name);
    if (method !== 0 && method !== 8) throw new ZipFault('method', name);
    const [packed, size] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)];
    if (packed === 0xffffffff || size === 0xffffffff) throw new ZipFault('zip64', name);
    entries.push({ name, method, packed, size, from: directory.readUInt32LE(at + 42), end: 0 });
    at = next;
  }
  if (entries.length !== count || at !== directory.length) throw new ZipFault('damaged', null);
  return entries;
}

/** The last end record whose comment ends with the file: others may stand in a comment. */
function findEnd(tail: Buffer): number | null {
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endMark && at + endLength + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return null;
}

/** The unpacked bytes of an entry in pieces, as many as the directory says. Throws a ZipFault. */
export async function* entryBytes(file: RandomAccess, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const damaged = new ZipFault('damaged', entry.name);
  if (entry.from + localLength > entry.end) throw damaged;
  const head = await bytesIn(file, entry.from, entry.from + localLength);
  const nameLength = head.readUInt16LE(26);
  const dataFrom = entry.from + localLength + nameLength + head.readUInt16LE(28);
  if (dataFrom + entry.packed > entry.end) throw new ZipFault('overlapping', entry.name);
  const name = await bytesIn(file, entry.from + localLength, entry.from + localLength + nameLength);
  const isSame = name.toString('utf8') === entry.name && head.readUInt16LE(8) === entry.method;
  if (head.readUInt32LE(0) !== localMark || !isSame) throw damaged;
  if (head.readUInt16LE(6) & encrypted) throw new ZipFault('encrypted', entry.name);
  const packed = file.read(dataFrom, dataFrom + entry.packed);
  let size = 0;
  for await (const piece of entry.method === 0 ? packed : inflated(packed, entry.packed, damaged)) {
    size += piece.length;
    if (size > entry.size) throw damaged;
    yield piece;
  }
  if (size !== entry.size) throw damaged;
}

/** Throws `damaged` where the bytes do not unpack, or not all of them are of what is unpacked. */
async function* inflated(
  packed: AsyncIterable<Uint8Array>,
  length: number,
  damaged: ZipFault,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  const inflate = createInflateRaw();
  // An error of the source would otherwise be nobody's.
  source.once('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    for await (const piece of inflate) yield piece;
  } catch (error) {
    const isOfZip = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    throw isOfZip ? damaged : error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
  if (inflate.bytesWritten !== length) throw damaged;
}

/** A short stretch of a file. Throws a ZipFault where the file ends before it. */
async function bytesIn(file: RandomAccess, from: number, to: number): Promise<Buffer> {
  if (to > file.size) throw new ZipFault('damaged', null);
  const pieces: Uint8Array[] = [];
  for await (const piece of file.read(from, to)) pieces.push(piece);
  return Buffer.concat(pieces);
}
