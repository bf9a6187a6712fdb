/** Where a claim lies: its anchor in the newest revision, and the figure that is read there. */

import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { LockedArticle } from '#lib/data/history/change-log';
import type { ParagraphKind } from '#lib/domain/articles/article';
import { anchorClaim } from '#lib/domain/claims/claim';
import { accept, refuse } from '#lib/domain/refusal';
import { planRevision } from '#lib/domain/revisions/plan';
import { figureIn } from '#lib/reading/proposals';
import type { Span } from '#lib/text/span';

/** The place of a claim in an article, as a caller names it. */
export type Place = { articleId: string; paragraphId: string } & Span;

const readParagraph = { id: true, kind: true, text: true } as const;

/**
 * The anchor of a place in the newest revision. A place in an older one, from a page that has not heard of the newest yet,
 * is carried over where its words are the same there, and else refused.
 */
export async function anchorAt(tx: Queryable, place: Place) {
  const paragraph = await tx.paragraph.findFirst({
    where: { id: place.paragraphId, revision: { articleId: place.articleId } },
    select: { ...readParagraph, position: true, revisionId: true },
  });
  if (!paragraph) return refuse('paragraph-not-in-article');
  const { kind, text } = paragraph;
  const anchored = anchorClaim({ kind: kind as ParagraphKind, text }, place);
  const newest = await tx.revision.findFirstOrThrow({
    where: { articleId: place.articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  });
  if (!anchored.ok) return anchored;
  if (newest.id === paragraph.revisionId) return accept({ anchor: anchored.value, text, paragraphId: paragraph.id });
  const [before, after] = [await readTexts(tx, paragraph.revisionId), await readTexts(tx, newest.id)];
  const [move] = planRevision(before, after, [{ ...anchored.value, paragraph: paragraph.position, kind: 'fact' }]);
  const into = move?.place && after[move.place.paragraph];
  if (!into || !(move.fate === 'unchanged' || move.fate === 'moved')) {
    return refuse('text-revised', { values: { number: newest.number } });
  }
  const { paragraph: _, ...anchor } = move.place;
  return accept({ anchor, text: into.text, paragraphId: into.id });
}

/** A revision's paragraphs, as claims are placed in them. */
async function readTexts(tx: Queryable, revisionId: string) {
  const rows = await tx.paragraph.findMany({
    where: { revisionId },
    orderBy: { position: 'asc' },
    select: readParagraph,
  });
  return rows.map((row) => ({ ...row, kind: row.kind as ParagraphKind }));
}

/** Reads the figure of a claim anew from the text that it lies in, unless a person has set it. */
export async function readFigureOf(
  { tx, article }: LockedArticle,
  claimId: string,
  { text, span }: { text: string; span: Span },
): Promise<void> {
  const known = await tx.figure.findUnique({ where: { claimId }, select: { corrected: true } });
  if (known?.corrected) return;
  const read = figureIn(text, span, article.publishedOn ?? undefined);
  if (known && !read) await tx.figure.delete({ where: { claimId } });
  if (known && read) await tx.figure.update({ where: { claimId }, data: read });
  if (!known && read) await tx.figure.create({ data: { id: newId(), claimId, ...read } });
}
