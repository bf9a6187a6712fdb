import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { keepSnapshot, stampOf } from '#lib/data/sources/snapshots';
import { stampCapture } from '#lib/server/fetch/stamp-capture';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk } from '#lib/testing/database/rows';
import { type StampServer, startStampServer } from '#lib/testing/outside/stamp-server';

// The mark of what must not reach a browser; there is none here.
vi.mock('server-only', () => ({}));
vi.stubEnv('NEXTAUTH_SECRET', 'a secret for tests');
vi.stubEnv('DATABASE_URL', 'file:none');

const db = testDatabase();
let stamps: StampServer;
let answer: (response: ServerResponse, query: Uint8Array) => void;

/** Stands where the desk looks for its server of time stamps, and answers as each test says. */
const front = createServer(async (request, response) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  answer(response, Buffer.concat(pieces));
});

beforeAll(async () => {
  stamps = await startStampServer();
  await new Promise<void>((listening) => front.listen(0, '127.0.0.1', listening));
  vi.stubEnv('CLAIMDESK_TIMESTAMP_URL', `http://127.0.0.1:${(front.address() as AddressInfo).port}/`);
});
afterAll(() => {
  stamps.stop();
  front.closeAllConnections();
  front.close();
});

async function capture() {
  const { ann } = await addDesk(db());
  const bytes = Buffer.from('<p>A staff of 375.</p>');
  const facts = { url: null, finalUrl: null, title: 'Staff', contentType: 'text/html', answer: null };
  const kept = await keepSnapshot(ann, { ...facts, bytes, html: '<p>', fetchedAt: new Date() });
  return { ...kept, bytes, ann };
}

it('keeps a token that another program takes', async () => {
  const { id, hash, bytes, ann } = await capture();
  answer = (response, query) => response.end(stamps.reply(query));
  expect(await stampCapture(db(), { id, hash, bytes })).toBe(true);
  const stamp = await stampOf(db(), id, ann);
  expect(stamps.accepts(stamp?.token ?? new Uint8Array(), hash)).toBe(true);
  const { stampedAt } = await db().snapshot.findUniqueOrThrow({ where: { id } });
  expect(Math.abs(Number(stampedAt) - Date.now())).toBeLessThan(120_000);
});

it.each<[string, typeof answer]>([
  ['a page', (response) => response.end('<p>Welcome</p>')],
  ['too much', (response) => response.end(Buffer.alloc(2_000_000))],
  ['nothing', (response) => response.end()],
  ['another address', (response) => response.writeHead(302, { Location: stamps.url }).end()],
  ['an error', (response, query) => response.writeHead(500).end(stamps.reply(query))],
  ['no answer', (response) => response.destroy()],
])('leaves a capture as it is where the server has %s for it', async (_what, given) => {
  const { id, hash, bytes, ann } = await capture();
  answer = given;
  expect(await stampCapture(db(), { id, hash, bytes })).toBe(false);
  expect(await stampOf(db(), id, ann)).toBeNull();
});
