/** Revisions of an article as the API shows them. */
import { z } from 'zod';
import { paragraphKinds } from '#lib/domain/articles/article';
import type { RevisionSide, RevisionView } from '#lib/domain/exchange/whole-article';
import { fates } from '#lib/domain/revisions/plan';
import { count, line, moment } from './fields';

const Counts = z.object({
  gone: count,
  substance: count,
  wording: count,
  moved: count,
  unchanged: count,
  found: count.describe('Claims that had no place before and have one again.'),
  lookAgain: count.describe('Claims whose findings do not count any more, since the words say something else.'),
});

const fate = z
  .enum(fates)
  .describe(
    'unchanged: the same words at the same place. moved: the same words elsewhere. wording: other words that say the same. ' +
      'substance: the meaning may have changed. gone: no place in the new text.',
  );

const RevisionListed = z.object({
  number: z.int().min(1),
  at: moment,
  by: z.string(),
  intake: z.string().describe('How the text came in.'),
  minor: z.boolean().describe('An edit of one paragraph.'),
  restored: z.int().nullable().describe('The revision whose text it brought back.'),
  counts: Counts.partial().nullable().describe('What became of the claims; null for the first revision.'),
});

export const RevisionList = z.object({ items: z.array(RevisionListed) });

export const revisionListed = ({ by, ...revision }: RevisionView): z.infer<typeof RevisionListed> => ({
  ...revision,
  by: by.name,
});

export const Revision = z.object({
  number: z.int().min(1),
  at: moment,
  by: z.string(),
  paragraphs: z.array(
    z.object({
      number: z.int().min(1),
      kind: z.enum(paragraphKinds),
      text: z.string(),
      claims: z.array(z.int().min(1)).describe('The numbers of the claims that lay on it.'),
    }),
  ),
});

export function revisionShape({ number, at, by, paragraphs }: RevisionSide): z.infer<typeof Revision> {
  return {
    number,
    at,
    by: by.name,
    paragraphs: paragraphs.map((paragraph, index) => ({ ...paragraph, number: index + 1 })),
  };
}

export const RevisionMade = z.object({
  number: z.int().min(1),
  counts: Counts.describe('How many claims met which fate.'),
  claims: z
    .array(
      z.object({
        number: z.int().min(1),
        fate,
        found: z.boolean().describe('It had no place before.'),
        lookAgain: z.boolean().describe('Its findings do not count until somebody has looked again.'),
        before: z.string().describe('Its words before.'),
        after: line.describe('Its words now; null where they are gone.'),
      }),
    )
    .describe('Every claim that did not simply stay, the most important first.'),
});
