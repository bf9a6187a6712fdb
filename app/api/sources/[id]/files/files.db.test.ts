/** Files of a source, as a browser sends and fetches them. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { dropBrokenUploads, keepBytes, pieceLength } from '#lib/data/blobs/blobs';
import { addFile, removeFile, restoreFile } from '#lib/data/sources/source-files';
import { testDatabase } from '#lib/testing/database/database';
import { must, type TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';
import { request as sent } from '#lib/testing/next-request';
import { addWalkedDesk, type WalkedDesk } from '#lib/testing/walk/desk';
import { GET } from './[file]/route';
import { GET as readText } from './[file]/text/route';
import { POST } from './route';

vi.mock('server-only', () => ({}));
vi.mock('next/headers', async () => (await import('#lib/testing/next-request')).nextHeaders);

const db = testDatabase();
serveDatabase(db, { CLAIMDESK_ACTION_LIMIT: '1000000', CLAIMDESK_FILE_LIMIT: '3' });

const own = { host: 'desk.example', origin: 'http://desk.example', 'x-claimdesk-sender': '192.0.2.7' };

async function as(desk: WalkedDesk, person: TestPerson | null, headers: Record<string, string> = own) {
  sent.cookies.clear();
  sent.headers.clear();
  if (person) sent.cookies.set('next-auth.session-token', await desk.cookieOf(person));
  for (const [name, value] of Object.entries(headers)) sent.headers.set(name, value);
}

async function put(sourceId: string, body: BodyInit, name = 'note.txt', key = '') {
  const url = `http://desk.example/api/sources/${sourceId}/files?${new URLSearchParams({ name })}`;
  const request = new Request(url, {
    ...{ method: 'POST', body, duplex: 'half', headers: { 'idempotency-key': key } },
  } as RequestInit);
  const answer = await POST(request, { params: Promise.resolve({ id: sourceId }) });
  return {
    status: answer.status,
    ...((await answer.json()) as { ok: boolean; code?: string; value?: { name: string } }),
  };
}

async function fetchFile(id: string, file: string, headers: Record<string, string> = {}, query = '') {
  const request = new Request(`http://desk.example/api/sources/${id}/files/${file}${query}`, { headers });
  const answer = await GET(request, { params: Promise.resolve({ id, file }) });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** The newest file of a source. */
const newest = (sourceId: string) =>
  db().sourceFile.findFirstOrThrow({ where: { sourceId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });

const counts = async () => [await db().upload.count(), await db().uploadChunk.count(), await db().blob.count()];

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');

/** Bytes that come in pieces of no round length. */
const streamed = (bytes: Uint8Array, end: (controller: ReadableStreamDefaultController) => void = (c) => c.close()) =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 100_003) controller.enqueue(bytes.subarray(at, at + 100_003));
      end(controller);
    },
  });

