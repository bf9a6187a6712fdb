import { recordAuditAlone } from '#lib/data/people/audit';
import { stampOf } from '#lib/data/sources/snapshots';
import { Id } from '#lib/domain/fields';
import { refuse } from '#lib/domain/refusal';
import { database, noted } from '#lib/server/database';
import { contentDisposition } from '#lib/server/http/content-disposition';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { currentOrigin } from '#lib/server/session/origin';
import { currentPerson } from '#lib/server/session/session';

/** The time stamp of a capture (a TimeStampToken of RFC 3161), for whoever wants to hold it against the original. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await currentPerson();
  if (!viewer) return refusalResponse(refuse('signed-out'));
  try {
    const id = Id.safeParse((await params).id);
    const stamp = id.success && (await stampOf(database(), id.data, viewer));
    if (!stamp) return refusalResponse(refuse('not-found'));
    const name = `${stamp.title}.tst`;
    const { network } = await currentOrigin();
    const taken = { kind: 'exported', details: { what: name } } as const;
    await recordAuditAlone(database(), { actorId: viewer.id, now: new Date(), network }, taken);
    return new Response(new Uint8Array(stamp.token), {
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': contentDisposition(name),
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (error) {
    return refusalResponse(noted(error));
  }
}
