/** Articles that scripts bring in by link or file, and articles that are there already. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { setArticleRemoved } from '#lib/data/articles/articles';
import { maxFileBytes } from '#lib/intake/file/decode';
import { testDatabase } from '#lib/testing/database/database';
import { apiUnderTest, type Caller, described, desk, send } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addCaller } = apiUnderTest(db);

const sentences = [
  'The committee counted thirty-one wells in the northern district last spring and closed nine of them.',
  'Residents of the nine streets have drawn their water from the public main since then, the report says.',
  'An engineer of the city put the cost of new pumps at four million dollars over the next five years.',
];
const page = (words: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>Wells closed</title></head><body><article><h1>Wells closed</h1>${words
    .map((one) => `<p>${one}</p>`)
    .join('')}</article></body></html>`;

let web: Server;
let address = '';
beforeAll(async () => {
  web = createServer((request, response) => {
    if (request.url === '/gone') response.writeHead(404, { 'Content-Type': 'text/html' }).end('<p>Gone');
    else if (request.url === '/inside') response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
    else if (request.url === '/picture') response.writeHead(200, { 'Content-Type': 'image/png' }).end('x');
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page(sentences));
  });
  await new Promise<void>((listening) => web.listen(0, '127.0.0.1', listening));
  const { port } = web.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
  // Read once, with the first request.
  process.env.CLAIMDESK_FETCH_ALLOW = `127.0.0.1:${port}`;
});
afterAll(() => {
  web.closeAllConnections();
  web.close();
});

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const wordFile = (words: readonly string[] = sentences): Promise<ArrayBuffer> =>
  Packer.toArrayBuffer(new Document({ sections: [{ children: words.map((one) => new Paragraph(one)) }] }));

/** Sends a file as the body. */
const put = (person: Caller, bytes: BodyInit, type: string, query = '') =>
  send('POST', `/articles${query}`, {
    headers: { authorization: person.authorization, 'content-type': type },
    body: bytes,
  });

/** Sends a form; the request writes its boundary into its type. */
const submit = (person: Caller, form: FormData, headers: Record<string, string> = {}) =>
  send('POST', '/articles', { headers: { authorization: person.authorization, ...headers }, body: form });

function formOf(file: Blob, name: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set('file', file, name);
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  return form;
}

describe('a link', () => {
  test('is fetched and its original kept; the answer names the article and its version', async () => {
    const ann = await addCaller();
    const answer = await ann.post('/articles', { link: `${address}/wells`, publisher: 'The Post' });
    const made = await answer.json();
    expect([answer.status, described('/articles', 'POST', 201, made)]).toEqual([201, 'as described']);
    expect(made).toMatchObject({ title: 'Wells closed', publisher: 'The Post', url: `${address}/wells`, notices: [] });
    const location = answer.headers.get('location') ?? '';
    expect(location).toBe(`${desk}/api/v1/articles/${made.id}`);
    expect((await ann.get(location, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304);
    const revision = await db().revision.findFirstOrThrow({
      where: { articleId: made.id },
      include: { snapshots: true },
    });
    expect([revision.intake, revision.snapshots.length]).toEqual(['url', 1]);
  });

  test.each<[string, string, object]>([
    ['within the network', 'http://10.0.0.1/', { code: 'page-private' }],
    ['on this machine', 'http://localhost:1/', { code: expect.stringMatching(/^page-(private|port)$/) }],
    ['that leads into the network', '/inside', { code: 'page-private' }],
    ['to another scheme', 'file:///etc/passwd', { code: 'page-scheme' }],
    ['with a password in it', 'http://me:secret@example.org/', { code: 'page-credentials' }],
    ['that is none', 'no link', { code: 'page-address-unreadable' }],
    ['to a page that is gone', '/gone', { code: 'page-status' }],
    ['to a picture', '/picture', { code: 'page-kind' }],
    ['that is too long', `https://example.org/${'a'.repeat(5_000)}`, { code: 'text-too-long' }],
  ])('%s is refused in words of the reader', async (_, link, expected) => {
    const ann = await addCaller();
    const full = link.startsWith('/') ? address + link : link;
    const answer = await ann.post('/articles', { link: full }, { 'accept-language': 'zh' });
    const problem = await answer.json();
    expect([answer.status, problem]).toEqual([400, expect.objectContaining({ ...expected, field: 'link' })]);
    expect(problem.detail).toMatch(/\p{Script=Han}/u);
    expect(described('/articles', 'POST', 400, problem)).toBe('as described');
    expect(await db().article.count()).toBe(0);
  });

  test('does not come along with a text', async () => {
    const answer = await (await addCaller()).post('/articles', { link: `${address}/wells`, text: 'A text.' });
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'several-texts']);
  });
});

