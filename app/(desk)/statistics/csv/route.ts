import { z } from 'zod';
import { recordAuditAlone } from '#lib/data/people/audit';
import { deskStatistics } from '#lib/data/statistics/statistics';
import { refusalOf } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { deskToday, deskZone } from '#lib/domain/statistics/days';
import { tableNames } from '#lib/domain/statistics/statistics';
import { statisticsQuery } from '#lib/domain/statistics/statistics-query';
import { tableCsv } from '#lib/export/table';
import { database } from '#lib/server/database';
import { contentDisposition } from '#lib/server/http/content-disposition';
import { spendDownload } from '#lib/server/http/rate-limit';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { currentOrigin } from '#lib/server/session/origin';
import { currentPerson } from '#lib/server/session/session';
import { readersLocale } from '../../../i18n/request';
import { statisticsWords } from '../../../i18n/statistics';
import { tableOf } from '../tables';

const Asked = z.object({ table: z.enum(tableNames) });

/** One table of the statistics as CSV; the other parameters are those of the page. */
export async function GET(request: Request): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const refused = refusalOf(person, 'read-statistics') ?? (await spendDownload(person.id));
  if (refused) return refusalResponse(refused);
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const asked = Asked.safeParse(parameters);
  if (!asked.success) return refusalResponse(refuse('invalid-input'));
  const now = new Date();
  const query = statisticsQuery(parameters);
  const words = statisticsWords(await readersLocale());
  const statistics = await deskStatistics(database(), query, person, { now, zone: deskZone() });
  const { name, columns, rows } = tableOf[asked.data.table]({ statistics, query, words });
  const file = words.t('file', { table: words.t(`${name}.title`), date: deskToday(now) });
  const { network } = await currentOrigin();
  await recordAuditAlone(
    database(),
    { actorId: person.id, now, network },
    { kind: 'exported', details: { what: file } },
  );
  const csv = tableCsv(
    columns.map(({ label, inFile }) => inFile ?? label),
    rows.map(({ cells }) => cells.map(({ value }) => value)),
  );
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': contentDisposition(file),
      'Cache-Control': 'private, no-store',
    },
  });
}
