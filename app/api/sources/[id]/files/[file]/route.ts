import { blobBytes } from '#lib/data/blobs/blobs';
import { recordAuditAlone } from '#lib/data/people/audit';
import { fileBytes } from '#lib/data/sources/source-files';
import { Id } from '#lib/domain/fields';
import { isShownInBrowser } from '#lib/domain/files/source-file';
import { refuse } from '#lib/domain/refusal';
import { database, noted } from '#lib/server/database';
import { contentDisposition } from '#lib/server/export-article';
import { isKnown } from '#lib/server/http/etag';
import { partOf } from '#lib/server/http/range';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { streamOf } from '#lib/server/http/stream';
import { currentOrigin } from '#lib/server/session/origin';
import { currentPerson } from '#lib/server/session/session';

type Context = { params: Promise<{ id: string; file: string }> };

/**
 * A file of a source, whole or a part of it (RFC 9110 §14). What browsers show themselves is shown where `show` is asked for,
 * without script and links out of it; everything else is only saved.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await currentPerson();
  if (!viewer) return refusalResponse(refuse('signed-out'));
  try {
    const place = await params;
    const [id, file] = [Id.safeParse(place.id), Id.safeParse(place.file)];
    if (!id.success || !file.success) return refusalResponse(refuse('not-found'));
    const found = await fileBytes(database(), { id: id.data, file: file.data }, viewer);
    if (!found) return refusalResponse(refuse('not-found'));
    const { hash, mediaType, name, size } = found;
    const isShown = isShownInBrowser(mediaType);
    const asked = new URL(request.url).searchParams;
    const disposition = contentDisposition(name);
    const etag = `"${hash}"`;
    const headers = {
      ...kept,
      ETag: etag,
      'Accept-Ranges': 'bytes',
      'Content-Type': isShown ? mediaType : 'application/octet-stream',
      'Content-Disposition': isShown && asked.has('show') ? disposition.replace('attachment', 'inline') : disposition,
    };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    const part = partOf(request.headers, { size, etag });
    if (part === 'outside')
      return new Response(null, { status: 416, headers: { ...kept, 'Content-Range': `bytes */${size}` } });
    const { from, to } = part ?? { from: 0, to: size };
    if (from === 0) await noteTaken(viewer.id, name);
    return new Response(streamOf(blobBytes(database(), hash, { from, to })), {
      status: part ? 206 : 200,
      headers: {
        ...headers,
        'Content-Length': String(to - from),
        ...(part && { 'Content-Range': `bytes ${from}-${to - 1}/${size}` }),
      },
    });
  } catch (error) {
    return refusalResponse(noted(error));
  }
}

/** Who took a file off the desk stands in its trail; the parts that follow a first one are of the same taking. */
async function noteTaken(actorId: string, name: string): Promise<void> {
  const { network } = await currentOrigin();
  await recordAuditAlone(
    database(),
    { actorId, now: new Date(), network },
    { kind: 'exported', details: { what: name } },
  );
}

/** The browser may keep a file, and asks each time whether it may still be seen. next.config.js gives it its policy. */
const kept = { 'Cache-Control': 'private, no-cache' };
