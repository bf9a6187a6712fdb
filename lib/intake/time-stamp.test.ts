import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type StampServer, startStampServer } from '#lib/testing/outside/stamp-server';
import { readStamp, stampRequest } from './time-stamp';

let server: StampServer;
beforeAll(async () => {
  server = await startStampServer();
});
afterAll(() => server.stop());

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const [page, other] = [Buffer.from('A staff of 375.'), Buffer.from('A staff of 735.')];
const hash = hashOf(page);

it('names the moment at which a server saw a hash, and OpenSSL takes the token', async () => {
  const { bytes, nonce } = stampRequest(hash);
  const stamp = await readStamp(server.reply(bytes), { bytes: page, nonce });
  expect(Math.abs(Number(stamp?.at) - Date.now())).toBeLessThan(120_000);
  expect(server.accepts(stamp?.token ?? new Uint8Array(), hash)).toBe(true);
  expect(server.accepts(stamp?.token ?? new Uint8Array(), hashOf(other))).toBe(false);
});

it('is none for other bytes, another request, or a word that was changed on the way', async () => {
  const { bytes, nonce } = stampRequest(hash);
  const answer = server.reply(bytes);
  expect(await readStamp(answer, { bytes: other, nonce })).toBeNull();
  expect(await readStamp(answer, { bytes: page, nonce: stampRequest(hash).nonce })).toBeNull();
  const forged = Buffer.from(answer);
  Buffer.from(hashOf(other), 'hex').copy(forged, forged.indexOf(Buffer.from(hash, 'hex')));
  expect(await readStamp(forged, { bytes: other, nonce })).toBeNull();
});

it('is none in what is no answer', async () => {
  const { nonce, bytes } = stampRequest(hash);
  const answer = Buffer.from(server.reply(bytes));
  const refusals = [
    new Uint8Array(),
    Buffer.from('<html>'),
    bytes,
    answer.subarray(0, 400),
    server.reply(Buffer.from('?')),
  ];
  for (const one of refusals) expect(await readStamp(one, { bytes: page, nonce })).toBeNull();
});
