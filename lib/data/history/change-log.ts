/**
 * The append-only history of an article. Every write opens a transaction (`inTransaction`), locks the article
 * (`lockArticle`), changes rows and logs lines with the next numbers, so the log has no gap and no line without its change.
 * Each line is sealed to the one before it (seal.ts).
 */

import { createHash } from 'node:crypto';
import type { Database, Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import type { Role } from '#lib/domain/people/permission';
import { accept, type RefusalCode, type Result, refuse } from '#lib/domain/refusal';
import type { Verb } from '#lib/domain/review/history';
import { canonicalJson } from './canonical-json';
import { sealOf } from './seal';

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

const lockedFacts = {
  id: true,
  lastSeq: true,
  lastClaimNumber: true,
  requiredJudgements: true,
  publishedOn: true,
  blindFirstPass: true,
  edition: true,
} as const;

/** What a write gets once the article is locked. `log` adds a line to its history. */
export type LockedArticle = {
  tx: Queryable;
  article: {
    id: string;
    lastClaimNumber: number;
    requiredJudgements: number;
    publishedOn: string | null;
    blindFirstPass: boolean;
    edition: number;
  };
  log: (line: ChangeLine) => Promise<void>;
  /** Adds many lines at once. */
  logAll: (lines: ChangeLine[]) => Promise<void>;
};

/** The articles that a transaction holds, by id. */
type Held = Map<string, { locked: LockedArticle; reserved: number; history: History }>;
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
  try {
    const result = await db.$transaction(
      async (tx) => {
        const answered = act && (await answerTo<T>(tx, act));
        if (answered) return answered;
        // Taken first: the same key at the same time waits here until this one is through, and then gets its answer.
        if (act) await tx.act.create({ data: { ...act, result: {}, createdAt: now } });
        heldBy.set(tx, held);
        const outcome = await run(tx);
        if (!outcome.ok) throw new Refused(outcome);
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
    for (const [id, { history }] of held) for (const listener of listeners()) listener(id, history.seq());
    return result;
  } catch (error) {
    // The same act, sent twice at the same time: the other one is through, and this one came too late and was undone.
    const answered = act && (await answerTo<T>(db, act));
    if (answered) return answered;
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
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
 */
export async function lockArticle(
  tx: Queryable,
  { actorId, now }: Writer,
  articleId: string,
  options: { includeRemoved?: boolean } = {},
): Promise<Result<LockedArticle>> {
  const held = heldBy.get(tx);
  if (!held) throw new Error('An article is locked outside of inTransaction.');
  const known = held.get(articleId);
  if (known) return accept(known.locked);
  // Raising the number takes the lock and reserves the first line in one statement.
  const [article] = await tx.article.updateManyAndReturn({
    where: { id: articleId, ...(options.includeRemoved ? {} : { removedAt: null }) },
    data: { lastSeq: { increment: 1 }, updatedAt: now },
    select: lockedFacts,
  });
  if (!article) return refuse('not-found');
  const history = historyFrom(tx, { actorId, now }, articleId, article.lastSeq - 1);
  const locked = { tx, article, log: history.log, logAll: history.logAll };
  held.set(articleId, { locked, reserved: article.lastSeq, history });
  return accept(locked);
}

/** Before the commit: an article that was given more than its reserved line, or none, keeps the number of its last one. */
async function writeLastNumbers(tx: Queryable, held: Held): Promise<void> {
  for (const [id, { reserved, history }] of held) {
    const lastSeq = history.seq();
    if (lastSeq !== reserved) await tx.article.update({ where: { id }, data: { lastSeq } });
  }
}

/** Writes an article's lines. `seq` is the number of the last one. */
type History = { log: LockedArticle['log']; logAll: LockedArticle['logAll']; seq: () => number };

/**
 * The pen that writes an article's history on from line `lastSeq`, while the caller holds the article: it is new, or its
 * row is locked. `seq` is the number of the last line written.
 */
export function historyFrom(
  tx: Queryable,
  { actorId, now }: Pick<Writer, 'actorId' | 'now'>,
  articleId: string,
  lastSeq: number,
): History {
  let seq = lastSeq;
  let written: Promise<string> | undefined;
  // Lines that are logged at the same time wait for each other: each needs the seal of the one before.
  const log = async ({ verb, claimId = null, before, after }: ChangeLine) => {
    const previous = written ?? sealAt(tx, articleId, lastSeq);
    seq += 1;
    const line = { id: newId(), articleId, seq, actorId, at: now, verb, claimId, before, after };
    written = previous.then(async (seal) => {
      const hash = sealOf(seal, line);
      await tx.change.create({ data: { ...line, hash } });
      return hash;
    });
    await written;
  };
  const logAll = async (lines: ChangeLine[]) => {
    const previous = written ?? sealAt(tx, articleId, lastSeq);
    const first = seq + 1;
    seq += lines.length;
    written = previous.then(async (seal) => {
      let last = seal;
      const rows = lines.map(({ verb, claimId = null, before, after }, index) => {
        const line = { id: newId(), articleId, seq: first + index, actorId, at: now, verb, claimId, before, after };
        last = sealOf(last, line);
        return { ...line, hash: last };
      });
      for (let from = 0; from < rows.length; from += 500) {
        await tx.change.createMany({ data: rows.slice(from, from + 500) });
      }
      return last;
    });
    await written;
  };
  return { log, logAll, seq: () => seq };
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
