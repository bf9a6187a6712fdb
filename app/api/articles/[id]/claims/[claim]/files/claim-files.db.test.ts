/** A file that is put on a claim, as a browser sends it: a source, the file and evidence of it, or nothing. */
import { describe, expect, it, vi } from 'vitest';
import { setEvidenceRemoved } from '#lib/data/claims/findings';
import { verifyHistory } from '#lib/data/history/verify';
import { filesOf } from '#lib/data/sources/source-files';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { testDatabase } from '#lib/testing/database/database';
import { must, type TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';
import { request as sent } from '#lib/testing/next-request';
import { addWalkedDesk, type WalkedDesk } from '#lib/testing/walk/desk';
import { POST } from './route';

vi.mock('server-only', () => ({}));
vi.mock('next/headers', async () => (await import('#lib/testing/next-request')).nextHeaders);

const db = testDatabase();
serveDatabase(db, { CLAIMDESK_ACTION_LIMIT: '1000000', CLAIMDESK_FILE_LIMIT: '1' });

const own = { host: 'desk.example', origin: 'http://desk.example', 'x-claimdesk-sender': '192.0.2.7' };

async function as(desk: WalkedDesk, person: TestPerson | null, headers: Record<string, string> = own) {
  sent.cookies.clear();
  sent.headers.clear();
  if (person) sent.cookies.set('next-auth.session-token', await desk.cookieOf(person));
  for (const [name, value] of Object.entries(headers)) sent.headers.set(name, value);
}

const evidence = {
  source: {
    ...{ title: 'Letter of the board', publisher: '', url: '', published: '2024', accessed: '2026-01-05' },
    ...{ kind: 'primary', originId: '' },
  },
  ...{ stance: 'refutes', excerpt: 'a staff of 735 – 735名员工', locator: 'p. 1', figure: '', readers: null },
};

type Sending = { facts?: unknown; body?: Uint8Array; name?: string; key?: string; breaksAt?: number; length?: number };

async function put(
  { articleId, claimId }: { articleId: string; claimId: string },
  { facts = evidence, body = Buffer.from('The board met. It has a staff of 735.'), ...more }: Sending = {},
) {
  const { name = 'letter_of_the_board.txt', key = '', breaksAt } = more;
  const head = Buffer.from(typeof facts === 'string' ? facts : JSON.stringify(facts));
  const all = Buffer.concat([head, body]);
  const end = breaksAt ?? all.length;
  let at = 0;
  const stream = new ReadableStream({
    pull(controller) {
      if (at < end) controller.enqueue(all.subarray(at, Math.min(at + 4_001, end)));
      else if (breaksAt === undefined) controller.close();
      else controller.error(new Error('The line broke'));
      at += 4_001;
    },
  });
  const query = new URLSearchParams({ name, facts: String(more.length ?? head.length) });
  const request = new Request(`http://desk.example/?${query}`, {
    ...{ method: 'POST', body: stream, duplex: 'half', headers: { 'idempotency-key': key } },
  } as RequestInit);
  const answer = await POST(request, { params: Promise.resolve({ id: articleId, claim: claimId }) });
  const told = (await answer.json()) as { ok: boolean; code?: string; field?: string; value?: ClaimView };
  return { status: answer.status, ...told };
}

const quoteOf = ({ own: { inside } }: WalkedDesk) => ({ articleId: inside.article, claimId: inside.quote });
const counts = () =>
  Promise.all([
    db().source.count(),
    db().sourceFile.count(),
    db().evidence.count(),
    db().upload.count(),
    db().uploadChunk.count(),
    db().change.count(),
  ]);

describe('a file on a claim', () => {
  it('is a source with the file, and evidence of it, which is taken back like any other', async () => {
    const desk = await addWalkedDesk(db());
    const { reviewer, editor } = desk.people;
    await as(desk, reviewer);
    const ref = quoteOf(desk);
    const { value, ...answer } = await put(ref);
    expect(answer).toEqual({ status: 200, ok: true });
    const [added] = value?.evidence ?? [];
    expect(added).toMatchObject({
      ...{ stance: 'refutes', excerpt: 'a staff of 735 – 735名员工', locator: 'p. 1' },
      source: { title: 'Letter of the board', kind: 'primary', published: '2024' },
      addedBy: { id: reviewer.id },
    });
    const files = await filesOf(db(), added?.source.id ?? '', editor);
    expect(files).toMatchObject([{ name: 'letter_of_the_board.txt', mediaType: 'text/plain', confidential: null }]);
    const lines = await db().change.findMany({
      where: { articleId: ref.articleId },
      orderBy: { seq: 'desc' },
      take: 2,
    });
    expect(lines.map(({ verb }) => verb)).toEqual(['evidence-added', 'source-file-added']);
    const taken = await must(setEvidenceRemoved(reviewer, ref, added?.id ?? '', true));
    expect(taken.evidence).toEqual([]);
    expect((await must(setEvidenceRemoved(reviewer, ref, added?.id ?? '', false))).evidence).toHaveLength(1);
    const broken: unknown[] = [];
    const tell = (one: unknown) => broken.push(one);
    await verifyHistory(db(), { place: tell, row: tell, deskLine: tell });
    expect(broken).toEqual([]);
  });

  it('leaves nothing where it breaks off, is refused, or what is said of it is wrong', async () => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    const ref = quoteOf(desk);
    const before = await counts();
    const long = Buffer.alloc(2_000_000, 'It was written down. ');
    const head = Buffer.byteLength(JSON.stringify(evidence));
    const source = { ...evidence.source, title: ' ' };
    const tries: [string, Sending, object][] = [
      ['in the file', { body: long, breaksAt: 700_000 }, { code: 'upload-broken' }],
      ['at its beginning', { breaksAt: head }, { code: 'upload-broken' }],
      ['in what is said', { breaksAt: head - 20 }, { code: 'upload-broken' }],
      ['without an end of it', { length: 60_000 }, { code: 'upload-broken' }],
      ['too large', { body: long }, { code: 'file-too-large', status: 413 }],
      ['of no kind', { body: Buffer.from('4d5a90000300000004000000ffff0000', 'hex') }, { code: 'file-kind-not-kept' }],
      ['empty', { body: Buffer.alloc(0) }, { code: 'empty-file' }],
      ['no title', { facts: { ...evidence, source } }, { code: 'text-missing', field: 'source.title' }],
      ['a source of the desk', { facts: { ...evidence, source: { id: desk.own.source } } }, { status: 400 }],
      ['no JSON', { facts: '{"source":' }, { status: 400 }],
      ['too much said', { length: 64_001 }, { status: 400 }],
      ['a stranger as reader', { facts: { ...evidence, readers: ['nobody'] } }, { code: 'reader-unknown' }],
      ['no name', { name: '..' }, { code: 'text-missing', field: 'name' }],
    ];
    for (const [name, sending, expected] of tries)
      expect([name, await put(ref, sending)]).toMatchObject([name, { ok: false, ...expected }]);
    const [sources, files, evidences, , , lines] = await counts();
    expect([sources, files, evidences, lines]).toEqual([before[0], before[1], before[2], before[5]]);
    // Bytes that came in whole lie under their hash until they are dropped; of what broke off there is none.
    const whole = await db().upload.count({ where: { blob: { files: { none: {} }, snapshots: { none: {} } } } });
    expect((await db().upload.count()) - whole).toBe(before[3]);
  });

  it('is put there once under a key, and the same bytes are another source under another', async () => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people.reviewer);
    const ref = quoteOf(desk);
    const [sources, files] = await counts();
    const key = 'k'.repeat(32);
    expect(await put(ref, { key })).toMatchObject({ ok: true });
    expect(await put(ref, { key })).toMatchObject({ ok: true, value: { evidence: [expect.anything()] } });
    expect(await put(ref, { key, facts: { ...evidence, excerpt: '' } })).toMatchObject({ code: 'key-reused' });
    expect((await counts()).slice(0, 2)).toEqual([sources + 1, files + 1]);
    const blobs = await db().blob.count();
    expect(await put(ref)).toMatchObject({ ok: true });
    expect((await counts()).slice(0, 2)).toEqual([sources + 2, files + 2]);
    expect(await db().blob.count()).toBe(blobs);
  });

  it('may be confidential: what is said of it is seen, the file is not', async () => {
    const desk = await addWalkedDesk(db());
    const { reviewer, colleague, editor } = desk.people;
    await as(desk, reviewer);
    const { value } = await put(quoteOf(desk), { facts: { ...evidence, readers: [colleague.id] } });
    const id = value?.evidence[0]?.source.id ?? '';
    const seen = [reviewer, colleague, editor].map(async (one) => (await filesOf(db(), id, one)).length);
    expect(await Promise.all(seen)).toEqual([1, 1, 0]);
  });

  it.each([
    ['viewer', 403],
    ['reviewer', 200],
    ['signed out', 401],
    ['deactivated', 401],
  ] as const)('comes of a %s with %i', async (role, status) => {
    const desk = await addWalkedDesk(db());
    await as(desk, desk.people[role]);
    expect((await put(quoteOf(desk))).status).toBe(status);
  });

  it('comes of no foreign page, and on no claim that is not there', async () => {
    const desk = await addWalkedDesk(db());
    const { reviewer } = desk.people;
    await as(desk, reviewer, { ...own, origin: 'https://evil.example' });
    expect(await put(quoteOf(desk))).toMatchObject({ code: 'foreign-origin' });
    await as(desk, reviewer);
    const { own: mine, other } = desk;
    for (const [articleId, claimId] of [
      [mine.inside.article, other.inside.quote],
      [other.inside.article, mine.inside.quote],
      [mine.inside.article, 'nothing'],
      ['nothing', mine.inside.quote],
    ] as const)
      expect(await put({ articleId, claimId })).toMatchObject({ status: 404, code: 'not-found' });
    expect(await put({ articleId: 'x'.repeat(300), claimId: '' })).toMatchObject({ status: 400 });
  });
});
