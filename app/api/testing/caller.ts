/** The API as a script sees it: requests go through the handlers of their routes, on a test database. */
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { expect } from 'vitest';
import { openApi } from '#lib/api/openapi';
import { operations } from '#lib/api/operations';
import { makeApiToken } from '#lib/data/people/api-tokens';
import { type ApiScope, apiScopes } from '#lib/domain/people/api-scope';
import type { Role } from '#lib/domain/people/permission';
import type { testDatabase } from '#lib/testing/database/database';
import { addPerson, type TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';

/** The address of the desk under test. */
export const desk = 'https://desk.example';

const folder = path.join(import.meta.dirname, '../v1');

/** The folder of a path's route; next.config.js leads `claims:batch` to one that every system can check out. */
const folderOf = (pattern: string) => pattern.replace(/\{(\w+)\}/g, '[$1]').replace('claims:batch', 'claims/batch');

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/** The document of the API, as far as tests look into it. */
export const document = openApi(desk) as {
  paths: Record<string, Record<string, { responses: Record<string, unknown>; description: string }>>;
  components: { schemas: Record<string, object> };
};

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema({ ...document, $id: 'desk' }, 'desk');

/** Whether a body is as the document has it for a status of an operation. */
export function described(operation: string, method: string, status: number, body: unknown): string {
  const place = document.paths[operation]?.[method.toLowerCase()]?.responses[status];
  if (!place) return `${method} ${operation} has no ${status}`;
  const { $ref } = place as { $ref?: string };
  const name = $ref ? 'Problem' : /schemas\/(\w+)/.exec(JSON.stringify(place))?.[1];
  const check = ajv.getSchema(`desk#/components/schemas/${name}`);
  if (!check) return `no schema ${name}`;
  return check(body) ? 'as described' : JSON.stringify(check.errors);
}

/** Every answer of JSON is as the document describes it; methods that an address does not have are in no document. */
async function checkAnswer(answer: Response, pattern: string, method: string): Promise<void> {
  if (
    method === 'HEAD' ||
    answer.headers.has('content-disposition') ||
    [304, 405].includes(answer.status) ||
    !/json/.test(answer.headers.get('content-type') ?? '')
  )
    return;
  expect(described(pattern, method, answer.status, await answer.clone().json())).toBe('as described');
}

/** Runs a request through the handler of its route, as the server would. */
export async function send(method: string, address: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(address.startsWith('http') ? address : `/api/v1${address}`, desk);
  const patterns = [...new Set(Object.values(operations).map((operation) => operation.path))];
  for (const pattern of patterns) {
    const names = Array.from(pattern.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
    const match = new RegExp(`^/api/v1${pattern.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(url.pathname);
    if (!match) continue;
    const route: Record<string, Handler> = await import(path.join(folder, folderOf(pattern), 'route.ts'));
    const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]));
    const handler = route[method];
    if (!handler) throw new Error(`no ${method} for ${address}`);
    const answer = await handler(new Request(url, { ...init, method }), {
      params: Promise.resolve(names.length > 0 ? params : undefined),
    });
    await checkAnswer(answer, pattern, method);
    return answer;
  }
  throw new Error(`no route for ${address}`);
}

export const text = 'OpenAI 😀 has 375 employees. Later it had 375 more.';

/** Makes the API work on a test database; returns builders of what stands in it. */
export function apiUnderTest(db: ReturnType<typeof testDatabase>) {
  serveDatabase(db, { CLAIMDESK_URL: desk });

  async function addCaller(role: Role = 'reviewer', scopes: readonly ApiScope[] = apiScopes): Promise<Caller> {
    const writer = await addPerson(db(), `Ann ${role}`, role, new Date());
    const made = await makeApiToken(writer, { name: 'Test', scopes: [...scopes], lifetime: 0 });
    if (!made.ok) throw new Error(made.code);
    const authorization = `Bearer ${made.value.secret}`;
    const call: Caller['call'] = (method, address, body, headers = {}) =>
      send(method, address, {
        headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    const get: Caller['get'] = (address, headers) => call('GET', address, undefined, headers);
    const post: Caller['post'] = (address, body, headers) => call('POST', address, body, headers);
    return { id: writer.id, name: writer.name, writer, authorization, tokenId: made.value.id, call, get, post };
  }

  async function addArticle(person: Caller, paragraphs = [text, '他们有375人。']): Promise<string> {
    const body = { title: 'What it costs', paragraphs: paragraphs.map((one) => ({ text: one })) };
    const answer = await person.post('/articles', body);
    expect(answer.status).toBe(201);
    return (await answer.json()).id;
  }

  return { addCaller, addArticle };
}

type Headers = Record<string, string>;

/** A person with a token, and their requests. */
export type Caller = {
  id: string;
  name: string;
  writer: TestPerson;
  authorization: string;
  tokenId: string;
  /** A body is sent as JSON, or as it is where it is text. */
  call: (method: string, address: string, body?: unknown, headers?: Headers) => Promise<Response>;
  get: (address: string, headers?: Headers) => Promise<Response>;
  post: (address: string, body: unknown, headers?: Headers) => Promise<Response>;
};

/** The body that marks words as a claim. */
export const quote = (exact: string, more: object = {}) => ({
  kind: 'figure',
  selector: { type: 'TextQuoteSelector', exact, ...more },
});

export const source = { title: 'Annual report', url: 'https://example.org/report', kind: 'primary' };
export const verified = { verdict: 'verified', rationale: 'As filed.', evidence: { stance: 'supports', source } };
