/** Facts, revisions, suggestions and exports of an article, and lists of what changed. */
import { parse as parseDisposition } from 'content-disposition';
import { parse } from 'csv-parse/sync';
import { describe, expect, test, vi } from 'vitest';
import { setReviewRules } from '#lib/data/review/assignments';
import { listFormats, takesFilter } from '#lib/domain/exchange/claim-list';
import { forms } from '#lib/export/formats';
import { testDatabase } from '#lib/testing/database/database';
import { apiUnderTest, type Caller, described, quote, text, verified } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addCaller, addArticle } = apiUnderTest(db);

const fileName = (answer: Response) =>
  parseDisposition(answer.headers.get('content-disposition') ?? '').parameters.filename;

describe('facts', () => {
  test('are corrected, and those that are left out stay', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    const answer = await ann.call('PATCH', `/articles/${id}`, { publisher: ' The Post ', publishedOn: '2023-02' });
    const article = await answer.json();
    expect([answer.status, described('/articles/{id}', 'PATCH', 200, article)]).toEqual([200, 'as described']);
    expect(article).toMatchObject({ title: 'What it costs', publisher: 'The Post', publishedOn: '2023-02' });
    expect((await ann.get(`/articles/${id}`)).headers.get('etag')).toBe(answer.headers.get('etag'));
    const emptied = await (await ann.call('PATCH', `/articles/${id}`, { publisher: null })).json();
    expect([emptied.publisher, emptied.publishedOn]).toEqual([null, '2023-02']);
  });

  test('are not written over on a version that is not there any more', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    const etag = (await ann.get(`/articles/${id}`)).headers.get('etag') ?? '';
    const change = (title: string) => ann.call('PATCH', `/articles/${id}`, { title }, { 'if-match': etag });
    const first = await change('One');
    expect(first.status).toBe(200);
    const second = await change('Two');
    const problem = await second.json();
    expect([second.status, problem.code]).toEqual([412, 'precondition-failed']);
    expect(described('/articles/{id}', 'PATCH', 412, problem)).toBe('as described');
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect((await (await ann.get(`/articles/${id}`)).json()).title).toBe('One');
  });

  test.each<[string, object, object]>([
    ['a blank title', { title: ' ' }, { code: 'text-missing', field: 'title' }],
    ['no title', { title: null }, { code: 'invalid-input', field: 'title', detail: 'The title must be a text.' }],
    ['a long title', { title: 'x'.repeat(501) }, { code: 'text-too-long', detail: expect.stringContaining('500') }],
    ['a day that was never', { publishedOn: '2023-02-30' }, { code: 'date-invalid' }],
    ['a link that runs', { url: 'javascript:alert(1)' }, { code: 'url-invalid' }],
    ['a text', { text: 'A text.' }, { code: 'field-unknown', field: 'text' }],
  ])('of %s are refused', async (_, body, expected) => {
    const ann = await addCaller();
    const answer = await ann.call('PATCH', `/articles/${await addArticle(ann)}`, body);
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining(expected)]);
  });

  test('are a matter of scope and role', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    const reader = await addCaller('reviewer', ['read', 'write:claims']);
    const viewer = await addCaller('viewer');
    const answers = [
      await reader.call('PATCH', `/articles/${id}`, { title: 'A' }),
      await viewer.call('PATCH', `/articles/${id}`, { title: 'A' }),
      await reader.post(`/articles/${id}/revisions`, { basedOn: 1, text: 'A text.' }),
    ];
    const codes = await Promise.all(answers.map(async (answer) => (await answer.json()).code));
    expect(codes).toEqual(['scope-missing', 'not-allowed', 'scope-missing']);
    expect((await ann.call('PATCH', '/articles/none', { title: 'A' })).status).toBe(404);
  });
});

