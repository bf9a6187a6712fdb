/** Edits of a claim itself: its place, what it is, its figure, its correction, its removal. */

import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { inTransaction, type LockedArticle, type Writer } from '#lib/data/history/change-log';
import { describeInBoth } from '#lib/data/metrics/refresh';
import { speakerFor } from '#lib/data/sources/speakers';
import type { SpeakerNamed } from '#lib/domain/claims/claim-input';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { ClaimWeight } from '#lib/domain/claims/weight';
import { checkReading } from '#lib/domain/figures/figure-facts';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { figureAt, figuresAt } from '#lib/reading/figure-at';
import type { FigureFacts } from '#lib/reading/figure-types';
import { changeOf } from '#lib/reading/substance';
import type { Span } from '#lib/text/span';
import { anchorAt } from './anchor-places';
import { blindAmong, viewerOf } from './blind';
import { lockClaim, recordChange } from './change-claim';
import type { ClaimRef } from './read-claims';

/** Reads the figure of a claim anew from the text that it lies in, unless a person has set it. */
async function readFigureOf(
  { tx, article }: LockedArticle,
  claimId: string,
  { text, span }: { text: string; span: Span },
): Promise<void> {
  const known = await tx.figure.findUnique({
    where: { claimId },
    select: { corrected: true, raw: true, unit: true, per: true },
  });
  if (known?.corrected) return;
  const read = figureAt(text, span, article.publishedOn ?? undefined, known ?? undefined);
  if (known && !read) await tx.figure.delete({ where: { claimId } });
  if (known && read) await tx.figure.update({ where: { claimId }, data: read });
  if (!known && read) await tx.figure.create({ data: { id: newId(), claimId, ...read } });
}

/**
 * Refused where another living claim has the same words and kind: no two claims of an article share paragraph, span and kind
 * (lib/domain/claims/claim.ts). Asked after the write, which the refusal undoes.
 */
async function refuseTwin(tx: Queryable, claimId: string): Promise<Result<null>> {
  const { articleId, paragraphId, start, end, kind } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { articleId: true, paragraphId: true, start: true, end: true, kind: true },
  });
  const twin = await tx.claim.findFirst({
    where: { articleId, paragraphId, start, end, kind, id: { not: claimId }, removedAt: null, orphanedAt: null },
    select: { number: true },
  });
  return twin ? refuse('claim-exists', { values: { number: twin.number } }) : accept(null);
}

/** Moves a claim to another place in the text. */
export async function moveClaim(
  writer: Writer,
  ref: ClaimRef,
  to: Span & { paragraphId: string },
): Promise<Result<ClaimView>> {
  return inTransaction(writer, (tx) => moveIn(tx, writer, ref, to));
}

/** The same within a larger change of the claim. */
export async function moveIn(
  tx: Queryable,
  writer: Writer,
  ref: ClaimRef,
  to: Span & { paragraphId: string },
): Promise<Result<ClaimView>> {
  const locked = await lockClaim(tx, writer, ref, { edits: true });
  if (!locked.ok) return locked;
  const { claim, article } = locked.value;
  const place = { articleId: article.id, paragraphId: to.paragraphId, start: to.start, end: to.end };
  const anchored = await anchorAt(tx, place);
  if (!anchored.ok) return anchored;
  const { anchor, text, paragraphId } = anchored.value;
  await tx.claim.update({ where: { id: claim.id }, data: { paragraphId, ...anchor } });
  const alone = await refuseTwin(tx, claim.id);
  if (!alone.ok) return alone;
  if (claim.kind === 'figure') await readFigureOf(locked.value, claim.id, { text, span: anchor });
  return recordChange(writer, locked.value, { verb: 'claim-moved' });
}

export type ClaimDetails = {
  kind?: ClaimKind;
  checkWorthy?: boolean;
  weight?: ClaimWeight;
  speaker?: SpeakerNamed | null;
};

/** Changes what a claim is: its kind, whether it is worth checking and how much hangs on it, who says it. */
export async function describeClaim(writer: Writer, ref: ClaimRef, details: ClaimDetails): Promise<Result<ClaimView>> {
  return inTransaction(writer, (tx) => describeIn(tx, writer, ref, details));
}

