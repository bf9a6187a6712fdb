/**
 * The append-only history of an article. Every write to an article goes through `changeArticle`: it locks the article,
 * runs, and writes its lines with the next numbers in the same transaction, so the log has no gap and no line without its
 * change.
 */
import type { Role } from '#lib/domain/permission';
import { accept, type RefusalCode, type Result, refuse } from '#lib/domain/refusal';
import type { Database, Queryable } from './database';
import type { Prisma } from './generated/sqlite/client';
import { newId } from './id';

export type ChangeLine = {
  verb: string;
  claimId?: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/**
 * Everything a write needs besides its input: where, who, when. `key` names the act: sent again, it is not done again and
 * gets the answer that it got. `role`: the answer shows what a person of that role may see, everything where it is left out.
 */
export type Writer = { db: Database; actorId: string; now: Date; role?: Role; key?: string };

const lockedFacts = {
  ...{
    id: true,
    lastSeq: true,
    lastClaimNumber: true,
    requiredJudgements: true,
    publishedOn: true,
    edition: true,
    blindFirstPass: true,
  },
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
};

/** Thrown inside a transaction to undo it, and turned back into its refusal outside. */
class Refused extends Error {
  constructor(readonly refusal: Exclude<Result<never>, { ok: true }>) {
    super(refusal.code satisfies RefusalCode);
  }
}

/**
 * Runs a write on an article that is there. A refusal that `run` returns undoes everything it did. Writers of one article
 * run one after the other; writers of different articles do not wait for each other on PostgreSQL.
 */
export async function changeArticle<T>(
  writer: Writer,
  articleId: string,
  run: (locked: LockedArticle) => Promise<Result<T>>,
  options: { includeRemoved?: boolean } = {},
): Promise<Result<T>> {
  return inTransaction(writer, (tx) => withinArticle(tx, writer, articleId, run, options));
}

/** Runs a write that may touch several articles, in one transaction, once per key. A refusal undoes everything. */
export async function inTransaction<T>(
  { db, actorId, key, now }: Writer,
  run: (tx: Queryable) => Promise<Result<T>>,
): Promise<Result<T>> {
  const act = key === undefined ? null : { actorId, key };
  try {
    return await db.$transaction(async (tx) => {
      const answered = act && (await answerTo<T>(tx, act));
      if (answered) return answered;
      const result = await run(tx);
      if (!result.ok) throw new Refused(result);
      // Values are views: plain JSON by their types.
      if (act) {
        const stored = { value: result.value } as Prisma.InputJsonObject;
        await tx.act.create({ data: { ...act, result: stored, createdAt: now } });
      }
      return result;
    });
  } catch (error) {
    // The same act, sent twice at the same time: the other one is through, and this one came too late and was undone.
    const answered = act && (await answerTo<T>(db, act));
    if (answered) return answered;
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** What an act that was done before was answered. */
async function answerTo<T>(db: Queryable, act: { actorId: string; key: string }): Promise<Result<T> | null> {
  const done = await db.act.findUnique({ where: { actorId_key: act }, select: { result: true } });
  // Written above alone, by the same act.
  return done && accept((done.result as { value: T }).value);
}

/** How long an act is remembered (ms): far longer than any browser tries again. */
const memory = 7 * 24 * 3_600_000;

export async function forgetOldActs(db: Queryable, now: Date): Promise<void> {
  await db.act.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - memory) } } });
}

/** The part of a larger transaction that concerns one article. Lock several in the order of their ids. */
export async function withinArticle<T>(
  tx: Queryable,
  { actorId, now }: Writer,
  articleId: string,
  run: (locked: LockedArticle) => Promise<Result<T>>,
  options: { includeRemoved?: boolean } = {},
): Promise<Result<T>> {
  const locked = await tx.article.updateManyAndReturn({
    where: { id: articleId, ...(options.includeRemoved ? {} : { removedAt: null }) },
    data: { lastSeq: { increment: 1 }, updatedAt: now },
    select: lockedFacts,
  });
  const article = locked[0];
  if (!article) return refuse('not-found');
  let seq = article.lastSeq - 1;
  const log = async ({ verb, claimId, before, after }: ChangeLine) => {
    seq += 1;
    await tx.change.create({
      data: { id: newId(), articleId, seq, actorId, at: now, verb, claimId, before, after },
    });
  };
  const result = await run({ tx, article, log });
  if (result.ok && seq !== article.lastSeq) {
    await tx.article.update({ where: { id: articleId }, data: { lastSeq: seq } });
  }
  return result;
}