describe('a revision', () => {
  test('carries the claims over and says what became of each', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann, ['OpenAI has 375 employees.', 'Later it had 500 desks.', 'Nobody knows why.']);
    for (const words of ['375 employees', '500 desks', 'Nobody knows why']) {
      expect((await ann.post(`/articles/${id}/claims`, quote(words))).status).toBe(201);
    }
    const paragraphs = [{ text: 'OpenAI has 770 employees.' }, { text: 'Later it had 500 desks.' }];
    const answer = await ann.post(`/articles/${id}/revisions`, { basedOn: 1, paragraphs });
    const made = await answer.json();
    expect([answer.status, described('/articles/{id}/revisions', 'POST', 201, made)]).toEqual([201, 'as described']);
    expect(made).toMatchObject({
      number: 2,
      counts: { gone: 1, substance: 1 },
      claims: expect.arrayContaining([
        {
          number: 1,
          fate: 'substance',
          before: '375 employees',
          after: '770 employees',
          found: false,
          lookAgain: false,
        },
        expect.objectContaining({ number: 3, fate: 'gone', after: null }),
      ]),
    });
    const location = answer.headers.get('location') ?? '';
    const stored = await ann.get(location);
    const revision = await stored.json();
    expect(stored.headers.get('etag')).toBe(answer.headers.get('etag'));
    expect(described('/articles/{id}/revisions/{number}', 'GET', 200, revision)).toBe('as described');
    expect(revision.paragraphs).toMatchObject([
      { text: 'OpenAI has 770 employees.', claims: [1] },
      { number: 2, claims: [2] },
    ]);
    const list = await (await ann.get(`/articles/${id}/revisions`)).json();
    expect(described('/articles/{id}/revisions', 'GET', 200, list)).toBe('as described');
    expect(list.items).toMatchObject([
      { number: 2, by: 'Ann reviewer', intake: 'api' },
      { number: 1, counts: null },
    ]);
  });

  test('by text is read as a paste, and keeps what was decided about a paragraph', async () => {
    const ann = await addCaller();
    const body = {
      title: 'Wells',
      paragraphs: [{ text: 'Nine wells were closed.', kind: 'caption' }, { text: 'So it is.' }],
    };
    const { id } = await (await ann.post('/articles', body)).json();
    const sent = 'Nine wells were closed.\n\nSo it is, the city said.';
    expect((await ann.post(`/articles/${id}/revisions`, { basedOn: 1, text: sent })).status).toBe(201);
    const { paragraphs } = await (await ann.get(`/articles/${id}`)).json();
    expect(paragraphs).toMatchObject([{ kind: 'caption' }, { kind: 'body', text: 'So it is, the city said.' }]);
  });

  test('sent again under its key is stored once', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    const key = { 'idempotency-key': 'a-key-of-sixteen-characters' };
    const send = async () =>
      (await ann.post(`/articles/${id}/revisions`, { basedOn: 1, text: 'Another text.' }, key)).json();
    expect(await send()).toEqual(await send());
    expect((await (await ann.get(`/articles/${id}`)).json()).revision).toBe(2);
  });

  test.each<[string, object, number, object]>([
    ['on an older one', { basedOn: 0 }, 400, { field: 'basedOn', detail: expect.stringContaining('at least 1') }],
    ['on one that is not there', { basedOn: 2, text: 'A text.' }, 409, { code: 'text-revised' }],
    [
      'without its basis',
      { text: 'A text.' },
      400,
      { field: 'basedOn', detail: expect.stringContaining('is missing') },
    ],
    ['of nothing', { basedOn: 1 }, 400, { code: 'text-missing' }],
    ['of blank text', { basedOn: 1, text: ' \n ' }, 400, { code: 'article-empty', field: 'text' }],
    ['of no paragraphs', { basedOn: 1, paragraphs: [] }, 400, { code: 'article-empty', field: 'paragraphs' }],
    [
      'of boilerplate alone',
      { basedOn: 1, paragraphs: [{ text: 'Share this page', kind: 'boilerplate' }] },
      400,
      { code: 'nothing-kept' },
    ],
    [
      'of a paragraph of no kind',
      { basedOn: 1, paragraphs: [{ text: 'A', kind: 'table' }] },
      400,
      { field: 'paragraphs.0.kind', detail: expect.stringContaining('list-item') },
    ],
    [
      'that is too long',
      { basedOn: 1, paragraphs: Array.from({ length: 6 }, () => ({ text: 'x'.repeat(199_999) })) },
      400,
      { code: 'article-too-long', detail: expect.stringContaining('1,000,000') },
    ],
    [
      'of the same text',
      { basedOn: 1, paragraphs: [{ text }, { text: '他们有375人。' }] },
      400,
      { code: 'text-unchanged' },
    ],
  ])('%s is refused', async (_, body, status, expected) => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    const answer = await ann.post(`/articles/${id}/revisions`, body);
    const problem = await answer.json();
    expect([answer.status, problem]).toEqual([status, expect.objectContaining(expected)]);
    expect(described('/articles/{id}/revisions', 'POST', status, problem)).toBe('as described');
  });

  test('on a version that is not there any more, or of an article that is not there, is refused', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    const body = { basedOn: 1, text: 'Another text.' };
    expect((await ann.post(`/articles/${id}/revisions`, body, { 'if-match': '"other"' })).status).toBe(412);
    const etag = (await ann.get(`/articles/${id}`)).headers.get('etag') ?? '';
    expect((await ann.post(`/articles/${id}/revisions`, body, { 'if-match': etag })).status).toBe(201);
    expect((await ann.post('/articles/none/revisions', body)).status).toBe(404);
    for (const number of ['0', '9', 'x']) {
      expect((await ann.get(`/articles/${id}/revisions/${number}`)).status).toBe(404);
    }
  });
});

