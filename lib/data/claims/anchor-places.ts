/** Where claims may be marked or moved to: places that callers name, as anchors in the newest revision of their article. */
import type { Anchor } from '#lib/anchoring/description';
import { inBatches, type Queryable } from '#lib/data/database/database';
import { plainColumns, readWhole, type Tree } from '#lib/data/database/whole-rows';
import type { ParagraphKind } from '#lib/domain/articles/article';
import { anchorClaim } from '#lib/domain/claims/claim';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { Span } from '#lib/text/span';
import { revisionPlan } from '#lib/workers/long-text';

/** The place of a claim in an article, as a caller names it. */
export type Place = { articleId: string; paragraphId: string } & Span;

/** A place in the newest revision, with the text of its paragraph. */
export type AnchoredPlace = { anchor: Anchor; text: string; paragraphId: string };

const readParagraph = { id: true, kind: true, text: true } as const;

/** A paragraph as places are found in it. */
export type PlacedParagraph = {
  id: string;
  kind: string;
  text: string;
  position: number;
  revisionId: string;
  revision: { articleId: string };
};

/** How such a paragraph is read: `placedParagraphs`, or by a tree that holds more of it. */
export const placedParagraph = {
  model: 'Paragraph',
  columns: plainColumns('id', 'kind', 'text', 'position', 'revisionId'),
  named: { revision: { by: 'revisionId', tree: { model: 'Revision', columns: plainColumns('articleId') } } },
} satisfies Tree;

/** The paragraphs of some ids, by id, as a tree has them that holds `placedParagraph`. */
export async function placedParagraphs<Paragraph extends PlacedParagraph>(
  tx: Queryable,
  tree: Tree,
  ids: string[],
): Promise<Map<string, Paragraph>> {
  const read = await inBatches([...new Set(ids)], (some) => readWhole(tx, tree, some));
  // The tree says what is in each.
  return new Map((read.flat() as Paragraph[]).map((paragraph) => [paragraph.id, paragraph]));
}

/** An article's newest revision, and which reader has read it. */
export type NewestRevision = { id: string; number: number; readBy: number };

export async function newestRevision(tx: Queryable, articleId: string): Promise<NewestRevision> {
  const [newest] = await tx.$queryRaw<NewestRevision[]>`
    SELECT "id", "number", "readBy" FROM "Revision" WHERE "articleId" = ${articleId} ORDER BY "number" DESC LIMIT 1`;
  if (!newest) throw new Error(`Article ${articleId} has no revision.`);
  return newest;
}

/**
 * The anchors of places of one article in its newest revision, in order. A place in an older one, from a page that has not
 * heard of the newest yet, is carried over where its words are the same there, and else refused. `paragraphs`: those that
 * the places name, read in the same transaction as the revision.
 */
export async function anchorsIn(
  tx: Queryable,
  { articleId, newest }: { articleId: string; newest: NewestRevision },
  places: ({ paragraphId: string } & Span)[],
  paragraphs: ReadonlyMap<string, PlacedParagraph>,
): Promise<Result<AnchoredPlace>[]> {
  /** Places in older revisions, by revision. */
  const older = new Map<string, { index: number; anchor: Anchor; paragraph: number }[]>();
  const results = places.map((place, index): Result<AnchoredPlace> => {
    const paragraph = paragraphs.get(place.paragraphId);
    if (paragraph?.revision.articleId !== articleId) return refuse('paragraph-not-in-article');
    const { kind, text, position, revisionId } = paragraph;
    const anchored = anchorClaim({ kind: kind as ParagraphKind, text }, place);
    if (!anchored.ok) return anchored;
    if (revisionId === newest.id) return accept({ anchor: anchored.value, text, paragraphId: paragraph.id });
    older.set(revisionId, [...(older.get(revisionId) ?? []), { index, anchor: anchored.value, paragraph: position }]);
    return refuse('text-revised', { values: { number: newest.number } });
  });
  if (older.size === 0) return results;
  const after = await readTexts(tx, newest.id);
  for (const [revisionId, group] of older) {
    const wanted = group.map(({ anchor, paragraph }) => ({ ...anchor, paragraph, kind: 'fact' as const }));
    const moves = await revisionPlan(await readTexts(tx, revisionId), after, wanted);
    // What cannot be carried over is refused as it stands.
    if (!moves.ok) continue;
    for (const [at, { index }] of group.entries()) {
      const move = moves.value[at];
      const into = move?.place && after[move.place.paragraph];
      if (!into || !(move.fate === 'unchanged' || move.fate === 'moved')) continue;
      const { paragraph: _, ...anchor } = move.place;
      results[index] = accept({ anchor, text: into.text, paragraphId: into.id });
    }
  }
  return results;
}

/** The anchor of one place: see `anchorsIn`. */
export async function anchorAt(tx: Queryable, { articleId, ...place }: Place): Promise<Result<AnchoredPlace>> {
  const paragraphs = await placedParagraphs(tx, placedParagraph, [place.paragraphId]);
  const newest = await newestRevision(tx, articleId);
  const [anchored] = await anchorsIn(tx, { articleId, newest }, [place], paragraphs);
  return anchored ?? refuse('paragraph-not-in-article');
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
