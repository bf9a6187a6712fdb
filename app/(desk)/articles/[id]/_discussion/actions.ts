'use server';

import { z } from 'zod';
import {
  addComment,
  commentAuthor,
  editComment,
  markMentionsRead,
  removeComment,
  reopenThread,
  resolveThread,
  restoreComment,
  unreadMentions,
} from '#lib/data/review/comments';
import { Id, requiredText } from '#lib/domain/fields';
import { mayEditComment, mayRemoveComment } from '#lib/domain/people/permission';
import { accept, refuse } from '#lib/domain/refusal';
import { maxCommentLength } from '#lib/domain/review/discussion';
import { action } from '#lib/server/action';

const Words = requiredText(maxCommentLength);
const CommentRef = { articleId: Id, commentId: Id };
const ThreadRef = { articleId: Id, threadId: Id };
const Place = z.union([z.object({ claimId: Id }), z.object({ paragraphId: Id }), z.object({ threadId: Id })]);

export const say = action(
  'discussion.say',
  'comment',
  z.object({ articleId: Id, place: Place, body: Words }),
  ({ articleId, place, body }, { writer }) => addComment(writer, articleId, place, body),
);

export const edit = action(
  'discussion.edit',
  'comment',
  z.object({ ...CommentRef, body: Words, seen: z.iso.datetime().nullable() }),
  async ({ body, seen, ...ref }, { actor, writer }) => {
    const comment = await commentAuthor(writer.db, ref);
    if (!comment) return refuse('not-found');
    return mayEditComment(actor, comment) ? editComment(writer, ref, { body, seen }) : refuse('not-allowed');
  },
);

export const setCommentRemoved = action(
  'discussion.setCommentRemoved',
  'comment',
  z.object({ ...CommentRef, removed: z.boolean() }),
  async ({ removed, ...ref }, { actor, writer }) => {
    if (!removed) return restoreComment(writer, actor, ref);
    const comment = await commentAuthor(writer.db, ref);
    if (!comment) return refuse('not-found');
    return mayRemoveComment(actor, comment) ? removeComment(writer, ref) : refuse('not-allowed');
  },
);

export const resolve = action(
  'discussion.resolve',
  'comment',
  z.object({ ...ThreadRef, reason: Words }),
  ({ articleId, threadId, reason }, { writer }) => resolveThread(writer, articleId, threadId, reason),
);

export const reopen = action(
  'discussion.reopen',
  'comment',
  z.object(ThreadRef),
  ({ articleId, threadId }, { writer }) => reopenThread(writer, articleId, threadId),
);

/** Notes that the actor has seen comments in which they are named; returns how many they have not. */
export const readMentions = action(
  'discussion.readMentions',
  'mark-seen',
  z.object({ commentIds: z.array(Id).min(1).max(500) }),
  async ({ commentIds }, { actor, writer }) => {
    await markMentionsRead(writer, { commentIds });
    return accept({ unread: (await unreadMentions(writer.db, actor.id)).length });
  },
);
