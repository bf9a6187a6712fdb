/** Whose work a claim is. */
import { expect, test, vi } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { apiUnderTest, type Caller, desk, quote } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addArticle, addCaller } = apiUnderTest(db);

async function asked(caller: Caller, method: string, address: string, body?: unknown, headers = {}) {
  const answer = await caller.call(method, address, body, headers);
  return [answer.status, await answer.json()] as const;
}

async function setUp() {
  const [ann, bo, viewer] = [await addCaller(), await addCaller('editor'), await addCaller('viewer')];
  const article = await addArticle(ann);
  await ann.post(`/articles/${article}/claims`, quote('375 employees'));
  return { ann, bo, viewer, address: `/articles/${article}/claims/1/assignees` };
}

test('people to whom work may be given are listed for those who may give it', async () => {
  const { ann, bo, viewer } = await setUp();
  const [, { items }] = await asked(ann, 'GET', '/people');
  expect(items.map(({ id }: { id: string }) => id).sort()).toEqual([ann.id, bo.id].sort());
  expect((await asked(viewer, 'GET', '/people'))[0]).toBe(403);
});

test('a claim is given to people, with a date, and taken from them', async () => {
  const { ann, bo, viewer, address } = await setUp();
  expect((await asked(ann, 'GET', address))[1]).toEqual({ items: [] });
  const answer = await ann.call('PUT', `${address}/${bo.id}`, { dueOn: '2026-02-01' });
  expect(await answer.json()).toEqual({ items: [{ id: bo.id, name: bo.name, dueOn: '2026-02-01' }] });
  expect(answer.headers.get('content-location')).toBe(`${desk}/api/v1${address}`);
  expect(answer.headers.get('etag')).toBe((await ann.get(address)).headers.get('etag'));
  expect((await asked(ann, 'PUT', `${address}/${bo.id}`, {}))[1].items).toMatchObject([{ id: bo.id, dueOn: null }]);
  expect((await asked(bo, 'PUT', `${address}/${ann.id}`, {}))[1].items).toHaveLength(2);
  expect((await asked(viewer, 'GET', address))[1].items).toHaveLength(2);
  expect((await asked(ann, 'DELETE', `${address}/${bo.id}`))[1].items).toMatchObject([{ id: ann.id }]);
  expect((await asked(ann, 'DELETE', `${address}/${bo.id}`))[0]).toBe(200);
});

test('only people who judge have work, and If-Match names the assignees that were seen', async () => {
  const { ann, bo, viewer, address } = await setUp();
  const old = (await ann.get(address)).headers.get('etag') ?? '';
  for (const person of [viewer.id, 'nobody'])
    expect((await asked(ann, 'PUT', `${address}/${person}`, {}))[0]).toBe(404);
  expect(await asked(ann, 'DELETE', `${address}/nobody`)).toMatchObject([404, { field: 'person' }]);
  expect((await asked(ann, 'PUT', `${address}/${bo.id}`, { dueOn: 'soon' }))[1]).toMatchObject({ field: 'dueOn' });
  expect((await asked(ann, 'PUT', `${address}/${bo.id}`, {}, { 'if-match': old }))[0]).toBe(200);
  expect((await asked(ann, 'DELETE', `${address}/${bo.id}`, undefined, { 'if-match': old }))[0]).toBe(412);
  expect((await asked(ann, 'GET', address.replace('/1/', '/2/')))[0]).toBe(404);
});
