/** A client that a known generator makes of the OpenAPI document compiles, and is of use: its types tell right from wrong. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import openapiTs, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openApi } from './openapi';
import { operations } from './operations';

// The generator writes with the compiler's own library, which TypeScript 7 does not have.
vi.mock('typescript', () => import('typescript-5'));

const run = promisify(execFile);
const compiler = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

/** What a script would write by the generated types. */
const script = `
import type { components, operations, paths } from './desk';

type Body<Id extends keyof operations> = NonNullable<operations[Id]['requestBody']> extends {
  content: { 'application/json': infer Sent };
} ? Sent : never;

export const byLink: Body<'addArticle'> = { link: 'https://example.org/a', duplicate: 'allow' };
export const revised: Body<'addRevision'> = { basedOn: 1, paragraphs: [{ text: 'OpenAI has 770 employees.' }] };
export const accepted: Body<'decideSuggestions'> = { decision: 'accept', ids: ['a'] };
export const facts: Body<'changeArticle'> = { byline: null };
export const choice: paths['/articles/{id}/exports/{form}']['get']['parameters']['query'] = { standing: ['false'] };
export const since: paths['/metrics']['get']['parameters']['query'] = { updatedSince: '2026-01-01T00:00:00Z' };
export const gone = (made: components['schemas']['RevisionMade']): number[] =>
  made.claims.filter(({ fate }) => fate === 'gone').map(({ number }) => number);
export const whose = (problem: components['schemas']['Problem']): string | undefined => problem.existing;

// @ts-expect-error: no such decision
export const decided: Body<'decideSuggestions'> = { decision: 'adopt', ids: ['a'] };
// @ts-expect-error: the revision that it is based on is missing
export const floating: Body<'addRevision'> = { text: 'A text.' };
// @ts-expect-error: no such form
export const form: paths['/articles/{id}/exports/{form}']['get']['parameters']['path'] = { id: 'a', form: 'pdf' };
// @ts-expect-error: a slip in a name
export const slip: Body<'addArticle'> = { text: 'A text.', titel: 'A title' };
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'client-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a generated client compiles and knows every call', async () => {
  // The document is plain JSON; its validity is tested with the routes.
  const document = JSON.parse(JSON.stringify(openApi('https://desk.example'))) as OpenAPI3;
  const client = astToString(await openapiTs(document));
  for (const id of Object.keys(operations)) expect(client).toContain(`${id}: {`);
  await writeFile(path.join(folder, 'desk.ts'), client);
  await writeFile(path.join(folder, 'script.ts'), script);
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
  const files = ['desk.ts', 'script.ts'].map((file) => path.join(folder, file));
  const { stdout } = await run(process.execPath, [compiler, '--ignoreConfig', ...options, ...files]).catch(
    (error) => error,
  );
  expect(stdout).toBe('');
});
