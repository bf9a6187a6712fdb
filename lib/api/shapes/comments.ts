/** Comments as the API shows them. People appear by name only. */
import { z } from 'zod';
import type { CommentView, ThreadView } from '#lib/domain/review/discussion';
import { line, moment, pageOf } from './fields';

const aboutNumbers = {
  claim: z.int().nullable().describe('The number of the claim that it is about; null for a paragraph.'),
  paragraph: z.int().nullable().describe('The number of the paragraph that it is about; null for a claim.'),
};

const Said = z.object({
  id: z.string(),
  author: z.string(),
  body: z.string().describe('Markdown as typed; blank where the comment was removed.'),
  at: moment,
  editedAt: line,
  removed: z.boolean().describe('Only the first comment of a thread that goes on is shown removed.'),
  mentions: z.array(z.string()),
});

export const Comment = Said.extend({ thread: z.string().describe('The id of its first comment.'), ...aboutNumbers });

export const Thread = z.object({
  id: z.string().describe('The id of its first comment.'),
  ...aboutNumbers,
  comments: z.array(Said).describe('In the order in which they were written.'),
  resolved: z.object({ by: line, at: moment, reason: z.string() }).nullable(),
});

export const ThreadPage = pageOf(Thread);

function saidShape({ id, author, body, at, editedAt, removed, mentions }: CommentView): z.infer<typeof Said> {
  return { id, author: author.name, body, at, editedAt, removed, mentions: mentions.map(({ name }) => name) };
}

type Numbered = ThreadView & { claim: number | null; paragraph: number | null };

export function commentShape(comment: CommentView, { id, claim, paragraph }: Numbered): z.infer<typeof Comment> {
  return { ...saidShape(comment), thread: id, claim, paragraph };
}

export function threadShape({ id, claim, paragraph, comments, resolved }: Numbered): z.infer<typeof Thread> {
  return {
    id,
    claim,
    paragraph,
    comments: comments.map(saidShape),
    resolved: resolved && { by: resolved.by?.name ?? null, at: resolved.at, reason: resolved.reason },
  };
}
