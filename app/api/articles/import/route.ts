import { z } from 'zod';
import { importArticle } from '#lib/data/exchange/import-article';
import { ArticleFile } from '#lib/domain/exchange/article-file';
import { liftArticleFile } from '#lib/domain/exchange/article-file-1';
import { refusalOf } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { ActKey } from '#lib/server/action';
import { database } from '#lib/server/database';
import { statusOf } from '#lib/server/http/refusal-response';
import { textOf } from '#lib/server/http/request-body';
import { currentPerson, isOwnOrigin } from '#lib/server/session/session';

/** Several times what an article of the greatest length with 5,000 judged claims takes (bytes). */
const maxBytes = 64_000_000;

/**
 * Brings an article in from the file that a desk exported: a body longer than an action's may be. Answers with a Result; the
 * header `Idempotency-Key` names the act, as a browser names its actions.
 */
export async function POST(request: Request): Promise<Response> {
  const result = await imported(request);
  return Response.json(result, { status: result.ok ? 200 : statusOf(result.code) });
}

async function imported(request: Request): Promise<Result<{ id: string }>> {
  if (!(await isOwnOrigin())) return refuse('foreign-origin');
  const actor = await currentPerson();
  if (!actor) return refuse('signed-out');
  const refused = refusalOf(actor, 'import-article');
  if (refused) return refused;
  const text = await textOf(request, maxBytes);
  if (!text.ok) {
    return text.code === 'not-json'
      ? refuse('article-file-unknown')
      : refuse('article-file-too-large', { values: { limit: maxBytes / 1e6 } });
  }
  const file = fileIn(text.value);
  if (!file.ok) return file;
  const key = ActKey.safeParse(request.headers.get('idempotency-key') ?? undefined).data;
  return importArticle({ db: database(), actorId: actor.id, role: actor.role, now: new Date(), key }, file.value);
}

function fileIn(text: string): Result<ArticleFile> {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return refuse('article-file-unknown');
  }
  const known = z.object({ format: z.literal('claimdesk-article'), version: z.literal([1, 2]) }).safeParse(written);
  if (!known.success) return refuse('article-file-unknown');
  const read = ArticleFile.safeParse(liftArticleFile(written));
  if (read.success) return accept(read.data);
  return refuse('article-file-broken', { values: { where: read.error.issues[0]?.path.join('.') || '1' } });
}
