/** Request bodies for comments. */
import { z } from 'zod';
import { maxParagraphs } from '#lib/domain/articles/article';
import { Id, requiredText } from '#lib/domain/fields';
import { maxCommentLength } from '#lib/domain/review/discussion';

const Words = requiredText(maxCommentLength);
const words = Words.describe('Markdown; @Name mentions a person of the desk.');

/** A comment: on a claim or a paragraph, where it begins a thread, or in a thread, which it answers. */
export const CommentBody = z
  .strictObject({
    body: words,
    claim: z.int().min(1).max(1_000_000).optional().describe('The number of the claim.'),
    paragraph: z.int().min(1).max(maxParagraphs).optional().describe('The number of the paragraph, from 1.'),
    thread: Id.optional().describe('The id of a thread, which is that of its first comment.'),
  })
  .refine(
    ({ claim, paragraph, thread }) => [claim, paragraph, thread].filter((one) => one !== undefined).length === 1,
    {
      message: 'comment-place',
      path: ['claim'],
    },
  );

/** Other words for a comment. */
export const CommentChanges = z.strictObject({ body: words });

/** Why a thread is closed. */
export const ResolutionBody = z.strictObject({ reason: Words });
