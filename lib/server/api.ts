/**
 * The wrapper of all API routes: token, rate, scope, permission, parameters, body, then the handler. The answer is the
 * operation's or a problem (RFC 9457); an unexpected error is logged and reported as a bug, never with its own text.
 *
 * Cookies are ignored here, so no page can make a browser send requests in somebody's name.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Operation } from '#lib/api/operation';
import type { Writer } from '#lib/data/history/change-log';
import { bearerOf } from '#lib/data/people/api-tokens';
import { type ApiScope, actOfScope } from '#lib/domain/people/api-scope';
import { isApiSecret } from '#lib/domain/people/api-token-input';
import { type Actor, refusalOf } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { conditional, etagOf, isMatch } from '#lib/server/http/etag';
import { spendRequest } from '#lib/server/http/rate-limit';
import { statusOf } from '#lib/server/http/refusal-response';
import { textOf } from '#lib/server/http/request-body';
import { senderOf } from '#lib/server/http/sender';
import { refusalOfInput } from './action';
import { database } from './database';
import { deskAddress } from './env';

/** A refusal in the language that the request asks for: `title` says which kind it is, `detail` what is wrong. */
export type ProblemWords = (
  refusal: Refusal,
  status: number,
  accepted: string | null,
) => { language: string; title: string; detail: string };

/** A route without parameters in its address gets none. */
type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/** What a handler returns: a value of the operation's answer, or a text of its other type. */
export type Answer<T> = { value: T; next?: string | null; location?: string; status?: 200 | 201 } | { text: string };

/** What an operation answers with; undefined for one that answers nothing. */
type AnswerOf<O extends Operation> = O extends { answer: infer A extends z.ZodType } ? z.output<A> : undefined;

type Body<O extends Operation> = O extends { body: infer B extends z.ZodType } ? z.output<B> : undefined;

export type Asked<O extends Operation> = {
  params: z.output<O['params']>;
  query: z.output<O['query']>;
  body: Body<O>;
  actor: Actor;
  writer: Writer;
  /** The header of a write to a version that the sender saw. */
  ifMatch: string | null;
  /** A refusal as a problem, for answers that hold several. */
  problemOf: (refusal: Refusal) => ProblemBody;
  /** A path of the desk as an address that others can follow. */
  addressOf: (path: string) => string;
};

type ProblemBody = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: Refusal['code'];
  field?: string;
};

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof methods)[number];

/** Maximum body size of most operations, whose bodies are a few fields; the longest hold some thousand characters. */
const usualBody = 256_000;

/** The owner of a request's token. Refused where there is no valid token, or it was used too often. */
export async function bearer(request: Request, scope: ApiScope): Promise<Result<Actor>> {
  const now = new Date();
  const secret = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const opened = isApiSecret(secret) ? await bearerOf(database(), secret, now) : null;
  const asker = opened ? { token: opened.tokenId } : { address: senderOf((name) => request.headers.get(name)) };
  const wait = await spendRequest(asker);
  if (wait > 0) return refuse('too-many-requests', { values: { number: wait } });
  if (!opened) return refuse('token-wrong');
  if (!opened.scopes.includes(scope)) return refuse('scope-missing', { values: { name: scope } });
  const { id, name, role } = opened.person;
  return refusalOf({ role }, actOfScope[scope]) ?? accept({ id, name, role });
}

/** The header with which a refusal asks for a token (RFC 6750 §3). */
function challengeOf({ code, values }: Refusal, request: Request): string | null {
  if (code === 'token-wrong') {
    return `Bearer realm="Claimdesk"${request.headers.has('authorization') ? ', error="invalid_token"' : ''}`;
  }
  return code === 'scope-missing'
    ? `Bearer realm="Claimdesk", error="insufficient_scope", scope="${values?.name}"`
    : null;
}

