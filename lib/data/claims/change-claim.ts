/**
 * Claims of an article: marked, moved, described, removed. Every write is one transaction on the locked article and ends
 * with the claim's derived standing and a line of history; it returns the claim as it now stands. What reviewers find about
 * a claim is in findings.ts.
 */

import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { changeArticle, type LockedArticle, type Writer } from '#lib/data/history/change-log';
import { type MetricCause, readsOf, refreshMetric } from '#lib/data/metrics/refresh';
import { proposedSpeaker, speakerFor } from '#lib/data/sources/speakers';
import type { ParagraphKind } from '#lib/domain/articles/article';
import { anchorClaim } from '#lib/domain/claims/claim';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { deriveStanding } from '#lib/domain/claims/standing';
import { type ClaimWeight, proposeWeight } from '#lib/domain/claims/weight';
import type { SpeakerNamed } from '#lib/domain/fields';
import { checkReading } from '#lib/domain/figures/figure-facts';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { Verb } from '#lib/domain/review/history';
import { shownTo } from '#lib/domain/review/workflow';
import { planRevision } from '#lib/domain/revisions/plan';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { FigureFacts } from '#lib/reading/figure-types';
import { figureIn } from '#lib/reading/proposals';
import { changeOf } from '#lib/reading/substance';
import type { Span } from '#lib/text/span';
import { type ClaimRef, claimView, readClaim } from './read-claims';

/** The place of a claim in an article, as a caller names it. */
export type Place = { articleId: string; paragraphId: string } & Span;

/** A claim's scalars, as the statement that locks it returns them. */
const claimFacts = {
  ...{ id: true, number: true, paragraphId: true, start: true, end: true, exact: true, kind: true },
  ...{ standing: true, checkWorthy: true, removedAt: true, version: true, metricId: true, weight: true },
  ...{ orphanedAt: true, lookAgain: true },
} as const;
type ClaimFacts = Prisma.ClaimGetPayload<{ select: typeof claimFacts }>;

const readParagraph = { id: true, kind: true, text: true } as const;

/**
 * The anchor of a place in the newest revision. A place in an older one, from a page that has not heard of the newest yet,
 * is carried over where its words are the same there, and else refused.
 */
