/** Where claims may be marked or moved to: places that callers name, as anchors in the newest revision of their article. */
import type { Anchor } from '#lib/anchoring/description';
import { inBatches, type Queryable } from '#lib/data/database/database';
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

/**
 * The anchors of places of one article in its newest revision, in order. A place in an older one, from a page that has not
 * heard of the newest yet, is carried over where its words are the same there, and else refused.
 */
export async function anchorsAt(
  tx: Queryable,
  articleId: string,
  places: ({ paragraphId: string } & Span)[],
): Promise<Result<AnchoredPlace>[]> {
  const read = await inBatches([...new Set(places.map(({ paragraphId }) => paragraphId))], (ids) =>
    tx.paragraph.findMany({
      where: { id: { in: ids }, revision: { articleId } },
      select: { ...readParagraph, position: true, revisionId: true },
    }),
  );
  const paragraphs = new Map(read.flat().map((paragraph) => [paragraph.id, paragraph]));
  const newest = await tx.revision.findFirstOrThrow({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  });
  /** Places in older revisions, by revision. */
  const older = new Map<string, { index: number; anchor: Anchor; paragraph: number }[]>();
  const results = places.map((place, index): Result<AnchoredPlace> => {
    const paragraph = paragraphs.get(place.paragraphId);
    if (!paragraph) return refuse('paragraph-not-in-article');
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

/** The anchor of one place: see `anchorsAt`. */
export async function anchorAt(tx: Queryable, { articleId, ...place }: Place): Promise<Result<AnchoredPlace>> {
  const [anchored] = await anchorsAt(tx, articleId, [place]);
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
