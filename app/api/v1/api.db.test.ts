import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test, vi } from 'vitest';
import { operations } from '#lib/api/operations';
import { newId } from '#lib/data/database/id';
import { revokeApiToken } from '#lib/data/people/api-tokens';
import { setReviewRules } from '#lib/data/review/assignments';
import { testDatabase } from '#lib/testing/database/database';
import { apiUnderTest, type Caller, described, desk, document, quote, send, text, verified } from '../testing/caller';
import * as articleFileRoute from './article-file.json/route';
import * as openApiRoute from './openapi.json/route';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addArticle, addCaller } = apiUnderTest(db);

describe('the OpenAPI document', () => {
  test('is served to anybody and is valid', async () => {
    const answer = await openApiRoute.GET(new Request(`${desk}/api/v1/openapi.json`), { params: Promise.resolve({}) });
    expect(answer.headers.get('content-type')).toBe('application/json');
    const served = await answer.json();
    expect(served).toEqual(JSON.parse(JSON.stringify(document)));
    const validator = new Validator();
    expect(await validator.validate(served)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(served.servers).toEqual([{ url: `${desk}/api/v1` }]);
  });

  test('and so is the schema of an article’s file', async () => {
    const request = new Request(`${desk}/api/v1/article-file.json`);
    const answer = await articleFileRoute.GET(request, { params: Promise.resolve({}) });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/schema+json']);
    expect(await answer.json()).toMatchObject({ properties: { format: { const: 'claimdesk-article' } } });
  });

  test('has every route and method there is, and no other', async () => {
    const folder = import.meta.dirname;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => path.basename(file) === 'route.ts' && !/^(openapi\.json|article-file\.json|\[\.\.\.rest\])/.test(file),
    );
    const there = files.flatMap((file) => {
      const place = `/${path
        .dirname(file)
        .replaceAll(path.sep, '/')
        .replace(/\[(\w+)\]/g, '{$1}')
        // See next.config.js.
        .replace('claims/batch', 'claims:batch')}`;
      const given = readFileSync(path.join(folder, file), 'utf8');
      return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
        .filter((method) => given.includes(`${method}: answer(`))
        .map((method) => `${method} ${place}`);
    });
    const told = Object.entries(document.paths).flatMap(([place, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${place}`),
    );
    expect(told.sort()).toEqual(there.sort());
  });

  test('has examples that are what it describes, and names the scope of each operation', () => {
    for (const operation of Object.values(operations)) {
      const told = document.paths[operation.path]?.[operation.method.toLowerCase()];
      expect(told?.description).toContain(operation.scope);
      if (!('body' in operation)) continue;
      for (const [name, example] of Object.entries(operation.examples)) {
        expect([name, operation.body.safeParse(example).error]).toEqual([name, undefined]);
      }
    }
  });
});

test('what is not as described is told', () => {
  expect(described('/articles', 'GET', 200, { items: [{}], next: null })).toContain('required');
  expect(described('/articles', 'GET', 200, { items: [], next: null, more: 1 })).toContain('additionalProperties');
  expect(described('/articles', 'GET', 402, {})).toBe('GET /articles has no 402');
});

describe('who asks', () => {
  test.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['a wrong one', { authorization: `Bearer cdk_${'a'.repeat(32)}` }],
    ['another scheme', { authorization: 'Basic cdk_abc' }],
    ['a session', { cookie: 'next-auth.session-token=x' }],
  ])('is refused with %s', async (_, headers) => {
    const answer = await send('GET', '/articles', { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="Claimdesk"/);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const problem = await answer.json();
    expect(problem).toMatchObject({ status: 401, code: 'token-wrong', type: 'urn:problem-type:claimdesk:token-wrong' });
    expect(described('/articles', 'GET', 401, problem)).toBe('as described');
  });

  test('is told the scope that is missing, in their language', async () => {
    const ann = await addCaller('reviewer', ['read']);
    const answer = await ann.post('/articles', {}, { 'accept-language': 'zh-CN' });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('www-authenticate')).toContain('scope="write:articles"');
    expect(answer.headers.get('content-language')).toBe('zh');
    const problem = await answer.json();
    expect(problem).toMatchObject({ code: 'scope-missing', scope: 'write:articles', title: '不允许' });
    expect(problem.detail).toContain('write:articles');
    expect(described('/articles', 'POST', 403, problem)).toBe('as described');
  });

  test('may do no more than their role, whatever the token says', async () => {
    const viewer = await addCaller('viewer');
    expect((await viewer.get('/articles')).status).toBe(200);
    expect(await (await viewer.post('/articles', { text: 'A text.' })).json()).toMatchObject({ code: 'not-allowed' });
  });

  test('is refused once the token is revoked or the person let go', async () => {
    const [ann, bo] = [await addCaller(), await addCaller()];
    await revokeApiToken(ann.writer, { id: ann.id, role: 'reviewer' }, ann.tokenId);
    await db().user.update({ where: { id: bo.id }, data: { active: false } });
    for (const person of [ann, bo]) expect((await person.get('/articles')).status).toBe(401);
  });

  test('waits where they ask too often, others do not', async () => {
    const [ann, bo] = [await addCaller(), await addCaller()];
    const statuses = new Set<number>();
    let last = await ann.get('/sources');
    for (let asked = 1; asked < 121; asked += 1) {
      last = await ann.get('/sources');
      statuses.add(last.status);
    }
    expect([...statuses]).toEqual([200, 429]);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(described('/sources', 'GET', 429, await last.json())).toBe('as described');
    expect((await bo.get('/sources')).status).toBe(200);
  });
});

describe('methods', () => {
  test('that a route does not have are refused with those that it has', async () => {
    const answer = await send('DELETE', '/articles/a');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH, OPTIONS']);
    expect((await answer.json()).code).toBe('method-not-allowed');
    const options = await send('OPTIONS', '/articles');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
  });

  test('HEAD answers as GET does, without the body', async () => {
    const ann = await addCaller();
    const head = await send('HEAD', '/articles', { headers: { authorization: ann.authorization } });
    const get = await ann.get('/articles');
    expect(await head.text()).toBe('');
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  });
});

describe('articles', () => {
  test('are brought in by text and by paragraphs, and read again', async () => {
    const ann = await addCaller();
    const pasted = await ann.post('/articles', {
      text: 'Title: A title\nText: OpenAI has 375 employees.\n\nThat is few.',
      publisher: 'The Paper',
    });
    expect(pasted.status).toBe(201);
    const made = await pasted.json();
    expect(made).toMatchObject({ title: 'A title', publisher: 'The Paper', language: 'en', createdBy: 'Ann reviewer' });
    expect(described('/articles', 'POST', 201, made)).toBe('as described');
    const location = pasted.headers.get('location') ?? '';
    expect(location).toBe(`${desk}/api/v1/articles/${made.id}`);
    const read = await ann.get(location);
    expect({ ...(await read.json()), notices: [] }).toEqual(made);
    expect(read.headers.get('etag')).toBe(pasted.headers.get('etag'));
    expect(read.headers.get('cache-control')).toContain('private');
    expect(read.headers.get('vary')).toBe('Authorization');
    const id = await addArticle(ann);
    expect(await (await ann.get(`/articles/${id}`)).json()).toMatchObject({
      paragraphs: [{ number: 1, kind: 'body', text }, { number: 2 }],
      score: { state: 'not-enough' },
    });
  });

  test('are told again only where they changed', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    const etag = (await ann.get(`/articles/${id}`)).headers.get('etag') ?? '';
    const known = await ann.get(`/articles/${id}`, { 'if-none-match': `"other", W/${etag}` });
    expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag]);
    await ann.post(`/articles/${id}/claims`, quote('人', { prefix: '375' }));
    expect((await ann.get(`/articles/${id}`, { 'if-none-match': etag })).status).toBe(200);
  });

  test.each<[string, unknown, number, object]>([
    ['nothing', {}, 400, { code: 'text-missing', field: 'text' }],
    ['both', { text: 'a', paragraphs: [{ text: 'a' }] }, 400, { code: 'several-texts' }],
    ['paragraphs without a title', { paragraphs: [{ text: 'a' }] }, 400, { code: 'text-missing', field: 'title' }],
    ['blank text', { text: ' \n ' }, 400, { code: 'article-empty', field: 'text' }],
    ['a field nobody knows', { text: 'a', titel: 'b' }, 400, { code: 'field-unknown', field: 'titel' }],
    ['one inside', { title: 'a', paragraphs: [{ text: 'a', x: 1 }] }, 400, { field: 'paragraphs.0.x' }],
    ['a wrong type', { text: 5 }, 400, { code: 'invalid-input', field: 'text' }],
    ['a wrong link', { text: 'a', url: 'javascript:alert(1)' }, 400, { code: 'url-invalid', field: 'url' }],
    [
      'only boilerplate',
      { title: 'a', paragraphs: [{ kind: 'boilerplate', text: 'a' }] },
      400,
      { code: 'nothing-kept' },
    ],
    ['no object', 'null', 400, { code: 'invalid-input' }],
    ['no JSON', '{"text": ', 400, { code: 'not-json' }],
  ])('of %s are refused', async (_, body, status, expected) => {
    const ann = await addCaller();
    const answer = await ann.post('/articles', body);
    const problem = await answer.json();
    expect([answer.status, problem]).toEqual([status, expect.objectContaining(expected)]);
    expect(described('/articles', 'POST', status, problem)).toBe('as described');
    expect(await db().article.count()).toBe(0);
  });

  test('in another type, or too long, are refused', async () => {
    const ann = await addCaller();
    const asForm = await ann.post('/articles', 'text=a', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([asForm.status, (await asForm.json()).code]).toEqual([415, 'type-unsupported']);
    const id = await addArticle(ann);
    const long = await ann.post(`/articles/${id}/claims`, JSON.stringify({ kind: 'fact', x: 'a'.repeat(300_000) }));
    expect([long.status, (await long.json()).code]).toEqual([413, 'body-too-large']);
    const claimed = await ann.post(`/articles/${id}/claims`, '{}', { 'content-length': '99999999' });
    expect(claimed.status).toBe(413);
  });

  test('sent again under their key are not brought in again', async () => {
    const [ann, bo] = [await addCaller(), await addCaller()];
    const headers = { 'idempotency-key': 'a-key-of-sixteen-characters' };
    const first = await (await ann.post('/articles', { text: 'A text.' }, headers)).json();
    const again = await (await ann.post('/articles', { text: 'A text.' }, headers)).json();
    expect(again.id).toBe(first.id);
    expect((await ann.post('/articles', { text: 'Other.' }, headers)).status).toBe(422);
    expect((await (await bo.post('/articles', { text: 'A text.' }, headers)).json()).id).not.toBe(first.id);
    expect((await ann.post('/articles', { text: 'A' }, { 'idempotency-key': 'short' })).status).toBe(400);
  });

  test('come in pages that nothing added meanwhile upsets', async () => {
    const ann = await addCaller();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.push(await addArticle(ann, [`Text ${index}.`]));
    const seen: string[] = [];
    let address: string | undefined = '/articles?limit=2&search=costs';
    while (address) {
      const answer = await ann.get(address);
      const page = await answer.json();
      expect(described('/articles', 'GET', 200, page)).toBe('as described');
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      address = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
      expect(address === undefined).toBe(page.next === null);
      await addArticle(ann, ['Added meanwhile.']);
    }
    expect(seen.sort()).toEqual(ids.sort());
  });

  test.each([
    ['limit=0', 'invalid-input', 'limit'],
    ['limit=101', 'invalid-input', 'limit'],
    ['limit=1e1', 'invalid-input', 'limit'],
    ['limit=0x10', 'invalid-input', 'limit'],
    ['limit=%2B5', 'invalid-input', 'limit'],
    ['limit=%205', 'invalid-input', 'limit'],
    ['cursor=nonsense', 'cursor-wrong', 'cursor'],
    ['page=2', 'field-unknown', 'page'],
  ])('with ?%s are refused', async (query, code, field) => {
    const answer = await (await addCaller()).get(`/articles?${query}`);
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code, field })]);
  });

  test('that are not there are not found', async () => {
    const ann = await addCaller();
    for (const address of ['/articles/none', '/articles/none/claims']) {
      const answer = await ann.get(address);
      expect([answer.status, (await answer.json()).code]).toEqual([404, 'not-found']);
    }
    expect((await ann.post('/articles/none/claims/1/judgements', verified)).status).toBe(404);
  });
});

describe('claims', () => {
  test('are marked by their words, and by place in code points', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    const answer = await ann.post(`/articles/${id}/claims`, quote('375', { prefix: 'has ' }));
    expect(answer.status).toBe(201);
    const first = await answer.json();
    expect(first).toMatchObject({ number: 1, paragraph: 1, start: 13, end: 16, exact: '375', standing: 'open' });
    expect(described('/articles/{id}/claims', 'POST', 201, first)).toBe('as described');
    const located = await ann.get(answer.headers.get('location') ?? '');
    expect(await located.json()).toEqual(first);
    const selector = { type: 'TextPositionSelector', paragraph: 1, start: 7, end: 8 };
    const emoji = await (await ann.post(`/articles/${id}/claims`, { kind: 'fact', selector })).json();
    expect(emoji).toMatchObject({ exact: '😀', start: 7, end: 8 });
  });

  test.each<[string, object, number, object]>([
    ['words that are not there', quote('376'), 422, { code: 'quote-absent', field: 'selector.exact' }],
    [
      'words that stand three times',
      quote('375'),
      422,
      { code: 'quote-ambiguous', detail: expect.stringContaining('3 times') },
    ],
    [
      'a place outside',
      { kind: 'fact', selector: { type: 'TextPositionSelector', paragraph: 2, start: 0, end: 99 } },
      400,
      { code: 'span-outside-paragraph' },
    ],
    [
      'a paragraph that is not there',
      { kind: 'fact', selector: { type: 'TextPositionSelector', paragraph: 9, start: 0, end: 1 } },
      400,
      { code: 'paragraph-not-in-article' },
    ],
    [
      'another selector',
      { kind: 'fact', selector: { type: 'XPathSelector', value: '/' } },
      400,
      { field: 'selector.type' },
    ],
    ['no kind', { selector: quote('x').selector }, 400, { code: 'invalid-input', field: 'kind' }],
    ['a slip in a field', quote('375', { prefx: 'has ' }), 400, { code: 'field-unknown', field: 'selector.prefx' }],
  ])('at %s are refused', async (_, body, status, expected) => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    const answer = await ann.post(`/articles/${id}/claims`, body);
    const problem = await answer.json();
    expect([answer.status, problem]).toEqual([status, expect.objectContaining(expected)]);
    expect(described('/articles/{id}/claims', 'POST', status, problem)).toBe('as described');
  });

  test('that are there already are a conflict', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    await ann.post(`/articles/${id}/claims`, quote('他们'));
    const twin = await ann.post(`/articles/${id}/claims`, quote('他们'));
    expect([twin.status, (await twin.json()).code]).toEqual([409, 'claim-exists']);
  });

  test('are listed by standing and kind, in pages and as CSV', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    for (const words of ['OpenAI', '他们', 'Later']) await ann.post(`/articles/${id}/claims`, quote(words));
    await ann.post(`/articles/${id}/claims/2/judgements`, verified);
    const numbers = async (query: string) => {
      const answer = await ann.get(`/articles/${id}/claims?${query}`);
      const page = await answer.json();
      expect(described('/articles/{id}/claims', 'GET', answer.status, page)).toBe('as described');
      return page.items.map(({ number }: { number: number }) => number);
    };
    expect(await numbers('')).toEqual([1, 2, 3]);
    expect(await numbers('standing=verified')).toEqual([2]);
    expect(await numbers('kind=quote')).toEqual([]);
    expect(await numbers('limit=2')).toEqual([1, 2]);
    expect(await numbers('limit=2&cursor=2')).toEqual([3]);
    expect((await ann.get(`/articles/${id}/claims?standing=true`)).status).toBe(400);
    const csv = await ann.get(`/articles/${id}/claims?format=csv&standing=open`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(3);
  });
});

describe('judgements', () => {
  test('need a source, and stand under their reviewer’s name', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    await ann.post(`/articles/${id}/claims`, quote('他们'));
    const address = `/articles/${id}/claims/1/judgements`;
    const bare = await ann.post(address, { verdict: 'false' });
    expect([bare.status, (await bare.json()).code]).toEqual([422, 'source-required']);
    const judged = await ann.post(address, verified);
    const claim = await judged.json();
    expect(claim).toMatchObject({
      standing: 'verified',
      judgements: [{ reviewer: 'Ann reviewer', verdict: 'verified', confidence: 'medium' }],
      evidence: [{ stance: 'supports', source: { title: 'Annual report' } }],
    });
    expect(described('/articles/{id}/claims/{number}/judgements', 'POST', 201, claim)).toBe('as described');
    const wrong = await ann.post(address, { ...verified, evidence: { stance: 'supports', source: { titel: 'x' } } });
    expect([wrong.status, (await wrong.json()).field]).toEqual([400, expect.stringMatching(/^evidence\.source/)]);
    const sources = await (await ann.get('/sources?search=annual')).json();
    expect(sources.items).toMatchObject([{ title: 'Annual report', claims: 1 }]);
    expect(described('/sources', 'GET', 200, sources)).toBe('as described');
  });

  test('say of something named in one of two ways what is wrong with it', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    await ann.post(`/articles/${id}/claims`, quote('他们'));
    const claim = `/articles/${id}/claims/1`;
    const told = async (method: string, path: string, body: object) => {
      const { field, detail } = await (await ann.call(method, path, body)).json();
      return [field, detail];
    };
    const evidence = (given: unknown) => told('POST', `${claim}/evidence`, { stance: 'supports', source: given });
    expect(await evidence({ title: 'A report', kind: 'first' })).toEqual([
      'source.kind',
      'The kind can only be primary, secondary, or tertiary.',
    ]);
    expect(await evidence({ title: 'A report' })).toMatchObject(['source.kind', expect.stringContaining('primary')]);
    expect(await evidence({ kind: 'primary' })).toEqual(['source.title', 'The title is missing.']);
    expect(await evidence('A report')).toEqual(['source', 'The source must be an object.']);
    expect(await evidence(undefined)).toEqual(['source', 'The source is missing.']);
    expect(await evidence({ id: 'a', titel: 'b' })).toMatchObject(['source.titel', expect.any(String)]);
    const change = (body: object) => told('PATCH', claim, body);
    expect(await change({ metric: { subject: 'OpenAI' } })).toEqual(['metric.measure', 'The measure is missing.']);
    expect(await change({ speaker: { name: 5 } })).toEqual(['speaker.name', 'The name must be a text.']);
    expect(await change({ speaker: { id: 5 } })).toEqual(['speaker.id', 'The id must be a text.']);
    expect(await change({ speaker: { id: 'a', name: 'b' } })).toMatchObject(['speaker.name', expect.any(String)]);
  });

  test('refuse a NUL character in a search, and take it for what nothing is called by in a path', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    await ann.post(`/articles/${id}/claims`, quote('他们'));
    const claim = `/articles/${id}/claims/1`;
    for (const list of ['/articles', '/metrics', '/sources']) {
      expect((await ann.get(`${list}?search=${encodeURIComponent('a\0b')}`)).status).toBe(400);
    }
    for (const path of ['/articles/\0', '/articles/\0/claims', '/sources/\0', `${claim}/evidence/\0`]) {
      expect((await ann.get(path.replaceAll('\0', '%00'))).status).toBe(404);
    }
    const made = { stance: 'supports', source: { title: 'A report', kind: 'primary', originId: '\0' } };
    expect((await ann.post(`${claim}/evidence`, made)).status).toBe(400);
    for (const body of [{ speaker: { id: '\0' } }, { metric: { id: '\0' } }]) {
      expect((await ann.call('PATCH', claim, body)).status).toBe(400);
    }
    expect((await ann.post(`/articles/${id}/suggestions`, { decision: 'accept', ids: ['\0'] })).status).toBe(400);
  });

  test('bring the suggested wording along where the claim does not hold', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    await ann.post(`/articles/${id}/claims`, quote('他们'));
    await db().claim.updateMany({ where: { articleId: id }, data: { correction: '我们' } });
    const address = `/articles/${id}/claims/1/judgements`;
    expect((await (await ann.post(address, verified)).json()).correction).toBeNull();
    const evidence = { ...verified.evidence, stance: 'refutes' };
    const claim = await (await ann.post(address, { verdict: 'false', evidence })).json();
    expect(claim).toMatchObject({ standing: 'false', correction: '我们' });
    expect(described('/articles/{id}/claims/{number}/judgements', 'POST', 201, claim)).toBe('as described');
  });

  test('of others stay hidden in a blind first pass, as in the browser', async () => {
    const [ann, bo, editor] = [await addCaller(), await addCaller(), await addCaller('editor')];
    const id = await addArticle(ann);
    await ann.post(`/articles/${id}/claims`, quote('他们'));
    await setReviewRules(editor.writer, id, { requiredJudgements: 1, blindFirstPass: true });
    const address = `/articles/${id}/claims/1/judgements`;
    await ann.post(address, verified);
    const seen = async (person: Caller) => (await (await person.get(`/articles/${id}/claims`)).json()).items[0];
    expect(await seen(bo)).toMatchObject({ standing: 'open', judgements: [], hiddenJudgements: 1 });
    expect(await seen(editor)).toMatchObject({ standing: 'verified', judgements: [{}] });
    expect((await (await bo.get(`/articles/${id}`)).json()).tally.standings.verified).toBe(0);
    expect((await (await bo.get('/articles')).json()).items[0].tally.standings.verified).toBe(0);
    expect((await (await bo.get(`/articles/${id}/claims?standing=verified`)).json()).items).toEqual([]);
    expect((await (await bo.get(`/articles/${id}/claims?standing=open`)).json()).items).toMatchObject([{ number: 1 }]);
    expect((await (await editor.get(`/articles/${id}/claims?standing=open`)).json()).items).toEqual([]);
    expect(await (await bo.get(`/articles/${id}/claims?format=csv`)).text()).not.toContain('As filed.');
    await bo.post(address, { verdict: 'unverifiable' });
    expect(await seen(bo)).toMatchObject({ standing: 'contested', judgements: [{}, {}] });
  });
});

test('metrics are listed as the ledger has them', async () => {
  const ann = await addCaller();
  const figure = { low: 375, high: 375, unit: 'person', qualifier: 'exact', per: null, asOf: null };
  for (const [index, standing] of (['open', 'disputed', 'open'] as const).entries()) {
    await db().metric.create({
      data: {
        ...{ id: newId(), subject: 'OpenAI', measure: `headcount ${index}`, nameKey: `${index}`, observations: 1 },
        ...{ standing, searchText: 'openai headcount', latest: { ...figure, from: 'claim' } },
      },
    });
  }
  const page = await (await ann.get('/metrics?limit=2&search=OPENAI')).json();
  expect(described('/metrics', 'GET', 200, page)).toBe('as described');
  expect(page.items[0].latest).toMatchObject({ figure, from: 'claim', reads: { en: expect.any(String) } });
  const rest = await (await ann.get(`/metrics?cursor=${page.next}`)).json();
  expect([page.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
  expect((await (await ann.get('/metrics?standing=disputed')).json()).items).toHaveLength(1);
});

test('claims of all articles are found, in pages that stay right', async () => {
  const ann = await addCaller();
  const ids = [await addArticle(ann), await addArticle(ann, ['OpenAI had 3,750 people. Nexora makes lenses.'])];
  await ann.post(`/articles/${ids[0]}/claims`, quote('375 employees'));
  await ann.post(`/articles/${ids[1]}/claims`, quote('3,750 people'));
  await ann.post(`/articles/${ids[1]}/claims`, quote('Nexora'));
  const page = await (await ann.get('/claims?limit=2')).json();
  expect(described('/claims', 'GET', 200, page)).toBe('as described');
  expect(page.items.map(({ exact }: { exact: string }) => exact)).toEqual(['Nexora', '3,750 people']);
  // What is marked meanwhile comes before the first page.
  await ann.post(`/articles/${ids[0]}/claims`, quote('OpenAI'));
  const rest = await (await ann.get(`/claims?limit=2&cursor=${page.next}`)).json();
  expect([rest.items.map(({ exact }: { exact: string }) => exact), rest.next]).toEqual([['375 employees'], null]);
  const found = await (await ann.get(`/claims?search=${encodeURIComponent('员工 375')}`)).json();
  // They stand in one sentence.
  expect(found.items).toMatchObject([
    { number: 2, article: { id: ids[0] } },
    { number: 1, article: { id: ids[0] }, standing: 'open', reads: { zh: '375名员工' } },
  ]);
  expect((await ann.get('/claims?standing=great')).status).toBe(400);
  expect((await ann.get('/claims?judgedFrom=2026-02-30')).status).toBe(400);
  expect((await ann.get('/claims?search=%00')).status).toBe(400);
});
