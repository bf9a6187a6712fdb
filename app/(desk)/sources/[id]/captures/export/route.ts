import { blobBytes } from '#lib/data/blobs/blobs';
import { recordAuditAlone } from '#lib/data/people/audit';
import { originalsOf } from '#lib/data/sources/captures';
import { readSource } from '#lib/data/sources/sources';
import { Id } from '#lib/domain/fields';
import { refusalOf } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { waczPieces } from '#lib/export/wacz/wacz';
import { database, noted } from '#lib/server/database';
import { contentDisposition } from '#lib/server/http/content-disposition';
import { spendDownload } from '#lib/server/http/rate-limit';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { streamOf } from '#lib/server/http/stream';
import { currentOrigin } from '#lib/server/session/origin';
import { currentPerson } from '#lib/server/session/session';

/** The captures of a source as a web archive (WACZ), streamed. Nothing but the trail is written, so no origin is asked for. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await currentPerson();
  if (!viewer) return refusalResponse(refuse('signed-out'));
  const refused = refusalOf(viewer, 'read') ?? (await spendDownload(viewer.id));
  if (refused) return refusalResponse(refused);
  try {
    const db = database();
    const id = Id.safeParse((await params).id);
    const source = id.success ? await readSource(db, id.data, viewer) : null;
    const captures = source ? await originalsOf(db, source.id, viewer) : [];
    if (!source || captures.length === 0) return refusalResponse(refuse('not-found'));
    const now = new Date();
    const name = `${source.title}.wacz`;
    const { network } = await currentOrigin();
    const taken = { kind: 'exported', details: { what: name } } as const;
    await recordAuditAlone(db, { actorId: viewer.id, now, network }, taken);
    const archived = captures.map((one) => ({
      ...one,
      bytes: () => blobBytes(db, one.hash, { from: 0, to: one.size }),
    }));
    return new Response(streamOf(waczPieces(archived, { title: source.title, created: now.toISOString() })), {
      headers: {
        'Content-Type': 'application/wacz',
        'Content-Disposition': contentDisposition(name),
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (error) {
    return refusalResponse(noted(error));
  }
}
