/**
 * Comments on claims and paragraphs, and who is named in them. Every write is one transaction on the locked article and
 * ends with a line of history; it returns the thread as readers get it. The history names a comment; it keeps its words
 * only where an edit would lose them.
 */

import { blindAmong, blindTo, viewerOf, without } from '#lib/data/claims/blind';
import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { inTransaction, type LockedArticle, lockArticle, type Writer } from '#lib/data/history/change-log';
import { activePeople } from '#lib/data/people/people';
import { type Actor, mayRestoreComment } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { threadsForViewer, type Viewer } from '#lib/domain/review/blind';
import {
  excerptOf,
  type MentionView,
  mentionsIn,
  type ThreadChange,
  type ThreadView,
} from '#lib/domain/review/discussion';
import type { Verb } from '#lib/domain/review/history';
import { visibleThread } from '#lib/domain/review/thread';

const person = { select: { id: true, name: true } } as const;
const wholeComment = {
  author: person,
  resolvedBy: person,
  mentions: { select: { user: person }, orderBy: { user: { name: 'asc' } } },
} as const;

type CommentRow = Prisma.CommentGetPayload<{ include: typeof wholeComment }>;

/**
 * The threads of an article as a person may see them, in the order in which they began, those on claims without a place
 * only where asked for; those on removed claims come back with their claim. `some`: which comments are read, whole threads
 * of them.
 */
