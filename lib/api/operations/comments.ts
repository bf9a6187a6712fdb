/** Operations on the discussion of an article. */
import { z } from 'zod';
import { CommentBody, CommentChanges, ResolutionBody } from '#lib/api/bodies/comments';
import { article, comment, none, type Operation, paging, wholeNumber } from '#lib/api/operation';
import { Comment, Thread, ThreadPage } from '#lib/api/shapes/comments';

const thread = comment.describe('The first comment of a thread.');

export const commentOperations = {
  listThreads: {
    id: 'listThreads',
    method: 'GET',
    path: '/articles/{id}/comments',
    scope: 'read',
    summary: 'The threads of an article, oldest first',
    params: article,
    query: z.strictObject({
      claim: wholeNumber(1_000_000).optional().describe('The number of a claim.'),
      ...paging,
    }),
    answer: ThreadPage,
  },
  addComment: {
    id: 'addComment',
    method: 'POST',
    path: '/articles/{id}/comments',
    scope: 'write:comments',
    summary: 'Comment on a claim or a paragraph, or answer in a thread',
    params: article,
    query: none,
    body: CommentBody,
    examples: {
      'on a claim': { claim: 3, body: '@Bo does the filing count contractors?' },
      'an answer': { thread: 'Qx3fS8w1mBv0', body: 'It does.' },
    },
    answer: Comment,
  },
  readComment: {
    id: 'readComment',
    method: 'GET',
    path: '/articles/{id}/comments/{comment}',
    scope: 'read',
    summary: 'One comment',
    params: comment,
    query: none,
    answer: Comment,
  },
  changeComment: {
    id: 'changeComment',
    method: 'PATCH',
    path: '/articles/{id}/comments/{comment}',
    scope: 'write:comments',
    summary: 'Change one’s own comment',
    params: comment,
    query: none,
    body: CommentChanges,
    examples: { words: { body: 'It counts contractors too.' } },
    answer: Comment,
  },
  removeComment: {
    id: 'removeComment',
    method: 'DELETE',
    path: '/articles/{id}/comments/{comment}',
    scope: 'write:comments',
    summary: 'Remove one’s own comment, or another’s as an editor',
    params: comment,
    query: none,
  },
  resolveThread: {
    id: 'resolveThread',
    method: 'PUT',
    path: '/articles/{id}/comments/{comment}/resolution',
    scope: 'write:comments',
    summary: 'Close a thread with the reason why',
    params: thread,
    query: none,
    body: ResolutionBody,
    examples: { settled: { reason: 'Counted both ways in the note.' } },
    answer: Thread,
  },
  reopenThread: {
    id: 'reopenThread',
    method: 'DELETE',
    path: '/articles/{id}/comments/{comment}/resolution',
    scope: 'write:comments',
    summary: 'Open a closed thread again',
    params: thread,
    query: none,
    answer: Thread,
  },
} as const satisfies Record<string, Operation>;