/** Creates the functions that make routes; the caller provides the sentences for refusals. */
export function apiWith(words: ProblemWords) {
  function told(request: Request, refusal: Refusal): { language: string; body: ProblemBody & { scope?: unknown } } {
    const { code, field, values } = refusal;
    const status = statusOf(code);
    const { language, title, detail } = words(refusal, status, request.headers.get('accept-language'));
    const scope = code === 'scope-missing' ? { scope: values?.name } : {};
    return {
      language,
      body: { type: `urn:problem-type:claimdesk:${code}`, title, status, detail, code, field, ...scope },
    };
  }

  function problem(request: Request, refusal: Refusal, more: Record<string, string> = {}): Response {
    const { code, values } = refusal;
    const { language, body } = told(request, refusal);
    const challenge = challengeOf(refusal, request);
    const etag = code === 'precondition-failed' ? values?.etag : undefined;
    return new Response(request.method === 'HEAD' ? null : JSON.stringify(body), {
      status: body.status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Content-Language': language,
        'Cache-Control': 'private, no-store',
        Vary: 'Authorization, Accept-Language',
        ...(challenge ? { 'WWW-Authenticate': challenge } : {}),
        ...(etag ? { ETag: String(etag) } : {}),
        ...(code === 'too-many-requests' ? { 'Retry-After': String(values?.number) } : {}),
        ...more,
      },
    });
  }

  /** A handler of one operation. */
  function answer<const O extends Operation>(
    operation: O,
    handle: (asked: Asked<O>) => Promise<Result<Answer<AnswerOf<O>>>>,
  ): Handler {
    return async (request, context) => {
      try {
        const asked = await read(operation, request, (await context.params) ?? {});
        if (!asked.ok) return problem(request, asked);
        const problemOf = (refusal: Refusal) => told(request, refusal).body;
        const addressOf = (path: string) => new URL(path, deskAddress(request)).href;
        const result = await handle({ ...asked.value, problemOf, addressOf });
        return result.ok ? respond(operation, request, result.value) : problem(request, result);
      } catch (error) {
        console.error(error);
        return problem(request, refuse('failed'));
      }
    };
  }

  /** The methods that a route exports: those given, HEAD along with GET, OPTIONS, and 405 for the others. */
  function route(given: Partial<Record<Exclude<Method, 'HEAD' | 'OPTIONS'>, Handler>>): Record<Method, Handler> {
    const known: Partial<Record<Method, Handler>> = { ...given, ...(given.GET ? { HEAD: given.GET } : {}) };
    const allow = { Allow: [...methods.filter((method) => known[method]), 'OPTIONS'].join(', ') };
    const answers = methods.map((method): [Method, Handler] => [
      method,
      known[method] ??
        (async (request) =>
          method === 'OPTIONS'
            ? new Response(null, { status: 204, headers: allow })
            : problem(request, refuse('method-not-allowed'), allow)),
    ]);
    return Object.fromEntries(answers) as Record<Method, Handler>;
  }

  return { problem, answer, route };
}

/** A key for an act, chosen by the sender. */
const sentKey = /^[\w-]{16,64}$/;

async function read<O extends Operation>(
  operation: O,
  request: Request,
  sent: Record<string, string>,
): Promise<Result<Omit<Asked<O>, 'problemOf' | 'addressOf'>>> {
  const actor = await bearer(request, operation.scope);
  if (!actor.ok) return actor;
  const refused = operation.act && refusalOf(actor.value, operation.act);
  if (refused) return refused;
  const url = new URL(request.url);
  const params = operation.params.safeParse(sent);
  if (!params.success) return refuse('not-found');
  const query = operation.query.safeParse(Object.fromEntries(url.searchParams));
  if (!query.success) return refusalOfFields(query.error);
  const text = operation.body ? await bodyOf(request, operation.maxBody ?? usualBody) : accept('');
  if (!text.ok) return text;
  const body = operation.body ? parse(operation.body, text.value) : accept(undefined);
  if (!body.ok) return body;
  const given = request.headers.get('idempotency-key');
  if (given !== null && !sentKey.test(given)) return refuse('key-wrong', { field: 'Idempotency-Key' });
  // The key belongs to this exact request: another address or body under the same key is another act.
  const key = given === null ? undefined : digest([operation.method, url.pathname, given, text.value]);
  const { id: actorId, role } = actor.value;
  const writer = { db: database(), actorId, role, now: new Date(), key };
  const ifMatch = request.headers.get('if-match');
  const asked = { params: params.data, query: query.data, body: body.value, actor: actor.value, writer, ifMatch };
  // The schemas just parsed are the operation's own, from which Asked is derived.
  return accept(asked as Asked<O>);
}