describe('a file', () => {
  test.each<[string, string, () => Promise<BodyInit> | BodyInit]>([
    ['of Word', docxType, () => wordFile()],
    ['of a page', 'text/html; charset=utf-8', () => page(sentences)],
    ['of text', 'text/plain', () => sentences.join('\n\n')],
    ['of Markdown', 'text/markdown', () => `# Wells closed\n\n${sentences.join('\n\n')}`],
  ])('%s may be the body', async (_, type, content) => {
    const ann = await addCaller();
    const answer = await put(ann, await content(), type);
    const made = await answer.json();
    expect([answer.status, described('/articles', 'POST', 201, made)]).toEqual([201, 'as described']);
    expect(made.paragraphs.map(({ text }: { text: string }) => text)).toEqual(
      expect.arrayContaining(sentences.slice(1)),
    );
  });

  test('may be a part of a form, with facts beside it', async () => {
    const ann = await addCaller();
    const form = formOf(new Blob([await wordFile()]), 'wells.docx', { title: 'Nine wells', publishedOn: '2023-02' });
    const answer = await submit(ann, form);
    expect([answer.status, await answer.json()]).toMatchObject([201, { title: 'Nine wells', publishedOn: '2023-02' }]);
  });

  test('in another encoding is read by it, and the script is told', async () => {
    const ann = await addCaller();
    const bytes = Buffer.from('b1b1beacb5c4b9abcbbed3d0333735c3fbd4b1b9a4a1a3', 'hex');
    const answer = await put(ann, bytes, 'text/plain; charset=gb18030');
    const made = await answer.json();
    expect(made.paragraphs.at(-1).text).toContain('有375名员工');
    expect(made.notices).toEqual([{ code: 'decoded-as', encoding: 'GB18030', text: 'The file was read as GB18030.' }]);
  });

  test('under a name that says what it is may be of any type', async () => {
    const ann = await addCaller();
    const octets = 'application/octet-stream';
    expect((await put(ann, await wordFile(), octets, '?filename=wells.docx')).status).toBe(201);
    const unnamed = await put(ann, await wordFile(), octets);
    expect([unnamed.status, (await unnamed.json()).code]).toEqual([400, 'file-kind-unknown']);
  });

  test('sent again under its key is not brought in again', async () => {
    const ann = await addCaller();
    const key = { 'idempotency-key': 'a-key-of-sixteen-characters' };
    const sent = async (title: string) =>
      (await submit(ann, formOf(new Blob([sentences.join('\n\n')]), 'wells.txt', { title }), key)).json();
    const first = await sent('Wells');
    expect((await sent('Wells')).id).toBe(first.id);
    expect(await sent('Other facts')).toMatchObject({ code: 'key-reused' });
  });

  test.each<[string, () => Promise<FormData> | FormData, number, object]>([
    ['that is broken', () => formOf(new Blob(['PK no zip']), 'a.docx'), 400, { code: 'file-damaged', field: 'file' }],
    ['that is empty', () => formOf(new Blob([]), 'a.txt'), 400, { code: 'empty-file' }],
    ['of another kind', () => formOf(new Blob(['%PDF-1.7']), 'a.pdf'), 400, { code: 'file-kind-unknown' }],
    ['that is too large', () => formOf(new Blob(['x'.repeat(maxFileBytes + 1)]), 'a.txt'), 413, { code: 'too-large' }],
    ['with an unknown field', () => formOf(new Blob(['A text.']), 'a.txt', { titel: 'A' }), 400, { field: 'titel' }],
    [
      'with a wrong choice',
      () => formOf(new Blob(['A text.']), 'a.txt', { duplicate: 'maybe' }),
      400,
      { code: 'invalid-input', field: 'duplicate', detail: expect.stringContaining('allow') },
    ],
    ['of facts alone', () => new FormData(), 400, { code: 'file-missing', field: 'file' }],
  ])('%s is refused', async (_, form, status, expected) => {
    const answer = await submit(await addCaller(), await form());
    const problem = await answer.json();
    expect([answer.status, problem]).toEqual([status, expect.objectContaining(expected)]);
    expect(described('/articles', 'POST', status, problem)).toBe('as described');
  });

  test('with NUL characters in its name or its page comes in without them', async () => {
    const ann = await addCaller();
    const named = await submit(ann, formOf(new Blob([sentences.join('\n\n')]), 'we\0lls.txt'));
    expect(named.status).toBe(201);
    const holed = page(sentences).replaceAll('Wells', 'We\0lls').replace('<p>', '<p>\0');
    expect((await put(ann, holed, 'text/html', '?duplicate=allow')).status).toBe(201);
    const kept = await db().snapshot.findMany({ select: { title: true, html: true } });
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain('\\u0000');
  });

  test('that is compressed is refused', async () => {
    const ann = await addCaller();
    for (const type of ['text/plain', 'application/json']) {
      const headers = { authorization: ann.authorization, 'content-type': type, 'content-encoding': 'gzip' };
      const answer = await send('POST', '/articles', { headers, body: 'x' });
      expect([answer.status, (await answer.json()).code]).toEqual([415, 'body-compressed']);
    }
  });

  test('of a form that does not read as one, or of two files, is refused', async () => {
    const ann = await addCaller();
    const broken = await put(ann, 'nonsense', 'multipart/form-data; boundary=x');
    expect([broken.status, (await broken.json()).code]).toEqual([400, 'form-broken']);
    const two = formOf(new Blob(['A text.']), 'a.txt');
    two.append('file', new Blob(['Another.']), 'b.txt');
    expect((await (await submit(ann, two)).json()).code).toBe('too-many-at-once');
  });

  test('is refused where a body has no file, or of a type that is none', async () => {
    const ann = await addCaller();
    const pdf = await put(ann, '%PDF', 'application/pdf');
    const problem = await pdf.json();
    expect([pdf.status, problem.code]).toEqual([415, 'type-unsupported']);
    expect(problem.detail).toContain('application/json, multipart/form-data');
    const reader = await addCaller('reviewer', ['read']);
    expect((await put(reader, 'A text.', 'text/plain')).status).toBe(403);
  });
});

