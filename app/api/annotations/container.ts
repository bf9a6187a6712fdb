import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { deskSettings } from '#lib/data/report/desk';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import { type Actor, refusalOf } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import type { AnnotationSetting } from '#lib/export/annotations/annotations';
import { annotationType } from '#lib/export/annotations/container';
import { bearer } from '#lib/server/api';
import { database } from '#lib/server/database';
import { deskAddress } from '#lib/server/env';
import { conditional } from '#lib/server/http/etag';
import { currentPerson } from '#lib/server/session/session';
import { problem } from '../api';

/** Where the annotations of an article are; ends with a slash, as a container's address must (Protocol § 4). */
const containerAddress = (desk: string, id: string) =>
  new URL(`/api/annotations/${encodeURIComponent(id)}/`, desk).href;

/** Whoever asks: by token where one is sent, else by session. Nothing is changed here, so no origin is asked for. */
async function asker(request: Request): Promise<Result<Actor>> {
  if (request.headers.has('authorization')) return bearer(request, 'read');
  const person = await currentPerson();
  if (!person) return refuse('token-wrong');
  return refusalOf(person, 'read') ?? accept(person);
}

type Made = { document: unknown; headers: Record<string, string> };

/** Answers a request for annotations of an article with a document made of it, null where there is none. */
export async function answerAnnotations(
  request: Request,
  articleId: string,
  make: (view: ArticleWithClaims, setting: AnnotationSetting) => Made | null,
): Promise<Response> {
  try {
    const person = await asker(request);
    if (!person.ok) return problem(request, person);
    const [view, { name }] = await Promise.all([
      articleWithClaims(database(), articleId, person.value),
      deskSettings(database()),
    ]);
    const desk = deskAddress(request);
    const made =
      view &&
      make(view, {
        container: containerAddress(desk, articleId),
        article: new URL(`/articles/${articleId}`, desk).href,
        text: null,
        revisedAt: view.article.revisedAt,
        desk: name,
        withDiscussion: false,
        filter: everyClaim,
      });
    if (!made) return problem(request, refuse('not-found'));
    return conditional(request, JSON.stringify(made.document, null, 2), {
      'Content-Type': annotationType,
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept, Prefer, Authorization, Cookie',
      Allow: 'GET, HEAD, OPTIONS',
      ...made.headers,
    });
  } catch (error) {
    console.error(error);
    return problem(request, refuse('failed'));
  }
}
