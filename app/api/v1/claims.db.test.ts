/** One claim at its own address: read, changed, removed. */
import { describe, expect, test, vi } from 'vitest';
import { setArticleRemoved } from '#lib/data/articles/articles';
import { publishReport } from '#lib/data/report/reports';
import { setReviewRules } from '#lib/data/review/assignments';
import { addRevision, newestOf } from '#lib/data/revisions/revisions';
import { testDatabase } from '#lib/testing/database/database';
import { must } from '#lib/testing/database/rows';
import { apiUnderTest, type Caller, desk, quote, verified } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addArticle, addCaller } = apiUnderTest(db);

/** An article of Ann with one claim, “375 employees”, and its address. */
async function setUp() {
  const ann = await addCaller();
  const article = await addArticle(ann);
  const marked = await ann.post(`/articles/${article}/claims`, quote('375 employees'));
  return { ann, article, marked, address: `/articles/${article}/claims/1` };
}

const etagAt = async (caller: Caller, address: string) => (await caller.get(address)).headers.get('etag') ?? '';

async function patched(caller: Caller, address: string, body: unknown, headers = {}) {
  const answer = await caller.call('PATCH', address, body, headers);
  return [answer.status, await answer.json()] as const;
}

describe('a claim that is made', () => {
  test('has an address and an ETag, and is read there', async () => {
    const { ann, marked, address } = await setUp();
    expect(marked.status).toBe(201);
    expect(marked.headers.get('location')).toBe(`${desk}/api/v1${address}`);
    const read = await ann.get(address);
    expect(read.headers.get('etag')).toBe(marked.headers.get('etag'));
    expect(await read.json()).toEqual(await marked.json());
    const etag = read.headers.get('etag') ?? '';
    const known = await ann.get(address, { 'if-none-match': etag });
    expect([known.status, await known.text()]).toEqual([304, '']);
    await patched(ann, address, { weight: 'minor' });
    expect((await ann.get(address, { 'if-none-match': etag })).status).toBe(200);
  });

  test.each(['0', '2', 'x', '1.5', '-1', '99999999999'])('is not at the number %s', async (number) => {
    const { ann, article } = await setUp();
    expect((await ann.get(`/articles/${article}/claims/${number}`)).status).toBe(404);
  });

  test('is not at its number in another article', async () => {
    const { ann } = await setUp();
    const other = await addArticle(ann);
    expect((await ann.get(`/articles/${other}/claims/1`)).status).toBe(404);
    const [status] = await patched(ann, `/articles/${other}/claims/1`, { weight: 'key' });
    expect(status).toBe(404);
  });
});

