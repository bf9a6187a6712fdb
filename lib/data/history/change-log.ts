/**
 * The append-only history of an article. Every write opens a transaction (`inTransaction`), locks the article
 * (`lockArticle`), changes rows and logs lines with the next numbers, so the log has no gap and no line without its change.
 * Each line is sealed to the one before it (seal.ts).
 */

import { createHash } from 'node:crypto';
import { type Database, nameEngine, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { insertRows } from '#lib/data/database/insert-rows';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { followClaims, indexSoon } from '#lib/data/search/claim-index';
import type { Role } from '#lib/domain/people/permission';
import { accept, type RefusalCode, type Result, refuse } from '#lib/domain/refusal';
import type { Verb } from '#lib/domain/review/history';
import { canonicalJson } from './canonical-json';
import { addDeskLine, type DeskSealed } from './desk-chain';
import { type SealedLine, sealOf } from './seal';
import type { WrittenRows } from './sealed-rows';
import { type RowChange, rowChanges, trackRows } from './track-rows';

export type ChangeLine = {
  verb: Verb;
  claimId?: string | null;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/**
 * Everything a write needs besides its input: where, who, when. `key` names the act: sent again, it is not done again and
 * gets the answer that it got. `request` (`requestHash`) is what was asked under the key: asked otherwise under the same
 * key, it is refused. `role`: the answer shows what a person of that role may see, everything where it is left out.
 * `sessionId` and `network`: the session that writes and the network address that it writes from, where there is one.
 */
export type Writer = {
  db: Database;
  actorId: string;
  now: Date;
  role?: Role;
  key?: string;
  request?: string;
  sessionId?: string;
  network?: string;
};

/** What is asked under a key: the act and its body, as a hash. The order of the body's keys does not matter. */
export const requestHash = (act: string, body: unknown): string =>
  createHash('sha256')
    .update(canonicalJson([act, body]))
    .digest('base64url');

/** What a write needs of the article that it locks. Who raises `lastClaimNumber` has it stored before the commit. */
type LockedFacts = {
  id: string;
  lastClaimNumber: number;
  requiredJudgements: number;
  publishedOn: string | null;
  blindFirstPass: boolean;
  edition: number;
};

/** What a write gets once the article is locked. `log` adds a line to its history. */
export type LockedArticle = {
  tx: Queryable;
  article: LockedFacts;
  log: (line: ChangeLine) => Promise<void>;
  /** Adds many lines at once. */
  logAll: (lines: ChangeLine[]) => Promise<void>;
};

/** What the row of an article that a transaction holds says of its last line and its last claim. */
type LastNumbers = { lastSeq: number; lastClaimNumber?: number };

/** The articles that a transaction holds, by id: locked, or new. `stored`: the numbers that their rows have meanwhile. */
type Held = Map<string, { locked?: LockedArticle; isNew?: boolean; stored: LastNumbers; history: History }>;
const heldBy = new WeakMap<Queryable, Held>();

type CommitListener = (articleId: string, seq: number) => void;

const key = Symbol.for('claimdesk.commit-listeners');
// The bundler may load this module twice in one process: once for the pages' actions, once for the routes.
const shared = globalThis as { [key]?: Set<CommitListener> };
const listeners = () => {
  shared[key] ??= new Set();
  return shared[key];
};

/**
 * Has a listener told of every article that this process changes, with the number of its last change, after the commit.
 * Listeners must not throw. Returns what ends it.
 */
export function onCommit(listener: CommitListener): () => void {
  listeners().add(listener);
  return () => void listeners().delete(listener);
}

/** What a transaction does once it is committed. */
type Afterwards = (seal: DeskSealed | null) => void;
const afterwardsOf = new WeakMap<Queryable, Afterwards[]>();

/**
 * Has something done after the commit of a sealed transaction, with the seal of the line that it wrote to the desk's chain.
 * It must not throw.
 */
export function afterCommit(tx: Queryable, run: Afterwards): void {
  const list = afterwardsOf.get(tx);
  if (!list) throw new Error('A row that is sealed is written outside of a sealed transaction.');
  list.push(run);
}

/** Thrown inside a transaction to undo it, and turned back into its refusal outside. */
class Refused extends Error {
  constructor(readonly refusal: Exclude<Result<never>, { ok: true }>) {
    super(refusal.code satisfies RefusalCode);
  }
}

/** One act of a person, by its key, and what was asked under it. */
type KeyedAct = { actorId: string; key: string; request: string };

const keyedAct = ({ actorId, key, request = '' }: Writer): KeyedAct | null =>
  key === undefined ? null : { actorId, key, request };

/**
 * Runs a write in one transaction, once per key. A refusal that `run` returns undoes everything it did. Writers of one
 * article run one after the other; writers of different articles do not wait for each other on PostgreSQL. `timeout` (ms):
 * for a write that may take longer than others.
 */
export async function inTransaction<T>(
  writer: Writer,
  run: (tx: Queryable) => Promise<Result<T>>,
  { timeout }: { timeout?: number } = {},
): Promise<Result<T>> {
  const { db, now } = writer;
  const act = keyedAct(writer);
  const held: Held = new Map();
  const afterwards: Afterwards[] = [];
  let seal: DeskSealed | null = null;
  try {
    const result = await db.$transaction(
      async (tx) => {
        const answered = act && (await answerTo<T>(tx, act));
        if (answered) return answered;
        // Taken first: the same key at the same time waits here until this one is through, and then gets its answer.
        if (act) await tx.act.create({ data: { ...act, result: {}, createdAt: now } });
        const tracked = nameEngine(trackRows(tx), db);
        heldBy.set(tracked, held);
        afterwardsOf.set(tracked, afterwards);
        const outcome = await run(tracked);
        if (!outcome.ok) throw new Refused(outcome);
        const changes = await rowChanges(tracked);
        if (await followClaims(tracked, changes)) afterwards.push(() => indexSoon(db));
        seal = await writeLines(tracked, writer, held, changes);
        await writeLastNumbers(tx, held);
        if (act) {
          const { actorId, key } = act;
          // Values are views: plain JSON by their types.
          const stored = { value: outcome.value } as Prisma.InputJsonObject;
          await tx.act.update({ where: { actorId_key: { actorId, key } }, data: { result: stored } });
        }
        return outcome;
      },
      timeout ? { timeout } : {},
    );
    for (const [id, { history, isNew }] of held) {
      if (!isNew) for (const listener of listeners()) listener(id, history.seq());
    }
    for (const one of afterwards) one(seal);
    return result;
  } catch (error) {
    // The same act, sent twice at the same time: the other one is through, and this one came too late and was undone.
    const answered = act && (await answerTo<T>(db, act));
    if (answered) return answered;
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/**
 * Runs a write that touches no article in one transaction, and seals what it makes of the desk's rows. For writes of
 * nobody's, such as a sign-in; those of a person who is signed in have `inTransaction`. `actorId`: null for a stranger and
 * for whoever runs the machine.
 */
export async function inSealedTransaction<T>(
  db: Database,
  { actorId, now }: { actorId: string | null; now: Date },
  run: (tx: Queryable) => Promise<T>,
): Promise<T> {
  const afterwards: Afterwards[] = [];
  let seal: DeskSealed | null = null;
  const outcome = await db.$transaction(async (tx) => {
    const tracked = trackRows(tx);
    afterwardsOf.set(tracked, afterwards);
    const done = await run(tracked);
    seal = await writeLines(tracked, { actorId: actorId ?? '', now }, new Map(), await rowChanges(tracked));
    return done;
  });
  for (const one of afterwards) one(seal);
  return outcome;
}

/** What a key was answered before; a refusal where something else was asked under it, null where it is new. */
async function answerTo<T>(db: Queryable, { actorId, key, request }: KeyedAct): Promise<Result<T> | null> {
  const done = await db.act.findUnique({
    where: { actorId_key: { actorId, key } },
    select: { request: true, result: true },
  });
  if (!done) return null;
  if (done.request !== '' && done.request !== request) return keyReused;
  // Written above alone, by the same act.
  return accept((done.result as { value: T }).value);
}

const keyReused = refuse('key-reused', { field: 'Idempotency-Key' });

/**
 * Whether the act that the writer's key names was carried out before; refused where the key was given to another act or
 * another body. Without a key, false.
 */
export async function doneBefore(writer: Writer): Promise<Result<boolean>> {
  const act = keyedAct(writer);
  const answered = act && (await answerTo<unknown>(writer.db, act));
  return answered && !answered.ok ? answered : accept(answered !== null);
}

/** Whether the act that the writer's key names was carried out before. */
export async function wasDone({ db, actorId, key }: Writer): Promise<boolean> {
  return key !== undefined && (await db.act.count({ where: { actorId, key } })) > 0;
}

/** How long an act is remembered at least (ms): far longer than any browser tries again. */
const memory = 7 * 24 * 3_600_000;

export async function forgetOldActs(db: Queryable, now: Date): Promise<void> {
  await db.act.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - memory) } } });
}