export async function threadsOf(
  db: Queryable,
  articleId: string,
  viewer: Viewer,
  { withOrphans = false, some = {} }: { withOrphans?: boolean; some?: Prisma.CommentWhereInput } = {},
): Promise<ThreadView[]> {
  const rows = await db.comment.findMany({
    where: {
      articleId,
      AND: some,
      OR: [{ claimId: null }, { claim: { removedAt: null, ...(withOrphans ? {} : { orphanedAt: null }) } }],
    },
    include: wholeComment,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const groups = new Map<string, CommentRow[]>();
  for (const row of rows) {
    const id = row.parentId ?? row.id;
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return shownTo(
    viewer,
    db,
    [...groups].flatMap(([id, group]) => threadView(id, group) ?? []),
  );
}

/** Threads without what a blind first pass hides from a person. */
async function shownTo(viewer: Viewer, db: Queryable, threads: ThreadView[]): Promise<ThreadView[]> {
  const claimIds = threads.flatMap(({ claimId }) => claimId ?? []);
  return threadsForViewer(viewer, threads, await blindAmong(db, viewer, claimIds));
}

/** A thread from its rows in the order in which they were written; null where nothing of it is left to be seen. */
function threadView(id: string, rows: CommentRow[]): ThreadView | null {
  const root = rows.find((row) => row.id === id);
  if (!root) return null;
  return visibleThread({
    id,
    claimId: root.claimId,
    paragraphId: root.paragraphId,
    comments: [root, ...rows.filter((row) => row !== root)].map((row) => ({
      id: row.id,
      author: row.author,
      body: row.body,
      at: row.createdAt.toISOString(),
      editedAt: row.editedAt?.toISOString() ?? null,
      removed: row.removedAt !== null,
      mentions: row.mentions.map(({ user }) => user),
    })),
    resolved: root.resolvedAt && {
      by: root.resolvedBy,
      at: root.resolvedAt.toISOString(),
      reason: root.resolution ?? '',
    },
  });
}

async function changeOf(
  tx: Queryable,
  writer: Writer,
  row: { id: string; parentId: string | null },
): Promise<Result<ThreadChange>> {
  const threadId = row.parentId ?? row.id;
  const rows = await tx.comment.findMany({
    where: { OR: [{ id: threadId }, { parentId: threadId }] },
    include: wholeComment,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const thread = threadView(threadId, rows);
  const [shown] = thread ? await shownTo(viewerOf(writer), tx, [thread]) : [];
  return accept({ threadId, commentId: row.id, thread: shown ?? null });
}

/** What a new comment is on: a claim or a paragraph, where it begins a thread, or a thread, which it answers. */
export type CommentPlace = { claimId: string } | { paragraphId: string } | { threadId: string };

/** Whether a blind first pass hides a thread from a writer. `root`: its first comment. */
async function isHiddenFrom(
  tx: Queryable,
  writer: Writer,
  { authorId, claimId }: { authorId: string; claimId: string | null },
): Promise<boolean> {
  if (claimId === null || authorId === writer.actorId) return false;
  return (await blindAmong(tx, viewerOf(writer), [claimId])).size > 0;
}

async function placeOf({ tx, article }: LockedArticle, writer: Writer, place: CommentPlace) {
  const none = { claimId: null, paragraphId: null, parentId: null };
  if ('claimId' in place) {
    const claim = await tx.claim.findFirst({
      where: { id: place.claimId, articleId: article.id },
      select: { removedAt: true },
    });
    if (!claim) return refuse('not-found');
    return claim.removedAt ? refuse('claim-removed') : accept({ ...none, claimId: place.claimId });
  }
  if ('paragraphId' in place) {
    const last = await tx.revision.findFirst({
      where: { articleId: article.id },
      select: { id: true },
      orderBy: { number: 'desc' },
    });
    const there = await tx.paragraph.count({ where: { id: place.paragraphId, revisionId: last?.id ?? '' } });
    return there ? accept({ ...none, paragraphId: place.paragraphId }) : refuse('paragraph-not-in-article');
  }
  const root = await tx.comment.findFirst({
    where: { id: place.threadId, articleId: article.id, parentId: null },
    select: { id: true, claimId: true, paragraphId: true, authorId: true, claim: { select: { removedAt: true } } },
  });
  if (!root) return refuse('not-found');
  if (await isHiddenFrom(tx, writer, root)) return refuse('not-found');
  if (root.claim?.removedAt) return refuse('claim-removed');
  return accept({ claimId: root.claimId, paragraphId: root.paragraphId, parentId: root.id });
}

export async function addComment(writer: Writer, articleId: string, place: CommentPlace, body: string) {
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, articleId);
    if (!locked.ok) return locked;
    const placed = await placeOf(locked.value, writer, place);
    if (!placed.ok) return placed;
    const row = {
      id: newId(),
      articleId,
      ...placed.value,
      authorId: writer.actorId,
      body,
      createdAt: writer.now,
    };
    await tx.comment.create({ data: row });
    await nameIn(tx, row);
    await logComment(locked.value, 'comment-added', row, {
      after: { comment: row.id, ...(row.parentId ? { thread: row.parentId } : {}) },
    });
    return changeOf(tx, writer, row);
  });
}

/** Notes who is named in a comment. Who was named before stays so, with what they have read; an author is not told of it. */
async function nameIn(tx: Queryable, comment: { id: string; authorId: string; body: string }): Promise<void> {
  const named = mentionsIn(comment.body, await activePeople(tx)).flatMap(({ people }) => people.map(({ id }) => id));
  const wanted = [...new Set(named)].filter((id) => id !== comment.authorId);
  await tx.mention.deleteMany({ where: { commentId: comment.id, userId: { notIn: wanted } } });
  const known = await tx.mention.findMany({ where: { commentId: comment.id }, select: { userId: true } });
  const isNew = (id: string) => !known.some(({ userId }) => userId === id);
  await tx.mention.createMany({
    data: wanted.filter(isNew).map((userId) => ({ commentId: comment.id, userId })),
  });
}

type Placed = { claimId: string | null; paragraphId: string | null };
type Note = Pick<Parameters<LockedArticle['log']>[0], 'before' | 'after'>;

async function logComment({ tx, log }: LockedArticle, verb: Verb, placed: Placed, note: Note): Promise<void> {
  const { claimId, paragraphId } = placed;
  const paragraph =
    paragraphId && (await tx.paragraph.findUnique({ where: { id: paragraphId }, select: { position: true } }));
  const about = paragraph ? { paragraph: paragraph.position + 1 } : {};
  await log({
    verb,
    claimId: claimId ?? undefined,
    before: note.before,
    after: { ...about, ...(typeof note.after === 'object' ? note.after : {}) },
  });
}

/** A comment named by a caller. */
export type CommentRef = { articleId: string; commentId: string };

/** Whose a comment is, for permission. */
export async function commentAuthor(db: Queryable, ref: CommentRef): Promise<{ author: { id: string } } | null> {
  return db.comment.findFirst({
    where: { id: ref.commentId, articleId: ref.articleId },
    select: { author: { select: { id: true } } },
  });
}

function findComment({ tx, article }: LockedArticle, commentId: string) {
  return tx.comment.findFirst({
    where: { id: commentId, articleId: article.id },
    select: {
      ...{ id: true, parentId: true, claimId: true, paragraphId: true, authorId: true, body: true },
      ...{ createdAt: true, removedAt: true, resolution: true },
    },
  });
}

/**
 * Replaces the words of a comment. `seen`: the `editedAt` that the editor had before them; another one means that the
 * comment was changed elsewhere meanwhile, and the edit is refused.
 */
export async function editComment(writer: Writer, ref: CommentRef, edit: { body: string; seen: string | null }) {
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, ref.articleId);
    if (!locked.ok) return locked;
    const comment = await findComment(locked.value, ref.commentId);
    if (!comment) return refuse('not-found');
    if (comment.removedAt) return refuse('comment-removed');
    const seen = edit.seen === null ? null : new Date(edit.seen);
    // Later than what was seen, whatever the clock says: two edits never carry the same moment.
    const editedAt = new Date(Math.max(writer.now.getTime(), (seen ?? comment.createdAt).getTime() + 1));
    const { count } = await tx.comment.updateMany({
      where: { id: comment.id, editedAt: seen },
      data: { body: edit.body, editedAt },
    });
    if (count === 0) return refuse('comment-changed');
    await nameIn(tx, { ...comment, body: edit.body });
    await logComment(locked.value, 'comment-edited', comment, {
      before: { comment: comment.id, body: comment.body },
      after: { comment: comment.id },
    });
    return changeOf(tx, writer, comment);
  });
}

