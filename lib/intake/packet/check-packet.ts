/**
 * Holds a packet against its manifest: every part is there, none besides, each with the bytes that its hash names; the
 * article file, the sources that files and captures are of, and the seals of the history hold together. It needs no
 * database and reads in pieces: of a packet of any length only the manifest and the article file stand in memory.
 */
import { createHash } from 'node:crypto';
import type { ArticleFile } from '#lib/domain/exchange/article-file';
import { isPartName, neededParts, packetLimits, packetParts } from '#lib/domain/exchange/packet';
import type { CheckedPacket, PacketManifest } from '#lib/domain/exchange/packet-input';
import type { Result } from '#lib/domain/refusal';
import {
  entryBytes,
  type RandomAccess,
  readEntries,
  type ZipEntry,
  ZipFault,
  type ZipFaultKind,
} from '#lib/intake/file/zip-file';

/**
 * `part`: the part that it is about, null for the whole. `missing` and `unlisted`: of parts and the manifest. `twice`: two
 * parts of one name. `name`: one that no packet has. `size` and `hash`: other bytes than the manifest says. `manifest`,
 * `article` and `history`: do not hold together at `where`. `not-in-article`: of a source, person or revision that the
 * article file does not have. `too-large`: unpacks to more than a packet holds.
 */
export type PacketFault = {
  what:
    | ZipFaultKind
    | ('no-packet' | 'missing' | 'unlisted' | 'twice' | 'name' | 'size' | 'hash' | 'too-large')
    | ('manifest' | 'article' | 'history' | 'not-in-article');
  part: string | null;
  where?: string;
};

/** How the manifest and the article file are read; both may take seconds, and the server has them read apart. */
export type PacketReaders = {
  manifest: (bytes: Uint8Array) => Promise<Result<PacketManifest>>;
  article: (bytes: Uint8Array) => Promise<Result<ArticleFile>>;
  /** What takes the bytes of the history, if anybody: they are what the manifest says in any case. */
  history?: (manifest: PacketManifest) => HistoryReader;
};

/** Takes a history piece by piece; `end` tells the places where it is not what was sealed. */
export type HistoryReader = { take: (piece: Uint8Array) => void; end: () => string[] };

type Tell = (fault: PacketFault) => void;

/**
 * Checks a packet and tells each fault; returns what it holds, or null where anything is wrong. `most`: bytes of its parts
 * together.
 */
export async function checkPacket(
  file: RandomAccess,
  readers: PacketReaders,
  most: number,
  tell: Tell,
): Promise<CheckedPacket | null> {
  let faults = 0;
  const told: Tell = (fault) => {
    faults += 1;
    tell({ ...fault, part: fault.part && shownName(fault.part) });
  };
  try {
    const checked = await held(file, readers, most, told);
    return faults === 0 ? checked : null;
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    told({ what: error.what, part: error.entry });
    return null;
  }
}

async function held(
  file: RandomAccess,
  readers: PacketReaders,
  most: number,
  tell: Tell,
): Promise<CheckedPacket | null> {
  const entries = await readEntries(file, packetLimits.entries + 10);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (!isPartName(entry.name)) tell({ what: 'name', part: entry.name });
    else if (byName.has(entry.name)) tell({ what: 'twice', part: entry.name });
    byName.set(entry.name, entry);
  }
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > most + packetLimits.manifest + packetLimits.article) {
    tell({ what: 'too-large', part: null });
    return null;
  }
  const listing = byName.get(packetParts.manifest);
  if (!listing) {
    tell({ what: 'no-packet', part: null });
    return null;
  }
  if (listing.size > packetLimits.manifest) tell({ what: 'too-large', part: listing.name });
  const read = listing.size > packetLimits.manifest ? null : await readers.manifest(await whole(file, listing));
  if (!read?.ok) {
    if (read) tell(faultOfManifest(read));
    return null;
  }
  const manifest = read.value;

  const listed = new Map(manifest.parts.map((part) => [part.path, part]));
  for (const { name } of entries) {
    if (name !== packetParts.manifest && isPartName(name) && !listed.has(name)) tell({ what: 'unlisted', part: name });
  }
  for (const name of neededParts) {
    if (name !== packetParts.manifest && !listed.has(name)) tell({ what: 'missing', part: name });
  }
  const history = readers.history?.(manifest);
  const articleBytes: Uint8Array[] = [];
  for (const { path, bytes, sha256 } of manifest.parts) {
    const entry = byName.get(path);
    if (!entry) {
      tell({ what: 'missing', part: path });
      continue;
    }
    if (entry.size !== bytes) {
      tell({ what: 'size', part: path });
      continue;
    }
    if (path === packetParts.article && bytes > packetLimits.article) {
      tell({ what: 'too-large', part: path });
      continue;
    }
    const hash = createHash('sha256');
    try {
      for await (const piece of entryBytes(file, entry)) {
        hash.update(piece);
        if (path === packetParts.article) articleBytes.push(piece);
        if (path === packetParts.history) history?.take(piece);
      }
    } catch (error) {
      if (!(error instanceof ZipFault)) throw error;
      tell({ what: error.what, part: path });
      continue;
    }
    if (hash.digest('hex') !== sha256) tell({ what: 'hash', part: path });
    else if (path === packetParts.history) {
      for (const where of history?.end() ?? []) tell({ what: 'history', part: path, where });
    }
  }
  if (articleBytes.length === 0) return null;
  const article = await readers.article(Buffer.concat(articleBytes));
  if (!article.ok) {
    tell({ what: 'article', part: packetParts.article, where: String(article.values?.where ?? article.code) });
    return null;
  }
  tellStrays(manifest, article.value, tell);
  const bytesOf = (path: string) => {
    const entry = byName.get(path);
    if (!entry) throw new Error(`${path} is not in the packet`);
    return entryBytes(file, entry);
  };
  return { manifest, article: article.value, bytesOf };
}

/** A name from a stranger, in one short line of plain characters. */
const shownName = (name: string): string =>
  name.replaceAll(/[^\x20-\x7e]/g, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16)}`).slice(0, 100);

function faultOfManifest({ code, values }: { code: string; values?: Record<string, unknown> }): PacketFault {
  if (code === 'packet-unknown') return { what: 'no-packet', part: packetParts.manifest };
  return { what: 'manifest', part: packetParts.manifest, where: String(values?.where ?? code) };
}

async function whole(file: RandomAccess, entry: ZipEntry): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of entryBytes(file, entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Tells of files and captures of what the article file does not have, and of people who stand in both lists. */
function tellStrays(manifest: PacketManifest, article: ArticleFile, tell: Tell): void {
  const sources = new Set(article.sources.map(({ key }) => key));
  const people = new Set(article.people.map(({ key }) => key));
  const revisions = new Set(article.revisions.map(({ number }) => number));
  const stray = (where: string) => tell({ what: 'not-in-article', part: packetParts.manifest, where });
  for (const [index, { key }] of manifest.people.entries()) {
    if (people.has(key)) stray(`people.${index}`);
    people.add(key);
  }
  for (const [index, { source, addedBy }] of manifest.files.entries()) {
    if (!sources.has(source) || !people.has(addedBy)) stray(`files.${index}`);
  }
  for (const [index, { source, revision, takenBy }] of manifest.captures.entries()) {
    const isKnown = source === null ? revisions.has(revision ?? 0) : sources.has(source);
    if (!isKnown || !people.has(takenBy)) stray(`captures.${index}`);
  }
  if (manifest.article.title !== article.article.title) stray('article.title');
}
