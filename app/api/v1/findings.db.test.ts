/** What is found about a claim: evidence, judgements taken back, answers about a quote, rulings. */
import { describe, expect, test, vi } from 'vitest';
import { setReviewRules } from '#lib/data/review/assignments';
import { testDatabase } from '#lib/testing/database/database';
import { must } from '#lib/testing/database/rows';
import { apiUnderTest, type Caller, desk, quote, source, verified } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addArticle, addCaller } = apiUnderTest(db);

/** An article of Ann with a figure claim and a quote, and the address of the first. */
async function setUp() {
  const ann = await addCaller();
  const article = await addArticle(ann);
  await ann.post(`/articles/${article}/claims`, quote('375 employees'));
  await ann.post(`/articles/${article}/claims`, { ...quote('他们有375人'), kind: 'quote' });
  return { ann, article, address: `/articles/${article}/claims/1`, quoted: `/articles/${article}/claims/2` };
}

const refuting = { stance: 'refutes', excerpt: 'a staff of 770', locator: 'p. 3', source };

async function asked(caller: Caller, method: string, address: string, body?: unknown, headers = {}) {
  const answer = await caller.call(method, address, body, headers);
  return [answer.status, answer.status === 204 ? null : await answer.json()] as const;
}

/** Evidence that Ann added, its path and its ETag. */
async function addEvidence(ann: Caller, address: string, body: object = refuting) {
  const answer = await ann.post(`${address}/evidence`, body);
  expect(answer.status).toBe(201);
  const evidence = await answer.json();
  return { evidence, path: `${address}/evidence/${evidence.id}`, answer };
}

