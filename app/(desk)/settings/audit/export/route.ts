import { auditLines, recordAuditAlone } from '#lib/data/people/audit';
import { AuditFilter } from '#lib/domain/people/audit-input';
import { refusalOf } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { deskToday } from '#lib/domain/statistics/days';
import { auditCsv } from '#lib/export/audit';
import { database } from '#lib/server/database';
import { contentDisposition } from '#lib/server/http/content-disposition';
import { spendDownload } from '#lib/server/http/rate-limit';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { streamOf } from '#lib/server/http/stream';
import { currentOrigin } from '#lib/server/session/origin';
import { currentPerson } from '#lib/server/session/session';
import { auditWords } from '../../../../i18n/audit';
import { readersLocale } from '../../../../i18n/request';

/** The lines of the audit trail that a filter asks for as CSV, streamed, for admins. */
export async function GET(request: Request): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const refused = refusalOf(person, 'read-audit') ?? (await spendDownload(person.id));
  if (refused) return refusalResponse(refused);
  const filter = AuditFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [{ network }, locale] = await Promise.all([currentOrigin(), readersLocale()]);
  const now = new Date();
  const name = `audit trail ${deskToday(now)}.csv`;
  await recordAuditAlone(
    database(),
    { actorId: person.id, now, network },
    { kind: 'exported', details: { what: name } },
  );
  return new Response(streamOf(auditCsv(auditLines(database(), filter), auditWords(locale))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': contentDisposition(name),
      'Cache-Control': 'private, no-store',
    },
  });
}
