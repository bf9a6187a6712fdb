import { z } from 'zod';
import { recordAuditAlone } from '#lib/data/people/audit';
import { mostTogether } from '#lib/domain/claims/claim-acts-input';
import { foundFormats } from '#lib/domain/exchange/found-formats';
import { Id } from '#lib/domain/fields';
import { refusalOf } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { claimQuery } from '#lib/domain/search/claim-query';
import { database } from '#lib/server/database';
import { deskAddress } from '#lib/server/env';
import { foundClaimsFile } from '#lib/server/export-claims';
import { contentDisposition } from '#lib/server/http/content-disposition';
import { spendDownload } from '#lib/server/http/rate-limit';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { streamOf } from '#lib/server/http/stream';
import { currentOrigin } from '#lib/server/session/origin';
import { currentPerson } from '#lib/server/session/session';
import { exportWords } from '../../../i18n/export-words';
import { readersLocale } from '../../../i18n/request';

const Asked = z.object({
  format: z.enum(foundFormats).default('csv'),
  /** Claims that were selected, in their order, with commas between; they take the place of the search. */
  ids: z
    .string()
    .max(mostTogether * 65)
    .transform((text) => text.split(',').filter((id) => Id.safeParse(id).success))
    .pipe(z.array(Id).min(1).max(mostTogether))
    .optional(),
});

/**
 * All claims of a search, or those that were selected, as a file, streamed; the parameters are those of the page. Reading asks for a session; nothing
 * is changed, so no origin is asked for.
 */
export async function GET(request: Request): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const refused = refusalOf(person, 'read') ?? (await spendDownload(person.id));
  if (refused) return refusalResponse(refused);
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const asked = Asked.safeParse(parameters);
  if (!asked.success) return refusalResponse(refuse('invalid-input'));
  const words = exportWords(await readersLocale());
  const setting = { viewer: person, words, desk: deskAddress(request) };
  const { name, type, write } = foundClaimsFile(asked.data.format, asked.data.ids ?? claimQuery(parameters), setting);
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