describe('a change', () => {
  test('sets all that a card can set, in one act', async () => {
    const { ann, address } = await setUp();
    const answer = await ann.call('PATCH', address, {
      checkWorthy: false,
      weight: 'key',
      speaker: { name: 'Sam Altman', organisation: 'OpenAI' },
      figure: { low: 370, high: 380, unit: '人', qualifier: 'about', per: null, asOf: '2023-01' },
      metric: { subject: 'OpenAI', measure: 'headcount' },
      correction: 'OpenAI has about 770 employees.',
    });
    const claim = await answer.json();
    expect([answer.status, claim]).toEqual([
      200,
      expect.objectContaining({
        checkWorthy: false,
        weight: 'key',
        speaker: expect.objectContaining({ name: 'Sam Altman', organisation: 'OpenAI' }),
        figure: expect.objectContaining({ low: 370, high: 380, qualifier: 'about', corrected: true }),
        metric: expect.objectContaining({ subject: 'OpenAI', measure: 'headcount' }),
        correction: null,
      }),
    ]);
    expect(answer.headers.get('content-location')).toBe(`${desk}/api/v1${address}`);
    expect(answer.headers.get('etag')).toBe(await etagAt(ann, address));
    await ann.post(`${address}/judgements`, { ...verified, verdict: 'false' });
    const judged = await (await ann.get(address)).json();
    expect(judged).toMatchObject({ standing: 'false', correction: 'OpenAI has about 770 employees.' });
    const [, again] = await patched(ann, address, {
      speaker: { id: claim.speaker.id },
      metric: { id: claim.metric.id },
      figure: null,
      correction: null,
    });
    expect(again).toMatchObject({ speaker: claim.speaker, metric: claim.metric, correction: null });
    expect(again.figure).toMatchObject({ low: 375, high: 375, corrected: false });
    const [, without] = await patched(ann, address, { speaker: null, metric: null });
    expect(without).toMatchObject({ speaker: null, metric: null, weight: 'key' });
  });

  test('is all or nothing', async () => {
    const { ann, address } = await setUp();
    const before = await etagAt(ann, address);
    const [status, problem] = await patched(ann, address, { weight: 'key', kind: 'fact', figure: null });
    expect([status, problem.code]).toEqual([400, 'not-a-figure']);
    expect(await etagAt(ann, address)).toBe(before);
    expect(await db().change.count({ where: { verb: 'claim-described' } })).toBe(0);
  });

  test('that is none leaves the claim as it is', async () => {
    const { ann, address } = await setUp();
    const before = await etagAt(ann, address);
    expect((await ann.call('PATCH', address, {})).headers.get('etag')).toBe(before);
  });

  test('that would make it the twin of another claim is refused', async () => {
    const { ann, article, address } = await setUp();
    const second = `/articles/${article}/claims/2`;
    await ann.post(`/articles/${article}/claims`, { ...quote('375 employees'), kind: 'fact' });
    const twin = [409, expect.objectContaining({ code: 'claim-exists', detail: expect.stringContaining('claim 1') })];
    expect(await patched(ann, second, { kind: 'figure' })).toEqual(twin);
    await patched(ann, second, { selector: quote('375 more').selector, kind: 'figure' });
    expect(await patched(ann, second, { selector: quote('375 employees').selector })).toEqual(twin);
    expect((await patched(ann, second, { kind: 'figure' }))[0]).toBe(200);
    await ann.call('DELETE', address);
    expect((await patched(ann, second, { selector: quote('375 employees').selector }))[0]).toBe(200);
    expect((await ann.call('POST', `${address}/restoration`)).status).toBe(409);
  });

  test('moves the claim by words or by place in code points', async () => {
    const { ann, address } = await setUp();
    const [, moved] = await patched(ann, address, { selector: quote('375 more').selector });
    expect(moved).toMatchObject({ exact: '375 more', figure: { low: 375 } });
    const selector = { type: 'TextPositionSelector', paragraph: 1, start: 7, end: 16 };
    const [, placed] = await patched(ann, address, { selector, kind: 'fact' });
    expect(placed).toMatchObject({ exact: '😀 has 375', start: 7, end: 16, kind: 'fact' });
  });

  test.each<[string, object, number, object]>([
    ['an unknown kind', { kind: 'rumour' }, 400, { field: 'kind' }],
    ['an unknown weight', { weight: 'heavy' }, 400, { field: 'weight' }],
    ['a number as kind', { kind: 1 }, 400, { field: 'kind' }],
    ['null for a kind', { kind: null }, 400, { field: 'kind' }],
    ['a speaker without a name', { speaker: { name: ' ' } }, 400, { code: 'text-missing', field: 'speaker.name' }],
    ['a speaker who is not there', { speaker: { id: 'nobody' } }, 404, { field: 'speaker' }],
    ['a metric that is not there', { metric: { id: 'none' } }, 404, { field: 'metric' }],
    [
      'a range upside down',
      { figure: { low: 2, high: 1, unit: null, qualifier: 'exact', per: null, asOf: null } },
      400,
      { code: 'range-upside-down' },
    ],
    [
      'a figure of nothing',
      { figure: { low: null, high: null, unit: null, qualifier: 'exact', per: null, asOf: null } },
      400,
      { code: 'figure-empty' },
    ],
    [
      'a date that there is not',
      { figure: { low: 1, high: 1, unit: null, qualifier: 'exact', per: null, asOf: '2023-02-30' } },
      400,
      { code: 'date-invalid', field: 'figure.asOf' },
    ],
    ['too long a wording', { correction: 'a'.repeat(4_001) }, 400, { code: 'text-too-long', field: 'correction' }],
    ['words that are not there', { selector: quote('376').selector }, 422, { code: 'quote-absent' }],
    [
      'half an emoji',
      { selector: { type: 'TextPositionSelector', paragraph: 1, start: 7.5, end: 8 } },
      400,
      { field: 'selector.start' },
    ],
    ['its standing', { standing: 'verified' }, 400, { code: 'field-unknown', field: 'standing' }],
  ])('to %s is refused', async (_, body, status, expected) => {
    const { ann, address } = await setUp();
    const before = await etagAt(ann, address);
    expect(await patched(ann, address, body)).toEqual([status, expect.objectContaining(expected)]);
    expect(await etagAt(ann, address)).toBe(before);
  });

  test('of the place and the wording of others’ claims is an editor’s', async () => {
    const { address } = await setUp();
    const [bo, ed] = [await addCaller(), await addCaller('editor')];
    const selector = quote('375 more').selector;
    for (const body of [{ selector }, { correction: 'Else.' }, { weight: 'key', correction: null }]) {
      const [status, problem] = await patched(bo, address, body);
      expect([status, problem.code]).toEqual([403, 'not-allowed']);
    }
    expect((await patched(bo, address, { weight: 'minor', kind: 'quote' }))[0]).toBe(200);
    expect((await patched(ed, address, { selector, correction: 'Else.' }))[0]).toBe(200);
  });

  test('sent again under its key is done once, whatever its If-Match says by then', async () => {
    const { ann, address } = await setUp();
    const headers = { 'if-match': await etagAt(ann, address), 'idempotency-key': 'weigh-this-claim-once' };
    expect((await patched(ann, address, { weight: 'key' }, headers))[0]).toBe(200);
    expect((await patched(ann, address, { weight: 'key' }, headers))[0]).toBe(200);
    expect(await db().change.count({ where: { verb: 'claim-described' } })).toBe(1);
    expect((await patched(ann, address, { weight: 'minor' }, headers))[0]).toBe(422);
  });

  test('of an article that is published goes on; of one that was removed it does not', async () => {
    const { ann, article, address } = await setUp();
    const ed = await addCaller('editor');
    const { lastSeq } = await db().article.findUniqueOrThrow({ where: { id: article } });
    const publication = { articleId: article, seq: lastSeq, slug: null, withNames: false, withText: false };
    await must(publishReport(ed.writer, publication, ed.writer));
    expect((await patched(ann, address, { weight: 'key' }))[0]).toBe(200);
    await must(setArticleRemoved(ed.writer, article, true));
    expect((await patched(ann, address, { weight: 'minor' }))[0]).toBe(404);
    expect((await ann.get(address)).status).toBe(404);
  });
});