/** The same within a larger change of the claim. */
export async function describeIn(
  tx: Queryable,
  writer: Writer,
  ref: ClaimRef,
  details: ClaimDetails,
): Promise<Result<ClaimView>> {
  const locked = await lockClaim(tx, writer, ref, { edits: true });
  if (!locked.ok) return locked;
  const { claim } = locked.value;
  const { kind, checkWorthy, weight, speaker } = details;
  const named = speaker && (await speakerFor(tx, speaker, writer.now));
  if (named && !named.ok) return named;
  const speakerId = speaker === undefined ? undefined : (named?.value.id ?? null);
  const before = await tx.claim.findUniqueOrThrow({
    where: { id: claim.id },
    select: { speaker: { select: { name: true } }, paragraph: { select: { text: true } } },
  });
  const { speaker: after } = await tx.claim.update({
    where: { id: claim.id },
    data: { kind, checkWorthy, weight, speakerId },
    select: { speaker: { select: { name: true } } },
  });
  const alone = kind === undefined ? accept(null) : await refuseTwin(tx, claim.id);
  if (!alone.ok) return alone;
  if (kind === 'figure') await readFigureOf(locked.value, claim.id, { text: before.paragraph.text, span: claim });
  if (speaker === undefined) return recordChange(writer, locked.value, { verb: 'claim-described' });
  return recordChange(writer, locked.value, {
    verb: 'claim-described',
    before: { speaker: before.speaker?.name ?? null },
    after: { speaker: after?.name ?? null },
  });
}

/** Sets what the article should say in place of a claim; null takes it away. */
export async function suggestCorrection(
  writer: Writer,
  ref: ClaimRef,
  correction: string | null,
): Promise<Result<ClaimView>> {
  return inTransaction(writer, (tx) => suggestIn(tx, writer, ref, correction));
}

/**
 * The same within a larger change of the claim. Refused as `judge-first` to whom a blind first pass hides what others
 * suggest: they would replace it unseen.
 */
export async function suggestIn(
  tx: Queryable,
  writer: Writer,
  ref: ClaimRef,
  correction: string | null,
): Promise<Result<ClaimView>> {
  const locked = await lockClaim(tx, writer, ref, { edits: true });
  if (!locked.ok) return locked;
  const { claim } = locked.value;
  if ((await blindAmong(tx, viewerOf(writer), [claim.id])).size > 0) return refuse('judge-first');
  await tx.claim.update({ where: { id: claim.id }, data: { correction } });
  return recordChange(writer, locked.value, { verb: 'correction-suggested', after: { correction } });
}

/** Sets what a figure claim comes down to; null has it read from the text again. */
export async function correctFigure(
  writer: Writer,
  ref: ClaimRef,
  facts: FigureFacts | null,
): Promise<Result<ClaimView>> {
  return inTransaction(writer, (tx) => correctIn(tx, writer, ref, facts));
}

/** The same within a larger change of the claim. */
export async function correctIn(
  tx: Queryable,
  writer: Writer,
  ref: ClaimRef,
  facts: FigureFacts | null,
): Promise<Result<ClaimView>> {
  const locked = await lockClaim(tx, writer, ref, { edits: true });
  if (!locked.ok) return locked;
  const { claim } = locked.value;
  if (claim.kind !== 'figure') return refuse('not-a-figure');
  const old = await tx.figure.findUnique({ where: { claimId: claim.id } });
  const before = old ? readingLine(old) : {};
  if (facts) {
    const checked = checkReading(facts);
    if (!checked.ok) return checked;
    const data = { ...facts, corrected: true };
    await tx.figure.upsert({
      where: { claimId: claim.id },
      create: { id: newId(), claimId: claim.id, raw: claim.exact, ...data },
      update: data,
    });
    return recordChange(writer, locked.value, {
      verb: 'figure-corrected',
      before,
      after: readingLine(facts),
      ledger: { verb: 'figure-changed', after: { value: describeInBoth(facts) } },
    });
  }
  await tx.figure.deleteMany({ where: { claimId: claim.id } });
  const { text } = await tx.paragraph.findUniqueOrThrow({
    where: { id: claim.paragraphId },
    select: { text: true },
  });
  await readFigureOf(locked.value, claim.id, { text, span: claim });
  return recordChange(writer, locked.value, { verb: 'figure-corrected', before });
}

/**
 * Takes another of the figures in a claim's words for what it comes down to. `at` is where that figure starts, in UTF-16
 * units of the paragraph, and `raw` what it says there. The choice stays when the text is read again.
 */
