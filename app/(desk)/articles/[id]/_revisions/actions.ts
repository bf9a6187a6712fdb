'use server';

import { z } from 'zod';
import { attachClaim, retireClaim } from '#lib/data/claims/edit-claim';
import { confirmClaim } from '#lib/data/claims/findings';
import { refusalToChange } from '#lib/data/claims/read-claims';
import { addRevision, previewRevision, restoreRevision, reviseParagraph } from '#lib/data/revisions/revisions';
import { maxArticleLength } from '#lib/domain/articles/article';
import { NewArticle } from '#lib/domain/articles/article-input';
import { Count, Id, requiredText } from '#lib/domain/fields';
import { may } from '#lib/domain/people/permission';
import { accept } from '#lib/domain/refusal';
import { action } from '#lib/server/action';
import { revisedText } from '#lib/server/revised-text';

const Offset = z.int().min(0).max(10_000_000);
const ClaimRef = { articleId: Id, claimId: Id, edition: Count.optional() };
const Paragraphs = NewArticle.shape.paragraphs;

const Way = z.enum(['edit', 'paste']);

/** What a text would do to the article. Stores nothing; the paragraphs are those that saving takes. */
export const preview = action(
  'revisions.preview',
  'revise',
  z.object({
    articleId: Id,
    basedOn: Count,
    way: Way,
    text: z.string().max(maxArticleLength * 2, 'article-too-long'),
  }),
  async ({ articleId, basedOn, way, text }, { writer }) => {
    const paragraphs = await revisedText(writer, articleId, { way, text });
    if (!paragraphs.ok) return paragraphs;
    const shown = await previewRevision(writer.db, articleId, { paragraphs: paragraphs.value, basedOn });
    return shown.ok ? accept({ ...shown.value, paragraphs: paragraphs.value }) : shown;
  },
);

export const save = action(
  'revisions.save',
  'revise',
  z.object({ articleId: Id, basedOn: Count, way: Way, paragraphs: Paragraphs }),
  ({ articleId, basedOn, way, paragraphs }, { writer }) =>
    addRevision(writer, articleId, { paragraphs, basedOn, intake: way }),
);

export const restore = action(
  'revisions.restore',
  'revise',
  z.object({ articleId: Id, number: Count, basedOn: Count }),
  ({ articleId, ...which }, { writer }) => restoreRevision(writer, articleId, which),
);

const Tool = z.discriminatedUnion('tool', [
  z.object({ tool: z.literal('split'), at: Offset }),
  z.object({ tool: z.literal('merge') }),
  z.object({ tool: z.literal('rewrite'), text: requiredText(maxArticleLength) }),
]);

export const reviseOne = action(
  'revisions.reviseOne',
  'revise',
  z.object({ articleId: Id, paragraphId: Id, use: Tool }),
  ({ articleId, paragraphId, use }, { writer }) => reviseParagraph(writer, articleId, paragraphId, use),
);

/** A reviewer speaks for their own verdict; who rules speaks for all of them. */
export const confirm = action('revisions.confirm', 'judge', z.object(ClaimRef), (ref, { actor, writer }) =>
  confirmClaim(writer, ref, { all: may(actor, 'rule') }),
);

/** Giving a claim its place back mends what a revision did: whoever may mark may. */
export const attach = action(
  'revisions.attach',
  'mark',
  z.object({ ...ClaimRef, paragraphId: Id, start: Offset, end: Offset }),
  ({ paragraphId, start, end, ...ref }, { writer }) => attachClaim(writer, ref, { paragraphId, start, end }),
);

export const retire = action(
  'revisions.retire',
  'mark',
  z.object({ ...ClaimRef, reason: requiredText(2_000) }),
  async ({ reason, ...ref }, { actor, writer }) => {
    const refused = await refusalToChange(writer.db, actor, ref);
    return refused ?? retireClaim(writer, ref, reason);
  },
);
