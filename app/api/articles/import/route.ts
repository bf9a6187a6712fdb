import { createHash } from 'node:crypto';
import { importArticle } from '#lib/data/exchange/import-article';
import { requestHash } from '#lib/data/history/change-log';
import { refusalOf } from '#lib/domain/people/permission';
import { type Result, refuse } from '#lib/domain/refusal';
import { ActKey } from '#lib/server/action';
import { database } from '#lib/server/database';
import { spendAct } from '#lib/server/http/rate-limit';
import { retryAfter, statusOf } from '#lib/server/http/refusal-response';
import { bytesOf } from '#lib/server/http/request-body';
import { noteRefusal } from '#lib/server/note-refusal';
import { runApart } from '#lib/server/run-apart';
import { currentPerson, isOwnOrigin } from '#lib/server/session/session';

/** Several times what an article of the greatest length with 5,000 judged claims takes (bytes). */
const maxBytes = 64_000_000;

/**
 * Brings an article in from the file that a desk exported: a body longer than an action's may be. Answers with a Result; the
 * header `Idempotency-Key` names the act, as a browser names its actions.
 */
export async function POST(request: Request): Promise<Response> {
  const result = await imported(request);
  if (!result.ok) noteRefusal(result, 'articles.import');
  if (result.ok) return Response.json(result);
  return Response.json(result, { status: statusOf(result.code), headers: retryAfter(result) ?? {} });
}

async function imported(request: Request): Promise<Result<{ id: string }>> {
  if (!(await isOwnOrigin())) return refuse('foreign-origin');
  const actor = await currentPerson();
  if (!actor) return refuse('signed-out');
  const refused = (await spendAct(actor.id)) ?? refusalOf(actor, 'import-article');
  if (refused) return refused;
  const bytes = await bytesOf(request, maxBytes);
  if (bytes === null) return refuse('article-file-too-large', { values: { limit: maxBytes / 1e6 } });
  const read = await runApart('read-article-file', bytes);
  if (!read.ok) return read;
  const file = read.value;
  if (!file.ok) return file;
  const key = ActKey.safeParse(request.headers.get('idempotency-key') ?? undefined).data;
  const asked = requestHash('articles.import', createHash('sha256').update(bytes).digest('base64url'));
  const writer = { db: database(), actorId: actor.id, role: actor.role, now: new Date(), key, request: asked };
  return importArticle(writer, file.value);
}
