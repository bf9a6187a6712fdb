import { z } from 'zod';
import { ledgerRows } from '#lib/data/ledger/ledger';
import { refusalOf } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { ledgerCsv, ledgerFormats, ledgerJson } from '#lib/export/ledger/ledger';
import { database } from '#lib/server/database';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { streamOf } from '#lib/server/http/stream';
import { currentPerson } from '#lib/server/session/session';

const Query = z.object({ format: z.enum(ledgerFormats).default('csv') });

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' };

/** The whole ledger as a file, streamed. Reading asks for a session; nothing is changed, so no origin is asked for. */
export async function GET(request: Request): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const refused = refusalOf(person, 'read');
  if (refused) return refusalResponse(refused);
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refusalResponse(refuse('invalid-input'));
  const { format } = query.data;
  const entries = ledgerRows(database(), person);
  const pieces = format === 'csv' ? ledgerCsv(entries) : ledgerJson(entries, new Date());
  return new Response(streamOf(pieces), {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="figures.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