describe('suggestions', () => {
  const sentence = 'OpenAI had 375 employees in 2023, the company said in its report of that year.';
  const suggested = async (person: Caller, id: string) => {
    const answer = await person.get(`/articles/${id}/suggestions`);
    const list = await answer.json();
    expect(described('/articles/{id}/suggestions', 'GET', answer.status, list)).toBe('as described');
    return list.items as { id: string; exact: string; kind: string; start: number }[];
  };

  test('are listed, accepted, dismissed and put back', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann, [`😀 ${sentence}`, 'Revenue doubled to US$3.4 billion in the same year.']);
    const items = await suggested(ann, id);
    const [figure] = items.filter(({ exact }) => exact.includes('375'));
    if (!figure) throw new Error('nothing suggested');
    expect([...`😀 ${sentence}`].slice(figure.start).join('')).toMatch(new RegExp(`^${figure.exact.slice(0, 5)}`));
    const decide = (decision: string, ids: string[]) => ann.post(`/articles/${id}/suggestions`, { decision, ids });
    const accepted = await decide('accept', [figure.id]);
    const { claims } = await accepted.json();
    expect([accepted.status, claims]).toMatchObject([
      200,
      [{ number: 1, exact: figure.exact, createdBy: 'Ann reviewer' }],
    ]);
    const left = await suggested(ann, id);
    expect(left.map((one) => one.id)).not.toContain(figure.id);
    const other = left[0]?.id ?? '';
    expect((await decide('dismiss', [other])).status).toBe(200);
    expect((await suggested(ann, id)).map((one) => one.id)).not.toContain(other);
    expect((await decide('restore', [other])).status).toBe(200);
    expect((await suggested(ann, id)).map((one) => one.id)).toContain(other);
  });

  test.each<[string, object, number, object]>([
    ['that are not there', { decision: 'accept', ids: ['none'] }, 404, { code: 'not-found', field: 'ids.0' }],
    [
      'by another word',
      { decision: 'adopt', ids: ['a'] },
      400,
      { detail: expect.stringContaining('dismiss (set aside)') },
    ],
    ['without any', { decision: 'accept', ids: [] }, 400, { field: 'ids' }],
    ['without a decision', { ids: ['a'] }, 400, { field: 'decision' }],
  ])('%s are refused', async (_, body, status, expected) => {
    const ann = await addCaller();
    const id = await addArticle(ann, [sentence]);
    const answer = await ann.post(`/articles/${id}/suggestions`, body);
    expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining(expected)]);
  });

  test('are decided about by who may mark', async () => {
    const id = await addArticle(await addCaller(), [sentence]);
    const reader = await addCaller('reviewer', ['read']);
    expect((await reader.post(`/articles/${id}/suggestions`, { decision: 'accept', ids: ['a'] })).status).toBe(403);
  });
});