describe('an article that is there already', () => {
  const byText = { title: 'Wells', paragraphs: sentences.map((text) => ({ text })) };

  test('is named, by its text and by its address, unless a second one is allowed', async () => {
    const [ann, bo] = [await addCaller(), await addCaller()];
    const first = await (await ann.post('/articles', { ...byText, url: 'https://post.example/wells' })).json();
    const other = 'Quite another text, which shares nothing with the first one but where it was printed.';
    const again = [
      await bo.post('/articles', byText),
      await bo.post('/articles', { text: other, url: 'http://www.post.example/wells?utm_source=x' }),
      await put(bo, await wordFile(), docxType),
      await bo.post('/articles', { link: `${address}/wells` }),
    ];
    for (const answer of again) {
      const problem = await answer.json();
      const existing = `${desk}/api/v1/articles/${first.id}`;
      expect([answer.status, problem.code, problem.existing]).toEqual([409, 'article-exists', existing]);
      expect(answer.headers.get('location')).toBe(existing);
      expect(described('/articles', 'POST', 409, problem)).toBe('as described');
      expect((await bo.get(existing)).status).toBe(200);
    }
    expect((await bo.post('/articles', { ...byText, duplicate: 'allow' })).status).toBe(201);
    expect((await put(bo, await wordFile(), docxType, '?duplicate=allow')).status).toBe(201);
    expect(await db().article.count()).toBe(3);
  });

  test('stands in no one’s way once it was taken off the desk', async () => {
    const [ann, editor] = [await addCaller(), await addCaller('editor')];
    const { id } = await (await ann.post('/articles', byText)).json();
    await setArticleRemoved(editor.writer, id, true);
    expect((await ann.post('/articles', byText)).status).toBe(201);
  });

  test('is not told of by a wrong choice', async () => {
    const ann = await addCaller();
    const answer = await ann.post('/articles', { ...byText, duplicate: 'yes' }, { 'accept-language': 'zh' });
    expect(await answer.json()).toMatchObject({
      code: 'invalid-input',
      field: 'duplicate',
      detail: '对重复文章的处理只能是 refuse（不导入）或allow（仍然导入）。',
    });
  });
});
