/**
 * Which rows of the desk its history seals, and how a row is written down for it. A line of an article's history holds what
 * its write made of the rows of that article; rows that belong to no article stand in the chain of the desk (desk-chain.ts).
 * `verify-rows.ts` holds the rows that are there against all of it.
 *
 * Every model of the schema is in one of the two tables, and every column of a sealed model is sealed unless it is exempt
 * here, with the reason.
 */
import { createHash } from 'node:crypto';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { shortenedNetwork } from '#lib/domain/people/network';
import { canonicalJson } from './canonical-json';

/** Rows of a model as queries return them: its columns, and what leads to its article. */
export type StoredRow = Record<string, unknown>;

/** The part of Prisma's client for one model that is needed here, whichever model it is. */
export type Rows = {
  findMany: (args: object) => Promise<StoredRow[]>;
  findUnique: (args: object) => Promise<StoredRow | null>;
};

type Rule = {
  /** The columns that name a row. */
  key: readonly string[];
  /** What leads from a row to its article, as a select and as a condition; null for rows of the desk. */
  path: {
    select: object;
    where: (articleId: string) => object;
    article: (row: StoredRow) => string | null;
    /** The row names its claim, whose article is its own. */
    isByClaim?: boolean;
  } | null;
  /** Columns that are not sealed, and why. */
  exempt: Record<string, string>;
  /** Columns of which only the hash is written down, however short: a line outlives the words of a removed comment. */
  hashed?: readonly string[];
  /** What a column's text is written down as, where the row's own may become that with time. */
  widened?: Record<string, (text: string) => string>;
  /** The column that says when a row was made; `createdAt` where it is left out. */
  madeAt?: string;
  /** Sealed since a later version than others: rows from before the first line that tells of this model have none. */
  isSealedLater?: boolean;
  /** Written down whole whenever it is written at all: it is made before a history could know of it. */
  isWhole?: boolean;
};

/** A value of a nested selection. */
const inner = (row: StoredRow, name: string) => row[name] as StoredRow | null;

const own = { select: { articleId: true }, where: (articleId: string) => ({ articleId }), article: articleIdOf };
const ofClaim = {
  select: { claim: { select: { articleId: true } } },
  where: (articleId: string) => ({ claim: { articleId } }),
  article: (row: StoredRow) => articleIdOf(inner(row, 'claim')),
  isByClaim: true,
};
const ofRevision = {
  select: { revision: { select: { articleId: true } } },
  where: (articleId: string) => ({ revision: { articleId } }),
  article: (row: StoredRow) => articleIdOf(inner(row, 'revision')),
};

function articleIdOf(row: StoredRow | null): string | null {
  return typeof row?.articleId === 'string' ? row.articleId : null;
}

const derived = 'worked out from columns that are sealed';
const counter = 'a counter by which screens know what they have seen';
const forSamples = 'says only what goes when the samples go';

