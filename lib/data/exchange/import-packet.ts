/**
 * Reads a packet in that a desk wrote (lib/domain/exchange/packet): the article as its file says, then the files and captures
 * of its sources, as they were kept.
 */
import { keepBytes } from '#lib/data/blobs/blobs';
import type { Writer } from '#lib/data/history/change-log';
import { type BroughtCapture, bringCaptures } from '#lib/data/sources/packet-captures';
import { bringFiles } from '#lib/data/sources/source-files';
import { hashInName } from '#lib/domain/exchange/packet';
import type { CheckedPacket } from '#lib/domain/exchange/packet-input';
import { kindOfType } from '#lib/domain/files/source-file';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { runApart } from '#lib/workers/run';
import { type ImportedIds, importArticle } from './import-article';

/** A readable copy is a text of at most three million characters (lib/intake/page/sanitise), with its tags (bytes). */
const longestCopy = 30_000_000;

export type Imported = { id: string; files: { hash: string; size: number; mediaType: string }[] };

/**
 * Imports a packet that was held against its manifest (lib/intake/packet). `fileLimit`: bytes of one file. Refused: a file of
 * a kind or size that this desk does not keep, more files of a source than it may have, and as `importArticle`. Bytes that
 * were kept before a refusal are nobody's, and go as broken uploads do.
 */
export async function importPacket(
  writer: Writer,
  packet: CheckedPacket,
  fileLimit: number,
): Promise<Result<Imported>> {
  const kept = await keepAll(writer, packet, fileLimit);
  if (!kept.ok) return kept;
  const copies = await copiesOf(packet);
  if (!copies.ok) return copies;

  const { manifest, article } = packet;
  const bring = async (tx: Parameters<typeof bringFiles>[0], ids: ImportedIds): Promise<Refusal | null> => {
    const files = manifest.files.map(({ source, path, name, confidential, addedBy, addedAt }) => ({
      sourceId: ids.source(source),
      ...{ hash: hashInName(path) ?? '', name, mediaType: kept.value.get(path)?.mediaType ?? '' },
      ...{ addedById: ids.person(addedBy), createdAt: new Date(addedAt) },
      // Whoever reads it in has the packet in hand.
      readers: confidential ? [writer.actorId] : null,
    }));
    const tooMany = await bringFiles(tx, writer, files);
    if (tooMany) return tooMany;
    await bringCaptures(
      tx,
      manifest.captures.map(({ source, revision, original, readable, takenBy, takenAt, ...facts }): BroughtCapture => {
        const owner = source === null ? { revisionId: ids.revision(revision ?? 0) } : { sourceId: ids.source(source) };
        const originalHash = original && hashInName(original);
        const by = { takenById: ids.person(takenBy), fetchedAt: new Date(takenAt) };
        return { owner, ...facts, originalHash, html: copies.value.get(readable) ?? '', ...by };
      }),
    );
    return null;
  };
  const added = await importArticle(writer, { ...article, people: [...article.people, ...manifest.people] }, bring);
  if (!added.ok) return added;
  const files = manifest.files.flatMap(({ path }) => kept.value.get(path) ?? []);
  return accept({ id: added.value.id, files });
}

type KeptPart = { hash: string; size: number; mediaType: string };

/** Keeps the bytes of files and originals. What no row comes to point at is dropped as broken uploads are. */
async function keepAll(
  { db, now }: Writer,
  { manifest, bytesOf }: CheckedPacket,
  fileLimit: number,
): Promise<Result<Map<string, KeptPart>>> {
  const parts = new Map(manifest.parts.map(({ path, bytes }) => [path, bytes]));
  const files = new Set(manifest.files.map(({ path }) => path));
  const originals = manifest.captures.flatMap(({ original }) => original ?? []);
  const kept = new Map<string, KeptPart>();
  for (const path of new Set([...files, ...originals])) {
    const size = parts.get(path) ?? 0;
    let mediaType = '';
    // What a file is, its bytes say here as well.
    const look = async (head: Uint8Array, isWhole: boolean): Promise<Refusal | null> => {
      const type = await runApart('media-type', { head, isWhole });
      if (!type.ok) return type;
      mediaType = type.value ?? '';
      return kindOfType(mediaType) === null ? refuse('file-kind-not-kept') : null;
    };
    const isFile = files.has(path);
    const limit = isFile ? fileLimit : size;
    const one = await keepBytes(db, bytesOf(path), { limit, now, ...(isFile ? { look } : {}) });
    if (!one.ok) return one;
    if (one.value.hash !== hashInName(path)) return refuse('packet-broken', { values: { where: path } });
    kept.set(path, { ...one.value, mediaType });
  }
  return accept(kept);
}

/** The readable copies, each sanitised again: what another desk calls clean may have come from anywhere. */
async function copiesOf({ manifest, bytesOf }: CheckedPacket): Promise<Result<Map<string, string>>> {
  const parts = new Map(manifest.parts.map(({ path, bytes }) => [path, bytes]));
  const copies = new Map<string, string>();
  for (const { readable } of manifest.captures) {
    if (copies.has(readable)) continue;
    if ((parts.get(readable) ?? 0) > longestCopy) return refuse('packet-broken', { values: { where: readable } });
    const pieces: Uint8Array[] = [];
    for await (const piece of bytesOf(readable)) pieces.push(piece);
    const clean = await runApart('clean-copy', Buffer.concat(pieces));
    if (!clean.ok) return clean;
    copies.set(readable, clean.value);
  }
  return accept(copies);
}
