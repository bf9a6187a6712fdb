/** The discussion of an article. */
import { describe, expect, test, vi } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { apiUnderTest, type Caller, desk, quote } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addArticle, addCaller } = apiUnderTest(db);

async function asked(caller: Caller, method: string, address: string, body?: unknown, headers = {}) {
  const answer = await caller.call(method, address, body, headers);
  return [answer.status, answer.status === 204 ? null : await answer.json()] as const;
}

/** An article of Ann with one claim, and the address of its comments. */
async function setUp() {
  const ann = await addCaller();
  const article = await addArticle(ann);
  await ann.post(`/articles/${article}/claims`, quote('375 employees'));
  return { ann, article, comments: `/articles/${article}/comments` };
}

async function say(caller: Caller, comments: string, body: object) {
  const answer = await caller.post(comments, body);
  expect(answer.status).toBe(201);
  const made = await answer.json();
  return { made, path: `${comments}/${made.id}`, etag: answer.headers.get('etag') ?? '', answer };
}

describe('comments', () => {
  test('begin threads on claims and paragraphs, answer them, and are read at their address', async () => {
    const { ann, comments } = await setUp();
    const bo = await addCaller('editor');
    const first = await say(ann, comments, { claim: 1, body: `@${bo.name} is it? 😀` });
    expect(first.made).toMatchObject({
      author: ann.name,
      claim: 1,
      paragraph: null,
      mentions: [bo.name],
      editedAt: null,
    });
    expect(first.made.thread).toBe(first.made.id);
    expect(first.answer.headers.get('location')).toBe(`${desk}/api/v1${first.path}`);
    const read = await bo.get(first.path);
    expect([read.headers.get('etag'), await read.json()]).toEqual([first.etag, first.made]);
    const reply = await say(bo, comments, { thread: first.made.id, body: 'It is.' });
    expect(reply.made).toMatchObject({ thread: first.made.id, claim: 1 });
    await say(ann, comments, { paragraph: 2, body: 'Why Chinese?' });
    const [, page] = await asked(ann, 'GET', comments);
    expect(page).toMatchObject({
      items: [
        { claim: 1, paragraph: null, resolved: null, comments: [{ id: first.made.id }, { id: reply.made.id }] },
        { claim: null, paragraph: 2, comments: [{ body: 'Why Chinese?' }] },
      ],
      next: null,
    });
    expect((await asked(ann, 'GET', `${comments}?claim=1`))[1].items).toHaveLength(1);
    expect((await asked(ann, 'GET', `${comments}?claim=2`))[1].items).toEqual([]);
  });

  test('come in pages that nothing written meanwhile upsets', async () => {
    const { ann, comments } = await setUp();
    const wanted = [];
    for (let index = 0; index < 5; index += 1) {
      wanted.push((await say(ann, comments, { claim: 1, body: `${index}` })).made.id);
    }
    const seen: string[] = [];
    let address: string | undefined = `${comments}?limit=2`;
    while (address) {
      const answer: Response = await ann.get(address);
      seen.push(...(await answer.json()).items.map(({ id }: { id: string }) => id));
      address = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(seen.sort()).toEqual(wanted.sort());
    expect((await asked(ann, 'GET', `${comments}?cursor=x`))[1].code).toBe('cursor-wrong');
  });

  test('sent again under their key are written once', async () => {
    const { ann, comments } = await setUp();
    const headers = { 'idempotency-key': 'ask-about-this-claim' };
    const [first, again] = [
      await asked(ann, 'POST', comments, { claim: 1, body: 'So?' }, headers),
      await asked(ann, 'POST', comments, { claim: 1, body: 'So?' }, headers),
    ];
    expect(again).toEqual(first);
    expect(await db().comment.count()).toBe(1);
  });

  test('are changed by their author alone, and only as the version that If-Match names', async () => {
    const { ann, comments } = await setUp();
    const ed = await addCaller('editor');
    const { path, etag } = await say(ann, comments, { claim: 1, body: 'So?' });
    expect((await asked(ed, 'PATCH', path, { body: 'Else' }))[0]).toBe(403);
    const both = await Promise.all(
      ['One', 'Two'].map((body) => ann.call('PATCH', path, { body }, { 'if-match': etag })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [status, changed] = await asked(ann, 'PATCH', path, { body: 'Three' });
    expect([status, changed.body, changed.editedAt]).toEqual([200, 'Three', expect.any(String)]);
    const late = await ann.call('DELETE', path, undefined, { 'if-match': etag });
    expect([late.status, late.headers.get('etag')]).toEqual([412, (await ann.get(path)).headers.get('etag')]);
  });

  test('are removed by their author or an editor', async () => {
    const { ann, comments } = await setUp();
    const [bo, ed] = [await addCaller(), await addCaller('editor')];
    const first = await say(ann, comments, { claim: 1, body: 'So?' });
    const reply = await say(bo, comments, { thread: first.made.id, body: 'So.' });
    expect((await asked(bo, 'DELETE', first.path))[0]).toBe(403);
    expect((await asked(ed, 'DELETE', first.path))[0]).toBe(204);
    expect((await asked(ed, 'DELETE', first.path))[0]).toBe(404);
    expect((await asked(ann, 'GET', first.path))[0]).toBe(404);
    const [, { items }] = await asked(ann, 'GET', comments);
    expect(items[0].comments).toMatchObject([{ removed: true, body: '' }, { body: 'So.' }]);
    expect((await asked(bo, 'DELETE', reply.path))[0]).toBe(204);
    expect((await asked(ann, 'GET', comments))[1].items).toEqual([]);
  });

  test('are closed with a reason and opened again, as threads', async () => {
    const { ann, comments } = await setUp();
    const { path, made } = await say(ann, comments, { claim: 1, body: 'So?' });
    const reply = await say(ann, comments, { thread: made.id, body: 'So.' });
    const [status, closed] = await asked(ann, 'PUT', `${path}/resolution`, { reason: 'Settled.' });
    expect([status, closed.resolved]).toEqual([200, { by: ann.name, at: expect.any(String), reason: 'Settled.' }]);
    expect((await asked(ann, 'PUT', `${path}/resolution`, { reason: 'Again.' }))[1]).toMatchObject({
      status: 409,
      code: 'thread-changed',
    });
    expect((await asked(ann, 'PUT', `${reply.path}/resolution`, { reason: 'A reply.' }))[0]).toBe(404);
    expect((await asked(ann, 'DELETE', `${path}/resolution`, undefined, { 'if-match': '"old"' }))[0]).toBe(412);
    expect((await asked(ann, 'DELETE', `${path}/resolution`))[1].resolved).toBe(null);
    expect((await asked(ann, 'DELETE', `${path}/resolution`))[0]).toBe(409);
  });

  test.each<[string, object, number, object]>([
    ['nothing', { body: 'So?' }, 400, { code: 'comment-place' }],
    ['two things', { body: 'So?', claim: 1, paragraph: 1 }, 400, { code: 'comment-place' }],
    ['a claim beyond all numbers', { body: 'So?', claim: 2 ** 31 }, 400, { code: 'invalid-input', field: 'claim' }],
    ['a thread of a NUL character', { body: 'So?', thread: '\0' }, 400, { code: 'invalid-input', field: 'thread' }],
    ['a claim that is not there', { body: 'So?', claim: 2 }, 404, { field: 'claim' }],
    ['a paragraph that is not there', { body: 'So?', paragraph: 9 }, 400, { field: 'paragraph' }],
    ['a thread that is not there', { body: 'So?', thread: 'none' }, 404, {}],
    ['no words', { body: ' ', claim: 1 }, 400, { code: 'text-missing', field: 'body' }],
    ['too many words', { body: 'a'.repeat(4_001), claim: 1 }, 400, { code: 'text-too-long', field: 'body' }],
  ])('on %s are refused', async (_, body, status, expected) => {
    const { ann, comments } = await setUp();
    expect(await asked(ann, 'POST', comments, body)).toEqual([status, expect.objectContaining(expected)]);
    expect(await db().comment.count()).toBe(0);
  });

  test('of another article are not there', async () => {
    const { ann, comments } = await setUp();
    const { made } = await say(ann, comments, { claim: 1, body: 'So?' });
    const other = `/articles/${await addArticle(ann)}/comments`;
    expect((await asked(ann, 'GET', `${other}/${made.id}`))[0]).toBe(404);
    expect((await asked(ann, 'PATCH', `${other}/${made.id}`, { body: 'Else' }))[0]).toBe(404);
    expect((await asked(ann, 'POST', other, { thread: made.id, body: 'Else' }))[0]).toBe(404);
  });
});