describe('If-Match', () => {
  test('that names an older version is refused with the ETag of now', async () => {
    const { ann, address } = await setUp();
    const old = await etagAt(ann, address);
    // A judgement is part of what GET shows.
    await ann.post(`${address}/judgements`, verified);
    const now = await etagAt(ann, address);
    for (const [method, path, body] of [
      ['PATCH', address, { weight: 'key' }],
      ['DELETE', address, undefined],
      ['DELETE', `${address}/judgements/own`, undefined],
    ] as const) {
      const answer = await ann.call(method, path, body, { 'if-match': old });
      expect([answer.status, answer.headers.get('etag')]).toEqual([412, now]);
      expect((await answer.json()).code).toBe('precondition-failed');
    }
    expect(await etagAt(ann, address)).toBe(now);
    expect((await patched(ann, address, { weight: 'key' }, { 'if-match': `"other", ${now}` }))[0]).toBe(200);
    expect((await patched(ann, address, { weight: 'minor' }, { 'if-match': '*' }))[0]).toBe(200);
    // Strong comparison: RFC 9110 §13.1.1.
    const weak = `W/${await etagAt(ann, address)}`;
    expect((await patched(ann, address, { weight: 'key' }, { 'if-match': weak }))[0]).toBe(412);
  });

  test('lets one of two changes through that are sent at the same time', async () => {
    const { ann, address } = await setUp();
    const bo = await addCaller();
    const seen = { 'if-match': await etagAt(ann, address) };
    const answers = await Promise.all([
      ann.call('PATCH', address, { weight: 'key' }, seen),
      bo.call('PATCH', address, { weight: 'minor' }, seen),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = answers.find(({ status }) => status === 412);
    expect(late?.headers.get('etag')).toBe(await etagAt(ann, address));
  });

  test('left out, the later of two changes stands', async () => {
    const { ann, address } = await setUp();
    const answers = await Promise.all([
      ann.call('PATCH', address, { weight: 'key' }),
      ann.call('PATCH', address, { checkWorthy: false }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await (await ann.get(address)).json()).toMatchObject({ weight: 'key', checkWorthy: false });
  });
});

describe('a blind first pass', () => {
  test('shows nothing of others’ judgements in a claim, in the answer to a change, or in an ETag', async () => {
    const { ann, article, address } = await setUp();
    const [bo, ed] = [await addCaller(), await addCaller('editor')];
    await must(setReviewRules(ed.writer, article, { requiredJudgements: 1, blindFirstPass: true }));
    await ann.post(`${address}/judgements`, verified);
    const hidden = { standing: 'open', judgements: [], hiddenJudgements: 1 };
    expect(await (await bo.get(address)).json()).toMatchObject(hidden);
    const [, changed] = await patched(bo, address, { weight: 'key' });
    expect(changed).toMatchObject(hidden);
    const before = await etagAt(bo, address);
    await ann.post(`${address}/judgements`, { verdict: 'disputed', rationale: 'Not so.' });
    expect(await etagAt(bo, address)).toBe(before);
    expect((await patched(bo, address, { weight: 'minor' }, { 'if-match': before }))[0]).toBe(200);
    expect(await (await ed.get(address)).json()).toMatchObject({ standing: 'disputed', hiddenJudgements: 0 });
  });
});

describe('a claim', () => {
  test('is removed by whoever made it, or by an editor', async () => {
    const { ann, article, address } = await setUp();
    const [bo, ed] = [await addCaller(), await addCaller('editor')];
    expect((await bo.call('DELETE', address)).status).toBe(403);
    const answer = await ann.call('DELETE', address);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect((await ann.get(address)).status).toBe(404);
    expect((await ann.call('DELETE', address)).status).toBe(404);
    const next = await (await ann.post(`/articles/${article}/claims`, quote('375 employees'))).json();
    expect(next.number).toBe(2);
    expect((await ed.call('DELETE', `/articles/${article}/claims/2`)).status).toBe(204);
  });

  test('that was removed is put back as it was, by whoever made it or an editor', async () => {
    const { ann, address } = await setUp();
    const [bo, ed] = [await addCaller(), await addCaller('editor')];
    await ann.post(`${address}/judgements`, verified);
    const before = await (await ann.get(address)).json();
    const restore = async (caller: Caller) => (await caller.call('POST', `${address}/restoration`)).status;
    expect(await restore(ann)).toBe(200);
    expect(await db().change.count({ where: { verb: 'claim-restored' } })).toBe(0);
    await ann.call('DELETE', address);
    expect(await restore(bo)).toBe(403);
    expect((await ann.get(address)).status).toBe(404);
    expect(await restore(ed)).toBe(200);
    expect(await (await ann.get(address)).json()).toEqual({ ...before, updatedAt: expect.any(String) });
  });

  test('whose passage is gone is told so, and gets a place again with a selector, from anybody who marks', async () => {
    const { ann, article, address } = await setUp();
    const bo = await addCaller();
    const { number } = await newestOf(db(), article);
    const paragraphs = [
      { kind: 'body' as const, text: 'Nothing of it is left. They are 770 people now.', reason: null },
    ];
    await must(addRevision(ann.writer, article, { paragraphs, basedOn: number, intake: 'paste' }));
    const gone = await ann.get(address);
    expect([gone.status, (await gone.json()).code]).toEqual([409, 'claim-orphaned']);
    expect((await patched(bo, address, { weight: 'key' }))[1].code).toBe('claim-orphaned');
    expect((await patched(bo, address, { weight: 'key' }, { 'if-match': '*' }))[0]).toBe(412);
    const [status, claim] = await patched(bo, address, { selector: quote('770 people').selector, weight: 'key' });
    expect([status, claim]).toEqual([200, expect.objectContaining({ exact: '770 people', weight: 'key' })]);
  });
});
