/** The manifest of a packet as it comes in. packet.ts describes the packet. */
import { z } from 'zod';
import { hasNoNul } from '#lib/domain/fields';
import { tidyFileName } from '#lib/domain/files/source-file';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { isWebAddress } from '#lib/text/tidy';
import type { ArticleFile } from './article-file';
import { hashInName, isPartName, packetLimits } from './packet';

/** What PostgreSQL does not store is in no text. */
const text = (max: number) => z.string().max(max).refine(hasNoNul, 'value-unstorable');
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const path = text(120).refine(isPartName, 'part-name');
const moment = z.iso.datetime();
const person = z.string().regex(/^person-[1-9]\d{0,5}$/);
const source = z.string().regex(/^source-[1-9]\d{0,5}$/);
const count = z.int().min(0);
const webAddress = text(8_000).refine(isWebAddress, 'url-invalid');

const Part = z.strictObject({ path, bytes: count, sha256: hash, type: text(200) });

const File = z.strictObject({
  source,
  name: text(400).refine((name) => name !== '' && tidyFileName(name) === name, 'name-unclean'),
  mediaType: text(200),
  path,
  confidential: z.boolean(),
  addedBy: person,
  addedAt: moment,
});

const Capture = z.strictObject({
  source: source.nullable().describe('Of which source it was kept, or of which revision of the article.'),
  revision: z.int().min(1).nullable(),
  title: text(2_000),
  url: webAddress.nullable(),
  finalUrl: webAddress.nullable(),
  contentType: text(400).nullable(),
  contentHash: hash,
  status: z.int().min(100).max(999).nullable(),
  headers: z
    .array(z.tuple([text(400), text(100_000)]))
    .max(2_000)
    .nullable(),
  redirects: z.array(webAddress).max(100).nullable(),
  original: path.nullable(),
  readable: path,
  stamp: z.strictObject({ token: z.base64().max(200_000), at: moment }).nullable(),
  takenBy: person,
  takenAt: moment,
});

const Shape = z.strictObject({
  format: z.literal('claimdesk-packet'),
  version: z.literal(1),
  article: z.strictObject({ id: text(64).min(1), title: text(500) }),
  desk: z.strictObject({ name: text(500), address: text(2_000) }),
  writtenAt: moment,
  writtenBy: text(400),
  history: z.strictObject({
    lines: count.describe('How many lines it has: the number of the last one.'),
    seal: z.union([hash, z.literal('')]).describe('The seal of the last line; empty where that is older than seals.'),
  }),
  people: z
    .array(z.strictObject({ key: person, name: text(200).min(1) }))
    .max(5_000)
    .describe('Who kept files and captures and is nobody in the article file.'),
  parts: z.array(Part).max(packetLimits.entries),
  files: z.array(File).max(packetLimits.entries),
  captures: z.array(Capture).max(packetLimits.entries),
  leftOut: z.array(z.strictObject({ what: text(60), reason: text(60), count })).max(100),
});

/**
 * Rules across fields: no part is listed twice or under another hash than its name says, and files and captures stand on
 * parts that are listed.
 */
export const PacketManifest = Shape.check(({ value, issues }) => {
  const fault = (message: string, ...at: (string | number)[]) =>
    issues.push({ code: 'custom', path: at, message, input: value });
  const parts = new Map<string, string>();
  for (const [index, { path: name, sha256 }] of value.parts.entries()) {
    if (parts.has(name)) fault('listed-twice', 'parts', index, 'path');
    if ((hashInName(name) ?? sha256) !== sha256) fault('other-hash', 'parts', index, 'sha256');
    parts.set(name, sha256);
  }
  const isKept = (name: string, folder: string) => name.startsWith(`${folder}/`) && parts.has(name);
  for (const [index, file] of value.files.entries()) {
    if (!isKept(file.path, 'files') && !isKept(file.path, 'captures')) fault('not-listed', 'files', index, 'path');
  }
  for (const [index, { source: of, revision, original, readable, contentHash }] of value.captures.entries()) {
    if ((of === null) === (revision === null)) fault('of-what', 'captures', index, 'source');
    if (!isKept(readable, 'readable')) fault('not-listed', 'captures', index, 'readable');
    if (original === null) continue;
    if (!isKept(original, 'captures') && !isKept(original, 'files')) fault('not-listed', 'captures', index, 'original');
    if (parts.get(original) !== contentHash) fault('other-hash', 'captures', index, 'contentHash');
  }
  const keys = new Set<string>();
  for (const [index, { key }] of value.people.entries()) {
    if (keys.has(key)) fault('listed-twice', 'people', index, 'key');
    keys.add(key);
  }
});
export type PacketManifest = z.infer<typeof Shape>;

/** A packet that came in and holds together. `bytesOf`: the bytes of a part that is listed. */
export type CheckedPacket = {
  manifest: PacketManifest;
  article: ArticleFile;
  bytesOf: (path: string) => AsyncIterable<Uint8Array>;
};

const KnownManifest = z.object({ format: z.literal('claimdesk-packet'), version: z.literal(1) });

/**
 * Reads the bytes of a manifest. Refusals: `packet-unknown` where they are none, or of a version that is not known;
 * `packet-broken` with the place of the first fault.
 */
export function readPacketManifest(bytes: Uint8Array): Result<PacketManifest> {
  let written: unknown;
  try {
    written = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('packet-unknown');
  }
  if (!KnownManifest.safeParse(written).success) return refuse('packet-unknown');
  const read = PacketManifest.safeParse(written);
  if (read.success) return accept(read.data);
  const where = read.error.issues[0]?.path.join('.') || '1';
  return refuse('packet-broken', { values: { where } });
}
