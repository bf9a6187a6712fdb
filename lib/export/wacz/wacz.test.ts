import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { unpackZip } from '#lib/intake/file/zip';
import { type ArchivedCapture, waczPieces } from './wacz';

const about = { title: 'Staff · 员工', created: '2026-03-01T12:00:00.000Z' };

function captureOf(id: string, text: string, day: number): ArchivedCapture {
  const body = Buffer.from(text);
  return {
    ...{ id, title: 'Staff', url: 'https://harbour.example/staff?of=员工', status: 200, contentType: 'text/html' },
    fetchedAt: new Date(Date.UTC(2026, 0, day)).toISOString(),
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Encoding', 'gzip'],
      ['Link', '<a>'],
      ['Link', '<b>'],
    ],
    hash: createHash('sha256').update(body).digest('hex'),
    size: body.length,
    bytes: async function* () {
      yield body.subarray(0, 5);
      yield body.subarray(5);
    },
  };
}

async function packed(captures: ArchivedCapture[]) {
  const pieces: Uint8Array[] = [];
  for await (const piece of waczPieces(captures, about)) pieces.push(piece);
  const unpacked = unpackZip(Buffer.concat(pieces), () => true, { entries: 10, bytes: 1_000_000, ratio: 100 });
  if (!unpacked.ok) throw new Error(unpacked.code);
  return { file: Buffer.concat(pieces), parts: unpacked.parts };
}

const sha = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const textIn = (bytes?: Uint8Array) => Buffer.from(bytes ?? []).toString();

const [first, same, other] = [
  captureOf('one', '<p>A staff of 375. 员工375人。</p>', 1),
  captureOf('two', '<p>A staff of 375. 员工375人。</p>', 2),
  captureOf('three', '<p>A staff of 735.</p>', 3),
];

it('lists every part with its hash, and the list with its own', async () => {
  const { parts } = await packed([first, same, other]);
  const list = JSON.parse(textIn(parts['datapackage.json']));
  expect(list).toMatchObject({ wacz_version: '1.1.1', title: 'Staff · 员工', created: about.created });
  expect(list.resources.map(({ path }: { path: string }) => path)).toEqual([
    'archive/data.warc.gz',
    'indexes/index.cdx',
    'pages/pages.jsonl',
  ]);
  for (const { path, hash, bytes } of list.resources)
    expect([sha(parts[path] ?? new Uint8Array()), parts[path]?.length]).toEqual([hash, bytes]);
  expect(JSON.parse(textIn(parts['datapackage-digest.json']))).toEqual({
    path: 'datapackage.json',
    hash: sha(parts['datapackage.json'] ?? new Uint8Array()),
  });
  expect(textIn(parts['pages/pages.jsonl']).trim().split('\n')).toHaveLength(4);
});

it('holds each answer, and the same bytes once; the index says where', async () => {
  const { parts } = await packed([first, same, other]);
  const warc = parts['archive/data.warc.gz'] ?? new Uint8Array();
  const lines = textIn(parts['indexes/index.cdx']).trim().split('\n');
  const read = await Promise.all(
    lines.map(async (line) => {
      const [surt, at, ...json] = line.split(' ');
      const { offset, length, status } = JSON.parse(json.join(' '));
      const record = await WARCParser.parse([warc.subarray(offset, offset + length)]);
      return { surt, at, status, type: record?.warcType, record, body: await record?.contentText() };
    }),
  );
  expect(read.map(({ at, type, body }) => [at, type, body])).toEqual([
    ['20260101000000', 'response', '<p>A staff of 375. 员工375人。</p>'],
    ['20260102000000', 'revisit', ''],
    ['20260103000000', 'response', '<p>A staff of 735.</p>'],
  ]);
  expect(read[0]?.surt).toBe('example,harbour)/staff?of=%E5%91%98%E5%B7%A5');
  expect(read[0]?.record?.warcPayloadDigest).toBe(`sha256:${first.hash}`);
  expect(read[1]?.record?.warcPayloadDigest).toBe(`sha256:${first.hash}`);
  expect(read[0]?.record?.httpHeaders?.headers.get('X-Orig-Content-Encoding')).toBe('gzip');
  expect(read[0]?.record?.httpHeaders?.headers.get('Content-Encoding')).toBeFalsy();
});

it('is a file of no captures too', async () => {
  expect(textIn((await packed([])).parts['indexes/index.cdx'])).toBe('');
});
