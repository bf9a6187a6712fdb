/** What requests that read cost: they read what they answer with, and write nothing. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '#lib/data/database/database';
import { makeApiToken } from '#lib/data/people/api-tokens';
import { addJudgedArticle } from '#lib/testing/article/judged-article';
import { testDatabase } from '#lib/testing/database/database';
import { rowsOf, tablesReadBy, tablesWrittenBy } from '#lib/testing/database/statements';
import * as annotationsRoute from '../annotations/[article]/route';
import * as claimsRoute from './articles/[id]/claims/route';
import * as articleRoute from './articles/[id]/route';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const desk = 'https://desk.example';

beforeEach(() => {
  Object.assign(process.env, { NEXTAUTH_SECRET: 'a secret for tests', CLAIMDESK_URL: desk });
  process.env.DATABASE_URL = db.address();
  // Where lib/server/database keeps the one that is open.
  (globalThis as { claimdeskDatabase?: Database }).claimdeskDatabase = db();
});

/** An article of so many claims; `get` returns the statements that a request on it sends. */
async function setUp(claims: number) {
  const admin = { id: 'admin', role: 'admin' as const };
  await db().user.create({ data: { ...admin, name: 'Ann', email: 'ann@desk.example' } });
  const writer = { db: db(), actorId: admin.id, role: admin.role, now: new Date() };
  const made = await makeApiToken(writer, { name: 'Test', scopes: ['read'], lifetime: 0 });
  if (!made.ok) throw new Error(made.code);
  const id = await addJudgedArticle(db(), admin.id, claims);
  const headers = { authorization: `Bearer ${made.value.secret}` };
  const get = (handle: typeof articleRoute.GET | typeof annotationsRoute.GET, address: string) =>
    db.statementsOf(async () => {
      const params: Record<string, string> = handle === annotationsRoute.GET ? { article: id } : { id };
      const answer = await handle(new Request(desk + address, { headers }), {
        params: Promise.resolve(params),
      });
      expect(answer.status).toBe(200);
    });
  return { id, get };
}

/** What people work with on the review page. */
const workTables = ['Suggestion', 'Assignment', 'Comment'];

describe('a request that reads', () => {
  test('reads no suggestions, assignments and threads and writes nothing, though an older reader read the article', async () => {
    const { id, get } = await setUp(3);
    await db().revision.updateMany({ data: { readBy: 0 } });
    for (const [handle, address] of [
      [articleRoute.GET, `/api/v1/articles/${id}`],
      [claimsRoute.GET, `/api/v1/articles/${id}/claims`],
      [claimsRoute.GET, `/api/v1/articles/${id}/claims?format=csv`],
      [annotationsRoute.GET, `/api/annotations/${id}/`],
    ] as const) {
      const statements = await get(handle, address);
      expect(tablesReadBy(statements)).toContain('Claim');
      expect(tablesReadBy(statements).filter((table) => workTables.includes(table))).toEqual([]);
      // When a token was last used is kept for its owner, and servers on PostgreSQL count requests together.
      const kept = ['Token', 'RateLimit'];
      expect(tablesWrittenBy(statements).filter((table) => !kept.includes(table))).toEqual([]);
    }
  });

  test.each([60, 600])('reads its page of claims alone (of %i)', async (count) => {
    const { id, get } = await setUp(count);
    const statements = await get(claimsRoute.GET, `/api/v1/articles/${id}/claims?limit=10`);
    // Of each of 10 claims and the one after them: 2 judgements, 2 pieces of evidence and their sources, a paragraph.
    expect(rowsOf(statements)).toBeLessThan(11 * 8 + 15);
    expect(statements.length).toBeLessThan(25);
  });
});
