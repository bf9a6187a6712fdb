/** A packet of an article from one desk to another: written, held against its manifest, read in, and refused where it was changed. */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { blobBytes, keepBytes } from '#lib/data/blobs/blobs';
import type { Database } from '#lib/data/database/database';
import { PacketHistory } from '#lib/data/history/packet-history';
import { verifyHistory } from '#lib/data/history/verify';
import { keepSnapshot, tieSnapshot } from '#lib/data/sources/snapshots';
import { addFile, filesOf } from '#lib/data/sources/source-files';
import { readArticleFile } from '#lib/domain/exchange/article-file-text';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import { packetLimits } from '#lib/domain/exchange/packet';
import { type PacketManifest, readPacketManifest } from '#lib/domain/exchange/packet-input';
import { checkPacket } from '#lib/intake/packet/check-packet';
import { exportFile, exportSetting } from '#lib/server/export-article';
import { takePacket } from '#lib/server/import-packet';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, must, type TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';
import { testNeeding } from '#lib/testing/needs';
import { gather } from '#lib/testing/outside/office';
import { type WrittenEntry, zipOf } from '#lib/testing/packet/broken-zips';
import { addWalkedDesk } from '#lib/testing/walk/desk';
import { exportWords } from '../../../i18n/export-words';

vi.mock('server-only', () => ({}));
vi.mock('next/headers', async () => (await import('#lib/testing/next-request')).nextHeaders);

const db = testDatabase();
const second = testDatabase();
serveDatabase(db, { CLAIMDESK_PACKET_LIMIT: '20', CLAIMDESK_FILE_LIMIT: '3' });

const root = path.resolve(import.meta.dirname, '../../../..');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(900_000)]);
const mail = Buffer.from('From: a@example.org\r\nTo: b@example.org\r\nSubject: 人数\r\n\r\nWe have 375 staff.\r\n');
const page = Buffer.from(
  '<html><title>Wells</title><p>They had <b>375</b> staff &amp; “one” well.<script>alert(1)</script>',
);

const once = async function* (bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 100_003) yield bytes.subarray(at, at + 100_003);
};

/** An article whose source has a PDF, a picture, a mail and a kept page. */
async function addFullArticle() {
  const desk = await addWalkedDesk(db());
  const { reviewer, editor } = desk.people;
  const { article } = desk.own.inside;
  const files: [string, string, Buffer][] = [
    ['年报 2024.pdf', 'application/pdf', pdf],
    ['CON.png', 'image/png', png],
    ['mail.eml', 'message/rfc822', mail],
  ];
  for (const [name, mediaType, bytes] of files) {
    const { hash } = await must(keepBytes(db(), once(bytes), { limit: 3_000_000, now: reviewer.now }));
    await must(addFile(reviewer, { sourceId: desk.own.source, hash, name, mediaType, readers: null }));
  }
  const taken = {
    ...{ url: 'https://post.example/a', finalUrl: 'https://post.example/b', title: 'Wells', contentType: 'text/html' },
    ...{ bytes: page, html: '<p>They had <b>375</b> staff &amp; “one” well.</p>' },
    fetchedAt: new Date('2026-01-04T08:00:00Z'),
    answer: {
      ...{ status: 203, headers: [['Server', 'Post 邮']] as [string, string][] },
      redirects: ['https://post.example/b'],
    },
  };
  const { id } = await keepSnapshot(desk.people.colleague, taken);
  await tieSnapshot(db(), desk.people.colleague, id, { sourceId: desk.own.source });
  const own = await keepSnapshot(reviewer, { ...taken, answer: null, url: null, finalUrl: null, bytes: mail });
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { articleId: article, number: 1 } });
  await tieSnapshot(db(), reviewer, own.id, { revisionId });
  return { desk, article, editor, reviewer };
}

async function packetOf(article: string, viewer: TestPerson, withConfidential = false): Promise<Buffer> {
  // Either desk's, whoever asks.
  (globalThis as { claimdeskDatabase?: Database }).claimdeskDatabase = viewer.db;
  const view = await articleWithClaims(viewer.db, article, viewer);
  if (!view) throw new Error('the article is not there');
  const setting = await must(
    exportSetting(view, 'packet', {
      ...{ viewer, words: exportWords('en'), desk: 'https://desk.example' },
      withConfidential,
    }),
  );
  return (await gather(exportFile(view, everyClaim, 'packet', setting).write())).bytes;
}

