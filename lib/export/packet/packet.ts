/**
 * Writes the packet of an article (lib/domain/exchange/packet) piece by piece: however large its files are, one piece is in
 * memory. The manifest comes last, since it tells the hashes of what was written before it.
 */
import { createHash } from 'node:crypto';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import {
  capturePart,
  filePart,
  type PacketCapture,
  type PacketContents,
  type PacketFile,
  packetParts,
  readablePart,
} from '#lib/domain/exchange/packet';
import type { PacketManifest } from '#lib/domain/exchange/packet-input';
import type { WholeArticle } from '#lib/domain/exchange/whole-article';
import { tidyFileName } from '#lib/domain/files/source-file';
import type { PersonView } from '#lib/domain/people/person-view';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { articleJsonWithKeys } from '#lib/export/article-file';
import { claimListCsv } from '#lib/export/csv-and-json';
import type { ExportWords } from '#lib/export/export-words';
import { listedClaims, type OnClaim } from '#lib/export/listed-claims';
import { jsonParts } from '#lib/export/stream/pieces';
import { encoded, type ZipPart, zipPieces } from '#lib/export/stream/zip';
import { claimWorkbook } from '#lib/export/xlsx';
import { sourceNotes } from './notes';
import { readme } from './readme';
import { type NamedParts, reportHtml } from './report-html';

type Written = {
  view: ArticleWithClaims;
  whole: WholeArticle;
  contents: PacketContents;
  desk: { name: string; address: string };
  words: ExportWords;
  now: Date;
  onClaim?: OnClaim;
};

const text = 'text/plain; charset=utf-8';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Kinds that compression makes smaller; what is larger is stored anyway, since compressing holds up the server. */
const isWorthPacking = ({ mediaType, size }: { mediaType: string; size: number }) =>
  /^(?:text\/|message\/|image\/svg)/.test(mediaType) && size <= 2_000_000;

