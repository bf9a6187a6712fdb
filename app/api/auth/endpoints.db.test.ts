/** What strangers send to the endpoints of next-auth. */
import { NextRequest } from 'next/server';
import { expect, it, vi } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { serveDatabase } from '#lib/testing/database/served';
import { GET, POST } from './[...nextauth]/route';

vi.mock('server-only', () => ({}));
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined, getAll: () => [], set: () => {} }),
  headers: async () => new Headers(),
}));

const db = testDatabase();
serveDatabase(db, { CLAIMDESK_URL: 'http://desk.example' });

/** The status of an answer. `form`: sent in its place. */
async function statusOf(path: string, form?: Record<string, string>): Promise<number> {
  const url = `http://desk.example/api/auth/${path}`;
  const params = Promise.resolve({ nextauth: new URL(url).pathname.split('/').slice(3) });
  const request = new NextRequest(url, form && { method: 'POST', body: new URLSearchParams(form) });
  return (await (form ? POST : GET)(request, { params })).status;
}

it.each([
  ['csrf?callbackUrl=foo', 400],
  ['signin?callbackUrl=http://[', 400],
  ['signin?callbackUrl=javascript:alert(1)', 400],
  ['error?error=%00', 404],
  ['callback/credentials', 404],
  ['verify-request', 404],
  ['session', 404],
])('GET %s answers %i', async (path, status) => {
  expect(await statusOf(path)).toBe(status);
});

it.each([
  ['_log', { level: 'error', message: 'words of a stranger' }, 404],
  ['session', {}, 404],
  ['callback/credentials', { callbackUrl: 'http://localhost:1.evil.example/' }, 400],
  ['callback/credentials', { callbackUrl: 'foo' }, 400],
])('POST %s with %j answers %i', async (path, form, status) => {
  expect(await statusOf(path, form)).toBe(status);
});
