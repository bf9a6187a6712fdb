import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBodyGuard } from './bodies.mjs';

const isAnswered = makeBodyGuard({ most: 1_000, room: 5_000 });
/** Reads all, as pages do, and says how much it was. */
const server = createServer((request, response) => {
  if (isAnswered(request, response)) return;
  let read = 0;
  request.on('data', (chunk: Buffer) => {
    read += chunk.length;
  });
  request.on('end', () => response.end(String(read)));
  request.on('error', () => response.destroy());
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Sent = { path?: string; cookie?: string; isDeclared?: boolean; bytes: number; isHeld?: boolean };
type Answer = { status: number; words: string };

/** Sends a body; with `isHeld`, all of it but its end, until `release` is called. */
function post({ path = '/sign-in', cookie, isDeclared, bytes, isHeld }: Sent) {
  const { port } = server.address() as AddressInfo;
  const headers = {
    ...(cookie ? { cookie } : {}),
    ...(isDeclared ? { 'content-length': bytes } : { 'transfer-encoding': 'chunked' }),
  };
  const request = send({ port, host: '127.0.0.1', method: 'POST', path, headers });
  const answer = new Promise<Answer>((resolve, reject) => {
    request.on('response', async (response) => {
      let words = '';
      for await (const chunk of response.setEncoding('utf8')) words += chunk;
      resolve({ status: response.statusCode ?? 0, words });
    });
    request.on('error', reject);
  });
  request.write('x'.repeat(bytes));
  if (!isHeld) request.end();
  return { answer, release: () => request.end() };
}

const cookie = 'claimdesk-locale=en; next-auth.session-token=abc';

test.each([true, false])(
  'a stranger sends little to a page, whether its length is told (%s) or not',
  async (isDeclared) => {
    expect(await post({ isDeclared, bytes: 1_000 }).answer).toEqual({ status: 200, words: '1000' });
    expect((await post({ isDeclared, bytes: 1_001 }).answer).status).toBe(413);
    expect(await post({ isDeclared, bytes: 1_001, cookie }).answer).toEqual({ status: 200, words: '1001' });
    expect((await post({ isDeclared, bytes: 1_001, cookie: 'other=next-auth.session-token' }).answer).status).toBe(413);
    expect(await post({ isDeclared, bytes: 9_000, path: '/api/v1/articles' }).answer).toEqual({
      status: 200,
      words: '9000',
    });
  },
);

test('what all send at once has a limit, and what was refused or has ended does not count', async () => {
  const held = [2_000, 3_500].map((bytes) => post({ bytes, cookie, isHeld: true }));
  await expect
    .poll(async () => (await post({ bytes: 2_600, cookie }).answer.catch(() => ({ status: 503 }))).status)
    .toBe(503);
  // Small ones pass all the same.
  expect((await post({ bytes: 1_000, cookie }).answer).status).toBe(200);
  for (const { release } of held) release();
  expect(await Promise.all(held.map(({ answer }) => answer))).toEqual([
    { status: 200, words: '2000' },
    { status: 200, words: '3500' },
  ]);
  expect((await post({ bytes: 5_900, cookie }).answer).status).toBe(200);
});
