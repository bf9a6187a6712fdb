import { fileBytes } from '#lib/data/sources/source-files';
import { Id } from '#lib/domain/fields';
import { isShownInBrowser } from '#lib/domain/files/source-file';
import { refuse } from '#lib/domain/refusal';
import { database, noted } from '#lib/server/database';
import { blobAnswer } from '#lib/server/http/blob-answer';
import { contentDisposition } from '#lib/server/http/content-disposition';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { currentPerson } from '#lib/server/session/session';

type Context = { params: Promise<{ id: string; file: string }> };

/**
 * A file of a source, whole or a part of it. What browsers show themselves is shown where `show` is asked for, without script
 * and links out of it; everything else is only saved. next.config.js gives it its policy.
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
    const { hash, mediaType, name, size, isConfidential } = found;
    const isShown = isShownInBrowser(mediaType);
    const asked = new URL(request.url).searchParams;
    const disposition = contentDisposition(name);
    const headers = {
      'Content-Type': isShown ? mediaType : 'application/octet-stream',
      'Content-Disposition': isShown && asked.has('show') ? disposition.replace('attachment', 'inline') : disposition,
      ...(isConfidential && { 'Cache-Control': 'private, no-store' }),
    };
    return await blobAnswer(request, { hash, size, name: isConfidential ? null : name, headers }, viewer.id);
  } catch (error) {
    return refusalResponse(noted(error));
  }
}
