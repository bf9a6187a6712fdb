/**
 * Every GET route of the desk's own pages, asked by everybody with right, foreign, unknown and malformed ids. A new route needs
 * a row in lib/testing/walk/route-rows.ts. A reviewer who has yet to judge is told nothing of what a colleague found, and of a
 * confidential file nobody but its readers.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { may } from '#lib/domain/people/permission';
import { testDatabase } from '#lib/testing/database/database';
import { serveDatabase } from '#lib/testing/database/served';
import { addWalkedDesk, confidential, secret } from '#lib/testing/walk/desk';
import { routeRows } from '#lib/testing/walk/route-rows';

const request = vi.hoisted(() => ({ cookie: '' }));
vi.mock('server-only', () => ({}));
vi.mock('next/headers', () => ({
  headers: async () => ({ get: () => null }),
  cookies: async () => ({
    get: (name: string) => (name === 'next-auth.session-token' ? { value: request.cookie } : undefined),
    has: () => false,
  }),
}));

const db = testDatabase();
serveDatabase(db);

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Routes that this walk leaves out, with the reason. */
const elsewhere: [RegExp, string][] = [
  [/^api\/v1\//, 'walked by api/v1/permissions.db.test.ts'],
  [/^api\/annotations\//, 'answer as the API does, tested with it'],
  [/^api\/auth\//, 'sessions themselves'],
  [/^api\/articles\/import(-packet)?$/, 'answers no GET'],
  [/^api\/live$/, 'a stream that never ends'],
  [/^api\/(figures|claims)\/feed$/, 'open by a secret in the address too; have tests of their own'],
  [/^\(desk\)\/snapshots\/\[id\]$/, 'a page in the words of the interface; walked on the built desk'],
  [/^(reports\/|healthz|readyz|metrics|api\/health)/, 'for whoever asks'],
];

const folders = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .filter((file) => /\bGET\b/.test(readFileSync(path.join(import.meta.dirname, file), 'utf8')))
  .map((file) => path.posix.dirname(file))
  .filter((folder) => !elsewhere.some(([pattern]) => pattern.test(folder)));

const unlike = ['nothing-has-this-id', '', 'x'.repeat(300), 'a\0b', '../../etc/passwd', '{}', String(2 ** 31)];

test('every route has a row, which says how it is asked', () => {
  const missing = folders.filter((folder) => !(folder in routeRows));
  expect(missing, 'say how these are asked in lib/testing/walk/route-rows.ts').toEqual([]);
  expect(Object.keys(routeRows).filter((folder) => !folders.includes(folder))).toEqual([]);
});

test('every route answers whom the rules name, and nothing but what is there and theirs to see', async () => {
  const desk = await addWalkedDesk(db());
  const { people, other } = desk;
  let [told, opened] = [0, 0];
  for (const [folder, row] of Object.entries(routeRows)) {
    const { GET } = (await import(path.join(import.meta.dirname, folder, 'route.ts'))) as { GET: Handler };
    const [params, query] = [row.params?.(desk) ?? {}, row.query?.(desk) ?? {}];
    const ask = async (changed: Record<string, string> = {}) => {
      const url = new URL('http://desk.example/');
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, changed[name] ?? value);
      const parts = Object.entries(params).map(([name, value]) => [name, changed[name] ?? value]);
      const answer = await GET(new Request(url), { params: Promise.resolve(Object.fromEntries(parts)) });
      return { status: answer.status, text: await answer.text() };
    };
    for (const [name, person] of [['nobody', null], ...Object.entries(people)] as const) {
      const isHere = person !== null && name !== 'deactivated' && name !== 'signed out';
      request.cookie = person ? await desk.cookieOf(person) : '';
      const { status, text } = await ask();
      expect([folder, name, status]).toEqual([folder, name, isHere ? (may(person, row.act) ? 200 : 403) : 401]);
      if (name === 'reviewer') expect([folder, secret.test(text)]).toEqual([folder, false]);
      if (name === 'admin' && secret.test(text)) told += 1;
      const isReader = name === 'viewer' || name === 'colleague';
      if (isReader && confidential.test(text)) opened += 1;
      if (!isReader) expect([folder, name, confidential.test(text)]).toEqual([folder, name, false]);
      if (!isHere || !('file' in params)) continue;
      const hidden = await ask({ file: desk.confidential });
      expect([folder, name, hidden.status]).toEqual([folder, name, isReader ? 200 : 404]);
      expect([folder, name, confidential.test(hidden.text)]).toEqual([folder, name, isReader]);
    }
    request.cookie = await desk.cookieOf(people.admin);
    for (const name of [...Object.keys(params), ...Object.keys(query)]) {
      for (const value of unlike) {
        const { status } = await ask({ [name]: value });
        const isRefused = name in params && !row.mayBeGone?.includes(name);
        expect([folder, name, value, isRefused ? status >= 400 && status < 500 : status < 500]).toEqual([
          folder,
          name,
          value,
          true,
        ]);
      }
    }
    if ('claim' in params) {
      expect([folder, (await ask({ id: other.inside.article })).status]).toEqual([folder, 404]);
      expect([folder, (await ask({ claim: other.inside.figure })).status]).toEqual([folder, 404]);
    }
    // A figure of this article is none of another one's.
    if ('calculation' in query) expect((await ask({ id: other.inside.article })).status).toBe(400);
  }
  // The walk would see it.
  expect(told).toBeGreaterThan(3);
  // The list of files, the claim and the article in the sources, for each of the two readers.
  expect(opened).toBeGreaterThanOrEqual(6);
});
