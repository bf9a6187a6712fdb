/**
 * The wrapper of all API routes: token, rate, scope, permission, parameters, body, then the handler. The answer is the
 * operation's or a problem (RFC 9457); an unexpected error is logged and reported as a bug, never with its own text.
 *
 * Cookies are ignored here, so no page can make a browser send requests in somebody's name.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fileTypes, formType } from '#lib/api/file-types';
import { valuesOfFault } from '#lib/api/invalid-field';
import { apiBase, type Operation } from '#lib/api/operation';
import { canonicalJson } from '#lib/data/history/canonical-json';
import { doneBefore, requestHash, type Writer } from '#lib/data/history/change-log';
import { bearerOf } from '#lib/data/people/api-tokens';
import { recordAuditAlone } from '#lib/data/people/audit';
import { hasNoNul } from '#lib/domain/fields';
import { type ApiScope, actOfScope } from '#lib/domain/people/api-scope';
import { isApiSecret } from '#lib/domain/people/api-token-input';
import { type Actor, refusalOf } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { conditional, etagOf, isKnown, isMatch } from '#lib/server/http/etag';
import { spendRequest } from '#lib/server/http/rate-limit';
import { retryAfter, statusOf } from '#lib/server/http/refusal-response';
import { textOf } from '#lib/server/http/request-body';
import { senderOf } from '#lib/server/http/sender';
import { streamOf } from '#lib/server/http/stream';
import { mediaTypeOf, sentFile } from '#lib/server/http/upload';
import { plainIssues, refusalOfInput } from './action';
import { database, noted } from './database';
import { deskAddress } from './env';
import { type ExportFile } from './export-article';
import { contentDisposition } from './http/content-disposition';
import { noteRefusal } from './note-refusal';

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

/**
 * What a handler returns: a value of the operation's answer, a text of its other type, or a file. `etag`: the entity tag of
 * what GET answers at `location`, where that is not the value.
 */
export type Answer<T> =
  | { value: T; next?: string | null; location?: string; etag?: string; status?: 200 | 201 }
  | { text: string }
  | { file: Pick<ExportFile, 'name' | 'type' | 'version' | 'write'> };

/** What an operation answers with; undefined for one that answers nothing. */
type AnswerOf<O extends Operation> = O extends { answer: infer A extends z.ZodType } ? z.output<A> : undefined;

/** A file that was sent in place of the body, with the other parts of its form. */
type Upload<O extends Operation> = O extends { upload: { fields: infer F extends z.ZodType } }
  ? { file: File; fields: z.output<F> } | null
  : null;

type Body<O extends Operation> = O extends { body: infer B extends z.ZodType }
  ? O extends { upload: object }
    ? z.output<B> | null
    : z.output<B>
  : undefined;

