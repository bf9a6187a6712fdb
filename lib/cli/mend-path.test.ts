import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const server = createServer((request, response) => response.end(request.url));
beforeAll(async () => {
  await import(pathToFileURL(path.join(import.meta.dirname, 'mend-path.mjs')).href);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => server.close());

/** The address that the server sees; `fetch` would mend it before. */
const seen = (sent: string) =>
  new Promise<string>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    get({ port, host: '127.0.0.1', path: sent }, (response) => {
      let body = '';
      response.on('data', (piece) => {
        body += piece;
      });
      response.on('end', () => resolve(body));
    }).on('error', reject);
  });

test.each([
  ['/articles/%ff', '/articles/%25ff'],
  ['/articles/%ED%A0%80/claims?limit=%31', '/articles/%25ED%25A0%2580/claims?limit=%31'],
  ['/articles/%', '/articles/%25'],
  ['/articles/%F0%9F%98%80', '/articles/%F0%9F%98%80'],
  ['/reports/a%00b?x=%00', '/reports/a%2500b?x=%EF%BF%BD'],
  ['/api/v1/sources?search=%00', '/api/v1/sources?search=%00'],
  ['/articles?search=%ff', '/articles?search=%ff'],
])('%s is served as %s', async (sent, expected) => {
  expect(await seen(sent)).toBe(expected);
});