/**
 * Locks an article for the rest of the transaction, which `inTransaction` opened; refused where it is not there. Locked
 * again, it is the same one. Lock several in the order of their ids, so that two writers do not wait for each other.
 * `newClaims`: so many claims the caller is about to number, so that the article is written once; it may become others.
 */
export async function lockArticle(
  tx: Queryable,
  { actorId, now }: Writer,
  articleId: string,
  { includeRemoved = false, newClaims = 0 }: { includeRemoved?: boolean; newClaims?: number } = {},
): Promise<Result<LockedArticle>> {
  const held = heldBy.get(tx);
  if (!held) throw new Error('An article is locked outside of inTransaction.');
  const known = held.get(articleId);
  if (known?.locked) return accept(known.locked);
  const row = await lockRow(tx, articleId, { now, includeRemoved, newClaims });
  if (!row) return refuse('not-found');
  const { lastSeq, seal, ...article } = row;
  const { lastClaimNumber } = article;
  article.lastClaimNumber -= newClaims;
  const history = historyFrom(tx, { actorId, now }, articleId, lastSeq - 1, seal);
  const locked = { tx, article, log: history.log, logAll: history.logAll };
  held.set(articleId, { locked, stored: { lastSeq, lastClaimNumber }, history });
  return accept(locked);
}

