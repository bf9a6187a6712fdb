/**
 * The wrapper of GET routes that the desk's own pages read from: session, permission, input, then the read. Pages use
 * such routes instead of server actions, since a browser runs actions one after another. Reading changes nothing, so
 * the origin is not checked.
 */
import 'server-only';
import type { z } from 'zod';
import type { Database } from '#lib/data/database/database';
import { hasNoNul } from '#lib/domain/fields';
import { refusalOf } from '#lib/domain/people/permission';
import { type Result, refuse } from '#lib/domain/refusal';
import { refusalOfInput } from '#lib/server/action';
import { database, noted } from '#lib/server/database';
import { inTurn } from '#lib/server/http/in-turn';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { currentPerson, type SignedIn } from '#lib/server/session/session';

type Context = { params: Promise<Record<string, string>> };

/**
 * A GET route for signed-in people who may read. `schema` parses the query together with the parts of the path, which
 * take precedence over parameters of the same name. Answers the value as JSON that is never stored, or the refusal with
 * its status. `isLong`: of one person's, only a few run at once (in-turn.ts).
 */
export function readRoute<Schema extends z.ZodType, T>(
  schema: Schema,
  read: (input: z.infer<Schema>, db: Database, viewer: SignedIn) => Promise<Result<T>>,
  { isLong = false }: { isLong?: boolean } = {},
): (request: Request, context: Context) => Promise<Response> {
  return async (request, { params }) => {
    try {
      return await answer(request, await params);
    } catch (error) {
      return refusalResponse(noted(error));
    }
  };

  async function answer(request: Request, params: Record<string, string>): Promise<Response> {
    const viewer = await currentPerson();
    if (!viewer) return refusalResponse(refuse('signed-out'));
    const refused = refusalOf(viewer, 'read');
    if (refused) return refusalResponse(refused);
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const unstorable = Object.entries({ ...asked, ...params }).find((pair) => !pair.every(hasNoNul));
    if (unstorable) return refusalResponse(refuse('value-unstorable', { field: unstorable[0] }));
    const parsed = schema.safeParse({ ...asked, ...params });
    if (!parsed.success) return refusalResponse(refusalOfInput(parsed.error));
    const run = () => read(parsed.data, database(), viewer);
    const found = await (isLong ? inTurn(viewer.id, request.signal, run) : run());
    if (!found.ok) return refusalResponse(found);
    return Response.json(found.value, { headers: { 'Cache-Control': 'private, no-store' } });
  }
}
