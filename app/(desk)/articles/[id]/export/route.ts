import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { recordAuditAlone } from '#lib/data/people/audit';
import { readListRequest } from '#lib/domain/exchange/claim-list-input';
import { frameOf, lastFrame } from '#lib/domain/exchange/progress-frames';
import { Id } from '#lib/domain/fields';
import { refuse } from '#lib/domain/refusal';
import { previewOf } from '#lib/export/preview';
import { database } from '#lib/server/database';
import { deskAddress } from '#lib/server/env';
import { exportFile, exportSetting } from '#lib/server/export-article';
import { contentDisposition } from '#lib/server/http/content-disposition';
import { spendAct, spendDownload } from '#lib/server/http/rate-limit';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { streamOf } from '#lib/server/http/stream';
import { currentOrigin } from '#lib/server/session/origin';
import { currentPerson } from '#lib/server/session/session';
import { exportWords } from '../../../../i18n/export-words';
import { readersLocale } from '../../../../i18n/request';

/**
 * An article's claims as a file, streamed; or the beginning of one, or a file in frames (progress-frames.ts) for a page that
 * shows how far it has come. Reading asks for a session; nothing is changed, so no origin is asked for.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const asked = readListRequest(new URL(request.url).searchParams);
  if (!asked) return refusalResponse(refuse('invalid-input'));
  const refused = await (asked.as === 'preview' ? spendAct(person.id) : spendDownload(person.id));
  if (refused) return refusalResponse(refused);
  const id = Id.safeParse((await params).id);
  const view = id.success && (await articleWithClaims(database(), id.data, person));
  if (!view) return refusalResponse(refuse('not-found'));
  const { filter, format, withConfidential } = asked;
  const words = exportWords(await readersLocale());
  const desk = deskAddress(request);
  const setting = await exportSetting(view, format, { viewer: person, words, desk, withConfidential });
  if (!setting.ok) return refusalResponse(setting);
  if (asked.as === 'preview') {
    return Response.json(await previewOf(view, filter, format, setting.value), { headers: notKept });
  }
  const file = exportFile(view, filter, format, setting.value);
  const { network } = await currentOrigin();
  await recordAuditAlone(
    database(),
    { actorId: person.id, now: new Date(), network },
    { kind: 'exported', details: { what: withConfidential ? `${file.name} (confidential)` : file.name } },
  );
  const isFramed = asked.as === 'frames';
  let written = 0;
  const onClaim = (count: number) => {
    written = count;
  };
  const pieces = file.write(onClaim);
  return new Response(streamOf(isFramed ? framed(pieces, () => written) : pieces), {
    headers: {
      ...notKept,
      'Content-Type': isFramed ? 'application/octet-stream' : file.type,
      'Content-Disposition': contentDisposition(file.name),
      'X-Claims': String(file.count),
    },
  });
}

const notKept = { 'Cache-Control': 'private, no-store' };

async function* framed(pieces: AsyncGenerator<string | Uint8Array>, written: () => number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) {
    const part = typeof piece === 'string' ? encoder.encode(piece) : piece;
    if (part.length > 0) yield frameOf(written(), part);
  }
  yield lastFrame(written());
}