async function anchorAt(tx: Queryable, place: Place) {
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

/** A claim as it stood before or after a change, for the history. */
function snapshot({
  number,
  start,
  end,
  exact,
  kind,
  standing,
  checkWorthy,
  weight,
}: Omit<ClaimFacts, 'id' | 'metricId'>) {
  return { number, start, end, exact, kind, standing, checkWorthy, weight };
}

/** Reads the figure of a claim anew from the text that it lies in, unless a person has set it. */
async function readFigureOf(
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

export async function markClaim(writer: Writer, place: Place, kind: ClaimKind): Promise<Result<ClaimView>> {
  return changeArticle(writer, place.articleId, (locked) => markIn(locked, writer, place, kind));
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
  await log({ verb: 'claim-marked', claimId: id, after: { ...snapshot(row), speaker: row.speaker?.name ?? null } });
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

/** What is written of a claim that waits to be looked at no longer. */
export const looked = { lookAgain: null, lookAgainIn: null, figureThen: Prisma.DbNull };

/** What a change of a claim works on: the claim as it was, its version raised. */
type OpenClaim = LockedArticle & { claim: ClaimFacts };

/** What a change adds to the history besides the claim's own facts. */
type Note = {
  before?: Record<string, string | null>;
  after?: Record<string, string | number | boolean | null>;
  /** What the metric that the claim is on hears of it, besides its standing. */
  ledger?: MetricCause;
};

/**
 * Runs a change of one claim: compares the edition inside the UPDATE, derives the standing anew, writes the history.
 * `edits`: it changes the claim itself, and not only what reviewers found about it.
 */
export async function changeClaim(
  writer: Writer,
  ref: ClaimRef,
  verb: Verb,
  change: (open: OpenClaim) => Promise<Result<Note>>,
  options: { edits?: boolean; includeRemoved?: boolean; includeOrphans?: boolean } = {},
): Promise<Result<ClaimView>> {
  return changeArticle(writer, ref.articleId, async (locked) => {
    const { tx, article, log } = locked;
    const [claim] = await tx.claim.updateManyAndReturn({
      where: { id: ref.claimId, articleId: article.id, edition: ref.edition },
      data: {
        version: { increment: 1 },
        ...(options.edits ? { edition: { increment: 1 } } : {}),
        updatedAt: writer.now,
      },
      select: claimFacts,
    });
    if (!claim) {
      const there = await tx.claim.count({ where: { id: ref.claimId, articleId: article.id } });
      return refuse(there ? 'claim-changed' : 'not-found');
    }
    if (claim.removedAt && !options.includeRemoved) return refuse('claim-removed');
    if (claim.orphanedAt && !options.includeOrphans) return refuse('claim-orphaned');
    const changed = await change({ ...locked, claim });
    if (!changed.ok) return changed;
    const row = await readClaim(tx, ref.claimId);
    const seen = claimView(row);
    const standing = deriveStanding(seen.judgements, seen.ruling, article.requiredJudgements);
    // Looked at again: somebody's finding on the new words leads somewhere.
    const isLookedAt = row.lookAgain !== null && standing !== 'open';
    const view = isLookedAt ? { ...seen, lookAgain: null } : seen;
    if (standing !== row.standing || isLookedAt) {
      await tx.claim.update({ where: { id: row.id }, data: { standing, ...(isLookedAt ? looked : {}) } });
    }
    await log({
      verb,
      claimId: row.id,
      before: { ...snapshot(claim), ...changed.value.before },
      after: { ...snapshot({ ...row, standing }), ...changed.value.after },
    });
    // In one order for everybody, so that two writers do not wait for each other.
    for (const metricId of [...new Set([claim.metricId, row.metricId])].sort()) {
      const cause = metricId === row.metricId ? changed.value.ledger : undefined;
      if (metricId) await refreshMetric(tx, writer, metricId, cause ? [{ claimId: row.id, ...cause }] : []);
    }
    const { actorId, role } = writer;
    return accept(role ? shownTo({ id: actorId, role }, { ...view, standing }, article) : { ...view, standing });
  });
}

export async function moveClaim(writer: Writer, ref: ClaimRef, to: Span & { paragraphId: string }) {
  return changeClaim(
    writer,
    ref,
    'claim-moved',
    async ({ claim, ...locked }) => {
      const { tx, article } = locked;
      const place = { articleId: article.id, paragraphId: to.paragraphId, start: to.start, end: to.end };
      const anchored = await anchorAt(tx, place);
      if (!anchored.ok) return anchored;
      const { anchor, text, paragraphId } = anchored.value;
      await tx.claim.update({ where: { id: claim.id }, data: { paragraphId, ...anchor } });
      if (claim.kind === 'figure') await readFigureOf(locked, claim.id, { text, span: anchor });
      return accept({});
    },
    { edits: true },
  );
}

export type ClaimDetails = {
  kind?: ClaimKind;
  checkWorthy?: boolean;
  weight?: ClaimWeight;
  speaker?: SpeakerNamed | null;
};

/** Changes what a claim is: its kind, whether it is worth checking and how much hangs on it, who says it. */
export async function describeClaim(writer: Writer, ref: ClaimRef, details: ClaimDetails) {
  return changeClaim(
    writer,
    ref,
    'claim-described',
    async ({ claim, ...locked }) => {
      const { tx } = locked;
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
      if (kind === 'figure') await readFigureOf(locked, claim.id, { text: before.paragraph.text, span: claim });
      if (speaker === undefined) return accept({});
      return accept({ before: { speaker: before.speaker?.name ?? null }, after: { speaker: after?.name ?? null } });
    },
    { edits: true },
  );
}

/** Sets what the article should say in place of a claim; null takes it away. */
export async function suggestCorrection(writer: Writer, ref: ClaimRef, correction: string | null) {
  return changeClaim(
    writer,
    ref,
    'correction-suggested',
    async ({ claim, tx }) => {
      await tx.claim.update({ where: { id: claim.id }, data: { correction } });
      return accept({ after: { correction } });
    },
    { edits: true },
  );
}

/** Sets what a figure claim comes down to; null has it read from the text again. */
export async function correctFigure(writer: Writer, ref: ClaimRef, facts: FigureFacts | null) {
  return changeClaim(
    writer,
    ref,
    'figure-corrected',
    async ({ claim, ...locked }) => {
      const { tx } = locked;
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
        return accept({
          before,
          after: readingLine(facts),
          ledger: { verb: 'figure-changed', after: { value: readsOf(facts) } },
        });
      }
      await tx.figure.deleteMany({ where: { claimId: claim.id } });
      const { text } = await tx.paragraph.findUniqueOrThrow({
        where: { id: claim.paragraphId },
        select: { text: true },
      });
      await readFigureOf(locked, claim.id, { text, span: claim });
      return accept({ before });
    },
    { edits: true },
  );
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
export async function setClaimRemoved(writer: Writer, ref: ClaimRef, removed: boolean) {
  const verb = removed ? 'claim-removed' : 'claim-restored';
  return changeClaim(
    writer,
    ref,
    verb,
    async ({ tx, claim }) => {
      await tx.claim.update({ where: { id: claim.id }, data: { removedAt: removed ? writer.now : null } });
      return accept({ ledger: { verb: removed ? 'left' : 'joined' } });
    },
    { edits: true, includeRemoved: true, includeOrphans: true },
  );
}

/**
 * Gives a claim whose passage was gone a place again. Where its new words say something else, what was found on the old
 * ones is kept and does not count, as after a revision.
 */
export async function attachClaim(writer: Writer, ref: ClaimRef, to: Span & { paragraphId: string }) {
  return changeClaim(
    writer,
    ref,
    'claim-attached',
    async ({ claim, ...locked }) => {
      const { tx, article } = locked;
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
      // A correction was of the old words.
      if (isOtherwise) await tx.figure.deleteMany({ where: { claimId: claim.id } });
      if (claim.kind === 'figure' && isOtherwise) await readFigureOf(locked, claim.id, { text, span: anchor });
      return accept({ ledger: { verb: 'joined' } });
    },
    { edits: true, includeOrphans: true },
  );
}

/** Takes away a claim whose passage is gone, with the reason. It can be put back, and then has no place still. */
export async function retireClaim(writer: Writer, ref: ClaimRef, reason: string) {
  return changeClaim(
    writer,
    ref,
    'claim-retired',
    async ({ tx, claim }) => {
      if (!claim.orphanedAt) return refuse('claim-in-place');
      await tx.claim.update({ where: { id: claim.id }, data: { removedAt: writer.now } });
      return accept({ after: { reason } });
    },
    { edits: true, includeOrphans: true },
  );
}