describe('exports', () => {
  async function judgedArticle(person: Caller): Promise<string> {
    const id = await addArticle(person);
    for (const words of ['他们', 'OpenAI']) await person.post(`/articles/${id}/claims`, quote(words));
    await person.post(`/articles/${id}/claims/1/judgements`, verified);
    return id;
  }

  test.each(listFormats)('of an article come as %s, under the name and type of the dialog', async (form) => {
    const ann = await addCaller();
    const id = await judgedArticle(ann);
    const answer = await ann.get(`/articles/${id}/exports/${form}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, forms[form].type]);
    const name = takesFilter(form) ? 'What it costs claims all' : 'What it costs';
    expect(fileName(answer)).toBe(`${name}.${forms[form].ending}`);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50);
    const etag = answer.headers.get('etag') ?? '';
    expect((await ann.get(`/articles/${id}/exports/${form}`, { 'if-none-match': etag })).status).toBe(304);
    await ann.post(`/articles/${id}/claims/2/judgements`, { verdict: 'unverifiable' });
    expect((await ann.get(`/articles/${id}/exports/${form}`, { 'if-none-match': etag })).status).toBe(200);
  });

  test('hold the claims that are chosen, in the language asked for', async () => {
    const ann = await addCaller();
    const id = await judgedArticle(ann);
    const numbers = async (query: string) => {
      const rows: string[][] = parse(await (await ann.get(`/articles/${id}/exports/csv?${query}`)).text(), {
        bom: true,
      });
      return rows.slice(1).map((row) => row[rows[0]?.indexOf('number') ?? 0]);
    };
    expect((await numbers('')).sort()).toEqual(['1', '2']);
    expect(await numbers('standing=verified')).toEqual(['1']);
    expect((await numbers('standing=verified&standing=open')).sort()).toEqual(['1', '2']);
    const markdown = async (query: string, headers = {}) =>
      (await ann.get(`/articles/${id}/exports/markdown${query}`, headers)).text();
    expect(await markdown('')).toContain('Verified');
    expect(await markdown('', { 'accept-language': 'zh' })).toContain('属实');
    expect(await markdown('?language=en', { 'accept-language': 'zh' })).toContain('Verified');
    const told = await (await ann.get(`/articles/${id}/exports`)).json();
    expect(described('/articles/{id}/exports', 'GET', 200, told)).toBe('as described');
    const once = (value: string) => ({ value, count: 1 });
    expect(told.choices.standing).toEqual(expect.arrayContaining([once('open'), once('verified')]));
    const [{ value: reviewer }] = told.choices.reviewer;
    expect(await numbers(`reviewer=${reviewer}`)).toEqual(['1']);
  });

  test('show nobody what a blind first pass hides', async () => {
    const [ann, bo, editor] = [await addCaller(), await addCaller(), await addCaller('editor')];
    const id = await judgedArticle(ann);
    await setReviewRules(editor.writer, id, { requiredJudgements: 1, blindFirstPass: true });
    for (const form of ['csv', 'json', 'markdown', 'article', 'annotations', 'claim-review'] as const) {
      const seen = async (person: Caller) => (await person.get(`/articles/${id}/exports/${form}`)).text();
      expect([form, await seen(bo)]).toEqual([form, expect.not.stringContaining('As filed.')]);
      expect([form, await seen(bo)]).toEqual([form, expect.not.stringMatching(/"standing": ?"verified"/)]);
      if (form !== 'claim-review')
        expect([form, await seen(editor)]).toEqual([form, expect.stringContaining('As filed.')]);
    }
    expect((await (await bo.get(`/articles/${id}/exports`)).json()).choices).toMatchObject({ reviewer: [] });
  });

  test.each<[string, number, object]>([
    ['exports/pdf', 400, { field: 'form', detail: expect.stringMatching(/xlsx.*claim-review/) }],
    ['exports/csv?standing=true', 400, { code: 'invalid-input', detail: expect.stringContaining('contested') }],
    ['exports/csv?language=fr', 400, { field: 'language' }],
    ['exports/csv?preset=all', 400, { code: 'field-unknown', field: 'preset' }],
  ])('at %s are refused', async (place, status, expected) => {
    const ann = await addCaller();
    const answer = await ann.get(`/articles/${await addArticle(ann)}/${place}`);
    expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining(expected)]);
    expect((await ann.get('/articles/none/exports/csv')).status).toBe(404);
  });

  test('of the ledger come as CSV and JSON', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    await ann.post(`/articles/${id}/claims`, quote('375 employees'));
    const metric = { subject: 'OpenAI', measure: 'headcount' };
    expect((await ann.call('PATCH', `/articles/${id}/claims/1`, { metric })).status).toBe(200);
    const csv = await ann.get('/metrics/exports/csv');
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(fileName(csv)).toBe('figures.csv');
    expect(await csv.text()).toContain('headcount');
    const json = await ann.get('/metrics/exports/json');
    expect(await json.json()).toMatchObject({ format: 'claimdesk-ledger', metrics: [metric] });
    const etag = json.headers.get('etag') ?? '';
    expect((await ann.get('/metrics/exports/json', { 'if-none-match': etag })).status).toBe(304);
    expect((await (await ann.get('/metrics/exports/xlsx')).json()).detail).toContain('csv or json');
  });
});

describe('lists of what changed since a moment', () => {
  const pause = () => new Promise((done) => setTimeout(done, 5));
  const since = async () => {
    await pause();
    const moment = new Date().toISOString();
    await pause();
    return `updatedSince=${encodeURIComponent(moment)}`;
  };
  const idsAt = async (person: Caller, address: string, key: 'id' | 'number' = 'id') =>
    (await (await person.get(address)).json()).items.map((one: Record<string, unknown>) => one[key]);

  test('hold articles, claims, metrics and sources, in pages that stay right', async () => {
    const ann = await addCaller();
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) ids.push(await addArticle(ann, [`${text} ${count}`]));
    const [first = '', second = ''] = ids;
    await ann.post(`/articles/${first}/claims`, quote('375 employees'));
    await ann.post(`/articles/${first}/claims`, quote('OpenAI'));
    const moment = await since();
    for (const list of ['/articles', '/sources', '/metrics', `/articles/${first}/claims`]) {
      expect(await idsAt(ann, `${list}?${moment}`)).toEqual([]);
    }
    await ann.post(`/articles/${first}/claims/2/judgements`, verified);
    await ann.call('PATCH', `/articles/${first}/claims/1`, { metric: { subject: 'OpenAI', measure: 'headcount' } });
    await ann.call('PATCH', `/articles/${second}`, { publisher: 'The Post' });
    expect(await idsAt(ann, `/articles/${first}/claims?${moment}`, 'number')).toEqual([1, 2]);
    expect(await idsAt(ann, `/sources?${moment}`)).toHaveLength(1);
    expect(await idsAt(ann, `/metrics?${moment}`)).toHaveLength(1);
    const page = await (await ann.get(`/articles?${moment}&limit=1`)).json();
    const rest = await idsAt(ann, `/articles?${moment}&limit=1&cursor=${page.next}`);
    expect([page.items[0].id, ...rest]).toEqual([second, first]);
    expect(page.items[0].updatedAt > decodeURIComponent(moment.split('=')[1] ?? '')).toBe(true);
  });

  test('tell nobody when others judged, while a blind first pass hides it', async () => {
    const [ann, bo, editor] = [await addCaller(), await addCaller(), await addCaller('editor')];
    const id = await addArticle(ann);
    for (const words of ['OpenAI', '他们']) await ann.post(`/articles/${id}/claims`, quote(words));
    await setReviewRules(editor.writer, id, { requiredJudgements: 1, blindFirstPass: true });
    const moment = await since();
    const list = `/articles/${id}/claims?${moment}`;
    expect(await idsAt(bo, list, 'number')).toEqual([]);
    await ann.post(`/articles/${id}/claims/1/judgements`, verified);
    expect(await idsAt(editor, list, 'number')).toEqual([1]);
    expect(await idsAt(bo, list, 'number')).toEqual([1, 2]);
    expect(await idsAt(editor, `/claims?${moment}`, 'number')).toEqual([1]);
    expect(await idsAt(bo, `/claims?${moment}`, 'number')).toEqual([2, 1]);
    const { items } = await (await bo.get(list)).json();
    expect(items.map(({ updatedAt }: { updatedAt: string | null }) => updatedAt)).toEqual([null, null]);
  });

  test('hold a source and a metric whose use changed', async () => {
    const ann = await addCaller();
    const id = await addArticle(ann);
    await ann.post(`/articles/${id}/claims`, quote('375 employees'));
    await ann.call('PATCH', `/articles/${id}/claims/1`, { metric: { subject: 'OpenAI', measure: 'headcount' } });
    await ann.post(`/articles/${id}/claims/1/judgements`, verified);
    const moment = await since();
    expect(await idsAt(ann, `/metrics?${moment}`)).toEqual([]);
    await ann.post(`/articles/${id}/claims`, quote('OpenAI'));
    await ann.post(`/articles/${id}/claims/2/judgements`, verified);
    expect(await idsAt(ann, `/sources?${moment}`)).toHaveLength(1);
    await ann.post(`/articles/${id}/claims/1/judgements`, { verdict: 'disputed' });
    expect(await idsAt(ann, `/metrics?${moment}`)).toHaveLength(1);
    expect(await idsAt(ann, `/articles/${id}/claims?${moment}`, 'number')).toEqual([1, 2]);
  });

  test.each(['yesterday', '2026-01-01', '2026-01-01T00:00:00', '2026-13-01T00:00:00Z', '0000-12-31T23:59:59Z', ''])(
    'since “%s” are refused',
    async (moment) => {
      const ann = await addCaller();
      for (const list of ['/articles', '/metrics', '/sources', `/articles/${await addArticle(ann)}/claims`]) {
        const answer = await ann.get(`${list}?updatedSince=${moment}`);
        expect([answer.status, await answer.json()]).toEqual([
          400,
          expect.objectContaining({ code: 'moment-invalid', field: 'updatedSince' }),
        ]);
      }
    },
  );

  test('take a moment of any zone', async () => {
    const ann = await addCaller();
    await addArticle(ann);
    expect(await idsAt(ann, `/articles?updatedSince=${encodeURIComponent('2026-01-01T08:00:00+08:00')}`)).toHaveLength(
      1,
    );
  });
});
