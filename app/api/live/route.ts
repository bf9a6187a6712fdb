import { z } from 'zod';
import { articleHead } from '#lib/data/articles/articles';
import { Id } from '#lib/domain/fields';
import { refusalOf } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';
import { spendAct } from '#lib/server/http/rate-limit';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { jsonOf } from '#lib/server/http/request-body';
import { live } from '#lib/server/live/live';
import { currentSession, isOwnOrigin } from '#lib/server/session/session';

export const dynamic = 'force-dynamic';

const Query = z.object({ article: Id, tab: Id });

/**
 * Server-sent events about one article: the number of its last change, at once and whenever there is a new one. A browser
 * that names an older number, by Last-Event-ID or by its own state, sees so that it is behind; none is skipped, since what
 * changed in between is read from the number that the browser has.
 */
export async function GET(request: Request): Promise<Response> {
  const session = await currentSession();
  if (!session) return refusalResponse(refuse('signed-out'));
  const { person, id: sessionId } = session;
  const refused = refusalOf(person, 'read') ?? (await spendAct(person.id));
  if (refused) return refusalResponse(refused);
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refusalResponse(refuse('invalid-input'));
  const { article: articleId, tab } = query.data;
  const article = await articleHead(database(), articleId);
  if (!article) return refusalResponse(refuse('not-found'));
  const limit = env().CLAIMDESK_STREAM_LIMIT;
  if (live().streamsOf(person.id) >= limit) return refusalResponse(refuse('too-many-streams', { values: { limit } }));
  const seat = { articleId, tab, sessionId, person: { id: person.id, name: person.name } };
  return new Response(live().open(seat, article.seq, request.signal), {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform keeps compression, which would hold events back until a block is full, away from the stream.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

/** Most bytes of a note: three ids. */
const maxBody = 2_000;

const Look = z.object({ article: Id, tab: Id, claim: Id.nullable() });

/** Notes which claim a person looks at, for those who have the article open too. */
export async function POST(request: Request): Promise<Response> {
  if (!(await isOwnOrigin())) return refusalResponse(refuse('foreign-origin'));
  const session = await currentSession();
  if (!session) return refusalResponse(refuse('signed-out'));
  const sent = await jsonOf(request, maxBody);
  if (!sent.ok) return refusalResponse(sent);
  const look = Look.safeParse(sent.value);
  if (!look.success) return refusalResponse(refuse('invalid-input'));
  const { article: articleId, tab, claim } = look.data;
  live().look({ articleId, personId: session.person.id, tab }, claim);
  return new Response(null, { status: 204 });
}
