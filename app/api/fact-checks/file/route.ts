import { addFeed } from '#lib/data/fact-checks/feeds';
import { maxFeedBytes, type Reading } from '#lib/domain/fact-checks/feed';
import { refusalOf } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { ActKey } from '#lib/server/action';
import { database } from '#lib/server/database';
import { keepRead, readApart } from '#lib/server/fact-checks/read-feeds';
import { spendAct } from '#lib/server/http/rate-limit';
import { retryAfter, statusOf } from '#lib/server/http/refusal-response';
import { bytesOf } from '#lib/server/http/request-body';
import { noteRefusal } from '#lib/server/note-refusal';
import { currentPerson, isOwnOrigin } from '#lib/server/session/session';

/**
 * Takes the fact-checks of a file into the pool: a body longer than an action's may be. `name`: what the file is called.
 * Answers with a Result; the header `Idempotency-Key` names the act, as a browser names its actions.
 */
export async function POST(request: Request): Promise<Response> {
  const result = await taken(request);
  if (result.ok) return Response.json(result);
  noteRefusal(result, 'factChecks.file');
  return Response.json(result, { status: statusOf(result.code), headers: retryAfter(result) ?? {} });
}

async function taken(request: Request): Promise<Result<{ name: string; reading: Reading }>> {
  if (!(await isOwnOrigin())) return refuse('foreign-origin');
  const actor = await currentPerson();
  if (!actor) return refuse('signed-out');
  const refused = (await spendAct(actor.id)) ?? refusalOf(actor, 'manage-fact-checks');
  if (refused) return refused;
  const bytes = await bytesOf(request, maxFeedBytes);
  if (bytes === null) return refuse('feed-too-large', { values: { limit: maxFeedBytes / 1024 / 1024 } });
  const read = await readApart({ bytes, charset: null, url: null });
  if (!read.ok) return read;
  // Pages belong to an address that is read again and again.
  if (read.value.pages.length > 0) return refuse('feed-of-pages');
  const db = database();
  const now = new Date();
  const name = new URL(request.url).searchParams.get('name')?.replaceAll('\0', '') || 'ClaimReview';
  const key = ActKey.safeParse(request.headers.get('idempotency-key') ?? undefined).data;
  const added = await addFeed({ db, actorId: actor.id, role: actor.role, now, key }, { name, url: null });
  if (!added.ok) return added;
  const feed = { id: added.value.id, seenPages: [], etag: null, lastModified: null };
  const fetch = async () => refuse('feed-of-pages');
  return accept({ name, reading: await keepRead(db, feed, read.value, { fetch, now, isFile: true }) });
}
