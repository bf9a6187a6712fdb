import { z } from 'zod';
import { recordAuditAlone } from '#lib/data/people/audit';
import { refusalOf } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { ledgerFormats } from '#lib/export/ledger/ledger';
import { database } from '#lib/server/database';
import { ledgerFile } from '#lib/server/export-article';
import { contentDisposition } from '#lib/server/http/content-disposition';
import { spendDownload } from '#lib/server/http/rate-limit';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { streamOf } from '#lib/server/http/stream';
import { currentOrigin } from '#lib/server/session/origin';
import { currentPerson } from '#lib/server/session/session';

const Query = z.object({ format: z.enum(ledgerFormats).default('csv') });

/** The whole ledger as a file, streamed. Reading asks for a session; nothing is changed, so no origin is asked for. */
export async function GET(request: Request): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const refused = refusalOf(person, 'read') ?? (await spendDownload(person.id));
  if (refused) return refusalResponse(refused);
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refusalResponse(refuse('invalid-input'));
  const { name, type, write } = ledgerFile(query.data.format, person);
  const { network } = await currentOrigin();
  await recordAuditAlone(
    database(),
    { actorId: person.id, now: new Date(), network },
    { kind: 'exported', details: { what: name } },
  );
  return new Response(streamOf(write()), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': contentDisposition(name),
      'Cache-Control': 'private, no-store',
    },
  });
}