function verified(bytes: Uint8Array): { status: number | null; told: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-packet-'));
  try {
    const file = path.join(folder, 'packet.zip');
    writeFileSync(file, bytes);
    const program = ['--import', 'tsx', 'lib/cli/verify-packet.ts', file];
    const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8' });
    return { status, told: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The faults of a packet as the command finds them: what, part, where. */
async function faultsIn(bytes: Uint8Array): Promise<string[]> {
  const faults: string[] = [];
  const file = { size: bytes.length, read: (from: number, to: number) => once(bytes.subarray(from, to)) };
  const readers = {
    manifest: async (given: Uint8Array) => readPacketManifest(given),
    article: async (given: Uint8Array) => readArticleFile(given),
    history: (manifest: PacketManifest) => new PacketHistory(manifest),
  };
  await checkPacket(file, readers, packetLimits.bytes, ({ what, part, where }) =>
    faults.push([what, part, where].filter(Boolean).join(' ')),
  );
  return faults;
}

/** All that a desk has of an article's sources, without ids: files with their bytes, and what was kept of pages. */
async function keptOf(database: ReturnType<typeof db>, articleId: string) {
  const bytesOf = async (hash: string, size: number) =>
    createHash('sha256')
      .update((await gather(blobBytes(database, hash, { from: 0, to: size }))).bytes)
      .digest('hex');
  const sources = await database.source.findMany({
    where: { evidence: { some: { claim: { articleId } } } },
    orderBy: { title: 'asc' },
    include: {
      files: {
        where: { confidential: false },
        ...{ orderBy: [{ createdAt: 'asc' }, { name: 'asc' }], include: { blob: true, addedBy: true } },
      },
      snapshots: { orderBy: { fetchedAt: 'asc' }, include: { original: true, takenBy: true } },
    },
  });
  const ownPages = await database.snapshot.findMany({
    where: { revision: { articleId } },
    include: { original: true, takenBy: true, revision: true },
  });
  const pageOf = (one: (typeof ownPages)[number] | (typeof sources)[number]['snapshots'][number]) => {
    const { id: _, takenById: __, sourceId: ___, revisionId: ____, takenBy, original, ...facts } = one;
    const rest = { ...facts, revision: 'revision' in one ? one.revision?.number : null };
    return { ...rest, takenBy: takenBy.name, original: original && { hash: original.hash, size: original.size } };
  };
  return {
    sources: await Promise.all(
      sources.map(async ({ title, files, snapshots }) => ({
        title,
        files: await Promise.all(
          files.map(async ({ name, mediaType, hash, blob, createdAt, addedBy }) => ({
            ...{ name, mediaType, createdAt, by: addedBy.name, size: blob.size },
            bytes: await bytesOf(hash, blob.size),
          })),
        ),
        snapshots: snapshots.map(pageOf),
      })),
    ),
    pages: ownPages.map(pageOf),
  };
}

/** What is in a database of what came in: nothing of a packet that was refused. */
const counts = async () =>
  Promise.all([
    second().article.count(),
    second().source.count(),
    second().sourceFile.count(),
    second().snapshot.count(),
    second().user.count(),
    second().upload.count({ where: { blob: null } }),
    second().uploadChunk.count({ where: { upload: { blob: null } } }),
  ]);

describe('a packet', () => {
  it('holds together, opens in another program, and is the same on the desk that reads it in', async () => {
    const { article, editor } = await addFullArticle();
    const bytes = await packetOf(article, editor);
    const { status, told } = verified(bytes);
    expect([status, told]).toEqual([0, expect.stringContaining('Every part is what the manifest says')]);
    expect(told).toMatch(/Files +4 of 1 sources/);
    const parts = unzipSync(bytes);
    const report = strFromU8(parts['report.html'] ?? new Uint8Array());
    expect(report).toContain('年报 2024.pdf');
    expect(report).toMatch(/href="readable\/[0-9a-f]{64}\.html">Kept page: https:\/\/post\.example\/a, Jan 4, 2026</);
    expect(report).not.toMatch(/<script|<link|src=/);
    expect(Object.keys(parts).every((name) => /^[\w./]+$/.test(name))).toBe(true);

    const writer = await addPerson(second(), 'Ann', 'editor');
    const imported = await must(takePacket({ ...writer, key: 'k'.repeat(20) }, once(bytes)));
    expect(await keptOf(second(), imported.id)).toEqual(await keptOf(db(), article));
    expect((await counts()).slice(5)).toEqual([0, 0]);
    const sealed = await verifyHistory(second(), {
      place: (place) => expect(place).toBeNull(),
      row: (row) => expect(row).toBeNull(),
      deskLine: (line) => expect(line).toBeNull(),
    });
    expect(sealed.articles).toBe(1);
    // What the second desk writes of it is the same but for its own history, people and moments.
    const again = unzipSync(await packetOf(imported.id, writer));
    const lasting = (written: Uint8Array | undefined) => {
      const text = strFromU8(written ?? new Uint8Array()).replace(/"\d{4}-\d{2}-\d{2}T[\d:.]+Z"/g, '"moment"');
      const file = JSON.parse(text) as { threads: { comments: { body: string }[] }[] };
      // All of them began in the same moment.
      const bodyOf = ({ comments: [first] }: (typeof file.threads)[number]) => first?.body ?? '';
      return { ...file, threads: file.threads.toSorted((a, b) => bodyOf(a).localeCompare(bodyOf(b))) };
    };
    expect(lasting(again['article.json'])).toEqual(lasting(parts['article.json']));
    const kept = (names: object) =>
      Object.keys(names)
        .filter((name) => name.includes('/'))
        .sort();
    expect(kept(again)).toEqual(kept(parts));

    // Sent again under its key it is the same article; without one, another, whose source keeps its files once.
    expect(await must(takePacket({ ...writer, key: 'k'.repeat(20) }, once(bytes)))).toMatchObject({ id: imported.id });
    const before = await second().sourceFile.count();
    const twice = await must(takePacket(writer, once(bytes)));
    expect(twice.id).not.toBe(imported.id);
    expect(await second().sourceFile.count()).toBe(before);
  });

  testNeeding({ what: 'unzip', isThere: spawnSync('unzip', ['-v']).status === 0 }, 'is whole to unzip', async () => {
    const { article, editor } = await addFullArticle();
    const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-unzip-'));
    const file = path.join(folder, 'packet.zip');
    writeFileSync(file, await packetOf(article, editor));
    const { status, stdout } = spawnSync('unzip', ['-t', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect([status, stdout]).toEqual([0, expect.stringContaining('No errors detected')]);
  });

  it('has confidential files only where they are asked for by who sees them, and says nothing of them otherwise', async () => {
    const { desk, article, editor } = await addFullArticle();
    const { admin } = desk.people;
    const { hash } = await must(
      keepBytes(db(), once(Buffer.from('What the source told us.')), { limit: 3_000_000, now: editor.now }),
    );
    const secret = { hash, name: 'Informant.txt', mediaType: 'text/plain', readers: [] };
    await must(addFile(editor, { sourceId: desk.own.source, ...secret }));
    const told = async (viewer: TestPerson, withConfidential: boolean) => {
      const bytes = await packetOf(article, viewer, withConfidential);
      const parts = unzipSync(bytes);
      const all = Object.values(parts)
        .map((part) => strFromU8(part))
        .join('\n');
      const { leftOut } = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()));
      return {
        bytes,
        names: /Informant|What the source told us/.test(all),
        isThere: `files/${hash}.txt` in parts,
        leftOut,
      };
    };
    const usual = await told(editor, false);
    const left = { what: 'file', reason: 'confidential', count: 1 };
    expect(usual).toMatchObject({ names: false, isThere: false, leftOut: [left] });
    // Who does not see it is told of nothing, whatever they ask for.
    expect(await told(admin, true)).toMatchObject({ names: false, isThere: false, leftOut: [] });
    expect(verified(usual.bytes)).toEqual({
      status: 0,
      told: expect.stringMatching(
        /\d of them, about files, told by their seals alone[\s\S]*Left out +1 × file: confidential/,
      ),
    });
    const asked = await told(editor, true);
    expect(asked).toMatchObject({ names: true, isThere: true, leftOut: [] });

    const writer = await addPerson(second(), 'Ann', 'editor');
    const other = await addPerson(second(), 'Else', 'admin');
    const { id } = await must(takePacket(writer, once(asked.bytes)));
    const { sourceId } = await second().evidence.findFirstOrThrow({
      where: { claim: { articleId: id }, source: { files: { some: { hash } } } },
    });
    const names = async (viewer: TestPerson) =>
      (await filesOf(second(), sourceId, viewer)).filter(({ name }) => name === 'Informant.txt').length;
    expect([await names(writer), await names(other)]).toEqual([1, 0]);
  });

  it('is for those who see all of the article, and of no more than the desk allows', async () => {
    const { desk, article } = await addFullArticle();
    const { reviewer, editor } = desk.people;
    const view = await articleWithClaims(db(), article, editor);
    if (!view) throw new Error('the article is not there');
    const asked = { words: exportWords('en'), desk: 'https://desk.example' };
    expect(await exportSetting(view, 'packet', { ...asked, viewer: reviewer })).toMatchObject({
      code: 'packet-held-back',
    });
    const large = await must(keepBytes(db(), once(randomBytes(20_000_001)), { limit: 30_000_000, now: editor.now }));
    const file = { hash: large.hash, name: 'large.bin', mediaType: 'application/pdf', readers: null };
    await must(addFile(editor, { sourceId: desk.own.source, ...file }));
    expect(await exportSetting(view, 'packet', { ...asked, viewer: editor })).toMatchObject({
      code: 'packet-too-large',
      values: { limit: 20 },
    });
  });
});

describe('a packet that was changed', () => {
  type Change = (entries: WrittenEntry[], manifest: PacketManifest) => WrittenEntry[] | undefined;
  const part = (entries: WrittenEntry[], name: RegExp) => {
    const found = entries.find((entry) => name.test(entry.name));
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };
  const setBytes = (entry: WrittenEntry, bytes: Uint8Array) => void Object.assign(entry, { bytes });
  const flipped = (entries: WrittenEntry[], name: RegExp) =>
    setBytes(part(entries, name), flip(part(entries, name).bytes));
  const flip = (bytes: Uint8Array, at = Math.floor(bytes.length / 2)) => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  };
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  /** Writes a part anew and lists what it is now, as whoever changes a packet with care. */
  const rewritten = (
    entries: WrittenEntry[],
    manifest: PacketManifest,
    name: string,
    change: (text: string) => string,
  ) => {
    const entry = part(entries, new RegExp(`^${name}$`));
    entry.bytes = Buffer.from(change(Buffer.from(entry.bytes).toString()));
    const listed = manifest.parts.find(({ path: at }) => at === name);
    if (listed) Object.assign(listed, { bytes: entry.bytes.length, sha256: sha(entry.bytes) });
    return undefined;
  };

  /** What is changed, what the check finds, and what the desk says: a code, and for `packet-broken` where. */
  const changes: [string, Change, RegExp, RegExp][] = [
    ['a byte of a file', (all) => flipped(all, /\.pdf$/), /^hash files.*\.pdf$/, /broken.*\.pdf/],
    ['a byte of the report', (all) => flipped(all, /^report/), /^hash report\.html$/, /broken report\.html/],
    ['a byte of the history', (all) => flipped(all, /^history/), /^hash history\.jsonl$/, /broken history\.jsonl/],
    [
      'a part that is gone',
      (all) => all.filter(({ name }) => !name.endsWith('.png')),
      /^missing .*\.png$/,
      /broken.*\.png/,
    ],
    [
      'a part that is not listed',
      (all) => [...all, { name: 'notes.txt', bytes: Buffer.from('x') }],
      /^unlisted notes\.txt$/,
      /broken notes/,
    ],
    ['a part that is there twice', (all) => [...all, part(all, /\.png$/)], /^twice .*\.png$/m, /broken.*\.png/],
    [
      'a part of a strange name',
      (all) => [...all, { name: '../../etc/cron.d/x', bytes: Buffer.from('x') }],
      /^name \.\.\/\.\.\/etc\/cron\.d\/x$/,
      /broken \.\./,
    ],
    [
      'a name that is turned about',
      (all) => [...all, { name: 'files/a\u202egpj.exe', bytes: Buffer.from('x') }],
      /^name files\/a\\u202egpj\.exe$/,
      /broken files/,
    ],
    ['a shorter file', (all) => setBytes(part(all, /\.pdf$/), pdf.subarray(0, 100)), /^size .*\.pdf$/, /broken.*\.pdf/],
    ['no manifest', (all) => all.filter(({ name }) => name !== 'manifest.json'), /^no-packet/, /unknown/],
    [
      'a manifest of another version',
      (_, manifest) => void Object.assign(manifest, { version: 9 }),
      /^no-packet/,
      /unknown/,
    ],
    [
      'a manifest with a field of its own',
      (_, manifest) => void Object.assign(manifest, { secret: 1 }),
      /^manifest manifest\.json/,
      /broken manifest/,
    ],
    [
      'an address that runs a script',
      (_, manifest) => void Object.assign(manifest.captures[0] ?? {}, { url: 'javascript:alert(1)' }),
      /^manifest .*captures\.0\.url$/,
      /broken manifest/,
    ],
    [
      'a file of a source that is not there',
      (_, manifest) => void Object.assign(manifest.files[0] ?? {}, { source: 'source-99' }),
      /^not-in-article manifest\.json files\.0$/,
      /broken manifest\.json, files\.0/,
    ],
    [
      'a line of history that was written anew',
      (all, manifest) =>
        rewritten(all, manifest, 'history.jsonl', (text) => text.replace('"verb":"claim-', '"verb":"Claim-')),
      /^history history\.jsonl line \d+, changed$/,
      /ok/,
    ],
    [
      'a history without its end',
      (all, manifest) =>
        rewritten(all, manifest, 'history.jsonl', (text) => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`),
      /^history history\.jsonl line \d+, cut$/,
      /ok/,
    ],
    [
      'an article that does not hold together',
      (all, manifest) =>
        rewritten(all, manifest, 'article.json', (text) => text.replace('"number": 1,', '"number": 9999,')),
      /^article article\.json /,
      /article-file-broken|broken article/,
    ],
    [
      'an entry that is encrypted',
      (all) => void Object.assign(part(all, /\.png$/), { flags: 1 }),
      /^encrypted .*\.png$/,
      /broken.*\.png/,
    ],
    [
      'an entry in another compression',
      (all) => void Object.assign(part(all, /\.png$/), { method: 12 }),
      /^method .*\.png$/,
      /broken.*\.png/,
    ],
    [
      'an entry that lies in another',
      (all) => void Object.assign(part(all, /\.png$/), { from: 0 }),
      /^(overlapping|damaged) /,
      /broken/,
    ],
    [
      'an entry that calls itself otherwise',
      (all) => void Object.assign(part(all, /\.png$/), { localName: part(all, /\.png$/).name.replace('png', 'exe') }),
      /^damaged .*\.png$/,
      /broken/,
    ],
    [
      'a length that lies',
      (all) => void Object.assign(part(all, /^report/), { size: 10 }),
      /^size report\.html$/,
      /broken report/,
    ],
    [
      'a length that lies, and a manifest that lies along',
      (all, manifest) => {
        Object.assign(part(all, /^report/), { size: 10, isPacked: true });
        Object.assign(manifest.parts.find(({ path: at }) => at === 'report.html') ?? {}, { bytes: 10 });
        return undefined;
      },
      /^damaged report\.html$/,
      /broken report/,
    ],
    [
      'bytes that do not unpack',
      (all) => void Object.assign(part(all, /\.pdf$/), { method: 8 }),
      /^damaged .*\.pdf$/,
      /broken.*\.pdf/,
    ],
    [
      'a manifest of a gigabyte',
      (all) =>
        all.map((entry) =>
          entry.name === 'manifest.json' ? { ...entry, isPacked: true, size: 1_000_000_000 } : entry,
        ),
      /^too-large/,
      /too-large/,
    ],
    [
      'a bomb in a listed part',
      (all) =>
        all.map((entry) =>
          entry.name === 'report.html'
            ? { ...entry, isPacked: true, bytes: Buffer.alloc(100_000_000), size: entry.bytes.length }
            : entry,
        ),
      /^damaged report\.html$/,
      /broken report/,
    ],
  ];

  /** Starting the program takes a second: a few kinds. */
  const isTriedAsCommand = (what: string) => /^a (?:part of a strange|manifest of a giga|bomb|line of)/.test(what);

  it('is refused with its place by the command and by the desk, which keeps nothing of it', async () => {
    const { article, editor } = await addFullArticle();
    const good = unzipSync(await packetOf(article, editor));
    const writer = await addPerson(second(), 'Ann', 'editor');
    const before = await counts();
    for (const [what, change, told, code] of changes) {
      const manifest = JSON.parse(strFromU8(good['manifest.json'] ?? new Uint8Array())) as PacketManifest;
      const entries = Object.entries(good).map(([name, bytes]): WrittenEntry => ({ name, bytes }));
      let changed = change(entries, manifest) ?? entries;
      const listing = changed.find(({ name }) => name === 'manifest.json');
      if (listing && listing.bytes.length < 1_000_000) listing.bytes = Buffer.from(JSON.stringify(manifest));
      const zip = zipOf(changed);
      changed = [];
      expect([what, ...(await faultsIn(zip))]).toEqual(expect.arrayContaining([what, expect.stringMatching(told)]));
      if (isTriedAsCommand(what)) {
        const command = verified(zip);
        expect([what, command.status, command.told]).toEqual([what, 1, expect.stringMatching(/^The packet does not/m)]);
        expect(command.told, what).not.toMatch(/\n\s+at /);
      }
      if (/ok/.test(code.source)) continue;
      const answer = await takePacket(writer, once(zip));
      const why = answer.ok ? 'ok' : `${answer.code} ${answer.values?.where ?? ''}`;
      expect([what, why]).toEqual([what, expect.stringMatching(code)]);
      expect([what, await counts()]).toEqual([what, before]);
    }
    expect(await second().blob.count()).toBe(0);
  });

  it('is refused where it is none, or was cut off anywhere', async () => {
    const { article, editor } = await addFullArticle();
    const good = await packetOf(article, editor);
    const writer = await addPerson(second(), 'Ann', 'editor');
    const cuts = [0, 1, 3, 21, 22, 1_000, good.length - 23, good.length - 22, good.length - 1];
    for (const length of cuts) {
      const answer = await takePacket(writer, once(good.subarray(0, length)));
      expect([length, answer]).toEqual([length, expect.objectContaining({ ok: false, code: 'packet-unknown' })]);
    }
    expect(verified(good.subarray(0, good.length - 1))).toMatchObject({ status: 1 });
    expect(verified(Buffer.from('PK'))).toMatchObject({ status: 1 });
    const large = await takePacket(writer, once(Buffer.concat([good, Buffer.alloc(20_000_000)])));
    expect(large).toMatchObject({ ok: false, code: 'packet-too-large' });
    expect((await counts()).slice(5)).toEqual([0, 0]);
  });

  it('is refused for a file of a kind that is not kept, whatever the manifest calls it', async () => {
    const { article, editor } = await addFullArticle();
    const good = unzipSync(await packetOf(article, editor));
    const manifest = JSON.parse(strFromU8(good['manifest.json'] ?? new Uint8Array())) as PacketManifest;
    const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
    const at = `files/${sha(program)}.png`;
    const old = manifest.files.find(({ name }) => name.endsWith('.png'));
    const listed = manifest.parts.find(({ path: one }) => one === old?.path);
    const was = old?.path;
    Object.assign(old ?? {}, { path: at });
    Object.assign(listed ?? {}, { path: at, bytes: program.length, sha256: sha(program) });
    const entries = Object.entries(good).flatMap(([name, bytes]): WrittenEntry[] => {
      if (name === was) return [{ name: at, bytes: program }];
      return [{ name, bytes: name === 'manifest.json' ? Buffer.from(JSON.stringify(manifest)) : bytes }];
    });
    const writer = await addPerson(second(), 'Ann', 'editor');
    expect(await takePacket(writer, once(zipOf(entries)))).toMatchObject({ ok: false, code: 'file-kind-not-kept' });
    expect(await second().article.count()).toBe(0);
  });

  it('brings no script in, though its manifest says that a copy is clean', async () => {
    const { article, editor } = await addFullArticle();
    const good = unzipSync(await packetOf(article, editor));
    const manifest = JSON.parse(strFromU8(good['manifest.json'] ?? new Uint8Array())) as PacketManifest;
    const copy = Buffer.from('<p onclick="steal()">Wells</p><script>steal()</script><img src=x onerror=steal()>');
    const at = `readable/${sha(copy)}.html`;
    const was = manifest.captures[0]?.readable;
    for (const capture of manifest.captures) capture.readable = at;
    manifest.parts = manifest.parts.filter(({ path: one }) => !one.startsWith('readable/'));
    manifest.parts.push({ path: at, bytes: copy.length, sha256: sha(copy), type: 'text/html' });
    const entries = Object.entries(good).flatMap(([name, bytes]): WrittenEntry[] => {
      if (name.startsWith('readable/')) return name === was ? [{ name: at, bytes: copy }] : [];
      return [{ name, bytes: name === 'manifest.json' ? Buffer.from(JSON.stringify(manifest)) : bytes }];
    });
    const writer = await addPerson(second(), 'Ann', 'editor');
    await must(takePacket(writer, once(zipOf(entries))));
    const pages = await second().snapshot.findMany({ select: { html: true } });
    expect(pages.map(({ html }) => html)).toEqual(pages.map(() => '<p>Wells</p>'));
  });
});
