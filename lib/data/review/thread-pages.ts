/** The discussion of an article for those who name claims and paragraphs by number. */
import { type Database, inBatches } from '#lib/data/database/database';
import type { Page } from '#lib/data/database/page';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import type { ListPlace } from '#lib/domain/exchange/list-cursor';
import type { Viewer } from '#lib/domain/review/blind';
import type { CommentView, ThreadView } from '#lib/domain/review/discussion';
import { threadsOf } from './comments';

/** A thread with the number of the claim or the paragraph that it is about; the other one is null. */
export type NumberedThread = ThreadView & { claim: number | null; paragraph: number | null };

/** Threads on one claim, or all: those after a place, so many at most. */
export type ThreadQuery = { claim?: number | undefined; after: ListPlace | null; limit: number };

/** A page of an article's threads, oldest first; null where the article is not there or was removed. */
export async function threadsPage(
  db: Database,
  articleId: string,
  { claim, after, limit }: ThreadQuery,
  viewer: Viewer,
): Promise<Page<NumberedThread> | null> {
  const threads = await numberedThreads(db, articleId, viewer, claim === undefined ? {} : { claim: { number: claim } });
  if (!threads) return null;
  const asked = threads.filter((thread) => {
    const begun = beginning(thread);
    return !after || begun.at > after.at || (begun.at === after.at && begun.id > after.id);
  });
  const items = asked.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last && asked.length > limit ? beginning(last) : null };
}

const beginning = ({ id, comments }: ThreadView): ListPlace => ({ id, at: Date.parse(comments[0]?.at ?? '') });

/** The thread of an id, with its number; null where none of it is to be seen. */
export async function threadOf(
  db: Database,
  articleId: string,
  threadId: string,
  viewer: Viewer,
): Promise<NumberedThread | null> {
  const threads = await numberedThreads(db, articleId, viewer, { OR: [{ id: threadId }, { parentId: threadId }] });
  return threads?.[0] ?? null;
}

/** A comment and its thread; null where it is not to be seen. */
export async function commentIn(
  db: Database,
  articleId: string,
  commentId: string,
  viewer: Viewer,
): Promise<{ comment: CommentView; thread: NumberedThread } | null> {
  const row = await db.comment.findFirst({ where: { id: commentId, articleId }, select: { id: true, parentId: true } });
  const thread = row && (await threadOf(db, articleId, row.parentId ?? row.id, viewer));
  const comment = thread?.comments.find(({ id, removed }) => id === commentId && !removed);
  return thread && comment ? { comment, thread } : null;
}

async function numberedThreads(
  db: Database,
  articleId: string,
  viewer: Viewer,
  some: Prisma.CommentWhereInput,
): Promise<NumberedThread[] | null> {
  if (!(await db.article.count({ where: { id: articleId, removedAt: null } }))) return null;
  const threads = await threadsOf(db, articleId, viewer, { withOrphans: true, some });
  const about = (name: 'claimId' | 'paragraphId') => [...new Set(threads.flatMap((thread) => thread[name] ?? []))];
  const [claims, paragraphs] = await Promise.all([
    inBatches(about('claimId'), (ids) =>
      db.claim.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } }),
    ),
    inBatches(about('paragraphId'), (ids) =>
      db.paragraph.findMany({ where: { id: { in: ids } }, select: { id: true, position: true } }),
    ),
  ]);
  const numbers = new Map([
    ...claims.flat().map(({ id, number }) => [id, number] as const),
    ...paragraphs.flat().map(({ id, position }) => [id, position + 1] as const),
  ]);
  return threads.map((thread) => ({
    ...thread,
    claim: numbers.get(thread.claimId ?? '') ?? null,
    paragraph: numbers.get(thread.paragraphId ?? '') ?? null,
  }));
}
