import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLog } from './log.mjs';
import { codeOfDatabaseError, makeMetrics } from './metrics.mjs';
import { idOf, networkOf, replaceForwarding, watchRequests } from './requests.mjs';
import { patternOf, readRoutes } from './routes.mjs';
import { makeStop } from './stop.mjs';

const desk = new URL('https://desk.example');

test('takes the id of a request from a trusted proxy only', () => {
  expect(idOf({ 'x-request-id': 'proxy-0001' }, 1)).toBe('proxy-0001');
  expect(idOf({ 'x-request-id': 'proxy-0001' }, 0)).toMatch(/^[\da-f-]{36}$/);
  expect(idOf({ 'x-request-id': 'x"}\n{"level":"fatal"' }, 1)).toMatch(/^[\da-f-]{36}$/);
});

test.each([
  ['nobody', null, { host: 'a:1', 'x-forwarded-host': 'evil', forwarded: 'host=evil' }, { direct: 'no' }],
  ['the desk itself', null, { host: 'a:1', origin: 'http://a:1' }, { direct: 'yes' }],
  [
    'the configured address, through a proxy that sends no headers',
    desk,
    { host: '127.0.0.1:3000', origin: 'https://desk.example' },
    { direct: 'yes', host: 'desk.example', proto: 'https' },
  ],
  [
    'a foreign address that names itself as the forwarded host',
    desk,
    { host: '127.0.0.1:3000', origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { direct: 'no', proto: 'https' },
  ],
  ['a sandboxed page', desk, { host: '127.0.0.1:3000', origin: 'null' }, { direct: 'yes', proto: 'https' }],
])('says of a request from %s what Next may believe', (_, address, sent, expected) => {
  const headers: IncomingHttpHeaders = { ...sent };
  replaceForwarding(headers, address);
  const { host, proto, direct } = { host: undefined, proto: undefined, ...expected };
  expect(headers['x-forwarded-host']).toBe(host);
  expect(headers['x-forwarded-proto']).toBe(proto);
  expect(headers.forwarded).toBe(undefined);
  expect(headers['x-claimdesk-direct']).toBe(direct);
});

test.each([
  ['203.0.113.77', undefined, 0, '203.0.113.0/24'],
  ['::ffff:203.0.113.77', undefined, 0, '203.0.113.0/24'],
  ['2001:db8:1:2::77', undefined, 0, '2001:db8:1::/48'],
  ['127.0.0.1', '6.6.6.6, 198.51.100.9', 1, '198.51.100.0/24'],
  ['127.0.0.1', '6.6.6.6', 0, '127.0.0.0/24'],
  ['127.0.0.1', 'a person', 1, 'unknown'],
])('shortens the address %s', (remoteAddress, forwarded, proxies, expected) => {
  const request = {
    headers: { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  } as unknown as IncomingMessage;
  expect(networkOf(request, proxies)).toBe(expected);
});

test('tells errors of a database by their code', () => {
  const failed = (code: string, cause?: Error) => Object.assign(new Error('failed', { cause }), { code });
  expect(codeOfDatabaseError(failed('P2024'))).toBe('P2024');
  expect(codeOfDatabaseError(new Error('outer', { cause: failed('SQLITE_FULL') }))).toBe('SQLITE_FULL');
  expect(codeOfDatabaseError(failed('53300'))).toBe('53300');
  for (const code of ['ECONNREFUSED', 'EPIPE', 'ERR_INVALID_ARG']) expect(codeOfDatabaseError(failed(code))).toBe(null);
});

const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-routes-'));
const lines: Record<string, unknown>[] = [];
const metrics = makeMetrics();
const log = makeLog({} as NodeJS.ProcessEnv, { to: { write: (line: string) => lines.push(JSON.parse(line)) } });
const stopping = makeStop({ log, drain: 0, limit: 500 });
const held: (() => void)[] = [];
let port = 0;
const server = createServer((request, response) => {
  if (request.url === '/api/live') {
    response.setHeader('content-type', 'text/event-stream');
    response.write(': open\n\n');
    stopping.onStop('streams', () => response.end('retry: 2000\n\n'));
  } else if (request.url?.startsWith('/articles/slow')) held.push(() => response.end('late'));
  else if (request.url?.startsWith('/articles/never')) response.write('begun');
  else response.end(JSON.stringify(request.headers));
});

beforeAll(async () => {
  mkdirSync(path.join(folder, '.next'));
  const manifest = {
    staticRoutes: [{ page: '/articles', regex: '^/articles(?:/)?$' }],
    dynamicRoutes: [{ page: '/articles/[id]', regex: '^/articles/([^/]+?)(?:/)?$' }],
    rewrites: { afterFiles: [{ source: '/api/v1/claims\\:batch', regex: '^/api/v1/claims:batch(?:/)?$' }] },
  };
  writeFileSync(path.join(folder, '.next', 'routes-manifest.json'), JSON.stringify(manifest));
  watchRequests({ log, metrics, stopping, routes: readRoutes(folder), proxies: 0, address: null });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const asked = (url: string, options: RequestOptions = {}) =>
  new Promise<{ headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: url, ...options }, (response) => {
      let body = '';
      response.on('data', (piece) => {
        body += piece;
      });
      response.on('end', () => resolve({ headers: response.headers, body }));
      response.on('error', reject);
    }).on('error', reject);
  });

test('names the route of a path, never the path', () => {
  const routes = readRoutes(folder);
  expect(patternOf(routes, '/articles')).toBe('/articles');
  expect(patternOf(routes, '/articles/AbC123?x=/articles')).toBe('/articles/[id]');
  expect(patternOf(routes, '/api/v1/claims:batch')).toBe('/api/v1/claims:batch');
  expect(patternOf(routes, '/_next/static/chunks/x.js')).toBe('/_next/static');
  expect(patternOf(routes, '/wp-admin/x.php')).toBe('(other)');
  expect(readRoutes(path.join(folder, 'nowhere'))).toEqual([]);
});

test('gives a request an id, logs its end without its path, and measures it', async () => {
  const { headers, body } = await asked('/articles/secret-id?token=abc', { headers: { 'x-request-id': 'mine-0001' } });
  const id = headers['x-request-id'];
  expect(id).toMatch(/^[\da-f-]{36}$/);
  expect(JSON.parse(body)['x-request-id']).toBe(id);
  await expect
    .poll(() => lines.find(({ request }) => request === id))
    .toMatchObject({
      ...{ level: 'info', method: 'GET', route: '/articles/[id]', status: 200, from: '127.0.0.0/24', msg: 'request' },
      ms: expect.any(Number),
    });
  expect(JSON.stringify(lines)).not.toContain('secret-id');
  expect(await metrics.registry.metrics()).toContain(
    'http_request_duration_seconds_count{method="GET",route="/articles/[id]",status="200"} 1',
  );
});

test('stops: takes nobody new, ends streams with a hint, lets requests finish, and cuts off what does not end', async () => {
  const stream = asked('/api/live');
  const slow = asked('/articles/slow', { agent: false });
  const never = asked('/articles/never', { agent: false });
  await expect.poll(() => [stopping.underWay(), held.length]).toEqual([3, 1]);
  const closed: string[] = [];
  stopping.onStop('resources', () => closed.push('database'));
  const stopped = stopping.stop('SIGTERM');
  expect(stopping.isStopping()).toBe(true);
  expect((await stream).body).toContain('retry: 2000');
  await expect(asked('/articles', { agent: false })).rejects.toThrow('ECONNREFUSED');
  expect(closed).toEqual([]);
  held[0]?.();
  expect((await slow).body).toBe('late');
  await expect(never).rejects.toThrow();
  await stopped;
  expect(closed).toEqual(['database']);
  expect(lines.map(({ msg }) => msg)).toContain('requests that did not end in time were cut off');
});