describe('evidence', () => {
  test('is added with a new source or a known one, and is read at its address and in its claim', async () => {
    const { ann, address } = await setUp();
    const { evidence, path, answer } = await addEvidence(ann, address);
    expect(answer.headers.get('location')).toBe(`${desk}/api/v1${path}`);
    expect(evidence).toMatchObject({
      stance: 'refutes',
      locator: 'p. 3',
      addedBy: ann.name,
      figure: { low: 770 },
      source: { title: source.title, url: source.url },
    });
    const read = await ann.get(path);
    expect([read.headers.get('etag'), await read.json()]).toEqual([answer.headers.get('etag'), evidence]);
    const known = await addEvidence(ann, address, { stance: 'context', source: { id: evidence.source.id } });
    expect(known.evidence).toMatchObject({ excerpt: '', figure: null, source: evidence.source });
    const twin = await addEvidence(ann, address, { stance: 'context', source });
    expect(twin.evidence.source.id).toBe(evidence.source.id);
    const claim = await (await ann.get(address)).json();
    expect(claim.evidence).toEqual([evidence, known.evidence, twin.evidence]);
  });

  test('sent again under its key is added once, and answered with its own address', async () => {
    const { ann, address } = await setUp();
    const headers = { 'idempotency-key': 'the-annual-report-once' };
    const first = await ann.post(`${address}/evidence`, refuting, headers);
    await addEvidence(ann, address, { stance: 'context', source });
    const again = await ann.post(`${address}/evidence`, refuting, headers);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await db().evidence.count()).toBe(2);
  });

  test('is changed by whoever added it, or by an editor, and so is its figure', async () => {
    const { ann, address } = await setUp();
    const [bo, ed] = [await addCaller(), await addCaller('editor')];
    const { path } = await addEvidence(ann, address);
    expect((await asked(bo, 'PATCH', path, { stance: 'supports' }))[0]).toBe(403);
    const [, changed] = await asked(ann, 'PATCH', path, { excerpt: 'a staff of 780', locator: null });
    expect(changed).toMatchObject({
      stance: 'refutes',
      excerpt: 'a staff of 780',
      locator: null,
      figure: { low: 780 },
    });
    expect((await asked(bo, 'PATCH', path, { figure: '790 employees' }))[0]).toBe(403);
    expect((await asked(ann, 'PATCH', path, { figure: '790 employees' }))[1].figure).toMatchObject({ low: 790 });
    // What a person set is not read again.
    const [, byEditor] = await asked(ed, 'PATCH', path, { excerpt: 'a staff of 800' });
    expect(byEditor.figure).toMatchObject({ low: 790, corrected: true });
    expect((await asked(bo, 'PATCH', path, { figure: null }))[0]).toBe(403);
    expect((await asked(ed, 'PATCH', path, { figure: null }))[1].figure).toBe(null);
    const both = await asked(ann, 'PATCH', path, { stance: 'supports', figure: '375 employees' });
    expect(both[1]).toMatchObject({ stance: 'supports', figure: { low: 375 } });
    const lines = await db().change.findMany({ where: { verb: 'evidence-edited' }, orderBy: { seq: 'asc' } });
    expect(lines.map(({ actorId }) => actorId)).toEqual([ann.id, ed.id, ann.id]);
  });

  test('is all changed or nothing of it', async () => {
    const { ann, address } = await setUp();
    const { path, evidence } = await addEvidence(ann, address);
    const [status, problem] = await asked(ann, 'PATCH', path, { stance: 'supports', figure: 'many' });
    expect([status, problem.code]).toEqual([400, 'figure-unreadable']);
    expect(await (await ann.get(path)).json()).toEqual(evidence);
    expect(await asked(ann, 'PATCH', path, {})).toEqual([200, evidence]);
  });

  test('is changed and removed only as the version that If-Match names', async () => {
    const { ann, address } = await setUp();
    const { path, answer } = await addEvidence(ann, address);
    const old = answer.headers.get('etag') ?? '';
    const both = await Promise.all(
      ['p. 4', 'p. 5'].map((locator) => ann.call('PATCH', path, { locator }, { 'if-match': old })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = await ann.call('DELETE', path, undefined, { 'if-match': old });
    const now = (await ann.get(path)).headers.get('etag') ?? '';
    expect([late.status, late.headers.get('etag')]).toEqual([412, now]);
    // Another change of the claim is no change of the evidence.
    await asked(ann, 'PATCH', address, { weight: 'key' });
    expect((await asked(ann, 'DELETE', path, undefined, { 'if-match': now }))[0]).toBe(204);
    expect((await asked(ann, 'DELETE', path, undefined, { 'if-match': now }))[0]).toBe(412);
    expect((await asked(ann, 'DELETE', path))[0]).toBe(404);
  });

  test('stays while a verdict rests on it, and is not removed by others', async () => {
    const { ann, address } = await setUp();
    const bo = await addCaller();
    const { path } = await addEvidence(ann, address);
    await asked(bo, 'POST', `${address}/judgements`, { verdict: 'false' });
    expect((await asked(bo, 'DELETE', path))[0]).toBe(403);
    const [status, problem] = await asked(ann, 'DELETE', path);
    expect([status, problem.code]).toEqual([409, 'evidence-in-use']);
    await asked(bo, 'DELETE', `${address}/judgements/own`);
    expect((await asked(ann, 'DELETE', path))[0]).toBe(204);
    expect((await asked(ann, 'GET', path))[0]).toBe(404);
  });

  test('of another claim or article is not there', async () => {
    const { ann, address, quoted } = await setUp();
    const { evidence } = await addEvidence(ann, address);
    const elsewhere = `/articles/${await addArticle(ann)}/claims/1/evidence/${evidence.id}`;
    for (const path of [`${quoted}/evidence/${evidence.id}`, elsewhere]) {
      for (const [method, body] of [['GET'], ['PATCH', { stance: 'context' }], ['DELETE']] as const) {
        expect((await asked(ann, method, path, body))[0]).toBe(404);
      }
    }
  });

  test.each<[string, object, number, object]>([
    ['no stance', { source }, 400, { field: 'stance' }],
    ['another stance', { stance: 'proves', source }, 400, { field: 'stance' }],
    ['no source', { stance: 'supports' }, 400, {}],
    ['a source that is not there', { stance: 'supports', source: { id: 'none' } }, 404, { field: 'source' }],
    [
      'a link that is none',
      { stance: 'supports', source: { ...source, url: 'javascript:alert(1)' } },
      400,
      { code: 'url-invalid', field: 'source.url' },
    ],
    ['too long an excerpt', { stance: 'supports', source, excerpt: 'a'.repeat(4_001) }, 400, { code: 'text-too-long' }],
    ['a figure that is none', { stance: 'supports', source, figure: 'many' }, 400, { code: 'figure-unreadable' }],
  ])('with %s is refused', async (_, body, status, expected) => {
    const { ann, address } = await setUp();
    expect(await asked(ann, 'POST', `${address}/evidence`, body)).toEqual([status, expect.objectContaining(expected)]);
    expect([await db().evidence.count(), await db().source.count()]).toEqual([0, 0]);
  });
});

describe('a ruling', () => {
  test('decides the standing and can be taken back, by an editor alone', async () => {
    const { ann, address } = await setUp();
    const ed = await addCaller('editor');
    await asked(ann, 'POST', `${address}/judgements`, verified);
    const ruling = { verdict: 'disputed', reason: 'The filing counts contractors too.' };
    expect((await asked(ann, 'PUT', `${address}/ruling`, ruling))[1].code).toBe('not-allowed');
    const answer = await ed.call('PUT', `${address}/ruling`, ruling);
    expect(await answer.json()).toMatchObject({ standing: 'disputed', ruling: { ...ruling, editor: ed.name } });
    expect(answer.headers.get('content-location')).toBe(`${desk}/api/v1${address}`);
    expect(answer.headers.get('etag')).toBe((await ed.get(address)).headers.get('etag'));
    expect((await asked(ann, 'DELETE', `${address}/ruling`))[0]).toBe(403);
    expect((await asked(ed, 'DELETE', `${address}/ruling`))[1]).toMatchObject({ standing: 'verified', ruling: null });
  });

  test('needs a source and a reason, and the version that If-Match names', async () => {
    const { ann, address } = await setUp();
    const ed = await addCaller('editor');
    const old = (await ed.get(address)).headers.get('etag') ?? '';
    const bare = await asked(ed, 'PUT', `${address}/ruling`, { verdict: 'false', reason: 'So.' });
    expect([bare[0], bare[1].code]).toEqual([422, 'source-required']);
    const silent = await asked(ed, 'PUT', `${address}/ruling`, { verdict: 'unverifiable', reason: ' ' });
    expect([silent[0], silent[1].field]).toEqual([400, 'reason']);
    await addEvidence(ann, address);
    const ruling = { verdict: 'false', reason: 'So.' };
    expect((await asked(ed, 'PUT', `${address}/ruling`, ruling, { 'if-match': old }))[0]).toBe(412);
    expect((await asked(ed, 'PUT', `${address}/ruling`, ruling))[0]).toBe(200);
  });
});

describe('a judgement', () => {
  test('is taken back by who gave it', async () => {
    const { ann, address } = await setUp();
    const bo = await addCaller();
    await asked(ann, 'POST', `${address}/judgements`, verified);
    expect((await asked(bo, 'DELETE', `${address}/judgements/own`))[0]).toBe(404);
    const [status, claim] = await asked(ann, 'DELETE', `${address}/judgements/own`);
    expect([status, claim.standing, claim.judgements]).toEqual([200, 'open', []]);
  });

  test('is answered with the address of its claim', async () => {
    const { ann, address } = await setUp();
    const answer = await ann.post(`${address}/judgements`, verified);
    expect(answer.headers.get('location')).toBe(`${desk}/api/v1${address}`);
    expect(answer.headers.get('etag')).toBe((await ann.get(address)).headers.get('etag'));
  });
});

describe('answers about a quote', () => {
  const answers = { said: 'yes', wording: 'verbatim', context: 'kept' };

  test('are given, changed and taken back, each by their reviewer', async () => {
    const { ann, quoted } = await setUp();
    const path = `${quoted}/quote-check`;
    const [status, claim] = await asked(ann, 'PUT', path, answers);
    expect([status, claim.quote]).toEqual([
      200,
      { finding: 'confirmed', checks: [{ reviewer: ann.name, ...answers }] },
    ]);
    const nothing = { said: null, wording: null, context: null };
    expect((await asked(ann, 'PUT', path, nothing))[1].quote).toEqual({ finding: 'unchecked', checks: [] });
  });

  test('of others are hidden in a blind first pass', async () => {
    const { ann, article, quoted } = await setUp();
    const [bo, ed] = [await addCaller(), await addCaller('editor')];
    await must(setReviewRules(ed.writer, article, { requiredJudgements: 1, blindFirstPass: true }));
    await asked(ann, 'PUT', `${quoted}/quote-check`, answers);
    const [, seen] = await asked(bo, 'PUT', `${quoted}/quote-check`, { ...answers, said: 'no' });
    expect(seen.quote.checks).toEqual([{ reviewer: bo.name, ...answers, said: 'no' }]);
  });

  test('are for quotes only, and of those that there are', async () => {
    const { ann, address, quoted } = await setUp();
    expect((await asked(ann, 'PUT', `${address}/quote-check`, answers))[1].code).toBe('not-a-quote');
    expect((await asked(ann, 'PUT', `${quoted}/quote-check`, { ...answers, said: 'maybe' }))[1].field).toBe('said');
    expect((await asked(ann, 'PUT', `${quoted}/quote-check`, { said: 'yes' }))[0]).toBe(400);
  });
});