/** Takes a comment away. It stays in the database, and can be put back. */
export async function removeComment(writer: Writer, ref: CommentRef) {
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, ref.articleId);
    if (!locked.ok) return locked;
    const comment = await findComment(locked.value, ref.commentId);
    if (!comment) return refuse('not-found');
    if (comment.removedAt) return refuse('comment-removed');
    await tx.comment.update({ where: { id: comment.id }, data: { removedAt: writer.now } });
    await logComment(locked.value, 'comment-removed', comment, { after: { comment: comment.id } });
    return changeOf(tx, writer, comment);
  });
}

/** Puts a removed comment back as it was. */
export async function restoreComment(writer: Writer, actor: Pick<Actor, 'id' | 'role'>, ref: CommentRef) {
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, ref.articleId);
    if (!locked.ok) return locked;
    const { article } = locked.value;
    const comment = await findComment(locked.value, ref.commentId);
    if (!comment) return refuse('not-found');
    if (!comment.removedAt) return changeOf(tx, writer, comment);
    const removals = await tx.change.findMany({
      where: { articleId: article.id, verb: 'comment-removed' },
      select: { actorId: true, after: true },
      orderBy: { seq: 'desc' },
    });
    const removal = removals.find(({ after }) => isAbout(after, comment.id));
    if (!mayRestoreComment(actor, removal?.actorId ?? '')) return refuse('not-allowed');
    await tx.comment.update({ where: { id: comment.id }, data: { removedAt: null } });
    await logComment(locked.value, 'comment-restored', comment, { after: { comment: comment.id } });
    return changeOf(tx, writer, comment);
  });
}

const isAbout = (after: unknown, commentId: string) =>
  typeof after === 'object' && after !== null && 'comment' in after && after.comment === commentId;

/** Closes a thread with the reason why. */
export async function resolveThread(writer: Writer, articleId: string, threadId: string, reason: string) {
  return setResolved(writer, articleId, threadId, reason);
}

/** Opens a closed thread again; the reason why it was closed stays in the history. */
export async function reopenThread(writer: Writer, articleId: string, threadId: string) {
  return setResolved(writer, articleId, threadId, null);
}

