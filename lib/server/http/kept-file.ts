/** A file that a browser sends, kept as it comes in, and its text read afterwards. */
import 'server-only';
import { keepBytes } from '#lib/data/blobs/blobs';
import type { Writer } from '#lib/data/history/change-log';
import { type ReadableFile, textOfFile } from '#lib/data/sources/file-texts';
import { kindOfType, megabyte } from '#lib/domain/files/source-file';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { env } from '#lib/server/env';
import { runApart } from '#lib/server/run-apart';
import { reportError } from '#lib/server/service';

/**
 * Keeps the bytes of a file, which are no file yet. Refused as `keepBytes` is, and where its kind is none that is kept, as soon
 * as its first piece says so.
 */
export async function keepSentFile(
  { db, now }: Pick<Writer, 'db' | 'now'>,
  pieces: AsyncIterable<Uint8Array>,
): Promise<Result<ReadableFile>> {
  let mediaType = '';
  const look = async (head: Uint8Array, isWhole: boolean): Promise<Refusal | null> => {
    const type = await runApart('media-type', { head, isWhole });
    if (!type.ok) return type;
    mediaType = type.value ?? '';
    return kindOfType(mediaType) === null ? refuse('file-kind-not-kept') : null;
  };
  const kept = await keepBytes(db, pieces, { limit: env().CLAIMDESK_FILE_LIMIT * megabyte, now, look });
  return kept.ok ? accept({ ...kept.value, mediaType }) : kept;
}

/** Nobody waits for the text, and what does not come to its end is read when it is asked for. */
export function readSoon({ db }: Pick<Writer, 'db'>, file: ReadableFile): void {
  void textOfFile(db, file).catch(reportError);
}