type LockedRow = LockedFacts & { lastSeq: number; seal: string | null };

/**
 * Raises the article's number, which takes the lock and reserves the first line; undefined where the article is not there. With the
 * seal of the line before, in the same statement: null where there is none, and on PostgreSQL where another writer was waited
 * for, whose line came after the statement began.
 */
async function lockRow(
  tx: Queryable,
  articleId: string,
  { now, includeRemoved, newClaims }: { now: Date; includeRemoved: boolean; newClaims: number },
): Promise<LockedRow | undefined> {
  const living = includeRemoved ? Prisma.empty : Prisma.sql`AND "removedAt" IS NULL`;
  const [row] = await tx.$queryRaw<LockedRow[]>`
    UPDATE "Article" SET "lastSeq" = "lastSeq" + 1, "lastClaimNumber" = "lastClaimNumber" + ${newClaims},
      "updatedAt" = ${now} WHERE "id" = ${articleId} ${living}
    RETURNING "id", "lastSeq", "lastClaimNumber", "requiredJudgements", "publishedOn", "blindFirstPass", "edition",
      (SELECT c."hash" FROM "Change" c
        WHERE c."articleId" = "Article"."id" AND c."seq" = "Article"."lastSeq" - 1) AS "seal"`;
  return row;
}

/**
 * Begins the history of an article that the transaction adds, with its first line. What else it writes of the article
 * stands in that line.
 */
export async function beginHistory(tx: Queryable, writer: Writer, articleId: string, line: ChangeLine): Promise<void> {
  const held = heldBy.get(tx);
  if (!held) throw new Error('An article is added outside of inTransaction.');
  const history = historyFrom(tx, writer, articleId, 0);
  held.set(articleId, { isNew: true, stored: { lastSeq: 1 }, history });
  await history.log(line);
}

/**
 * Before the commit: stores the lines of all articles and of the desk, with what the transaction made of their rows. Returns
 * the seal of the desk's line, null where there is none.
 */
