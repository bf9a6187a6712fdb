import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addArticle } from '#lib/data/articles/articles';
import { judgeClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import type { Database } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { makeApiToken } from '#lib/data/people/api-tokens';
import { addRevision } from '#lib/data/revisions/revisions';
import { pageSize, readPreference } from '#lib/export/annotations/container';
import { claimKinds } from '#lib/reading/claim-kinds';
import { testDatabase } from '#lib/testing/database/database';
import { failedAssertions, mustLists } from '#lib/testing/outside/w3c';
import * as claimRoute from './[article]/[claim]/route';
import * as containerRoute from './[article]/route';
import * as textRoute from './[article]/text/route';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const desk = 'https://desk.example';
const context = 'http://www.w3.org/ns/anno.jsonld';
const minimal = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
const iris = 'http://www.w3.org/ns/oa#PreferContainedIRIs';
const whole = 'http://www.w3.org/ns/oa#PreferContainedDescriptions';

beforeEach(() => {
  Object.assign(process.env, {
    DATABASE_URL: db.address(),
    NEXTAUTH_SECRET: 'a secret for tests',
    CLAIMDESK_URL: desk,
  });
  // Where lib/server/database keeps the one that is open.
  (globalThis as { claimdeskDatabase?: Database }).claimdeskDatabase = db();
});

/** An article with as many claims as asked for, the first of them judged. */
async function setUp(claims: number) {
  const id = newId();
  await db().user.create({ data: { id, name: '安', role: 'reviewer', email: `${id}@example.org` } });
  const writer = { db: db(), actorId: id, now: new Date() };
  const made = await makeApiToken(writer, { name: 'Test', scopes: ['read'], lifetime: 0 });
  if (!made.ok) throw new Error(made.code);
  const text = Array.from({ length: claims }, (_, index) => `😀${index} people.`).join(' ');
  const facts = { title: 'What it costs', publisher: null, url: 'https://example.org/文章', byline: null };
  const article = await addArticle(
    writer,
    { ...facts, publishedOn: null, language: 'en', paragraphs: [{ kind: 'body', text: `${text} End.` }] },
    { intake: 'paste' },
  );
  for (let index = 0; index < claims; index += 1) {
    const start = text.indexOf(`😀${index} `);
    const place = { articleId: article.id, paragraphId: article.paragraphIds[0] ?? '', start, end: start + 3 };
    const marked = await markClaim(writer, place, claimKinds[index % claimKinds.length] ?? 'fact');
    if (!marked.ok) throw new Error(marked.code);
    if (index > 0) continue;
    const source = { title: 'Report', publisher: 'SEC', url: 'https://example.org/报告', published: '2023' };
    await judgeClaim(
      writer,
      { articleId: article.id, claimId: marked.value.id },
      { verdict: 'verified', rationale: '属实。', confidence: 'high' },
      {
        ...{ stance: 'supports', excerpt: '375 people', locator: 'p. 3' },
        source: { ...source, accessed: null, kind: 'primary', originId: null },
      },
    );
  }
  const container = `${desk}/api/annotations/${article.id}/`;
  const authorization = `Bearer ${made.value.secret}`;
  const ask = (address = container, headers: Record<string, string> = {}, method = 'GET') => {
    const [, , , articleId = '', claim = ''] = new URL(address).pathname.split('/');
    const route = claim === 'text' ? textRoute : claim ? claimRoute : containerRoute;
    const params = Promise.resolve({ article: articleId, ...(claim ? { claim } : {}) });
    const request = new Request(address, { method, headers: { authorization, ...headers } });
    return route[method as keyof typeof route](request, { params });
  };
  const prefer = (...include: string[]) => ({ prefer: `return=representation;include="${include.join(' ')}"` });
  return { id: article.id, container, ask, prefer, writer };
}

describe('the container', () => {
  test('says what it is, in the headers that the protocol asks for', async () => {
    const { container, ask } = await setUp(2);
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': `application/ld+json; profile="${context}"`,
      allow: 'GET, HEAD, OPTIONS',
      'content-location': container,
      etag: expect.stringMatching(/^"[\w-]{27}"$/),
      'cache-control': 'private, no-cache',
    });
    expect(answer.headers.get('vary')?.split(', ')).toEqual(expect.arrayContaining(['Accept', 'Prefer']));
    expect(answer.headers.get('link')).toBe(
      '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type", ' +
        '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
    );
    expect(await answer.json()).toMatchObject({
      '@context': [context, 'http://www.w3.org/ns/ldp.jsonld'],
      id: container,
      type: ['BasicContainer', 'AnnotationCollection'],
      ...{ total: 2, label: 'What it costs', modified: expect.any(String) },
      first: { id: `${container}?page=0`, type: 'AnnotationPage', startIndex: 0, items: [{ id: `${container}1` }, {}] },
      last: `${container}?page=0`,
    });
  });

  test('leaves out what is not preferred, and says so', async () => {
    const { container, ask, prefer } = await setUp(2);
    const read = async (...include: string[]) => {
      const answer = await ask(container, prefer(...include));
      expect(answer.headers.get('preference-applied')).toBe('return=representation');
      const document = await answer.json();
      expect(answer.headers.get('content-location')).toBe(document.id);
      return document;
    };
    expect(await read(minimal)).toMatchObject({ id: container, total: 2, first: `${container}?page=0` });
    const byAddress = { id: `${container}?iris=1`, last: `${container}?iris=1&page=0` };
    expect(await read(minimal, iris)).toMatchObject({ ...byAddress, first: `${container}?iris=1&page=0` });
    const items = [`${container}1`, `${container}2`];
    expect(await read(iris)).toMatchObject({ ...byAddress, first: { id: `${container}?iris=1&page=0`, items } });
    expect(await read(whole, iris)).toMatchObject({ id: container, first: { items: [{ type: 'Annotation' }, {}] } });
    expect((await ask(container, { prefer: 'respond-async' })).headers.has('preference-applied')).toBe(false);
  });

  test('is told again only where it changed, each representation for itself', async () => {
    const { container, ask, prefer } = await setUp(1);
    const etag = (await ask()).headers.get('etag') ?? '';
    expect((await ask(container, { 'if-none-match': etag })).status).toBe(304);
    expect((await ask(container, { 'if-none-match': etag, ...prefer(minimal) })).status).toBe(200);
  });

  test('answers HEAD and OPTIONS, and nothing that would write', async () => {
    const { container, ask } = await setUp(1);
    const head = await ask(container, {}, 'HEAD');
    expect([head.status, await head.text(), head.headers.get('link')]).toEqual([
      200,
      '',
      (await ask()).headers.get('link'),
    ]);
    expect((await ask(container, {}, 'OPTIONS')).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      for (const address of [container, `${container}1`]) {
        const refused = await ask(address, {}, method);
        expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      }
    }
  });

  test('names the text that was counted, which is there for each revision and for readers alone', async () => {
    const { id, container, ask, writer } = await setUp(1);
    const { first } = await (await ask()).json();
    const [{ target }] = first.items;
    expect(target.source).toBe(`${container}text?revision=1`);
    expect(target.scope).toBe('https://example.org/%E6%96%87%E7%AB%A0');
    const answer = await ask(target.source);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const text = await answer.text();
    const last = target.selector.at(-1);
    expect(text.slice(last.start, last.end)).toBe(target.selector[0].exact);
    const paragraphs = [{ kind: 'body' as const, text: 'Another text.', from: [] }];
    const revised = await addRevision(writer, id, { paragraphs, basedOn: 1, intake: 'edit' });
    expect(revised.ok).toBe(true);
    expect(await (await ask(target.source)).text()).toBe(text);
    expect(await (await ask(`${container}text`)).text()).toBe('Another text.');
    expect((await ask(`${container}text`, { authorization: 'Bearer wrong' })).status).toBe(401);
    for (const revision of ['0', '3', 'x', '-1']) {
      expect((await ask(`${container}text?revision=${revision}`)).status).toBe(404);
    }
  });

  test('is at the address with a slash', async () => {
    const { container, ask, id } = await setUp(1);
    const answer = await ask(`${container.slice(0, -1)}?page=0`);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `/api/annotations/${id}/?page=0`]);
  });

  test('is closed to strangers, and not there where the article is not', async () => {
    const { container, ask } = await setUp(1);
    const refused = await ask(container, { authorization: 'Bearer wrong' });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
    for (const address of [`${desk}/api/annotations/none/`, `${container}9`, `${container}x`, `${container}?page=1`]) {
      expect((await ask(address)).status).toBe(404);
    }
  });

  test('of an article without claims is empty', async () => {
    const { container, ask } = await setUp(0);
    const document = await (await ask()).json();
    expect(document).toMatchObject({ total: 0 });
    expect(document).not.toHaveProperty('first');
    expect(await (await ask(`${container}?page=0`)).json()).toMatchObject({ items: [] });
  });
});

