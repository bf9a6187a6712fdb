/**
 * A ZIP package in pieces: parts are created, compressed and sent one after another, so that a package of any length
 * needs the memory of one piece. The same parts always give the same bytes.
 */
import { Zip, ZipDeflate } from 'fflate';
import { inPieces } from './pieces';

/**
 * The text of a part is read only after the parts before it are written, so it may contain what was found while writing
 * them.
 */
export type ZipPart = { name: string; text: Iterable<string> | AsyncIterable<string> };

/** The first moment a ZIP can name (PKWARE APPNOTE 4.4.6), as Word writes it itself; in local time, as the library reads it. */
const epoch = new Date(1980, 0, 1);

/**
 * Matches are looked up in 2^14 places (12 + 2). By default the library allocates 2^20 for each part and keeps them to
 * the end.
 */
const compression = { level: 6, mem: 2 } as const;

/** If the reader stops early, no further text is read and nothing is left open. */
export async function* zipPieces(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
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
  for (const { name, text } of parts) {
    const entry = new ZipDeflate(name, compression);
    entry.mtime = epoch;
    zip.add(entry);
    for await (const piece of inPieces(text)) {
      entry.push(encoder.encode(piece));
      if (written.length > 0) yield taken();
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  yield taken();
}