export type Asked<O extends Operation> = {
  params: z.output<O['params']>;
  query: z.output<O['query']>;
  /** null where a file was sent in its place. */
  body: Body<O>;
  upload: Upload<O>;
  actor: Actor;
  writer: Writer;
  /** Whether the act that its key names was carried out before. */
  isDone: boolean;
  /** The address of the desk. */
  desk: string;
  /** The header Accept-Language. */
  languages: string | null;
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
  existing?: string;
  /** Of a bug: the request by whose id the log tells more. */
  instance?: string;
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
    const existing =
      code === 'article-exists' ? new URL(`${apiBase}/articles/${values?.id}`, deskAddress(request)).href : undefined;
    const id = status >= 500 ? request.headers.get('x-request-id') : null;
    const instance = id ? `urn:claimdesk:request:${id}` : undefined;
    const type = `urn:problem-type:claimdesk:${code}`;
    return { language, body: { type, title, status, detail, code, field, existing, instance, ...scope } };
  }

  function problem(request: Request, refusal: Refusal, more: Record<string, string> = {}): Response {
    const { code, values } = refusal;
    noteRefusal(refusal);
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
        ...(body.existing ? { Location: body.existing } : {}),
        ...retryAfter(refusal),
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
        // What it took away is not found a second time: its answer, which is nothing, is known without the handler.
        if (asked.value.isDone && isWithoutAnswer(operation)) return empty();
        const problemOf = (refusal: Refusal) => told(request, refusal).body;
        const addressOf = (path: string) => new URL(path, deskAddress(request)).href;
        const result = await handle({ ...asked.value, problemOf, addressOf });
        if (result.ok && 'file' in result.value) {
          const details = { what: result.value.file.name };
          await recordAuditAlone(database(), asked.value.writer, { kind: 'exported', details });
        }
        return result.ok ? respond(operation, request, result.value) : problem(request, result);
      } catch (error) {
        return problem(request, noted(error));
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
            : problem(
                request,
                refuse('method-not-allowed', { values: { allowed: allow.Allow.replaceAll(',', '') } }),
                allow,
              )),
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
  if (!Object.values(sent).every(hasNoNul)) return refuse('not-found');
  const unstorable = [...url.searchParams].find((pair) => !pair.every(hasNoNul));
  if (unstorable) return refuse('value-unstorable', { field: unstorable[0] });
  const params = operation.params.safeParse(sent, { reportInput: true });
  if (!params.success) return refusalOfPath(params.error);
  const query = operation.query.safeParse(queryIn(operation.query, url.searchParams), { reportInput: true });
  if (!query.success) return refusalOfFields(query.error);
  const content = await contentOf(operation, request, url.searchParams.get('filename') ?? undefined);
  if (!content.ok) return content;
  const { body, upload, digest: sentDigest } = content.value;
  const given = request.headers.get('idempotency-key');
  if (given !== null && !sentKey.test(given)) return refuse('key-wrong', { field: 'Idempotency-Key' });
  const { id: actorId, role } = actor.value;
  const network = senderOf((name) => request.headers.get(name));
  const writer: Writer = { db: database(), actorId, role, now: new Date(), network };
  if (given !== null && operation.method !== 'GET') {
    // The key belongs to this exact request: another address or body under it is refused.
    writer.key = given;
    writer.request = requestHash(`${operation.method} ${url.pathname}${url.search}`, sentDigest);
  }
  const isDone = await doneBefore(writer);
  if (!isDone.ok) return isDone;
  const asked = {
    params: params.data,
    query: query.data,
    body,
    upload,
    actor: actor.value,
    writer,
    isDone: isDone.value,
    desk: deskAddress(request),
    languages: request.headers.get('accept-language'),
    ifMatch: request.headers.get('if-match'),
  };
  // The schemas just parsed are the operation's own, from which Asked is derived.
  return accept(asked as Asked<O>);
}

const digest = (parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** A refusal that names the unknown field, if that is the error, or says what a field may be. */
export function refusalOfFields(error: z.ZodError): Refusal {
  const issues = plainIssues(error);
  const unknown = issues.find(({ code }) => code === 'unrecognized_keys');
  if (unknown?.code !== 'unrecognized_keys') {
    const refusal = refusalOfInput(error);
    const issue = refusal.code === 'invalid-input' ? issues[0] : undefined;
    return issue ? { ...refusal, values: valuesOfFault(issue) } : refusal;
  }
  const name = [...unknown.path, ...unknown.keys.slice(0, 1)].map(String).join('.');
  return refuse('field-unknown', { field: name, values: { name } });
}

/** A part of the path that must be one of a few words is told which; whatever else is not there is not found. */
function refusalOfPath(error: z.ZodError): Refusal {
  return error.issues.some(({ code }) => code === 'invalid_value') ? refusalOfFields(error) : refuse('not-found');
}

/** The parameters of a query; those that may be given several times as lists. */
function queryIn(schema: z.ZodObject, given: URLSearchParams): Record<string, string | string[]> {
  const isList = (field: unknown): boolean =>
    field instanceof z.ZodArray || (field instanceof z.ZodDefault && isList(field.unwrap()));
  const names = [...new Set(given.keys())];
  return Object.fromEntries(
    names.map((name) => [name, isList(schema.shape[name]) ? given.getAll(name) : (given.getAll(name).at(-1) ?? '')]),
  );
}

type Content = { body: unknown; upload: { file: File; fields: unknown } | null; digest: string };

/** What a request holds: the body that its operation has, or a file in its place. `filename`: of a file that is the body. */
async function contentOf(
  { body: schema, maxBody = usualBody, upload }: Operation,
  request: Request,
  filename: string | undefined,
): Promise<Result<Content>> {
  if (!schema) return accept({ body: undefined, upload: null, digest: '' });
  if (request.headers.has('content-encoding')) return refuse('body-compressed', { field: 'Content-Encoding' });
  if (isJson(request)) {
    const text = await textOf(request, maxBody);
    if (!text.ok) return text;
    const body = parse(schema, text.value);
    return body.ok ? accept({ body: body.value, upload: null, digest: digest([canonicalJson(body.value)]) }) : body;
  }
  const allowed = ['application/json', ...(upload ? [formType, ...fileTypes] : [])];
  if (!upload || !allowed.slice(1).includes(mediaTypeOf(request))) {
    return refuse('type-unsupported', { field: 'Content-Type', values: { allowed: allowed.join(' ') } });
  }
  const sent = await sentFile(request, { limit: upload.limit, name: filename });
  if (!sent.ok) return sent;
  const fields = upload.fields.safeParse(sent.value.fields, { reportInput: true });
  if (!fields.success) return refusalOfFields(fields.error);
  const { file } = sent.value;
  // The same file with other facts, or under another name, is another act.
  const all = digest([sent.value.digest, file.name, JSON.stringify(fields.data)]);
  return accept({ body: null, upload: { file, fields: fields.data }, digest: all });
}

function isJson(request: Request): boolean {
  const [, ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => /^\s*charset="?([\w-]+)"?\s*$/.exec(one)?.[1]).find(Boolean) ?? 'utf-8';
  return mediaTypeOf(request) === 'application/json' && charset === 'utf-8';
}

function parse(schema: z.ZodType, text: string): Result<unknown> {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return refuse('not-json');
  }
  const parsed = schema.safeParse(sent, { reportInput: true });
  return parsed.success ? accept(parsed.data) : refusalOfFields(parsed.error);
}