/** Throws where a file went for good while its packet was written: what was sent so far is no packet then. */
export async function* packetPieces({
  view,
  whole,
  contents,
  desk,
  words,
  now,
  onClaim,
}: Written): AsyncGenerator<Uint8Array> {
  const { json, people, sources } = articleJsonWithKeys(whole);
  const parts: PacketManifest['parts'] = [];
  const history = { lines: 0, seal: '' };

  /** A part whose length and hash are noted as it is written. */
  const noted = (name: string, type: string, bytes: AsyncIterable<Uint8Array>, isPacked = false): ZipPart => ({
    name,
    isPacked,
    bytes: (async function* () {
      const hash = createHash('sha256');
      let size = 0;
      for await (const piece of bytes) {
        hash.update(piece);
        size += piece.length;
        yield piece;
      }
      parts.push({ path: name, bytes: size, sha256: hash.digest('hex'), type });
    })(),
  });
  const notedText = (name: string, type: string, given: Iterable<string> | AsyncIterable<string>) =>
    noted(name, type, encoded(given));

  const isCited = ({ sourceId }: { sourceId: string | null }) => sourceId === null || sources.has(sourceId);
  const files = contents.files.filter(isCited);
  const captures = contents.captures.filter(isCited);
  const paths = new Map<string, string>();
  const kept: (() => ZipPart)[] = [];
  const keep = (path: string, hash: string, size: number, mediaType: string): string => {
    const known = paths.get(hash);
    if (known) return known;
    paths.set(hash, path);
    const bytes = wholeBytes(contents.bytesOf({ hash, size }), size);
    kept.push(() => noted(path, mediaType, bytes, !isWorthPacking({ mediaType, size })));
    return path;
  };
  const strangers: PacketManifest['people'] = [];
  const personKeys = new Map(people);
  const keyOf = ({ id, name }: PersonView): string => {
    const key = personKeys.get(id) ?? `person-${personKeys.size + 1}`;
    if (!personKeys.has(id)) strangers.push({ key, name });
    personKeys.set(id, key);
    return key;
  };
  const listedFiles = files.map((file: PacketFile) => ({
    source: sources.get(file.sourceId) ?? '',
    // Names that were kept before they were tidied as today.
    name: tidyFileName(file.name) || file.hash.slice(0, 12),
    ...{ mediaType: file.mediaType, confidential: file.confidential },
    path: keep(filePart(file.hash, file.mediaType), file.hash, file.size, file.mediaType),
    ...{ addedBy: keyOf(file.addedBy), addedAt: file.addedAt },
  }));
  const readable = new Map<string, string>();
  const listedCaptures: PacketManifest['captures'] = [];
  for (const capture of captures) {
    const html = await contents.readableOf(capture.id);
    const path = readablePart(createHash('sha256').update(html).digest('hex'));
    if (!readable.has(path)) readable.set(path, capture.id);
    listedCaptures.push(listed(capture, path));
  }

  function listed(capture: PacketCapture, path: string): PacketManifest['captures'][number] {
    const { id: _, sourceId, original, takenBy, ...facts } = capture;
    const type = capture.contentType ?? '';
    const kept = original && keep(capturePart(original.hash, type), original.hash, original.size, type);
    return {
      ...{ source: sourceId === null ? null : (sources.get(sourceId) ?? ''), ...facts },
      ...{ original: kept, readable: path, takenBy: keyOf(takenBy) },
    };
  }

  /** Readable copies of sources' pages, under the address and the day of each. */
  const listedCopies = (): Named[] =>
    captures.flatMap(({ sourceId, url, title, takenAt }, at) => {
      const path = listedCaptures[at]?.readable;
      const name = `${words.label.capture}: ${url ?? title}, ${words.date(takenAt.slice(0, 10))}`;
      return sourceId !== null && path ? [{ sourceId, name, path }] : [];
    });

  async function* historyLines(): AsyncGenerator<string> {
    for await (const line of contents.historyTo(whole.article.seq)) {
      history.lines = line.seq;
      history.seal = line.hash;
      yield `${JSON.stringify(line)}\n`;
    }
  }

  function* manifest(): Generator<string> {
    const { id, title } = whole.article;
    yield* jsonParts({
      ...{ format: 'claimdesk-packet', version: 1 },
      article: { id, title },
      ...{ desk, writtenAt: now.toISOString(), writtenBy: contents.by },
      ...{ history, people: strangers, parts, files: listedFiles, captures: listedCaptures },
      leftOut: contents.leftOut,
    } satisfies PacketManifest);
  }

  function* allParts(): Generator<ZipPart> {
    const list = listedClaims(view, everyClaim);
    const pathsOf = keptBySource(files, paths, listedCopies());
    yield notedText(packetParts.readme, text, readme);
    yield notedText(packetParts.article, 'application/json', json);
    yield notedText(
      packetParts.report,
      'text/html; charset=utf-8',
      reportHtml({ view, list, words, desk, now, pathsOf }),
    );
    const sheets = claimWorkbook(view, everyClaim, words, now, onClaim);
    yield noted(packetParts.workbook, workbook, sheets, true);
    yield notedText(packetParts.table, 'text/csv; charset=utf-8', claimListCsv(view, everyClaim));
    if (list.sources.some(({ note }) => note)) yield notedText(packetParts.notes, text, sourceNotes(list, words));
    yield notedText(packetParts.history, 'application/jsonl', historyLines());
    for (const part of kept) yield part();
    for (const [path, id] of readable) {
      yield notedText(
        path,
        'text/html; charset=utf-8',
        once(() => contents.readableOf(id)),
      );
    }
    yield { name: packetParts.manifest, text: manifest() };
  }
  yield* zipPieces(allParts());
}

async function* once(read: () => Promise<string>): AsyncGenerator<string> {
  yield await read();
}

/** Bytes that must be as many as they were said to be. */
async function* wholeBytes(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let left = size;
  for await (const piece of bytes) {
    left -= piece.length;
    yield piece;
  }
  if (left !== 0) throw new Error('A file is not there any more as long as it was');
}

type Named = { sourceId: string; name: string; path: string };

/** The files of each source and its readable copies, with the parts that hold them. */
function keptBySource(files: PacketFile[], paths: ReadonlyMap<string, string>, copies: Named[]): NamedParts {
  const named = files.flatMap(({ sourceId, name, hash }): Named[] => {
    const path = paths.get(hash);
    return path ? [{ sourceId, name, path }] : [];
  });
  const bySource = new Map<string, { name: string; path: string }[]>();
  for (const { sourceId, name, path } of [...named, ...copies]) {
    bySource.set(sourceId, [...(bySource.get(sourceId) ?? []), { name, path }]);
  }
  return bySource;
}
