/**
 * Inspects a ZIP file before anything unpacks it. The sizes in its directory cannot be trusted, so every part that will
 * be read is unpacked here first, within one limit for all of them.
 *
 * Layout: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).
 */
import { inflateRawSync } from 'node:zlib';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const longestEnd = 22 + 65_535;
/** A Word document has about twenty parts plus its pictures. */
const mostEntries = 5_000;

/**
 * The names of the entries that `isRead` selects, if together they unpack to at most `limit` bytes. Otherwise why not;
 * `damaged`: not a readable ZIP.
 */
export function probeZip(
  bytes: Uint8Array,
  isRead: (name: string) => boolean,
  limit: number,
): { ok: true; names: string[] } | { ok: false; code: 'damaged' | 'too-large' } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = { ok: false, code: 'damaged' } as const;
  try {
    const end = findEnd(buffer);
    if (end === null) return damaged;
    const count = buffer.readUInt16LE(end + 10);
    if (count > mostEntries) return { ok: false, code: 'too-large' };
    const names: string[] = [];
    let left = limit;
    let at = buffer.readUInt32LE(end + 16);
    for (let entry = 0; entry < count; entry += 1) {
      if (buffer.readUInt32LE(at) !== entryMark) return damaged;
      const nameLength = buffer.readUInt16LE(at + 28);
      const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
      names.push(name);
      if (isRead(name)) {
        const length = unpackedLength(buffer, at, left);
        if (length === null) return damaged;
        if (length > left) return { ok: false, code: 'too-large' };
        left -= length;
      }
      at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    }
    return { ok: true, names };
  } catch {
    // A position beyond the end of the file, or bytes that do not unpack.
    return damaged;
  }
}

function findEnd(buffer: Buffer): number | null {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - longestEnd); at -= 1) {
    if (buffer.readUInt32LE(at) === endMark) return at;
  }
  return null;
}

/**
 * The number of bytes that an entry unpacks to, or more than `limit`; null for a compression that Word does not use.
 */
function unpackedLength(buffer: Buffer, at: number, limit: number): number | null {
  const method = buffer.readUInt16LE(at + 10);
  const packed = buffer.readUInt32LE(at + 20);
  const stated = buffer.readUInt32LE(at + 24);
  const local = buffer.readUInt32LE(at + 42);
  if (buffer.readUInt32LE(local) !== localMark) return null;
  if (stated > limit) return stated;
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  const data = buffer.subarray(start, start + packed);
  if (method === 0) return data.length;
  if (method !== 8) return null;
  try {
    return inflateRawSync(data, { maxOutputLength: limit + 1 }).length;
  } catch (error) {
    if (error instanceof RangeError) return limit + 1;
    throw error;
  }
}
