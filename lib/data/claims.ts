/**
 * Claims of an article and what is found about them. Every write is one transaction on the locked article and ends with
 * the claim's derived standing and a line of history; it returns the claim as it now stands.
 */

import type { ParagraphKind } from '#lib/domain/article';
import { anchorClaim, type ClaimKind } from '#lib/domain/claim';
import type { EvidenceFacts } from '#lib/domain/input';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { ClaimView } from '#lib/domain/review';
import type { Stance } from '#lib/domain/source';
import type { Span } from '#lib/domain/span';
import {
  type Confidence,
  checkEvidenceRemoval,
  checkVerdict,
  deriveStanding,
  type Standing,
  type Verdict,
} from '#lib/domain/standing';
import { changeArticle, type LockedArticle, type Writer } from './change-log';
import type { Queryable } from './database';
import { newId } from './id';
import { sourceFor, sourceView, sourceWithOrigin } from './sources';
import { type SpeakerFacts, speakerFor } from './speakers';

const person = { select: { id: true, name: true } } as const;

const wholeClaim = {
  speaker: { select: { id: true, name: true, role: true, organisation: true } },
  createdBy: person,
  judgements: { include: { reviewer: person }, orderBy: { createdAt: 'asc' } },
  adjudication: { include: { editor: person } },
  evidence: {
    where: { removedAt: null },
    include: { addedBy: person, source: sourceWithOrigin },
    orderBy: { createdAt: 'asc' },
  },
} as const;

/** The living claims of an article, by number. */
export async function claimsOf(db: Queryable, articleId: string): Promise<ClaimView[]> {
  const rows = await db.claim.findMany({
    where: { articleId, removedAt: null },
    include: wholeClaim,
    orderBy: { number: 'asc' },
  });
  return rows.map(claimView);
}

type ClaimRow = Awaited<ReturnType<typeof readClaim>>;

function readClaim(tx: Queryable, id: string) {
  return tx.claim.findUniqueOrThrow({ where: { id }, include: wholeClaim });
}

// The strings below are vocabularies of lib/domain; this module alone writes them, from values of those types.
function claimView(row: ClaimRow): ClaimView {
  const { id, number, paragraphId, start, end, exact, prefix, suffix, checkWorthy, version, speaker, createdBy } = row;
  return {
    ...{ id, number, paragraphId, start, end, exact, prefix, suffix, checkWorthy, version, speaker, createdBy },
    kind: row.kind as ClaimKind,
    standing: row.standing as Standing,
    createdAt: row.createdAt.toISOString(),
    judgements: row.judgements.map(({ reviewer, verdict, rationale, confidence, updatedAt }) => ({
      reviewer,
      verdict: verdict as Verdict,
      rationale,
      confidence: confidence as Confidence,
      at: updatedAt.toISOString(),
    })),
    ruling: row.adjudication && {
      editor: row.adjudication.editor,
      verdict: row.adjudication.verdict as Verdict,
      reason: row.adjudication.reason,
      at: row.adjudication.createdAt.toISOString(),
    },
    evidence: row.evidence.map(({ id: evidenceId, stance, excerpt, locator, addedBy, source }) => ({
      id: evidenceId,
      stance: stance as Stance,
      excerpt,
      locator,
      addedBy,
      source: sourceView(source),
    })),
  };
}

/** The place of a claim in an article, as a caller names it. */
export type Place = { articleId: string; paragraphId: string } & Span;

async function anchorAt(tx: Queryable, place: Place) {
  const paragraph = await tx.paragraph.findFirst({
    where: { id: place.paragraphId, revision: { articleId: place.articleId } },
    select: { kind: true, text: true },
  });
  if (!paragraph) return refuse('paragraph-not-in-article');
  return anchorClaim({ kind: paragraph.kind as ParagraphKind, text: paragraph.text }, place);
}

/** A claim as it stood before a change, for the history. */
function snapshot(row: ClaimRow) {
  const { number, start, end, exact, kind, standing, checkWorthy } = row;
  return { number, start, end, exact, kind, standing, checkWorthy, speaker: row.speaker?.name ?? null };
}

