import type { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Requests = Record<symbol, AsyncLocalStorage<{ fault?: string }> | undefined>;

/** Answers with the status and the body of its path, after its database failed where the path says so. */
const server = createServer(async (request, response) => {
  const [, fault = '', status = '', body = ''] = (request.url ?? '').split('/');
  await pause(5);
  const store = (globalThis as Requests)[Symbol.for('claimdesk.request')]?.getStore();
  if (store && fault !== 'none') store.fault = fault;
  response.statusCode = Number(status);
  if (body) response.setHeader('Content-Type', 'text/html').end(body);
  else response.end();
});
beforeAll(async () => {
  await import(pathToFileURL(path.join(import.meta.dirname, 'answer-faults.mjs')).href);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => server.close());

async function ask(asked: string) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${asked}`);
  return { status: answer.status, wait: answer.headers.get('retry-after'), body: await answer.text() };
}

test('a request whose database failed is answered with 503, and with a sentence where it has no body', async () => {
  const answers = await Promise.all([
    ask('/database-full/500'),
    ask('/database-full/500/page'),
    ask('/database-full/200/page'),
    ask('/none/500'),
    ask('/none/500/page'),
  ]);
  expect(answers).toEqual([
    { status: 503, wait: '5', body: expect.stringMatching(/There is no room left.*\n数据库所在的磁盘已满/) },
    { status: 503, wait: '5', body: 'page' },
    { status: 200, wait: null, body: 'page' },
    { status: 500, wait: null, body: '' },
    { status: 500, wait: null, body: 'page' },
  ]);
});
