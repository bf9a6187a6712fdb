/**
 * The wrapper of POST routes by which the desk's own pages send files: a body that is longer than an action's may be, and is
 * read as it comes. It asks what the wrapper of actions asks (action.ts): origin, session, limit, permission.
 */
import 'server-only';
import type { Writer } from '#lib/data/history/change-log';
import { type Act, refusalOf } from '#lib/domain/people/permission';
import { type Result, refuse } from '#lib/domain/refusal';
import { ActKey } from '#lib/server/action';
import { database, noted } from '#lib/server/database';
import { spendAct } from '#lib/server/http/rate-limit';
import { retryAfter, statusOf } from '#lib/server/http/refusal-response';
import { noteRefusal } from '#lib/server/note-refusal';
import { currentPerson, isOwnOrigin, type SignedIn } from '#lib/server/session/session';

type Setting = { writer: Writer; actor: SignedIn; params: Record<string, string>; query: URLSearchParams };
type Context = { params: Promise<Record<string, string>> };

/**
 * A POST route for signed-in people who may do `act`; `name` is told to the log. Answers with a Result; the header
 * `Idempotency-Key` names the act, as a browser names its actions.
 */
export function postRoute<T>(
  name: string,
  act: Act,
  take: (request: Request, setting: Setting) => Promise<Result<T>>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, { params }) => {
    const result = await taken(request, await params).catch(noted);
    if (result.ok) return Response.json(result);
    noteRefusal(result, name);
    return Response.json(result, { status: statusOf(result.code), headers: retryAfter(result) ?? {} });
  };

  async function taken(request: Request, params: Record<string, string>): Promise<Result<T>> {
    if (!(await isOwnOrigin())) return refuse('foreign-origin');
    const actor = await currentPerson();
    if (!actor) return refuse('signed-out');
    const refused = (await spendAct(actor.id)) ?? refusalOf(actor, act);
    if (refused) return refused;
    const key = ActKey.safeParse(request.headers.get('idempotency-key') ?? undefined).data;
    const writer = { db: database(), actorId: actor.id, role: actor.role, now: new Date(), key };
    return take(request, { writer, actor, params, query: new URL(request.url).searchParams });
  }
}