/** The models whose rows are sealed. */
export const sealedModels = {
  Article: {
    key: ['id'],
    path: {
      select: {},
      where: (id) => ({ id }),
      article: ({ id }) => (typeof id === 'string' ? id : null),
    },
    exempt: {
      addressKey: derived,
      searchText: derived,
      sample: forSamples,
      lastSeq: 'held against the number of lines',
      lastClaimNumber: 'the highest number of a claim, which are sealed',
      edition: counter,
      updatedAt: counter,
    },
  },
  Revision: {
    key: ['id'],
    path: own,
    exempt: { readBy: 'which reader made the suggestions, which anybody may have made anew', fingerprint: derived },
  },
  Paragraph: { key: ['id'], path: ofRevision, exempt: {} },
  Claim: { key: ['id'], path: own, exempt: { version: counter, edition: counter, updatedAt: counter } },
  ClaimPlace: { key: ['claimId', 'revisionId'], path: ofClaim, exempt: {} },
  Figure: {
    key: ['id'],
    path: {
      select: {
        claim: { select: { articleId: true } },
        evidence: { select: { claimId: true, claim: { select: { articleId: true } } } },
      },
      where: (articleId) => ({ OR: [{ claim: { articleId } }, { evidence: { claim: { articleId } } }] }),
      article: (row) => articleIdOf(inner(row, 'claim')) ?? articleIdOf(inner(inner(row, 'evidence') ?? {}, 'claim')),
    },
    exempt: {},
  },
  Judgement: { key: ['id'], path: ofClaim, exempt: {} },
  QuoteCheck: { key: ['id'], path: ofClaim, exempt: {} },
  Adjudication: { key: ['id'], path: ofClaim, exempt: {} },
  Evidence: { key: ['id'], path: ofClaim, exempt: {} },
  Derivation: { key: ['id'], path: ofClaim, exempt: {} },
  Assignment: { key: ['id'], path: own, exempt: {} },
  Comment: { key: ['id'], path: own, exempt: {}, hashed: ['body'] },
  Report: { key: ['id'], path: own, exempt: {} },
  Source: {
    key: ['id'],
    path: null,
    exempt: {
      searchText: derived,
      sample: forSamples,
      checkedAt: 'of the last look at its page, which anybody may repeat',
      linkProblem: 'of the last look at its page, which anybody may repeat',
      archivedUrl: 'of the last look into an archive, which anybody may repeat',
      archivedAt: 'of the last look into an archive, which anybody may repeat',
      updatedAt: counter,
    },
  },
  SourceFile: { key: ['id'], path: null, exempt: {} },
  SourceFileReader: { key: ['fileId', 'userId'], path: null, exempt: {} },
  Speaker: { key: ['id'], path: null, exempt: { searchNames: derived, soundNames: derived, sample: forSamples } },
  Metric: {
    key: ['id'],
    path: null,
    exempt: {
      nameKey: derived,
      searchText: derived,
      standing: derived,
      observations: derived,
      articles: derived,
      sources: derived,
      spread: derived,
      latest: derived,
      settled: derived,
      lastSeq: derived,
      edition: counter,
      sample: forSamples,
      changedAt: counter,
      updatedAt: counter,
      namedAt: counter,
    },
  },
  MetricChange: { key: ['id'], path: null, exempt: {} },
  ExchangeRate: { key: ['id'], path: null, exempt: {} },
  Desk: { key: ['id'], path: null, exempt: { edition: counter, updatedAt: counter } },
  Snapshot: {
    key: ['id'],
    path: null,
    exempt: { timeStamp: 'proves itself by its signature over the sealed hash', stampedAt: 'read from the time stamp' },
    isWhole: true,
  },
  AuditLine: {
    key: ['id'],
    path: null,
    exempt: {},
    // They may hold an e-mail address that somebody typed.
    hashed: ['details'],
    // Addresses are shortened after a month, and the seal is not to keep what the trail forgets.
    widened: { network: shortenedNetwork },
    madeAt: 'at',
    isSealedLater: true,
  },
} as const satisfies Partial<Record<Prisma.ModelName, Rule>>;

export type SealedModel = keyof typeof sealedModels;

/** The models whose rows are not sealed, and why. */
export const exemptModels: Record<Exclude<Prisma.ModelName, SealedModel>, string> = {
  User: 'who may do what is told by the record of roles and sign-ins',
  Account: 'a sign-in elsewhere; nothing of an article',
  Link: 'an invitation; nothing of an article',
  Setting: 'marks of what was done once',
  TextBand: 'an index of fingerprints, made anew from the text',
  Suggestion: 'what the reader proposes; a claim that is made of it is sealed',
  Mention: 'who is named stands in the words of the comment; the rest is what a person has seen',
  Act: 'answers for requests that are sent again, kept for a week',
  SavedView: 'a search under a name, which finds what is there when it is asked',
  Watch: 'what a person wants to hear of',
  Notice: 'what a person was told; it says nothing that the ledger does not',
  Token: 'a secret of a program; nothing of an article',
  Session: 'a sign-in that lasts; nothing of an article',
  SecondFactor: 'a secret of a person; nothing of an article',
  RecoveryCode: 'a secret of a person; nothing of an article',
  TryLimit: 'how often somebody tried to sign in; it is forgotten',
  ClaimSearch: 'what claims are found by, made of their words whenever these change',
  Blob: 'bytes under their hash, which stands in the sealed row of each file',
  Upload: 'bytes of blobs, or of what broke off',
  UploadChunk: 'bytes, which their hash holds together',
  FileText: 'read from the bytes of a blob, and read anew at any time',
  FactCheckFeed: 'where fact-checks of others come from; nothing of an article',
  FactCheck: 'what others published; what is cited of it is a source, which is sealed',
  FactCheckSearch: 'what fact-checks are found by, made of their words',
  RateLimit: 'how often somebody asked; it is forgotten',
  Presence: 'who is there now; it is forgotten',
  Change: 'the lines themselves, each sealed to the one before it',
  DeskChange: 'the lines themselves, each sealed to the one before it',
  DeskSeal: 'the end of the chain, which the chain is held against',
};

