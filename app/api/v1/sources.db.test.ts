/** Sources at their own address. */
import { describe, expect, test, vi } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { apiUnderTest, type Caller, desk, quote, source } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addArticle, addCaller } = apiUnderTest(db);

async function asked(caller: Caller, method: string, address: string, body?: unknown, headers = {}) {
  const answer = await caller.call(method, address, body, headers);
  return [answer.status, await answer.json()] as const;
}

/** Adds a source; returns its path and its ETag. */
async function addSource(caller: Caller, more: object = {}) {
  const answer = await caller.post('/sources', { ...source, ...more });
  expect(answer.status).toBe(201);
  const made = await answer.json();
  return { made, path: `/sources/${made.id}`, etag: answer.headers.get('etag') ?? '', answer };
}

describe('a source', () => {
  test('is added, has an address and an ETag, and is read there', async () => {
    const ann = await addCaller();
    const { made, path, etag, answer } = await addSource(ann, { publisher: 'SEC', published: '2023-02' });
    expect(made).toMatchObject({ ...source, publisher: 'SEC', published: '2023-02', originId: null, claims: 0 });
    expect(answer.headers.get('location')).toBe(`${desk}/api/v1${path}`);
    const read = await ann.get(path);
    expect([read.headers.get('etag'), await read.json()]).toEqual([etag, made]);
    expect((await ann.get(path, { 'if-none-match': etag })).status).toBe(304);
  });

  test('of the same title and address is not made twice', async () => {
    const ann = await addCaller();
    const { made, path } = await addSource(ann);
    const again = await ann.post('/sources', source);
    expect([again.status, again.headers.get('location'), await again.json()]).toEqual([
      200,
      `${desk}/api/v1${path}`,
      made,
    ]);
    await addSource(ann, { title: 'Another title' });
  });

  test.each<[string, object, number, object]>([
    ['no title', { ...source, title: ' ' }, 400, { code: 'text-missing', field: 'title' }],
    ['no kind', { title: 'A' }, 400, { field: 'kind' }],
    ['another kind', { title: 'A', kind: 'rumour' }, 400, { field: 'kind' }],
    ['a wrong link', { ...source, url: 'ftp://example.org' }, 400, { code: 'url-invalid', field: 'url' }],
    ['a wrong date', { ...source, published: '2023-13' }, 400, { code: 'date-invalid', field: 'published' }],
    ['an origin that is not there', { ...source, originId: 'none' }, 404, { field: 'originId' }],
  ])('with %s is refused', async (_, body, status, expected) => {
    const ann = await addCaller();
    expect(await asked(ann, 'POST', '/sources', body)).toEqual([status, expect.objectContaining(expected)]);
    expect(await db().source.count()).toBe(0);
  });

  test('is changed in every article that rests on it, with a line in the history of each', async () => {
    const ann = await addCaller();
    const { made, path } = await addSource(ann);
    const claims = [];
    for (let index = 0; index < 2; index += 1) {
      const article = await addArticle(ann);
      await ann.post(`/articles/${article}/claims`, quote('375 employees'));
      claims.push(`/articles/${article}/claims/1`);
      await ann.post(`/articles/${article}/claims/1/evidence`, { stance: 'supports', source: { id: made.id } });
    }
    const [status, changed] = await asked(ann, 'PATCH', path, { title: 'Annual report 2022', publisher: 'SEC' });
    expect([status, changed]).toEqual([
      200,
      { ...made, updatedAt: expect.any(String), title: 'Annual report 2022', publisher: 'SEC', claims: 2, articles: 2 },
    ]);
    for (const claim of claims) {
      const { evidence } = await (await ann.get(claim)).json();
      expect(evidence[0].source).toMatchObject({ id: made.id, title: 'Annual report 2022', url: source.url });
    }
    expect(await db().change.count({ where: { verb: 'source-edited' } })).toBe(2);
    expect((await asked(ann, 'GET', '/sources?search=2022'))[1].items).toHaveLength(1);
    const [, emptied] = await asked(ann, 'PATCH', path, { url: null, publisher: ' ' });
    expect(emptied).toMatchObject({ title: 'Annual report 2022', url: null, publisher: null });
  });

  test('repeats one that is there, and no circle comes of it', async () => {
    const ann = await addCaller();
    const first = await addSource(ann);
    const second = await addSource(ann, { title: 'A repost', originId: first.made.id });
    const third = await addSource(ann, { title: 'A repost of it', originId: second.made.id });
    expect(second.made).toMatchObject({ originId: first.made.id, origin: source.title });
    const codes = [];
    for (const originId of [first.made.id, third.made.id, second.made.id, 'none']) {
      codes.push((await asked(ann, 'PATCH', first.path, { originId }))[1].code);
    }
    expect(codes).toEqual(['origin-is-itself', 'origin-in-a-circle', 'origin-in-a-circle', 'not-found']);
    expect((await asked(ann, 'PATCH', third.path, { originId: first.made.id }))[0]).toBe(200);
    expect((await asked(ann, 'PATCH', third.path, { originId: null }))[1].originId).toBe(null);
  });

  test('that turns out to repeat another counts once with it in the ledger', async () => {
    const ann = await addCaller();
    const article = await addArticle(ann);
    await ann.post(`/articles/${article}/claims`, quote('375 employees'));
    const claim = `/articles/${article}/claims/1`;
    await ann.call('PATCH', claim, { metric: { subject: 'OpenAI', measure: 'headcount' } });
    const [first, second] = [await addSource(ann), await addSource(ann, { title: 'Another' })];
    for (const { made } of [first, second]) {
      await ann.post(`${claim}/evidence`, { stance: 'supports', excerpt: '375 employees', source: { id: made.id } });
    }
    const counted = async () => (await asked(ann, 'GET', '/metrics'))[1].items[0].sources;
    expect(await counted()).toBe(2);
    await ann.call('PATCH', second.path, { originId: first.made.id });
    expect(await counted()).toBe(1);
  });

  test('is changed only as the version that If-Match names', async () => {
    const ann = await addCaller();
    const { path, etag } = await addSource(ann);
    const answers = await Promise.all(
      ['One', 'Two'].map((title) => ann.call('PATCH', path, { title }, { 'if-match': etag })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const now = (await ann.get(path)).headers.get('etag');
    expect(answers.find(({ status }) => status === 412)?.headers.get('etag')).toBe(now);
    expect((await asked(ann, 'PATCH', path, { title: 'Three' }, { 'if-match': now ?? '' }))[0]).toBe(200);
  });

  test('that is not there, or a field that may not be empty, is refused', async () => {
    const ann = await addCaller();
    expect((await asked(ann, 'GET', '/sources/none'))[0]).toBe(404);
    expect((await asked(ann, 'PATCH', '/sources/none', { title: 'A' }))[0]).toBe(404);
    expect((await asked(ann, 'PATCH', '/sources/none', { title: 'A' }, { 'if-match': '*' }))[0]).toBe(412);
    const { path } = await addSource(ann);
    for (const [field, value] of Object.entries({ title: null, kind: null, published: 'soon', url: 'x' })) {
      expect((await asked(ann, 'PATCH', path, { [field]: value }))[1]).toMatchObject({ status: 400, field });
    }
  });
});
