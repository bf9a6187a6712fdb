/** The comment or the thread that an address names: how it is read, how a write finds it and how it is answered. */
import { apiBase } from '#lib/api/operation';
import { Comment, commentShape, Thread, threadShape } from '#lib/api/shapes/comments';
import { viewerOf } from '#lib/data/claims/blind';
import { type Writer, wasDone } from '#lib/data/history/change-log';
import { commentIn, threadOf } from '#lib/data/review/thread-pages';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import type { CommentView } from '#lib/domain/review/discussion';
import { staleness } from '#lib/server/api';

export type AskedComment = { params: { id: string; comment: string }; writer: Writer; ifMatch: string | null };

const addressOf = (articleId: string, comment: string) => `${apiBase}/articles/${articleId}/comments/${comment}`;

/** The comment that a write is about. With If-Match it must be the version that the sender saw. */
export async function askedComment({ params, writer, ifMatch }: AskedComment): Promise<Result<CommentView>> {
  const found = await commentIn(writer.db, params.id, params.comment, viewerOf(writer));
  if (!found && ifMatch === null) return refuse('not-found');
  const isAgain = ifMatch !== null && (await wasDone(writer));
  const current = found && commentShape(found.comment, found.thread);
  const stale = isAgain ? null : staleness(ifMatch, Comment, current);
  if (stale) return stale;
  return found ? accept(found.comment) : refuse('not-found');
}

/** The refusal of a write that found the comment changed: 412 where that changed what If-Match names. */
export async function refusalOfComment(asked: AskedComment, refusal: Refusal): Promise<Refusal> {
  if (refusal.code !== 'comment-changed' && refusal.code !== 'comment-removed') return refusal;
  const { params, writer, ifMatch } = asked;
  const found = await commentIn(writer.db, params.id, params.comment, viewerOf(writer));
  return staleness(ifMatch, Comment, found && commentShape(found.comment, found.thread)) ?? refusal;
}

/** A comment as it stands now. */
export async function answerWithComment({ params, writer }: Pick<AskedComment, 'params' | 'writer'>) {
  const found = await commentIn(writer.db, params.id, params.comment, viewerOf(writer));
  if (!found) return refuse('not-found');
  const value = commentShape(found.comment, found.thread);
  return accept({ value, location: addressOf(params.id, params.comment) });
}

/** The refusal of a write to a thread that is not the version that If-Match names; null where it may go on. */
export async function refusalOfThread({ params, writer, ifMatch }: AskedComment): Promise<Refusal | null> {
  if (ifMatch === null || (await wasDone(writer))) return null;
  const thread = await threadOf(writer.db, params.id, params.comment, viewerOf(writer));
  return staleness(ifMatch, Thread, thread && threadShape(thread));
}

/** A thread as it stands now. */
export async function answerWithThread({ params, writer }: AskedComment, written: Result<unknown>) {
  if (!written.ok) return written;
  const thread = await threadOf(writer.db, params.id, params.comment, viewerOf(writer));
  if (!thread) return refuse('not-found');
  return accept({ value: threadShape(thread) });
}
