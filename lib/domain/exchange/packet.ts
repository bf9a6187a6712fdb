/**
 * The packet of an article: one ZIP with all that its report rests on, for an archive, a lawyer or another desk. It holds
 * the article file, the report to read, the claim list, every source's files and captures, the notes on sources and the
 * sealed history, and a manifest that names each part with its length and hash (packet-input.ts).
 *
 * Invariant: a part's name in the ZIP is made by this module alone, of a few fixed names and hashes, so that no name that
 * somebody gave a file reaches a file system. Bytes that several files and captures have stand in the packet once.
 */
import { endingOfType } from '#lib/domain/files/source-file';
import type { PersonView } from '#lib/domain/people/person-view';

/** Parts that every packet has, and those that it may have. */
export const packetParts = {
  manifest: 'manifest.json',
  readme: 'README.txt',
  article: 'article.json',
  report: 'report.html',
  workbook: 'claims.xlsx',
  table: 'claims.csv',
  notes: 'notes.txt',
  history: 'history.jsonl',
} as const;

/** Without these a packet is none. */
export const neededParts: readonly string[] = [packetParts.manifest, packetParts.article, packetParts.history];

/** Files, originals of captures, and readable copies of these, each by the hash of its bytes. */
const keptPart = /^(?:files|captures|readable)\/([0-9a-f]{64})\.[a-z0-9]{1,8}$/;
const named: ReadonlySet<string> = new Set(Object.values(packetParts));

/** Whether a part of a packet can have a name. */
export const isPartName = (name: string): boolean => named.has(name) || keptPart.test(name);

/** The hash that a part's name says its bytes have; null for one that has a name of its own. */
export const hashInName = (name: string): string | null => keptPart.exec(name)?.[1] ?? null;

export const readablePart = (hash: string): string => `readable/${hash}.html`;
export const filePart = (hash: string, mediaType: string): string => `files/${hash}.${endingOf(mediaType)}`;
export const capturePart = (hash: string, mediaType: string | null): string =>
  `captures/${hash}.${endingOf(mediaType ?? '')}`;

/** `bin` where a short plain ending cannot be told. */
const endingOf = (mediaType: string): string => endingOfType(mediaType) ?? 'bin';

/**
 * What a packet holds at most. Its ZIP has no ZIP64 records, so that it ends below 4 GB and 65,535 entries; `bytes` is of
 * the parts together, and leaves room for the directory.
 */
export const packetLimits = {
  entries: 20_000,
  bytes: 3_500_000_000,
  manifest: 64_000_000,
  article: 64_000_000,
} as const;

/** A file of a source as it goes into a packet. */
export type PacketFile = {
  sourceId: string;
  hash: string;
  /** In bytes. */
  size: number;
  name: string;
  mediaType: string;
  /** Not for everybody of the desk: where it is read in, it is seen by whoever reads it in. */
  confidential: boolean;
  addedBy: PersonView;
  addedAt: string;
};

/** A page that was kept of a source, or of a revision of the article. */
export type PacketCapture = {
  id: string;
  sourceId: string | null;
  revision: number | null;
  title: string;
  url: string | null;
  finalUrl: string | null;
  contentType: string | null;
  contentHash: string;
  status: number | null;
  headers: [name: string, value: string][] | null;
  redirects: string[] | null;
  /** The original, byte for byte; null for what was kept before originals were, and for an empty page. */
  original: { hash: string; size: number } | null;
  /** A time stamp over `contentHash` (RFC 3161): its token in base64, and the moment that it names. */
  stamp: { token: string; at: string } | null;
  takenBy: PersonView;
  takenAt: string;
};

/** What is not in a packet though it belongs to the article, and why. */
export type LeftOut =
  | { what: 'original'; reason: 'kept-before-originals'; count: number }
  | { what: 'file'; reason: 'confidential'; count: number };

/** A line of history with its seal, as the packet tells it; `by` is the person's name, which no seal covers. */
export type PacketLine = {
  id: string;
  articleId: string;
  seq: number;
  actorId: string;
  by: string;
  at: string;
  verb: string;
  claimId: string | null;
  before: unknown;
  after: unknown;
  rows: unknown;
  hash: string;
};

/** A line about a file: only its number and its seal are told, so that the lines after it can be held against it. */
export type WithheldLine = { articleId: string; seq: number; hash: string; withheld: 'file' };

/** What a packet is made of besides the article, read as it is written. */
export type PacketContents = {
  by: string;
  files: PacketFile[];
  captures: PacketCapture[];
  leftOut: LeftOut[];
  /** How many bytes its files and captures have together, each content once. */
  bytes: number;
  bytesOf: (kept: { hash: string; size: number }) => AsyncIterable<Uint8Array>;
  /** The readable copies of some captures, by their ids. */
  readableOf: (captureId: string) => Promise<string>;
  /** The lines up to a number. */
  historyTo: (seq: number) => AsyncIterable<PacketLine | WithheldLine>;
};