const digest = (parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** A refusal that names the unknown field, if that is the error. */
export function refusalOfFields(error: z.ZodError): Refusal {
  const unknown = error.issues.find(({ code }) => code === 'unrecognized_keys');
  if (unknown?.code !== 'unrecognized_keys') return refusalOfInput(error);
  const name = [...unknown.path, ...unknown.keys.slice(0, 1)].map(String).join('.');
  return refuse('field-unknown', { field: name, values: { name } });
}

/** The JSON body as text. */
async function bodyOf(request: Request, limit: number): Promise<Result<string>> {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => /^\s*charset="?([\w-]+)"?\s*$/.exec(one)?.[1]).find(Boolean) ?? 'utf-8';
  if (type.trim() !== 'application/json' || charset !== 'utf-8') return refuse('type-unsupported');
  return textOf(request, limit);
}

function parse(schema: z.ZodType, text: string): Result<unknown> {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return refuse('not-json');
  }
  const parsed = schema.safeParse(sent);
  return parsed.success ? accept(parsed.data) : refusalOfFields(parsed.error);
}

function respond(operation: Operation, request: Request, given: Answer<unknown>): Response {
  const { answer, method, otherType, successes = [method === 'POST' ? 201 : 200] } = operation;
  const headers = { 'Cache-Control': 'private, no-cache', Vary: 'Authorization' };
  if ('text' in given) {
    return conditional(request, given.text, { ...headers, 'Content-Type': otherType ?? 'text/plain; charset=utf-8' });
  }
  if (!answer) return new Response(null, { status: 204, headers });
  const body = bodyOfAnswer(answer, given.value);
  const json = { ...headers, 'Content-Type': 'application/json' };
  if (method === 'GET') {
    return conditional(request, body, { ...json, ...(given.next ? { Link: nextLink(request, given.next) } : {}) });
  }
  const location = given.location && new URL(given.location, deskAddress(request)).href;
  // The body is what GET answers at that address, so the entity tag is the same.
  const place = { [method === 'POST' ? 'Location' : 'Content-Location']: location ?? '', ETag: etagOf(body) };
  return new Response(body, {
    status: given.status ?? successes[0] ?? 200,
    headers: { ...json, ...(location ? place : {}) },
  });
}

/** Fields that the schema does not describe are dropped; a value that does not fit it is a bug and reported as one. */
const bodyOfAnswer = (answer: z.ZodType, value: unknown): string => JSON.stringify(answer.parse(value));

/**
 * The refusal of a write whose If-Match does not name what is there now: `current`, as GET answers it with `answer`, null
 * for nothing. null where the write may go on.
 */
export function staleness(ifMatch: string | null, answer: z.ZodType, current: unknown): Refusal | null {
  if (ifMatch === null) return null;
  const etag = current === null ? null : etagOf(bodyOfAnswer(answer, current));
  return isMatch(ifMatch, etag) ? null : refuse('precondition-failed', { values: { etag: etag ?? '' } });
}

/** The address of the next page: the same with another cursor (RFC 8288). */
function nextLink(request: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('cursor', cursor);
  return `<${new URL(`${pathname}?${searchParams}`, deskAddress(request)).href}>; rel="next"`;
}