export async function markClaim(writer: Writer, place: Place, kind: ClaimKind): Promise<Result<ClaimView>> {
  return changeArticle(writer, place.articleId, async ({ tx, article, log }) => {
    const anchor = await anchorAt(tx, place);
    if (!anchor.ok) return anchor;
    const twin = await tx.claim.findFirst({
      where: { paragraphId: place.paragraphId, start: place.start, end: place.end, kind, removedAt: null },
      select: { number: true },
    });
    if (twin) return refuse('claim-exists', { values: { number: twin.number } });
    const id = newId();
    const number = article.lastClaimNumber + 1;
    await tx.article.update({ where: { id: article.id }, data: { lastClaimNumber: number } });
    await tx.claim.create({
      data: {
        id,
        articleId: article.id,
        number,
        paragraphId: place.paragraphId,
        ...anchor.value,
        kind,
        // Opinions are shown and judged, but they are no statements of fact to be covered.
        checkWorthy: kind !== 'opinion',
        createdById: writer.actorId,
        createdAt: writer.now,
        updatedAt: writer.now,
      },
    });
    const row = await readClaim(tx, id);
    await log({ verb: 'claim-marked', claimId: id, after: snapshot(row) });
    return accept(claimView(row));
  });
}

/** A claim named by a caller: the version is the one they saw, where the change depends on it. */
export type ClaimRef = { articleId: string; claimId: string; version?: number };

/** What a change of a claim works on. `update` raises the version, compared inside the UPDATE. */
type OpenClaim = LockedArticle & { claim: ClaimRow };

/** Runs a change of one claim: finds it, compares the version, derives the standing anew, writes the history. */
async function changeClaim(
  writer: Writer,
  ref: ClaimRef,
  verb: string,
  change: (open: OpenClaim) => Promise<Result<Record<string, string | number | boolean | null> | null>>,
  options: { includeRemoved?: boolean } = {},
): Promise<Result<ClaimView>> {
  return changeArticle(writer, ref.articleId, async (locked) => {
    const { tx, article, log } = locked;
    const raised = await tx.claim.updateMany({
      where: { id: ref.claimId, articleId: article.id, ...(ref.version ? { version: ref.version } : {}) },
      data: { version: { increment: 1 }, updatedAt: writer.now },
    });
    if (raised.count === 0) {
      const there = await tx.claim.count({ where: { id: ref.claimId, articleId: article.id } });
      return refuse(there ? 'claim-changed' : 'not-found');
    }
    const claim = await readClaim(tx, ref.claimId);
    if (claim.removedAt && !options.includeRemoved) return refuse('claim-removed');
    const before = snapshot(claim);
    const changed = await change({ ...locked, claim });
    if (!changed.ok) return changed;
    const after = await readClaim(tx, ref.claimId);
    const view = claimView(after);
    const standing = deriveStanding(view.judgements, view.ruling, article.requiredJudgements);
    if (standing !== after.standing) await tx.claim.update({ where: { id: after.id }, data: { standing } });
    await log({ verb, claimId: after.id, before, after: { ...snapshot(after), standing, ...changed.value } });
    return accept({ ...view, standing });
  });
}

/** Who made a claim, for permission. */
export async function claimOwner(db: Queryable, ref: ClaimRef): Promise<{ createdBy: { id: string } } | null> {
  return db.claim.findFirst({
    where: { id: ref.claimId, articleId: ref.articleId },
    select: { createdBy: { select: { id: true } } },
  });
}

export async function moveClaim(writer: Writer, ref: ClaimRef, to: Span & { paragraphId: string }) {
  return changeClaim(writer, ref, 'claim-moved', async ({ tx, claim, article }) => {
    const place = { articleId: article.id, paragraphId: to.paragraphId, start: to.start, end: to.end };
    const anchor = await anchorAt(tx, place);
    if (!anchor.ok) return anchor;
    await tx.claim.update({ where: { id: claim.id }, data: { paragraphId: to.paragraphId, ...anchor.value } });
    return accept(null);
  });
}

export type ClaimDetails = { kind?: ClaimKind; checkWorthy?: boolean; speaker?: SpeakerFacts | null };

/** Changes what a claim is: its kind, whether it is worth checking, who says it. */
export async function describeClaim(writer: Writer, ref: ClaimRef, details: ClaimDetails) {
  return changeClaim(writer, ref, 'claim-described', async ({ tx, claim }) => {
    const { kind, checkWorthy, speaker } = details;
    const speakerId = speaker === undefined ? undefined : speaker && (await speakerFor(tx, speaker, writer.now));
    await tx.claim.update({ where: { id: claim.id }, data: { kind, checkWorthy, speakerId } });
    return accept(null);
  });
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
      return accept(null);
    },
    { includeRemoved: true },
  );
}

