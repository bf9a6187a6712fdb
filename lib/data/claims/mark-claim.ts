/** Marking a claim, by itself or within a larger change of its article. */

import { readIfOld } from '#lib/data/articles/proposals';
import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { inTransaction, type LockedArticle, lockArticle, type Writer } from '#lib/data/history/change-log';
import { proposedSpeaker, speakerFor } from '#lib/data/sources/speakers';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { proposeWeight } from '#lib/domain/claims/weight';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { Span } from '#lib/text/span';
import { historyFacts } from './change-claim';
import { anchorAt, type Place, readFigureOf } from './claim-place';
import { claimView, readClaim } from './read-claims';

/** Marks a span of an article as a claim. */
export async function markClaim(writer: Writer, place: Place, kind: ClaimKind): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, place.articleId);
    if (!locked.ok) return locked;
    await readIfOld(tx, place.articleId);
    return markIn(locked.value, writer, place, kind);
  });
}

/**
 * Marks a claim within a larger change of its article. What the reader proposed for the same words is taken up: the
 * suggestion itself, and the speaker of the words around it.
 */
export async function markIn(
  locked: LockedArticle,
  writer: Writer,
  wanted: Place,
  kind: ClaimKind,
): Promise<Result<ClaimView>> {
  const { tx, article, log } = locked;
  const anchored = await anchorAt(tx, wanted);
  if (!anchored.ok) return anchored;
  const { anchor, text, paragraphId } = anchored.value;
  const place = { articleId: article.id, paragraphId, start: anchor.start, end: anchor.end };
  const twin = await tx.claim.findFirst({
    where: {
      paragraphId: place.paragraphId,
      start: place.start,
      end: place.end,
      kind,
      removedAt: null,
      orphanedAt: null,
    },
    select: { number: true },
  });
  if (twin) return refuse('claim-exists', { values: { number: twin.number } });
  const proposed = await proposedAt(tx, place);
  const speaker = proposed.speaker && (await speakerFor(tx, proposed.speaker, writer.now));
  const id = newId();
  const taken = proposed.suggestions.find((one) => one.kind === kind && isSameSpan(one, place));
  article.lastClaimNumber += 1;
  await tx.article.update({ where: { id: article.id }, data: { lastClaimNumber: article.lastClaimNumber } });
  await tx.claim.create({
    data: {
      id,
      articleId: article.id,
      number: article.lastClaimNumber,
      paragraphId: place.paragraphId,
      ...anchor,
      kind,
      // Opinions are shown and judged, but they are no statements of fact to be covered.
      checkWorthy: kind !== 'opinion',
      weight: taken ? proposeWeight(taken.score) : 'normal',
      speakerId: speaker?.ok ? speaker.value.id : null,
      createdById: writer.actorId,
      createdAt: writer.now,
      updatedAt: writer.now,
    },
  });
  if (kind === 'figure') await readFigureOf(locked, id, { text, span: anchor });
  if (taken) await tx.suggestion.update({ where: { id: taken.id }, data: { status: 'accepted', claimId: id } });
  const row = await readClaim(tx, id);
  await log({ verb: 'claim-marked', claimId: id, after: { ...historyFacts(row), speaker: row.speaker?.name ?? null } });
  return accept(claimView(row));
}

const isSameSpan = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

/** What the reader proposed at a place, and who speaks there: the closest proposal that shares most of the words. */
async function proposedAt(tx: Queryable, { paragraphId, start, end }: Place) {
  const suggestions = await tx.suggestion.findMany({
    where: { paragraphId, start: { lt: end }, end: { gt: start } },
    select: { id: true, start: true, end: true, kind: true, speaker: true, score: true },
  });
  const around = suggestions
    .filter((one) => (Math.min(one.end, end) - Math.max(one.start, start)) * 2 > end - start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const speaker = around.flatMap((one) => proposedSpeaker(one.speaker) ?? [])[0];
  return { suggestions, speaker: speaker ?? null };
}