/** Whether an operation answers nothing (204) where it succeeds. */
const isWithoutAnswer = ({ answer, downloads }: Operation): boolean => !answer && !downloads;

const headers = { 'Cache-Control': 'private, no-cache', Vary: 'Authorization' };

const empty = (): Response => new Response(null, { status: 204, headers });

function respond(operation: Operation, request: Request, given: Answer<unknown>): Response {
  const { answer, method, otherType, successes = [method === 'POST' ? 201 : 200] } = operation;
  if ('text' in given) {
    return conditional(request, given.text, { ...headers, 'Content-Type': otherType ?? 'text/plain; charset=utf-8' });
  }
  if ('file' in given) return respondFile(request, given.file);
  if (!answer) return empty();
  const body = bodyOfAnswer(answer, given.value);
  const json = { ...headers, 'Content-Type': 'application/json' };
  if (method === 'GET') {
    return conditional(request, body, { ...json, ...(given.next ? { Link: nextLink(request, given.next) } : {}) });
  }
  const location = given.location && new URL(given.location, deskAddress(request)).href;
  // The body is what GET answers at that address, so the entity tag is the same.
  const place = {
    [method === 'POST' ? 'Location' : 'Content-Location']: location ?? '',
    ETag: given.etag ?? etagOf(body),
  };
  return new Response(body, {
    status: given.status ?? successes[0] ?? 200,
    headers: { ...json, ...(location ? place : {}) },
  });
}

/** A file as it is written. Its entity tag is weak: files hold the moment at which they were made. */
function respondFile(
  request: Request,
  { name, type, version, write }: Pick<ExportFile, 'name' | 'type' | 'version' | 'write'>,
): Response {
  const etag = `W/${version}`;
  const tagged = { ...headers, Vary: 'Authorization, Accept-Language', ETag: etag };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: tagged });
  return new Response(request.method === 'HEAD' ? null : streamOf(write()), {
    headers: { ...tagged, 'Content-Type': type, 'Content-Disposition': contentDisposition(name) },
  });
}

/** The entity tag that GET answers a value with. */
export const etagOfAnswer = (answer: z.ZodType, value: unknown): string => etagOf(bodyOfAnswer(answer, value));

/** Fields that the schema does not describe are dropped; a value that does not fit it is a bug and reported as one. */
const bodyOfAnswer = (answer: z.ZodType, value: unknown): string => JSON.stringify(answer.parse(value));

/**
 * The refusal of a write whose If-Match does not name what is there now: `current`, as GET answers it with `answer`, null
 * for nothing. null where the write may go on.
 */
export function staleness(ifMatch: string | null, answer: z.ZodType, current: unknown): Refusal | null {
  if (ifMatch === null) return null;
  const etag = current === null ? null : etagOfAnswer(answer, current);
  return isMatch(ifMatch, etag) ? null : refuse('precondition-failed', { values: { etag: etag ?? '' } });
}

/** The address of the next page: the same with another cursor (RFC 8288). */
function nextLink(request: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('cursor', cursor);
  return `<${new URL(`${pathname}?${searchParams}`, deskAddress(request)).href}>; rel="next"`;
}
