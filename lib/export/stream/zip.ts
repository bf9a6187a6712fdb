/**
 * A ZIP package in pieces: parts are created, compressed and sent one after another, so that a package of any length
 * needs the memory of one piece. The same parts always give the same bytes.
 */
import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { inPieces } from './pieces';

/**
 * What a part holds is read only after the parts before it are written, so it may contain what was found while writing
 * them. `isPacked`: bytes that compression would not make fewer, which are stored as they are.
 */
export type ZipPart =
  | { name: string; text: Iterable<string> | AsyncIterable<string> }
  | { name: string; bytes: AsyncIterable<Uint8Array>; isPacked: boolean };

/** The first moment a ZIP can name (PKWARE APPNOTE 4.4.6), as Word writes it itself; in local time, as the library reads it. */
const epoch = new Date(1980, 0, 1);

/**
 * Matches are looked up in 2^14 places (12 + 2). By default the library allocates 2^20 for each part and keeps them to
 * the end.
 */
const compression = { level: 6, mem: 2 } as const;

/** If the reader stops early, no further text is read and nothing is left open. */
export async function* zipPieces(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  let written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) written.push(bytes);
  });
  const taken = () => {
    const piece = Buffer.concat(written);
    written = [];
    return piece;
  };
  for (const part of parts) {
    const isStored = 'bytes' in part && part.isPacked;
    const entry = isStored ? new ZipPassThrough(part.name) : new ZipDeflate(part.name, compression);
    entry.mtime = epoch;
    zip.add(entry);
    for await (const piece of 'bytes' in part ? withTurns(part.bytes) : encoded(part.text)) {
      entry.push(piece);
      if (written.length > 0) yield taken();
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  yield taken();
}

/** Texts as bytes, in pieces worth sending. */
export async function* encoded(text: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of inPieces(text)) yield encoder.encode(piece);
}

/** Between two pieces, the server's other work gets its turn. */
async function* withTurns(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    yield piece;
    await setImmediate();
  }
}