async function insertEvidence(tx: Queryable, writer: Writer, claimId: string, facts: EvidenceFacts) {
  const source = await sourceFor(tx, writer, facts.source);
  if (!source.ok) return source;
  await tx.evidence.create({
    data: {
      id: newId(),
      claimId,
      sourceId: source.value.id,
      stance: facts.stance,
      excerpt: facts.excerpt,
      locator: facts.locator,
      createdAt: writer.now,
      addedById: writer.actorId,
    },
  });
  return source;
}

export async function addEvidence(writer: Writer, ref: ClaimRef, facts: EvidenceFacts) {
  return changeClaim(writer, ref, 'evidence-added', async ({ tx, claim }) => {
    const source = await insertEvidence(tx, writer, claim.id, facts);
    return source.ok ? accept({ source: source.value.title, stance: facts.stance }) : source;
  });
}

/** Whose a piece of evidence is, for permission. */
export async function evidenceOwner(db: Queryable, evidenceId: string): Promise<{ addedBy: { id: string } } | null> {
  return db.evidence.findUnique({ where: { id: evidenceId }, select: { addedBy: { select: { id: true } } } });
}

/** Takes evidence away, or puts it back. The last piece stays while a verdict rests on it. */
export async function setEvidenceRemoved(writer: Writer, ref: ClaimRef, evidenceId: string, removed: boolean) {
  return changeClaim(writer, ref, removed ? 'evidence-removed' : 'evidence-restored', async ({ tx, claim }) => {
    const evidence = await tx.evidence.findFirst({
      where: { id: evidenceId, claimId: claim.id },
      include: { source: { select: { title: true } } },
    });
    if (!evidence) return refuse('not-found');
    const view = claimView(claim);
    const verdicts = [...view.judgements, ...(view.ruling ? [view.ruling] : [])];
    const check = removed ? checkEvidenceRemoval(verdicts, claim.evidence.length) : accept(null);
    if (!check.ok) return check;
    await tx.evidence.update({ where: { id: evidenceId }, data: { removedAt: removed ? writer.now : null } });
    return accept({ source: evidence.source.title, stance: evidence.stance });
  });
}

export type Judgement = { verdict: Verdict; rationale: string; confidence: Confidence };

/** Records the actor's own verdict, with new evidence where it comes along; replaces the one they gave before. */
export async function judgeClaim(writer: Writer, ref: ClaimRef, judgement: Judgement, evidence?: EvidenceFacts) {
  return changeClaim(writer, ref, 'claim-judged', async ({ tx, claim }) => {
    if (evidence) {
      const source = await insertEvidence(tx, writer, claim.id, evidence);
      if (!source.ok) return source;
    }
    const check = checkVerdict(judgement.verdict, claim.evidence.length + (evidence ? 1 : 0));
    if (!check.ok) return check;
    const own = { claimId: claim.id, reviewerId: writer.actorId };
    const { verdict, rationale, confidence } = judgement;
    await tx.judgement.upsert({
      where: { claimId_reviewerId: own },
      create: { id: newId(), ...own, verdict, rationale, confidence, createdAt: writer.now, updatedAt: writer.now },
      update: { verdict, rationale, confidence, updatedAt: writer.now },
    });
    const previous = claim.judgements.find(({ reviewerId }) => reviewerId === writer.actorId);
    return accept({ verdict, previousVerdict: previous?.verdict ?? null, sourcesAdded: evidence ? 1 : 0 });
  });
}

/** Takes the actor's own verdict back. */
export async function withdrawJudgement(writer: Writer, ref: ClaimRef) {
  return changeClaim(writer, ref, 'judgement-withdrawn', async ({ tx, claim }) => {
    const own = claim.judgements.find(({ reviewerId }) => reviewerId === writer.actorId);
    if (!own) return refuse('not-found');
    await tx.judgement.delete({ where: { id: own.id } });
    return accept({ previousVerdict: own.verdict });
  });
}

/** Records an editor's ruling, or takes it back (null). */
export async function ruleOnClaim(writer: Writer, ref: ClaimRef, ruling: { verdict: Verdict; reason: string } | null) {
  return changeClaim(writer, ref, ruling ? 'claim-ruled' : 'ruling-withdrawn', async ({ tx, claim }) => {
    await tx.adjudication.deleteMany({ where: { claimId: claim.id } });
    if (!ruling) return accept(null);
    const check = checkVerdict(ruling.verdict, claim.evidence.length);
    if (!check.ok) return check;
    await tx.adjudication.create({
      data: { id: newId(), claimId: claim.id, editorId: writer.actorId, ...ruling, createdAt: writer.now },
    });
    return accept({ verdict: ruling.verdict });
  });
}