async function setResolved(writer: Writer, articleId: string, threadId: string, reason: string | null) {
  if (reason !== null && reason.trim() === '') return refuse('text-missing', { field: 'reason' });
  return inTransaction<ThreadChange>(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, articleId);
    if (!locked.ok) return locked;
    const root = await findComment(locked.value, threadId);
    if (!root || root.parentId || (await isHiddenFrom(tx, writer, root))) return refuse('not-found');
    const isOpen = { resolvedAt: null, resolvedById: null, resolution: null };
    const isClosed = { resolvedAt: writer.now, resolvedById: writer.actorId, resolution: reason };
    const { count } = await tx.comment.updateMany({
      where: { id: threadId, resolvedAt: reason === null ? { not: null } : null },
      data: reason === null ? isOpen : isClosed,
    });
    if (count === 0) return refuse('thread-changed');
    if (reason === null) {
      await logComment(locked.value, 'thread-reopened', root, {
        before: { comment: threadId, reason: root.resolution },
        after: { comment: threadId },
      });
    } else await logComment(locked.value, 'thread-resolved', root, { after: { comment: threadId, reason } });
    return changeOf(tx, writer, root);
  });
}

// ---- Who is named ---------------------------------------------------------------------------------------------------

/** Comments that are there to be seen: neither they nor their claim nor their article were removed. */
const readable: Prisma.CommentWhereInput = {
  removedAt: null,
  article: { removedAt: null },
  OR: [{ claimId: null }, { claim: { removedAt: null } }],
};

/** How many unread mentions are counted, and listed: a badge says 99+ long before. */
const mostMentions = 200;

/** The comments in which a person is named and that they have not seen, newest first. */
export async function unreadMentions(
  db: Queryable,
  userId: string,
): Promise<{ articleId: string; commentId: string }[]> {
  const rows = await db.mention.findMany({
    where: { userId, readAt: null, comment: readable },
    select: { commentId: true, comment: { select: { articleId: true } } },
    orderBy: { comment: { createdAt: 'desc' } },
    take: mostMentions,
  });
  return rows.map(({ commentId, comment }) => ({ commentId, articleId: comment.articleId }));
}

/** Where a person is named, newest first; without the words where a blind first pass holds them back. */
export async function mentionsOf(db: Queryable, viewer: Viewer): Promise<MentionView[]> {
  const rows = await db.mention.findMany({
    where: { userId: viewer.id, comment: readable },
    include: {
      comment: {
        include: {
          author: person,
          article: { select: { id: true, title: true, language: true } },
          claim: { select: { id: true, number: true } },
          paragraph: { select: { position: true } },
        },
      },
    },
    orderBy: { comment: { createdAt: 'desc' } },
    take: mostMentions,
  });
  const blind = await blindAmong(
    db,
    viewer,
    rows.flatMap(({ comment }) => comment.claim?.id ?? []),
  );
  return rows.map(({ commentId, readAt, comment }) => ({
    commentId,
    author: comment.author,
    at: comment.createdAt.toISOString(),
    excerpt: comment.claim && blind.has(comment.claim.id) ? null : excerptOf(comment.body),
    unread: readAt === null,
    article: comment.article,
    claim: comment.claim?.number ?? null,
    paragraph: comment.paragraph ? comment.paragraph.position + 1 : null,
  }));
}

/**
 * Notes that a person has seen where they are named: in some comments, in an article, or everywhere. What they had seen
 * before keeps its moment, and what a blind first pass holds back stays unread.
 */
export async function markMentionsRead(
  writer: Writer,
  which: { commentIds: string[] } | { articleId: string } | 'all',
): Promise<void> {
  const { db, actorId, now } = writer;
  const viewer = viewerOf(writer);
  const comments: Prisma.MentionWhereInput =
    which === 'all'
      ? {}
      : 'articleId' in which
        ? { comment: { articleId: which.articleId } }
        : { commentId: { in: which.commentIds } };
  await db.mention.updateMany({
    where: {
      ...{ userId: actorId, readAt: null, AND: comments },
      ...without(viewer, { comment: { claim: blindTo(viewer) } }),
    },
    data: { readAt: now },
  });
}