export const isSealedModel = (name: string): name is SealedModel => Object.hasOwn(sealedModels, name);

/** A rule with the types that all rules share. */
export const ruleOf = (model: SealedModel): Rule => sealedModels[model];

/** Prisma's names of a model's columns. */
export function columnsOf(model: Prisma.ModelName): string[] {
  const columns = Object.entries(Prisma).find(([name]) => name === `${model}ScalarFieldEnum`)?.[1];
  return Object.values(columns as Record<string, string>);
}

const sealedColumns = new Map<SealedModel, string[]>();

/** The columns of a model that are sealed. */
export function sealedColumnsOf(model: SealedModel): string[] {
  const known = sealedColumns.get(model);
  if (known) return known;
  const { exempt } = ruleOf(model);
  const columns = columnsOf(model).filter((column) => !Object.hasOwn(exempt, column));
  sealedColumns.set(model, columns);
  return columns;
}

/** What to read of a row: its sealed columns and what leads to its article. */
export function selectOf(model: SealedModel): Record<string, unknown> {
  const columns = Object.fromEntries(sealedColumnsOf(model).map((column) => [column, true]));
  return { ...columns, ...ruleOf(model).path?.select };
}

/** The name of a row among all rows: its model and its key. */
export const rowName = (model: SealedModel, row: StoredRow): string =>
  `${model}:${ruleOf(model)
    .key.map((column) => String(row[column]))
    .join(' ')}`;

/** A row as a line writes it down: each column's value, a long one as its hash. */
export type WrittenRow = Record<string, string | number | boolean | null>;

/** Rows as a line writes them down, by their names: the columns that changed, or null for one that was removed. */
export type WrittenRows = Record<string, WrittenRow | null>;

/** Longer values are written down as their hash (UTF-16 code units): lines stay short, and words are not kept twice. */
const longest = 100;

/** A value of a column as it is written down. */
function written(
  value: unknown,
  isHashed: boolean,
  widened?: (text: string) => string,
): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text =
    typeof value === 'string'
      ? (widened?.(value) ?? value)
      : value instanceof Date
        ? moment(value)
        : canonicalJson(value);
  // A short text that looks like a hash is hashed as well, so that no text can stand for another.
  if (!isHashed && text.length <= longest && !text.startsWith(hashMark)) return text;
  return `${hashMark}${createHash('sha256').update(text).digest('base64url')}`;
}

/** A moment as it is written down. SQLite takes any text for one: what is none is no fault of the program's. */
const moment = (value: Date): string => (Number.isNaN(value.getTime()) ? 'no moment' : value.toISOString());

const hashMark = 'sha256:';

/** Whether a written value is the hash of a longer one. */
export const isHash = (value: unknown): boolean => typeof value === 'string' && value.startsWith(hashMark);

/** A row's sealed columns as they are written down. */
export function writtenRow(model: SealedModel, row: StoredRow): WrittenRow {
  const { hashed = [], widened } = ruleOf(model);
  return Object.fromEntries(
    sealedColumnsOf(model).map((column) => [column, written(row[column], hashed.includes(column), widened?.[column])]),
  );
}
