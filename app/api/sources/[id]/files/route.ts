import { z } from 'zod';
import { keepBytes } from '#lib/data/blobs/blobs';
import { requestHash } from '#lib/data/history/change-log';
import { textOfFile } from '#lib/data/sources/file-texts';
import { addFile, filesOf, isSourceThere } from '#lib/data/sources/source-files';
import { Id } from '#lib/domain/fields';
import { kindOfType, megabyte, tidyFileName } from '#lib/domain/files/source-file';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { env } from '#lib/server/env';
import { piecesOf } from '#lib/server/http/request-body';
import { postRoute } from '#lib/server/post-route';
import { readRoute } from '#lib/server/read-route';
import { runApart } from '#lib/server/run-apart';
import { reportError } from '#lib/server/service';

/** The files of a source, the newest first. */
export const GET = readRoute(z.object({ id: Id }), async ({ id }, db, viewer) =>
  (await isSourceThere(db, id, viewer)) ? accept(await filesOf(db, id, viewer)) : refuse('not-found'),
);

/** Keeps a file of a source as it comes in. `name`: what the file is called. */
export const POST = postRoute(
  'sources.addFile',
  'add-evidence',
  async (request, { writer, actor, params, query }): Promise<Result<{ name: string }>> => {
    const id = Id.safeParse(params.id);
    if (!id.success || !(await isSourceThere(writer.db, id.data, actor))) return refuse('not-found');
    const name = tidyFileName(query.get('name') ?? '');
    if (name === '') return refuse('text-missing', { field: 'name' });
    let mediaType = '';
    const look = async (head: Uint8Array, isWhole: boolean): Promise<Refusal | null> => {
      const type = await runApart('media-type', { head, isWhole });
      if (!type.ok) return type;
      mediaType = type.value ?? '';
      return kindOfType(mediaType) === null ? refuse('file-kind-not-kept') : null;
    };
    const limit = env().CLAIMDESK_FILE_LIMIT * megabyte;
    const kept = await keepBytes(writer.db, piecesOf(request), { limit, now: writer.now, look });
    if (!kept.ok) return kept;
    const file = { sourceId: id.data, hash: kept.value.hash, name, mediaType };
    const added = await addFile({ ...writer, request: requestHash('sources.addFile', file) }, file);
    if (!added.ok) return added;
    // Nobody waits for it, and what does not come to its end is read when it is asked for.
    void textOfFile(writer.db, { ...kept.value, mediaType }).catch(reportError);
    return accept({ name });
  },
);
