/** Carrying what was dismissed among an article's suggestions over to a new revision. */
import { describeAnchor } from '#lib/anchoring/description';
import type { Queryable } from '#lib/data/database/database';
import { accept, type Result } from '#lib/domain/refusal';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { revisionPlan } from '#lib/workers/long-text';
import type { CarriedText } from './carry-claims';

/** Both texts that suggestions are carried between. */
type Texts = { from: CarriedText; to: CarriedText };

/**
 * What was dismissed stays dismissed: proposals of a new revision on the same words, or on what dismissed words of the last
 * one became, are set aside too. Refused where it takes more than reading may.
 */
export async function carryDismissals(tx: Queryable, articleId: string, { from, to }: Texts): Promise<Result<null>> {
  const dismissed = await tx.suggestion.findMany({
    where: { articleId, status: 'dismissed' },
    select: {
      ...{ start: true, end: true, kind: true },
      paragraph: { select: { revisionId: true, position: true, text: true } },
    },
  });
  if (dismissed.length === 0) return accept(null);
  const words = new Set(
    dismissed.map(({ kind, start, end, paragraph }) => `${kind} ${paragraph.text.slice(start, end)}`),
  );
  const last = dismissed.filter(({ paragraph }) => paragraph.revisionId === from.id);
  const moves = await revisionPlan(
    from.paragraphs,
    to.paragraphs,
    last.map(({ start, end, kind, paragraph }) => ({
      ...describeAnchor(paragraph.text, start, end),
      paragraph: paragraph.position,
      kind: kind as ClaimKind,
    })),
  );
  if (!moves.ok) return moves;
  const places = new Map<string, { start: number; end: number }[]>();
  for (const [index, { fate, place }] of moves.value.entries()) {
    if (!place || fate === 'substance') continue;
    const key = `${last[index]?.kind} ${to.paragraphs[place.paragraph]?.id}`;
    places.set(key, [...(places.get(key) ?? []), place]);
  }
  const texts = new Map(to.paragraphs.map(({ id, text }) => [id, text]));
  const proposed = await tx.suggestion.findMany({
    where: { articleId, status: 'proposed', paragraph: { revisionId: to.id } },
    select: { id: true, paragraphId: true, start: true, end: true, kind: true },
  });
  const aside = proposed.filter(({ paragraphId, start, end, kind }) => {
    if (words.has(`${kind} ${texts.get(paragraphId)?.slice(start, end)}`)) return true;
    const near = places.get(`${kind} ${paragraphId}`) ?? [];
    return near.some((place) => (Math.min(place.end, end) - Math.max(place.start, start)) * 2 > end - start);
  });
  const ids = aside.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += 500) {
    await tx.suggestion.updateMany({ where: { id: { in: ids.slice(at, at + 500) } }, data: { status: 'dismissed' } });
  }
  return accept(null);
}