describe('a file that is put on a source', () => {
  it('comes back byte for byte, whole and in parts, however it came in', async () => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    const bytes = Buffer.alloc(2 * pieceLength + 12_345, 'It was written down. ');
    expect(await put(desk.own.source, streamed(bytes))).toMatchObject({ status: 200, ok: true });
    const { id } = await newest(desk.own.source);
    const whole = await fetchFile(desk.own.source, id);
    expect([whole.status, whole.bytes.equals(bytes)]).toEqual([200, true]);
    expect(whole.headers.get('content-length')).toBe(String(bytes.length));
    const etag = whole.headers.get('etag') ?? '';
    const parts: [string, number, number][] = [
      ['bytes=0-0', 0, 1],
      [`bytes=${pieceLength - 1}-${pieceLength}`, pieceLength - 1, pieceLength + 1],
      [`bytes=${pieceLength}-`, pieceLength, bytes.length],
      ['bytes=-10', bytes.length - 10, bytes.length],
      [`bytes=5-${bytes.length * 2}`, 5, bytes.length],
      [`bytes=-${bytes.length * 2}`, 0, bytes.length],
    ];
    for (const [range, from, to] of parts) {
      const part = await fetchFile(desk.own.source, id, { range, 'if-range': etag });
      expect([range, part.status, part.bytes.equals(bytes.subarray(from, to))]).toEqual([range, 206, true]);
      expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${bytes.length}`);
    }
    for (const range of ['bytes=9-3', 'bytes=-', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=x']) {
      expect([range, (await fetchFile(desk.own.source, id, { range })).status]).toEqual([range, 200]);
    }
    const beyond = await fetchFile(desk.own.source, id, { range: `bytes=${bytes.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    // Of another version there is no rest to fetch.
    const other = { range: 'bytes=5-', 'if-range': '"another"' };
    expect((await fetchFile(desk.own.source, id, other)).status).toBe(200);
    expect((await fetchFile(desk.own.source, id, { 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
  });

  it('has one line of the trail for a taking in parts, wherever it begins', async () => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    const bytes = Buffer.alloc(400_000, 'Taken in parts. ');
    await put(desk.own.source, streamed(bytes));
    const { id } = await newest(desk.own.source);
    const lines = () => db().auditLine.count({ where: { kind: 'exported' } });
    const before = await lines();
    for (const range of ['bytes=1-', 'bytes=2-9', 'bytes=5-']) await fetchFile(desk.own.source, id, { range });
    expect(await lines()).toBe(before + 1);
    await fetchFile(desk.own.source, id);
    expect(await lines()).toBe(before + 2);
  });

  it('is kept once, on however many sources it stands, and stands on each once', async () => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    const before = await counts();
    await put(desk.own.source, png, 'a.png');
    await put(desk.other.source, png, 'b.png');
    expect(await counts()).toEqual(before.map((count) => count + 1));
    expect(await put(desk.own.source, png, 'c.png')).toMatchObject({ ok: false, code: 'file-there' });
    const all = await Promise.all([1, 2, 3].map((at) => put(desk.other.source, pdf, `${at}.pdf`)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await counts()).toEqual(before.map((count) => count + 2));
  });

  it.each([
    ['letter.pdf', pdf, 'application/pdf', true],
    ['a.exe', png, 'image/png', true],
    ['photo.png', '<html><script>alert(1)</script>', 'text/html', false],
    ['photo.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml', false],
    ['photo.png', '<?xml version="1.0"?>\n<!-- x --><svg onload="alert(1)"/>', 'image/svg+xml', false],
    ['说明.txt', '裁员375人。', 'text/plain', false],
    ['a.eml', 'From: Ann <ann@example.org>\r\nSubject: Figures\r\n\r\n375 it is.', 'message/rfc822', false],
    ['a.txt', Buffer.from('\ufeffIt rained. 下雨了。\r\n', 'utf16le'), 'text/plain', false],
    ['a.txt', 'From: here on it rained.\n\nIt did.', 'text/plain', false],
  ])('%s is what its bytes say, and shown only where that is safe (%#)', async (name, body, type, isShown) => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    expect(await put(desk.own.source, body, name)).toMatchObject({ ok: true, value: { name } });
    const file = await newest(desk.own.source);
    expect(file).toMatchObject({ name, mediaType: type });
    const { headers } = await fetchFile(desk.own.source, file.id, {}, '?show');
    expect(headers.get('content-type')).toBe(isShown ? type : 'application/octet-stream');
    expect(headers.get('content-disposition')?.startsWith(isShown ? 'inline' : 'attachment')).toBe(true);
  });

  it.each([
    [Buffer.from('504b05060000000000000000000000000000000000000000', 'hex'), 'file-kind-not-kept'],
    [Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'file-kind-not-kept'],
    [Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0]), 'file-kind-not-kept'],
    ['', 'empty-file'],
  ])('that is none that is kept leaves nothing (%#)', async (body, code) => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    const before = await counts();
    expect(await put(desk.own.source, body)).toMatchObject({ ok: false, code });
    expect(await counts()).toEqual(before);
  });

  it('that is too large, or breaks off, is refused where it stands and leaves nothing', async () => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    const before = await counts();
    let given = 0;
    const endless = new ReadableStream({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(1_000_000).fill(120));
      },
    });
    const refusal = { status: 413, ok: false, code: 'file-too-large', values: { limit: 3 } };
    expect(await put(desk.own.source, endless)).toMatchObject(refusal);
    expect(given).toBeLessThan(3 + 5);
    const broken = streamed(Buffer.alloc(700_000, 'x'), (controller) => controller.error(new Error('gone')));
    expect(await put(desk.own.source, broken)).toMatchObject({ ok: false });
    expect(await counts()).toEqual(before);
  });

  it('whose server ended in the middle goes after a while', async () => {
    const now = new Date();
    const hour = 3_600_000;
    await db().upload.create({ data: { id: 'old', createdAt: new Date(now.getTime() - 3 * hour) } });
    await db().uploadChunk.create({ data: { uploadId: 'old', number: 0, bytes: Buffer.from('x') } });
    await db().upload.create({ data: { id: 'new', createdAt: now } });
    expect(await dropBrokenUploads(db(), now)).toBe(1);
    expect([await db().upload.count(), await db().uploadChunk.count()]).toEqual([1, 0]);
  });

  it('is taken off and put back, and is nobody’s to fetch meanwhile', async () => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    const { source, file } = desk.own;
    await must(removeFile(desk.people.reviewer, file));
    expect((await fetchFile(source, file)).status).toBe(404);
    expect(await removeFile(desk.people.reviewer, file)).toMatchObject({ ok: false, code: 'not-found' });
    await must(restoreFile(desk.people.reviewer, file));
    expect((await fetchFile(source, file)).status).toBe(200);
    expect((await fetchFile(desk.other.source, file)).status).toBe(404);
  });

  it('is not put back where the same bytes came again meanwhile', async () => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    await must(removeFile(desk.people.reviewer, desk.own.file));
    expect(await put(desk.own.source, 'File of Acme')).toMatchObject({ ok: true });
    expect(await restoreFile(desk.people.reviewer, desk.own.file)).toMatchObject({ ok: false, code: 'file-there' });
  });

  it.each([
    ['viewer', 403],
    ['reviewer', 200],
    ['signed out', 401],
    ['deactivated', 401],
  ] as const)('comes of a %s with %i', async (role, status) => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people[role]);
    expect((await put(desk.own.source, 'Words.')).status).toBe(status);
  });

  it('is put there once under a key, and another one under the same key is refused', async () => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    const key = 'k'.repeat(32);
    expect(await put(desk.own.source, 'Words.', 'a.txt', key)).toMatchObject({ ok: true });
    expect(await put(desk.own.source, 'Words.', 'a.txt', key)).toMatchObject({ ok: true });
    expect(await put(desk.own.source, 'Others.', 'a.txt', key)).toMatchObject({ ok: false, code: 'key-reused' });
    expect(await db().sourceFile.count({ where: { sourceId: desk.own.source, name: 'a.txt' } })).toBe(1);
  });

  it('comes of no foreign page, and on no source that is not there or held back', async () => {
    const desk = await addWalkedDesk(db());
    const { reviewer, editor } = desk.people;
    await as(desk, reviewer, { ...own, origin: 'https://evil.example' });
    expect(await put(desk.own.source, 'Words.')).toMatchObject({ ok: false, code: 'foreign-origin' });
    await as(desk, reviewer);
    expect(await put('nothing', 'Words.')).toMatchObject({ status: 404 });
    const held = await db().source.findFirstOrThrow({ where: { title: 'zxqvorn report' } });
    expect(await put(held.id, 'Words.')).toMatchObject({ status: 404 });
    await as(desk, editor);
    expect(await put(held.id, 'Words.')).toMatchObject({ status: 200 });
    const { id } = await newest(held.id);
    await as(desk, reviewer);
    expect((await fetchFile(held.id, id)).status).toBe(404);
  });
});