test('pages lead through all annotations, whole and by address; all that is served passes the W3C’s assertions', async () => {
  const { container, ask, prefer } = await setUp(pageSize + 5);
  const failures: string[] = [];
  const served = async (list: string, address: string, headers: Record<string, string> = {}) => {
    const answer = await ask(address, headers);
    expect(answer.status).toBe(200);
    const document = await answer.json();
    failures.push(...failedAssertions(list, document));
    return document;
  };
  const addresses: Record<string, string[]> = { '': [], iris: [] };
  for (const [form, headers] of [
    ['', {}],
    ['iris', prefer(iris)],
  ] as const) {
    const whole = await served(mustLists.collection, container, headers);
    const small = await served(mustLists.collection, whole.id, prefer(minimal));
    expect(small.first).toBe(whole.first.id);
    let next: string | undefined = small.first;
    for (let last: string | undefined; next; next = last) {
      const page = await served(mustLists.page, next);
      expect(page).toMatchObject({ id: next, partOf: { id: whole.id, total: pageSize + 5 } });
      addresses[form]?.push(
        ...page.items.map((item: string | { id: string }) => (form ? item : (item as { id: string }).id)),
      );
      last = page.next;
      if (!last) expect(page.id).toBe(whole.last);
    }
  }
  expect(addresses['']).toHaveLength(pageSize + 5);
  expect(addresses.iris).toEqual(addresses['']);
  for (const address of addresses.iris?.slice(0, 12) ?? []) {
    const annotation = await served(mustLists.annotation, address);
    expect(annotation).toMatchObject({ '@context': context, id: address });
  }
  expect(failures).toEqual([]);
});

test.each<[string | null, ReturnType<typeof readPreference>]>([
  [null, null],
  ['return=minimal', null],
  [`return=representation; include="${minimal}"`, { isMinimal: true, irisOnly: false }],
  [`respond-async, return=representation;include="${minimal} ${iris}"`, { isMinimal: true, irisOnly: true }],
  [`return=representation;include="${whole} ${iris}"`, { isMinimal: false, irisOnly: false }],
  [`return=representation;omit="${minimal}"`, null],
  [`return=representation;include="http://example.org/other"`, null],
])('the preference %s', (header, expected) => {
  expect(readPreference(header)).toEqual(expected);
});
