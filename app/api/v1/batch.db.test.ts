/** Many claims in one call. */
import { describe, expect, test, vi } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { apiUnderTest, type Caller, desk, quote } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addArticle, addCaller } = apiUnderTest(db);

async function setUp(paragraphs?: string[]) {
  const ann = await addCaller();
  const article = await addArticle(ann, paragraphs);
  return { ann, article, address: `/articles/${article}/claims:batch` };
}

async function batch(caller: Caller, address: string, claims: unknown, headers = {}) {
  const answer = await caller.post(address, { claims }, headers);
  return [answer.status, await answer.json()] as const;
}

const at = (paragraph: number, start: number, end: number) => ({
  kind: 'fact',
  selector: { type: 'TextPositionSelector', paragraph, start, end },
});

describe('a batch', () => {
  test('marks each claim at its place, in order, with its number and address', async () => {
    const { ann, article, address } = await setUp();
    const [status, { marked, results }] = await batch(ann, address, [quote('375 more'), at(1, 7, 8), quote('他们')]);
    expect([status, marked]).toEqual([200, 3]);
    expect(results).toEqual(
      [1, 2, 3].map((number) => ({
        ok: true,
        number,
        location: `${desk}/api/v1/articles/${article}/claims/${number}`,
      })),
    );
    const read = await ann.get(results[1].location);
    expect(await read.json()).toMatchObject({ number: 2, exact: '😀', start: 7, end: 8 });
    expect(await db().change.count({ where: { verb: 'claim-marked' } })).toBe(3);
  });

  test('tells for each claim that is refused why, and marks the others', async () => {
    const { ann, address } = await setUp();
    const bad = [
      quote('376'),
      quote('375'),
      at(1, 0, 9_999),
      at(9, 0, 1),
      at(1, 2, 2),
      { kind: 'rumour', selector: quote('他们').selector },
      { ...quote('他们'), extra: 1 },
      quote('他们', { prefx: 'a' }),
      null,
      'words',
      [],
    ];
    const [status, { marked, results }] = await batch(ann, address, [quote('375 more'), ...bad, quote('他们')]);
    expect([status, marked]).toEqual([200, 2]);
    expect(results.at(0)).toMatchObject({ ok: true, number: 1 });
    expect(results.at(-1)).toMatchObject({ ok: true, number: 2 });
    const told = results.slice(1, -1).map((one: { problem: Record<string, unknown> }) => {
      const { status: of, code, field } = one.problem;
      return [of, code, field];
    });
    expect(told).toEqual([
      [422, 'quote-absent', 'claims.1.selector.exact'],
      [422, 'quote-ambiguous', 'claims.2.selector.exact'],
      [400, 'span-outside-paragraph', 'claims.3.selector.end'],
      [400, 'paragraph-not-in-article', 'claims.4.selector.paragraph'],
      [400, 'span-empty', 'claims.5'],
      [400, 'invalid-input', 'claims.6.kind'],
      [400, 'field-unknown', 'claims.7.extra'],
      [400, 'field-unknown', 'claims.8.selector.prefx'],
      [400, 'invalid-input', 'claims.9'],
      [400, 'invalid-input', 'claims.10'],
      [400, 'invalid-input', 'claims.11'],
    ]);
  });

  test('speaks the language that was asked for', async () => {
    const { ann, address } = await setUp();
    const [, { results }] = await batch(ann, address, [quote('376')], { 'accept-language': 'zh-CN' });
    expect(results[0].problem.detail).toContain('文章中没有');
  });

  test('marks words that it names twice once', async () => {
    const { ann, address } = await setUp();
    const [, { marked, results }] = await batch(ann, address, [
      quote('他们'),
      quote('他们'),
      { ...quote('他们'), kind: 'fact' },
      { kind: 'figure', selector: { type: 'TextPositionSelector', paragraph: 2, start: 0, end: 2 } },
    ]);
    expect(marked).toBe(2);
    expect(results).toMatchObject([
      { ok: true, number: 1 },
      { ok: false, problem: { status: 409, code: 'claim-exists', field: 'claims.1' } },
      { ok: true, number: 2 },
      { ok: false, problem: { code: 'claim-exists', field: 'claims.3', detail: expect.stringContaining('1') } },
    ]);
  });

  test('that is sent twice, or at the same time, marks nothing twice', async () => {
    const { ann, address } = await setUp();
    const claims = [quote('375 more'), quote('他们')];
    const both = await Promise.all([batch(ann, address, claims), batch(ann, address, claims)]);
    expect(both.map(([, { marked }]) => marked).sort()).toEqual([0, 2]);
    const [status, third] = await batch(ann, address, claims);
    expect([status, third.marked]).toEqual([200, 0]);
    expect(third.results.map(({ problem }: { problem: { code: string } }) => problem.code)).toEqual([
      'claim-exists',
      'claim-exists',
    ]);
    expect(await db().claim.count()).toBe(2);
  });

  test('under a key is carried out once and answered as it was', async () => {
    const { ann, address } = await setUp();
    const claims = [quote('375 more'), quote('376'), quote('他们')];
    const headers = { 'idempotency-key': 'this-batch-and-no-other' };
    const first = await batch(ann, address, claims, headers);
    expect(await batch(ann, address, claims, headers)).toEqual(first);
    expect(first[1].marked).toBe(2);
  });

  test('of nothing sound changes nothing', async () => {
    const { ann, article, address } = await setUp();
    const before = await db().article.findUniqueOrThrow({ where: { id: article } });
    const [status, { marked }] = await batch(ann, address, [quote('376')]);
    expect([status, marked]).toEqual([200, 0]);
    const after = await db().article.findUniqueOrThrow({ where: { id: article } });
    expect([after.lastSeq, after.lastClaimNumber]).toEqual([before.lastSeq, before.lastClaimNumber]);
  });

  test('says of each claim what is wrong with it', async () => {
    const { ann, address } = await setUp();
    const [, { results }] = await batch(ann, address, [5, { kind: 'figure', selector: 5 }, quote('a', { prefix: 5 })]);
    expect(results.map(({ problem }: { problem: object }) => problem)).toMatchObject([
      { field: 'claims.0', detail: 'An item of the list must be an object.' },
      { field: 'claims.1.selector', detail: 'The selector must be an object.' },
      { field: 'claims.2.selector.prefix', detail: 'The text before must be a text.' },
    ]);
  });

  test.each<[string, unknown, object]>([
    ['no claims', [], { code: 'text-missing', field: 'claims' }],
    ['1,001 claims', Array.from({ length: 1_001 }, () => quote('a')), { code: 'too-many-at-once', field: 'claims' }],
    ['no list', { 0: quote('a') }, { code: 'invalid-input', field: 'claims' }],
    ['nothing', undefined, { code: 'invalid-input', field: 'claims' }],
  ])('of %s is refused', async (_, claims, expected) => {
    const { ann, address } = await setUp();
    expect(await batch(ann, address, claims)).toEqual([400, expect.objectContaining(expected)]);
  });

  test('of 1,000 claims is marked in one transaction, with 1,000 lines of history', async () => {
    const words = Array.from({ length: 1_000 }, (_, index) => `Plant ${index} has ${index + 2} workers.`);
    const { ann, address } = await setUp([words.slice(0, 500).join(' '), words.slice(500).join(' ')]);
    const [status, { marked, results }] = await batch(
      ann,
      address,
      words.map((exact) => quote(exact)),
    );
    expect([status, marked]).toEqual([200, 1_000]);
    expect(results.map(({ number }: { number: number }) => number)).toEqual(words.map((_, index) => index + 1));
    expect(await db().change.count({ where: { verb: 'claim-marked' } })).toBe(1_000);
    expect(await db().figure.count()).toBe(1_000);
  });
});
