import { z } from 'zod';
import { changesSince } from '#lib/data/review/changes-since';
import { refusalOf } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { database } from '#lib/server/database';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { currentPerson } from '#lib/server/session/session';

const Query = z.object({ since: z.coerce.number().int().min(0).max(2_000_000_000) });

/** What brings a view of an article up to date. A route and not an action: actions wait for one another in the browser. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const refused = refusalOf(person, 'read');
  if (refused) return refusalResponse(refused);
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refusalResponse(refuse('invalid-input'));
  const update = await changesSince(database(), (await params).id, query.data.since, person);
  if (!update) return refusalResponse(refuse('not-found'));
  return Response.json(update, { headers: { 'Cache-Control': 'private, no-store' } });
}
