import { originalOf } from '#lib/data/sources/snapshots';
import { Id } from '#lib/domain/fields';
import { nameWithEnding } from '#lib/domain/files/source-file';
import { refuse } from '#lib/domain/refusal';
import { database, noted } from '#lib/server/database';
import { blobAnswer } from '#lib/server/http/blob-answer';
import { contentDisposition } from '#lib/server/http/content-disposition';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { currentPerson } from '#lib/server/session/session';

/** An original byte for byte, as it was fetched or sent: saved, never shown. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await currentPerson();
  if (!viewer) return refusalResponse(refuse('signed-out'));
  try {
    const id = Id.safeParse((await params).id);
    const original = id.success && (await originalOf(database(), id.data, viewer));
    if (!original) return refusalResponse(refuse('not-found'));
    const { title, contentType, hash, size } = original;
    const name = nameWithEnding(title, contentType);
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Disposition': contentDisposition(name) };
    return await blobAnswer(request, { hash, size, name, headers }, viewer.id);
  } catch (error) {
    return refusalResponse(noted(error));
  }
}