async function writeLines(
  tx: Queryable,
  { actorId, now: at }: Pick<Writer, 'actorId' | 'now'>,
  held: Held,
  changes: RowChange[],
): Promise<DeskSealed | null> {
  // The history of an article that is deleted goes with it.
  const deleted = new Set(changes.filter(({ row }) => row === null).map(({ name }) => name));
  const byArticle = new Map<string, RowChange[]>();
  const desk: WrittenRows = {};
  for (const change of changes) {
    const { name, articleId, row } = change;
    const ofArticle = articleId === null ? undefined : byArticle.get(articleId);
    if (articleId === null) desk[name] = row;
    else if (ofArticle) ofArticle.push(change);
    else if (!deleted.has(`Article:${articleId}`)) byArticle.set(articleId, [change]);
  }
  for (const [articleId, [first]] of byArticle) {
    if (!held.has(articleId)) throw new Error(`${first?.name} was changed while its article was not locked.`);
  }
  for (const [id, { history }] of held) await history.store(byArticle.get(id));
  return Object.keys(desk).length > 0 ? addDeskLine(tx, { at, actorId, rows: desk }) : null;
}

/** Before the commit: stores the numbers of an article's last line and last claim, where its row has others. */
async function writeLastNumbers(tx: Queryable, held: Held): Promise<void> {
  for (const [id, { locked, stored, history }] of held) {
    const lastSeq = history.seq();
    const { lastClaimNumber } = locked?.article ?? stored;
    if (lastSeq === stored.lastSeq && lastClaimNumber === stored.lastClaimNumber) continue;
    const claims = lastClaimNumber === undefined ? Prisma.empty : Prisma.sql`, "lastClaimNumber" = ${lastClaimNumber}`;
    await tx.$executeRaw`UPDATE "Article" SET "lastSeq" = ${lastSeq} ${claims} WHERE "id" = ${id}`;
  }
}

/**
 * Writes an article's lines. `seq` is the number of the last one. They are stored by `store`, at the end, with what the write
 * made of the article's rows.
 */
type History = {
  log: LockedArticle['log'];
  logAll: LockedArticle['logAll'];
  seq: () => number;
  store: (changes?: RowChange[]) => Promise<void>;
};

/**
 * The pen that writes an article's history on from line `lastSeq`, while the caller holds the article: it is new, or its
 * row is locked. `seq` is the number of the last line written. `seal`: that of line `lastSeq`, where it is at hand.
 */
export function historyFrom(
  tx: Queryable,
  { actorId, now }: Pick<Writer, 'actorId' | 'now'>,
  articleId: string,
  lastSeq: number,
  seal: string | null = null,
): History {
  const lines: (SealedLine & Pick<ChangeLine, 'before' | 'after'> & { rows?: Prisma.InputJsonObject })[] = [];
  let seq = lastSeq;
  const logAll = async (added: ChangeLine[]) => {
    for (const { verb, claimId = null, before, after } of added) {
      seq += 1;
      lines.push({ id: newId(), articleId, seq, actorId, at: now, verb, claimId, before, after });
    }
  };
  const store = async (changes: RowChange[] = []) => {
    for (const [at, rows] of rowsByLine(lines, changes)) Object.assign(lines[at] ?? {}, { rows });
    let hash = lines.length > 0 ? (seal ?? (await sealAt(tx, articleId, lastSeq))) : '';
    const sealed = lines.splice(0).map((line) => {
      hash = sealOf(hash, line);
      const { id, seq: number, verb, claimId, before, after, rows } = line;
      return { id, articleId, seq: number, actorId, at: now, verb, claimId, before, after, rows, hash };
    });
    await insertRows(tx, 'Change', sealed);
  };
  return { log: (line) => logAll([line]), logAll, seq: () => seq, store };
}

/** What each line writes down of rows, by its place: rows of a claim stand in the last line about it, others in the last. */
function rowsByLine(lines: SealedLine[], changes: RowChange[]): Map<number, WrittenRows> {
  const [first] = changes;
  if (first && lines.length === 0)
    throw new Error(`${first.name} was changed without a line in its article's history.`);
  const placeOf = new Map(lines.map(({ claimId }, at) => [claimId, at]));
  const found = new Map<number, WrittenRows>();
  for (const { name, claimId, row } of changes) {
    const at = placeOf.get(claimId ?? '') ?? lines.length - 1;
    const rows = found.get(at) ?? {};
    rows[name] = row;
    found.set(at, rows);
  }
  return found;
}

/** The seal of a line; '' where there is none to follow. */
async function sealAt(tx: Queryable, articleId: string, seq: number): Promise<string> {
  if (seq === 0) return '';
  const line = await tx.change.findUnique({
    where: { articleId_seq: { articleId, seq } },
    select: { hash: true },
  });
  return line?.hash ?? '';
}