describe('the text of a workbook', () => {
  it('is opened with one request at a sheet, at words, and else at its beginning', async () => {
    const desk = await addWalkedDesk(db());
    const { reviewer } = desk.people;
    await as(desk, reviewer);
    const id = desk.own.source;
    const { hash } = await must(keepBytes(db(), [workbook()], { limit: 100_000, now: reviewer.now }));
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { id: file } = await must(
      addFile(reviewer, { sourceId: id, hash, name: 'a.xlsx', mediaType, readers: null }),
    );
    const open = async (query: string) => {
      const request = new Request(`http://desk.example/?${query}`);
      const answer = await readText(request, { params: Promise.resolve({ id, file }) });
      const { at, part } = (await answer.json()) as { at: number; part: { label: string } | null };
      return [at, part?.label];
    };
    expect(await open('')).toEqual([0, 'Cover']);
    expect(await open('part=1')).toEqual([1, '营收']);
    expect(await open(new URLSearchParams({ sheet: '营收' }).toString())).toEqual([1, '营收']);
    expect(await open(new URLSearchParams({ sheet: 'Nothing' }).toString())).toEqual([0, 'Cover']);
    expect(await open(new URLSearchParams({ words: '375 staff' }).toString())).toEqual([1, '营收']);
    expect(await open('part=7')).toEqual([0, undefined]);
  });
});

/** Two sheets of one cell each. */
function workbook(): Uint8Array {
  const sheet = (text: string) =>
    strToU8(
      `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
    );
  const names = ['Cover', '营收'].map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
  const targets = [1, 2].map((at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at}.xml"/>`);
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook><sheets>${names.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${targets.join('')}</Relationships>`),
    'xl/worksheets/sheet1.xml': sheet('The harbour'),
    'xl/worksheets/sheet2.xml': sheet('It has 375 staff.'),
  });
}
