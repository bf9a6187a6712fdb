import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { articleHead, paragraphsOf } from '#lib/data/articles/articles';
import { deskSettings } from '#lib/data/report/desk';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import { type Actor, refusalOf } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { type AnnotationSetting, textAddress } from '#lib/export/annotations/annotations';
import { articleText } from '#lib/export/annotations/article-text';
import { annotationType } from '#lib/export/annotations/container';
import { bearer } from '#lib/server/api';
import { database, noted } from '#lib/server/database';
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

/** What is sent of an article: a document or its text, and headers beside those that all have. */
type Made = { body: string; headers: Record<string, string> };

/** Answers a request about an article's annotations; null where what was asked for is not there. */
async function answerWith(request: Request, make: (person: Actor) => Promise<Made | null>): Promise<Response> {
  try {
    const person = await asker(request);
    if (!person.ok) return problem(request, person);
    const made = await make(person.value);
    if (!made) return problem(request, refuse('not-found'));
    return conditional(request, made.body, {
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept, Prefer, Authorization, Cookie',
      Allow: 'GET, HEAD, OPTIONS',
      ...made.headers,
    });
  } catch (error) {
    return problem(request, noted(error));
  }
}

/** Answers with a document made of an article and its claims; null where there is none. */
export const answerAnnotations = (
  request: Request,
  articleId: string,
  make: (
    view: ArticleWithClaims,
    setting: AnnotationSetting,
  ) => { document: unknown; headers: Record<string, string> } | null,
): Promise<Response> =>
  answerWith(request, async (person) => {
    const [view, { name }] = await Promise.all([
      articleWithClaims(database(), articleId, person),
      deskSettings(database()),
    ]);
    if (!view) return null;
    const desk = deskAddress(request);
    const container = containerAddress(desk, articleId);
    const made = make(view, {
      container,
      article: new URL(`/articles/${articleId}`, desk).href,
      text: textAddress(container, view.article.revision),
      revisedAt: view.article.revisedAt,
      desk: name,
      withDiscussion: false,
      filter: everyClaim,
    });
    if (!made) return null;
    return {
      body: JSON.stringify(made.document, null, 2),
      headers: { 'Content-Type': annotationType, ...made.headers },
    };
  });

/** Answers with the text that offsets count in, of a revision (a decimal number) or the newest. */
export const answerText = (request: Request, articleId: string, revision: string | null): Promise<Response> =>
  answerWith(request, async () => {
    const article = await articleHead(database(), articleId);
    const number = revision === null ? article?.revision : /^\d{1,6}$/.test(revision) ? Number(revision) : 0;
    if (!article || !number || number > article.revision) return null;
    const { text } = articleText(await paragraphsOf(database(), articleId, number));
    return {
      body: text,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Language': article.language },
    };
  });
