/**
 * No page but the desk's own changes anything: every action and every route that takes something, as the build and the
 * folders list them, is sent what a foreign page could make a signed-in browser send. A new one without the check fails.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, fillAccount, pasteArticle, startDesk, test } from './desk';

const root = path.resolve(import.meta.dirname, '..');
const foreign: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  {},
  { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { origin: 'https://evil.example', forwarded: 'host=evil.example;proto=https', 'x-forwarded-for': '127.0.0.1' },
  { 'x-forwarded-host': 'evil.example', 'x-original-host': 'evil.example', referer: 'https://evil.example/' },
];

type Manifest = { node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }> };

/** The build's own list of actions, each with the folder of a page that serves it. */
function actions() {
  const file = path.join(root, '.next/server/server-reference-manifest.json');
  // Next's own file; its shape is read, not promised.
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
    const page = Object.keys(workers).find((one) => one.endsWith('/page')) ?? '';
    const address = page.replace(/^app|\/\([^)]*\)|\/page$/g, '') || '/';
    return { id, name: `${filename} ${exportedName}`, page: address.replace(/\[\w+\]/g, 'x') };
  });
}

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Every route file whose text names a method that changes something; more than it exports does no harm. */
const routes = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  // What answers that there is no such address takes nothing.
  .filter((file) => path.basename(file) === 'route.ts' && !file.includes('[[...rest]]'))
  .flatMap((file) => {
    const text = readFileSync(path.join(root, 'app', file), 'utf8');
    const address = `/${path.dirname(file).replace(/\([^)]*\)\/?/g, '')}`.replace(/\[[^\]]*\]+/g, 'x');
    return methods.filter((method) => text.includes(method)).map((method) => ({ method, address }));
  });

/** What was changed at all. */
function rowsOf(data: string): unknown[] {
  const database = new BetterSqlite3(path.join(data, 'claimdesk.db'), { readonly: true });
  try {
    return ['User', 'Article', 'Change', 'Claim', 'Source', 'Metric', 'Token'].map((table) =>
      database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get(),
    );
  } finally {
    database.close();
  }
}

test('nothing that a foreign page sends is carried out', async ({ browser }) => {
  test.slow();
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-origins-'));
  // Each refusal is an error to Next, and there are hundreds.
  const desk = await startDesk(data, { LOG_LEVEL: 'silent' });
  const context = await browser.newContext({ baseURL: desk.url, locale: 'en-US' });
  const admin = await context.newPage();
  await admin.goto(desk.link);
  await fillAccount(admin, { name: 'Ana', email: 'ana@desk.example' });
  await admin.getByRole('button', { name: 'Set up the desk' }).click();
  await admin.waitForURL('**/articles');
  await pasteArticle(admin, 'Title: Wages\nText: The firm has about 375 people.');
  const before = rowsOf(data);
  const all = actions();
  expect(all.length).toBeGreaterThan(50);
  const act = async (page: string, id: string, headers: Record<string, string>) => {
    const answer = await admin.request.fetch(page, {
      method: 'POST',
      headers: { ...headers, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
      data: '[{}]',
      maxRedirects: 0,
    });
    return { status: answer.status(), text: await answer.text() };
  };
  const carried: string[] = [];
  for (const { id, name, page } of all) {
    for (const headers of foreign) {
      const { status, text } = await act(page, id, headers);
      // Next refuses most itself, without a word; the desk refuses what Next lets through.
      const isRefused = status === 500 || text.includes('"foreign-origin"');
      if (!isRefused) carried.push(`${status} ${name} ${JSON.stringify(headers)}`);
    }
  }
  expect(carried).toEqual([]);
  // The same from the desk's own page arrives at the action.
  const own = all.find(({ name }) => name.endsWith('settings/actions.ts saveDesk'));
  const { text } = await act('/settings', own?.id ?? '', { origin: desk.url });
  expect(text).toContain('"ok":false');
  expect(text).not.toContain('foreign-origin');

  expect(routes.length).toBeGreaterThan(30);
  for (const { method, address } of routes) {
    // The API knows tokens only, and counts requests: once is enough.
    for (const headers of address.startsWith('/api/v1/') ? foreign.slice(0, 1) : foreign) {
      const answer = await admin.request.fetch(address, {
        ...{ method, headers: { ...headers, 'content-type': 'application/json' }, data: '{}', maxRedirects: 0 },
      });
      const what = `${method} ${address} ${JSON.stringify(headers)}`;
      // next-auth asks for its own token, and answers without it by sending back to its page.
      if (address.startsWith('/api/auth/'))
        expect(answer.headers()['set-cookie'] ?? '', what).not.toContain('session-token=e');
      else expect([401, 403, 405], what).toContain(answer.status());
    }
  }
  expect(rowsOf(data)).toEqual(before);
  await context.close();
  await desk.stop();
  rmSync(data, { recursive: true, force: true });
});