export async function chooseFigure(
  writer: Writer,
  ref: ClaimRef,
  { at, raw }: { at: number; raw: string },
): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref, { edits: true });
    if (!locked.ok) return locked;
    const { claim, article } = locked.value;
    if (claim.kind !== 'figure') return refuse('not-a-figure');
    const { text } = await tx.paragraph.findUniqueOrThrow({ where: { id: claim.paragraphId }, select: { text: true } });
    const found = figuresAt(text, claim, article.publishedOn ?? undefined).find((one) => one.start === at);
    if (found?.raw !== raw) return refuse('figure-gone');
    const { start: _start, end: _end, ...facts } = found;
    const old = await tx.figure.findUnique({ where: { claimId: claim.id } });
    const data = { ...facts, corrected: false };
    await tx.figure.upsert({
      where: { claimId: claim.id },
      create: { id: newId(), claimId: claim.id, ...data },
      update: data,
    });
    return recordChange(writer, locked.value, {
      verb: 'figure-corrected',
      before: old ? readingLine(old) : {},
      after: readingLine(facts),
      ledger: { verb: 'figure-changed', after: { value: describeInBoth(facts) } },
    });
  });
}

function readingLine({
  low,
  high,
  unit,
  qualifier,
  per,
  asOf,
}: Omit<FigureFacts, 'qualifier'> & { qualifier: string }) {
  return { low: low?.toString() ?? null, high: high?.toString() ?? null, unit, qualifier, per, asOf };
}

/** Takes a claim away, or puts it back as it was. */
export async function setClaimRemoved(writer: Writer, ref: ClaimRef, removed: boolean): Promise<Result<ClaimView>> {
  const verb = removed ? 'claim-removed' : 'claim-restored';
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref, { edits: true, includeRemoved: true, includeOrphans: true });
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    await tx.claim.update({ where: { id: claim.id }, data: { removedAt: removed ? writer.now : null } });
    // A claim without a place shares none.
    const alone = removed || claim.orphanedAt ? accept(null) : await refuseTwin(tx, claim.id);
    if (!alone.ok) return alone;
    return recordChange(writer, locked.value, { verb, ledger: { verb: removed ? 'left' : 'joined' } });
  });
}

/**
 * Gives a claim whose passage was gone a place again. Where its new words say something else, what was found on the old
 * ones is kept and does not count, as after a revision.
 */
export async function attachClaim(
  writer: Writer,
  ref: ClaimRef,
  to: Span & { paragraphId: string },
): Promise<Result<ClaimView>> {
  return inTransaction(writer, (tx) => attachIn(tx, writer, ref, to));
}

/** The same within a larger change of the claim. */
export async function attachIn(
  tx: Queryable,
  writer: Writer,
  ref: ClaimRef,
  to: Span & { paragraphId: string },
): Promise<Result<ClaimView>> {
  const locked = await lockClaim(tx, writer, ref, { edits: true, includeOrphans: true });
  if (!locked.ok) return locked;
  const { claim, article } = locked.value;
  if (!claim.orphanedAt) return refuse('claim-in-place');
  const anchored = await anchorAt(tx, { articleId: article.id, ...to });
  if (!anchored.ok) return anchored;
  const { anchor, text, paragraphId } = anchored.value;
  const { paragraph } = await tx.claim.findUniqueOrThrow({
    where: { id: claim.id },
    select: { paragraph: { select: { revisionId: true } } },
  });
  const isOtherwise = changeOf(claim.exact, anchor.exact) === 'substance';
  const since = { givenOn: claim.exact, givenIn: paragraph.revisionId };
  const own = { claimId: claim.id, givenIn: null };
  let found = 0;
  if (isOtherwise) {
    found += (await tx.judgement.updateMany({ where: own, data: since })).count;
    found += (await tx.quoteCheck.updateMany({ where: own, data: since })).count;
    found += (await tx.adjudication.updateMany({ where: own, data: since })).count;
  }
  const waits = found > 0 && claim.lookAgain === null;
  await tx.claim.update({
    where: { id: claim.id },
    data: {
      ...{ paragraphId, ...anchor, orphanedAt: null },
      ...(waits ? { lookAgain: claim.exact, lookAgainIn: paragraph.revisionId } : {}),
    },
  });
  const alone = await refuseTwin(tx, claim.id);
  if (!alone.ok) return alone;
  // A correction was of the old words.
  if (isOtherwise) await tx.figure.deleteMany({ where: { claimId: claim.id } });
  if (claim.kind === 'figure' && isOtherwise) await readFigureOf(locked.value, claim.id, { text, span: anchor });
  return recordChange(writer, locked.value, { verb: 'claim-attached', ledger: { verb: 'joined' } });
}

/** Takes away a claim whose passage is gone, with the reason. It can be put back, and then has no place still. */
export async function retireClaim(writer: Writer, ref: ClaimRef, reason: string): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref, { edits: true, includeOrphans: true });
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    if (!claim.orphanedAt) return refuse('claim-in-place');
    await tx.claim.update({ where: { id: claim.id }, data: { removedAt: writer.now } });
    return recordChange(writer, locked.value, { verb: 'claim-retired', after: { reason } });
  });
}
