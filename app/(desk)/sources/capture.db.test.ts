import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { filesOf } from '#lib/data/sources/source-files';
import { keepSource, noteLinkCheck } from '#lib/data/sources/sources';
import { capture } from '#lib/server/fetch/capture';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, must } from '#lib/testing/database/rows';
import { pdfOfLines } from '#lib/testing/made-pdf';

// The mark of what must not reach a browser; there is none here.
vi.mock('server-only', () => ({}));
vi.stubEnv('NEXTAUTH_SECRET', 'a secret for tests');
vi.stubEnv('DATABASE_URL', 'file:none');

const db = testDatabase();
const pdf = pdfOfLines(['A staff of 375.']);
const page = '<!doctype html><title>Staff</title><p>A staff of 375.</p>';
const zip = zipSync({ 'a.txt': Buffer.from('A staff of 375.') });

/** A name in bare UTF-8, as many servers send it: HTTP has it as Latin 1. */
const bareName = Buffer.from('attachment; filename="../../年报.pdf"').toString('latin1');

/** What stands at each address: its head, and its body. */
const web: Record<string, [head: Record<string, string>, body: string | Uint8Array]> = {
  '/a.pdf': [{ 'Content-Type': 'application/pdf' }, pdf],
  '/get?id=3': [{ 'Content-Type': 'application/octet-stream' }, pdf],
  '/named': [{ 'Content-Type': 'text/html', 'Content-Disposition': bareName }, pdf],
  '/%E5%B9%B4%E6%8A%A5.pdf': [{ 'Content-Type': 'application/x-pdf' }, pdf],
  '/login.pdf': [{ 'Content-Type': 'application/pdf' }, page],
  '/page': [{ 'Content-Type': 'text/html' }, page],
  '/untyped': [{}, page],
  '/table.csv': [{ 'Content-Type': 'text/csv' }, 'year,staff\n2023,375\n'],
  '/all.zip': [{ 'Content-Type': 'application/octet-stream' }, zip],
  '/named.zip': [{ 'Content-Type': 'application/zip' }, zip],
  '/bytes': [{ 'Content-Type': 'application/octet-stream' }, new Uint8Array([0, 1, 2, 3, 255, 254, 0, 7])],
  '/long': [{ 'Content-Type': 'text/html' }, `${page}${'<p>More'.repeat(2_000_000)}`],
  '/hidden': [{ 'Content-Type': 'application/octet-stream' }, `${page}${'<p>More'.repeat(2_000_000)}`],
};
const server = createServer((request, response) => {
  const [head, body] = web[request.url ?? ''] ?? [{}, ''];
  response.writeHead(200, { ...head, 'Content-Length': String(Buffer.byteLength(body)) }).end(body);
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  vi.stubEnv('CLAIMDESK_FETCH_ALLOW', `127.0.0.1:${port}`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each<[string, string]>([
  ['/a.pdf', 'a.pdf'],
  ['/get?id=3', 'get.pdf'],
  ['/named', '年报.pdf'],
  ['/%E5%B9%B4%E6%8A%A5.pdf', '年报.pdf'],
])('what stands at %s is a file of its source, by its bytes', async (path, name) => {
  const { bo } = await addDesk(db());
  const url = `${origin}${path}`;
  const captured = await must(capture(bo, url));
  expect(captured.title).toBe(name);
  const facts = { title: 'Staff', publisher: null, url, published: null, accessed: null, originId: null };
  const { id } = await must(keepSource(bo, { ...facts, kind: 'primary' }));
  expect((await filesOf(db(), id, bo)).map((file) => [file.name, file.mediaType])).toEqual([[name, 'application/pdf']]);
  // Taken again, the same bytes are the same file.
  const again = await must(capture(bo, url));
  await noteLinkCheck(bo, id, { problem: null, snapshotId: again.snapshotId });
  expect(await filesOf(db(), id, bo)).toHaveLength(1);
  expect(await db().snapshot.count({ where: { sourceId: id } })).toBe(2);
});

it.each<[string, string]>([
  ['/page', 'Staff'],
  ['/login.pdf', 'Staff'],
  ['/untyped', 'Staff'],
  ['/table.csv', 'table.csv'],
])('what stands at %s is a page with its copy', async (path, title) => {
  const { bo } = await addDesk(db());
  const { snapshotId } = await must(capture(bo, `${origin}${path}`));
  const kept = await db().snapshot.findUniqueOrThrow({ where: { id: snapshotId ?? '' } });
  expect([kept.title.endsWith(title), kept.html.includes('375')]).toEqual([true, true]);
});

it.each<[string, string]>([
  ['/all.zip', 'file-kind-not-kept'],
  ['/named.zip', 'file-kind-not-kept'],
  ['/bytes', 'file-kind-not-kept'],
  ['/long', 'page-too-large'],
  ['/hidden', 'page-too-large'],
])('what stands at %s is not kept', async (path, code) => {
  const { bo } = await addDesk(db());
  expect(await capture(bo, `${origin}${path}`)).toMatchObject({ ok: false, code });
  expect(await db().snapshot.count()).toBe(0);
});
