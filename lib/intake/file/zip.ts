/**
 * Unpacks parts of a ZIP file from strangers. Nothing that the file says of itself is believed: entries are counted as
 * they are met, and sizes as bytes come out, so that no part costs more than its share, whatever its name.
 *
 * Layout: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).
 */
import { inflateRawSync } from 'node:zlib';

export const endMark = 0x06054b50;
export const entryMark = 0x02014b50;
export const localMark = 0x04034b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
export const endLength = 22;
export const longestEnd = endLength + 65_535;
/** Bit 0 of the flags: the entry is encrypted (section 4.4.4). */
export const encrypted = 1;

/** What a file may hold: entries of any name; bytes that its wanted entries unpack to, in all and for each packed byte. */
export type ZipLimits = { entries: number; bytes: number; ratio: number };

/** `damaged`: not a ZIP that can be read, or one whose parts lie in each other. */
export type Unpacked = { ok: true; parts: Record<string, Uint8Array> } | { ok: false; code: 'damaged' | 'too-large' };

/** Below this much (bytes), a part may unpack to any number of times its size: short repetitive parts do. */
const freeOfRatio = 1024 * 1024;

type Entry = { name: string; method: number; from: number; dataFrom: number; dataTo: number };

/** Unpacks the entries that `isWanted` names, of two with one name the last. Others are only counted. Never throws. */
export function unpackZip(bytes: Uint8Array, isWanted: (name: string) => boolean, limits: ZipLimits): Unpacked {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = readDirectory(buffer, limits.entries);
    if (!Array.isArray(entries)) return { ok: false, code: entries };
    if (isOverlapping(entries)) return { ok: false, code: 'damaged' };
    const parts: Record<string, Uint8Array> = Object.create(null);
    let left = limits.bytes;
    for (const entry of entries) {
      if (!isWanted(entry.name)) continue;
      const part = unpack(buffer, entry, left, limits.ratio);
      if (typeof part === 'string') return { ok: false, code: part };
      left -= part.length;
      parts[entry.name] = part;
    }
    return { ok: true, parts };
  } catch {
    // A position beyond the end of the file, or bytes that do not unpack.
    return { ok: false, code: 'damaged' };
  }
}

/** The entries, from the start of the directory to its end, however many its end record says that there are. */
function readDirectory(buffer: Buffer, most: number): Entry[] | 'damaged' | 'too-large' {
  const end = findEnd(buffer);
  if (end === null) return 'damaged';
  const directory = buffer.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  let at = directory;
  while (at < end && buffer.readUInt32LE(at) === entryMark) {
    if (entries.length >= most) return 'too-large';
    const flags = buffer.readUInt16LE(at + 8);
    const nameLength = buffer.readUInt16LE(at + 28);
    const from = buffer.readUInt32LE(at + 42);
    if (flags & encrypted || buffer.readUInt32LE(from) !== localMark) return 'damaged';
    // The local header may leave the sizes to a record behind the data, so that only the directory has them.
    const dataFrom = from + 30 + buffer.readUInt16LE(from + 26) + buffer.readUInt16LE(from + 28);
    const dataTo = dataFrom + buffer.readUInt32LE(at + 20);
    if (dataTo > directory) return 'damaged';
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ name, method: buffer.readUInt16LE(at + 10), from, dataFrom, dataTo });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(buffer: Buffer): number | null {
  for (let at = buffer.length - endLength; at >= Math.max(0, buffer.length - longestEnd); at -= 1) {
    if (buffer.readUInt32LE(at) === endMark) return at;
  }
  return null;
}

/** Whether two entries share bytes: so a small file unpacks the same bytes many times over. */
function isOverlapping(entries: readonly Entry[]): boolean {
  const inOrder = [...entries].sort((left, right) => left.from - right.from);
  return inOrder.some(({ from }, index) => from < (inOrder[index - 1]?.dataTo ?? 0));
}

/** An entry's bytes; `damaged` for a compression that Word does not use. */
function unpack(buffer: Buffer, { method, dataFrom, dataTo }: Entry, left: number, ratio: number) {
  const data = buffer.subarray(dataFrom, dataTo);
  const most = Math.min(left, Math.max(freeOfRatio, data.length * ratio));
  if (method === 0) return data.length > most ? 'too-large' : data;
  if (method !== 8) return 'damaged';
  try {
    const unpacked = inflateRawSync(data, { maxOutputLength: most + 1 });
    return unpacked.length > most ? 'too-large' : unpacked;
  } catch (error) {
    if (error instanceof RangeError) return 'too-large';
    throw error;
  }
}
