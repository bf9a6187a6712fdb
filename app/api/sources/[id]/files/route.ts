import { z } from 'zod';
import { requestHash } from '#lib/data/history/change-log';
import { addFile, filesOf, isSourceThere } from '#lib/data/sources/source-files';
import { Id } from '#lib/domain/fields';
import { FileReaders } from '#lib/domain/files/readers-input';
import { tidyFileName } from '#lib/domain/files/source-file';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { keepSentFile, readSoon } from '#lib/server/http/kept-file';
import { piecesOf } from '#lib/server/http/request-body';
import { postRoute } from '#lib/server/post-route';
import { readRoute } from '#lib/server/read-route';

/** The files of a source, the newest first. */
export const GET = readRoute(z.object({ id: Id }), async ({ id }, db, viewer) =>
  (await isSourceThere(db, id, viewer)) ? accept(await filesOf(db, id, viewer)) : refuse('not-found'),
);

/**
 * Keeps a file of a source as it comes in. `name`: what the file is called. `confidential`: whether only some see it, the people
 * of each `reader` and whoever sends it.
 */
export const POST = postRoute(
  'sources.addFile',
  'add-evidence',
  async (request, { writer, actor, params, query }): Promise<Result<{ name: string }>> => {
    const id = Id.safeParse(params.id);
    if (!id.success || !(await isSourceThere(writer.db, id.data, actor))) return refuse('not-found');
    const name = tidyFileName(query.get('name') ?? '');
    if (name === '') return refuse('text-missing', { field: 'name' });
    const readers = FileReaders.safeParse(query.has('confidential') ? query.getAll('reader') : null);
    if (!readers.success) return refuse('invalid-input', { field: 'readers' });
    const kept = await keepSentFile(writer, piecesOf(request));
    if (!kept.ok) return kept;
    const { hash, mediaType } = kept.value;
    const file = { sourceId: id.data, hash, name, mediaType, readers: readers.data };
    const added = await addFile({ ...writer, request: requestHash('sources.addFile', file) }, file);
    if (!added.ok) return added;
    readSoon(writer, kept.value);
    return accept({ name });
  },
);
