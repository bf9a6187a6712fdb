/**
 * Captures of web pages as a WACZ file (WACZ 1.1.1 of Webrecorder: a ZIP of WARC records, their index and a list of pages),
 * which the players of web archives open. One capture at a time stands in memory.
 */
import { createHash } from 'node:crypto';
import { getSurt, WARCRecord, WARCSerializer } from 'warcio';
import type { OriginalCapture } from '#lib/domain/files/capture';
import { type ZipPart, zipPieces } from '#lib/export/stream/zip';

/** `bytes`: as they were after unpacking. */
export type ArchivedCapture = OriginalCapture & { bytes: () => AsyncIterable<Uint8Array> };

type About = { title: string; created: string };

const software = 'Claimdesk';
const warcName = 'data.warc.gz';
const options = { gzip: true, digest: { algo: 'sha-256', prefix: 'sha256:' } };

/** The file of some captures, in their order. */
export function waczPieces(captures: readonly ArchivedCapture[], about: About): AsyncGenerator<Uint8Array> {
  return zipPieces(waczParts(captures, about));
}

/** The parts of the file: those that come last list the hashes of those before, which are written by then. */
function* waczParts(captures: readonly ArchivedCapture[], { title, created }: About): Generator<ZipPart> {
  const resources: { name: string; path: string; hash: string; bytes: number }[] = [];
  const listed = async function* (path: string, bytes: AsyncIterable<Uint8Array>) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of bytes) {
      hash.update(piece);
      size += piece.length;
      yield piece;
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    resources.push({ name, path, hash: `sha256:${hash.digest('hex')}`, bytes: size });
  };
  const index: string[] = [];
  const part = (path: string, bytes: AsyncIterable<Uint8Array>): ZipPart => ({
    ...{ name: path, bytes: listed(path, bytes), isPacked: true },
  });
  yield part(`archive/${warcName}`, records(captures, index));
  // The index is sorted by what its lines say, not by any language.
  yield part(
    'indexes/index.cdx',
    linesOf(() => index.sort((a, b) => (a < b ? -1 : 1))),
  );
  yield part(
    'pages/pages.jsonl',
    linesOf(() => pagesOf(captures)),
  );
  let digest = '';
  yield {
    name: 'datapackage.json',
    isPacked: true,
    bytes: bytesOf(() => {
      const about = { profile: 'data-package', wacz_version: '1.1.1', title, created, software, resources };
      const text = `${JSON.stringify(about, null, 2)}\n`;
      digest = createHash('sha256').update(text).digest('hex');
      return text;
    }),
  };
  yield {
    name: 'datapackage-digest.json',
    isPacked: true,
    bytes: bytesOf(() => `${JSON.stringify({ path: 'datapackage.json', hash: `sha256:${digest}` }, null, 2)}\n`),
  };
}

/** What is known only when it is asked for. */
async function* bytesOf(text: () => string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text());
}

const linesOf = (lines: () => string[]): AsyncGenerator<Uint8Array> =>
  bytesOf(() =>
    lines()
      .map((line) => `${line}\n`)
      .join(''),
  );

/** The WARC records (ISO 28500), each packed by itself so that a player can begin at any. Notes in `index` where each lies. */
async function* records(captures: readonly ArchivedCapture[], index: string[]): AsyncGenerator<Uint8Array> {
  const info = WARCRecord.createWARCInfo({ filename: warcName, warcVersion: 'WARC/1.1' }, { software });
  const head = await WARCSerializer.serialize(info, options);
  yield head;
  let offset = head.length;
  const first = new Map<string, ArchivedCapture>();
  for (const capture of captures) {
    const before = first.get(capture.hash);
    if (!before) first.set(capture.hash, capture);
    const record = before ? repeated(capture, before) : response(capture);
    const bytes = await WARCSerializer.serialize(record, options);
    index.push(indexLine(capture, { offset, length: bytes.length, isRepeated: before !== undefined }));
    offset += bytes.length;
    yield bytes;
  }
}

const about = ({ url, fetchedAt, status, headers, size }: ArchivedCapture) => ({
  ...({ url, date: fetchedAt, warcVersion: 'WARC/1.1', keepHeadersCase: true } as const),
  statusline: `HTTP/1.1 ${status}`,
  httpHeaders: answered(headers, size),
});

const response = (capture: ArchivedCapture): WARCRecord =>
  WARCRecord.create({ ...about(capture), type: 'response' }, capture.bytes());

/** The same bytes as at an earlier time: they stand in the file once. */
function repeated(capture: ArchivedCapture, before: ArchivedCapture): WARCRecord {
  const warcHeaders = {
    'WARC-Profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
    'WARC-Payload-Digest': `sha256:${before.hash}`,
  };
  const refers = { refersToUrl: before.url, refersToDate: before.fetchedAt };
  return WARCRecord.create({ ...about(capture), type: 'revisit', warcHeaders, ...refers });
}

/** How the body came over the wire; the desk keeps it unpacked. */
const ofWire = /^(?:content-encoding|transfer-encoding|content-length)$/i;

/** Headers that tell of the kept bytes; those that told of the packed ones keep another name. */
function answered(headers: ArchivedCapture['headers'], size: number): [string, string][] {
  const named = headers.map(([name, value]): [string, string] => [ofWire.test(name) ? `X-Orig-${name}` : name, value]);
  return [...named, ['Content-Length', String(size)]];
}

function indexLine(
  { url, fetchedAt, status, hash, contentType }: ArchivedCapture,
  { offset, length, isRepeated }: { offset: number; length: number; isRepeated: boolean },
): string {
  const facts = {
    ...{ url, mime: isRepeated ? 'warc/revisit' : (contentType ?? 'unk'), status, digest: `sha256:${hash}` },
    ...{ length, offset, filename: warcName },
  };
  return `${getSurt(url)} ${fetchedAt.replaceAll(/\D/g, '').slice(0, 14)} ${JSON.stringify(facts)}`;
}

const pagesOf = (captures: readonly ArchivedCapture[]): string[] => [
  JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }),
  ...captures.map(({ id, url, fetchedAt: ts, title }) => JSON.stringify({ id, url, ts, title })),
];
