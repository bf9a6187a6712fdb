/** How much one signed-in person may do in a minute, whichever session they do it in. */
import { encode } from 'next-auth/jwt';
import { beforeEach, expect, test, vi } from 'vitest';
import { addNewEvidence } from '#lib/data/claims/findings';
import { accept, type Result } from '#lib/domain/refusal';
import { onEngine, testDatabase } from '#lib/testing/database/database';
import { addPerson, addTextArticle, evidenceFacts, must, type TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';
import { testNeeding } from '#lib/testing/needs';
import { request } from '#lib/testing/next-request';
import { signIn } from '#lib/testing/walk/desk';

vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.mock('next/headers', async () => (await import('#lib/testing/next-request')).nextHeaders);

const db = testDatabase();
const usual = { CLAIMDESK_ACTION_LIMIT: '600', CLAIMDESK_DOWNLOAD_LIMIT: '60', CLAIMDESK_STREAM_LIMIT: '60' };
const low = { CLAIMDESK_ACTION_LIMIT: '30', CLAIMDESK_DOWNLOAD_LIMIT: '3', CLAIMDESK_STREAM_LIMIT: '2' };
serveDatabase(db, low);

let mei: TestPerson;
let bo: TestPerson;

/** Takes the place of a browser in which a person has just signed in. */
async function as({ id }: TestPerson): Promise<void> {
  const token = { sub: id, sessionId: await signIn(db(), { id }) };
  request.cookies.set('next-auth.session-token', await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? '' }));
}

beforeEach(async () => {
  mei = await addPerson(db(), 'Mei', 'reviewer', new Date());
  bo = await addPerson(db(), 'Bo', 'reviewer', new Date());
  request.headers.set('origin', 'http://desk.example').set('host', 'desk.example');
  await as(mei);
});

/** The rule as another server of the desk has it. */
async function another(): Promise<typeof import('#lib/server/http/rate-limit')> {
  vi.resetModules();
  return import('#lib/server/http/rate-limit');
}

test('a person who acts too often is told how long to wait, in every session of theirs and nobody else', async () => {
  const { readAll } = await import('./(desk)/mentions/actions');
  const act = () => readAll({});
  for (let count = 0; count < 30; count += 1) expect(await act()).toMatchObject({ ok: true });
  const refused = { code: 'too-many-requests', values: { number: expect.any(Number) } };
  expect(await act()).toMatchObject(refused);
  await as(mei);
  expect(await act()).toMatchObject(refused);
  await as(bo);
  expect(await act()).toMatchObject({ ok: true });
});

test('a person who takes too many files is refused with the time to wait, and may still look at a preview', async () => {
  const { id } = await addTextArticle({ ...mei, db: db() }, ['The firm had 375 staff.']);
  const ledger = await import('./(desk)/figures/export/route');
  const article = await import('./(desk)/articles/[id]/export/route');
  const take = (query: string) =>
    article.GET(new Request(`http://desk.example/?${query}`), { params: Promise.resolve({ id }) });
  for (let count = 0; count < 3; count += 1) {
    expect((await ledger.GET(new Request('http://desk.example/'))).status).toBe(200);
  }
  for (const answer of [await ledger.GET(new Request('http://desk.example/')), await take('format=csv')]) {
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toEqual({ error: 'too-many-requests' });
  }
  expect((await take('format=csv&as=preview')).status).toBe(200);
});

test('a person has so many live streams, and room for another when one is closed', async () => {
  const { id } = await addTextArticle({ ...mei, db: db() }, ['The firm had 375 staff.']);
  const { GET } = await import('./api/live/route');
  const { live } = await import('#lib/server/live/live');
  const closing: AbortController[] = [];
  const open = (tab: string) => {
    const own = new AbortController();
    closing.push(own);
    const address = `http://desk.example/api/live?article=${id}&tab=${tab}`;
    return GET(new Request(address, { signal: own.signal }));
  };
  try {
    expect([(await open('one')).status, (await open('two')).status]).toEqual([200, 200]);
    const refused = await open('three');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await refused.json()).toEqual({ error: 'too-many-streams' });
    closing[0]?.abort();
    expect((await open('four')).status).toBe(200);
    await as(bo);
    expect((await open('five')).status).toBe(200);
  } finally {
    live().close();
  }
});

test('an hour’s work in a minute stays below the limit, and asks the database for no more than some twentieth of it', async () => {
  Object.assign(process.env, usual);
  const { spendAct } = await another();
  const answers: unknown[] = [];
  const sent = await db.statementsOf(async () => {
    for (let count = 0; count < 600; count += 1) answers.push(await spendAct(mei.id));
  });
  expect(answers.filter((refused) => refused !== null)).toEqual([]);
  expect(sent.length).toBe(process.env.CLAIMDESK_TEST_ENGINE === 'postgresql' ? 30 : 0);
  expect(await spendAct(mei.id)).toMatchObject({ code: 'too-many-requests' });
});

testNeeding(onEngine('postgresql'), 'what a person does is counted for all servers together', async () => {
  Object.assign(process.env, usual);
  const servers = [await another(), await another()];
  const spent = await Promise.all(Array.from({ length: 700 }, (_, at) => servers[at % 2]?.spendAct(mei.id)));
  const done = spent.filter((refused) => refused === null).length;
  expect(done).toBeLessThanOrEqual(600);
  // Each server may hold one part that it has not spent.
  expect(done).toBeGreaterThan(600 - 2 * 20);
});

test('a person’s long searches in sources run two at a time, and more than a few are refused with the time to wait', async () => {
  const { id, mark } = await addTextArticle({ ...mei, db: db() }, ['The firm had 375 staff.']);
  const claim = await mark('375 staff', 'figure');
  const evidence = await must(addNewEvidence({ ...mei, db: db() }, claim.ref, evidenceFacts()));
  const { sourceId } = await db().evidence.findUniqueOrThrow({ where: { id: evidence.id } });
  const { inTurn } = await import('#lib/server/http/in-turn');
  const inSources = await import('./api/articles/[id]/claims/[claim]/in-sources/route');
  const against = await import('./api/articles/[id]/against/[source]/route');
  const url = new Request('http://desk.example/');
  const ask = () =>
    Promise.all([
      inSources.GET(url, { params: Promise.resolve({ id, claim: claim.id }) }),
      against.GET(url, { params: Promise.resolve({ id, source: sourceId }) }),
    ]);
  let end = () => {};
  const ended = new Promise<Result<null>>((settle) => {
    end = () => settle(accept(null));
  });
  const held = Array.from({ length: 6 }, () => inTurn(mei.id, url.signal, () => ended));
  for (const answer of await ask()) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '15']);
    expect(await answer.json()).toEqual({ error: 'too-many-searches' });
  }
  await as(bo);
  expect((await ask()).map(({ status }) => status)).toEqual([200, 200]);
  end();
  await Promise.all(held);
  await as(mei);
  expect((await ask()).map(({ status }) => status)).toEqual([200, 200]);
});
