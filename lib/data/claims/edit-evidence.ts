/** Changing a piece of evidence: what it is cited for, and the figure that it gives. */
import type { Queryable } from '#lib/data/database/database';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { rowName } from '#lib/data/history/sealed-rows';
import { describeInBoth } from '#lib/data/metrics/refresh';
import type { EvidenceFacts } from '#lib/domain/claims/claim-input';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Actor, mayChangeEvidence, mayRestoreEvidence } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { lockClaim, recordChange } from './change-claim';
import { giveFigure } from './findings';
import type { ClaimRef } from './read-claims';

/** Evidence is its adder's to change and remove, and an editor's: the refusal for anybody else, null where they may. */
export async function refusalToChangeEvidence(
  db: Queryable,
  actor: Pick<Actor, 'id' | 'role'>,
  evidenceId: string,
): Promise<Refusal | null> {
  const evidence = await db.evidence.findUnique({
    where: { id: evidenceId },
    select: { addedBy: { select: { id: true } } },
  });
  if (!evidence) return refuse('not-found');
  return mayChangeEvidence(actor, evidence) ? null : refuse('not-allowed');
}

/**
 * Removed evidence comes back by whoever removed it, which its claim's history tells, or by an editor: the refusal for anybody
 * else. Where the history is too old to tell, by whoever added it.
 */
export async function refusalToRestoreEvidence(
  db: Queryable,
  actor: Pick<Actor, 'id' | 'role'>,
  evidenceId: string,
): Promise<Refusal | null> {
  const evidence = await db.evidence.findUnique({
    where: { id: evidenceId },
    select: { claimId: true, addedById: true },
  });
  if (!evidence) return refuse('not-found');
  const removals = await db.change.findMany({
    where: { claimId: evidence.claimId, verb: 'evidence-removed' },
    select: { actorId: true, rows: true },
    orderBy: { seq: 'desc' },
  });
  const name = rowName('Evidence', { id: evidenceId });
  const removal = removals.find(({ rows }) => typeof rows === 'object' && rows !== null && name in rows);
  return mayRestoreEvidence(actor, removal?.actorId ?? evidence.addedById) ? null : refuse('not-allowed');
}

/** Sets the figure that a piece of evidence gives, as a person types it; an empty text says that it gives none. */
export async function setEvidenceFigure(
  writer: Writer,
  ref: ClaimRef,
  evidenceId: string,
  typed: string,
): Promise<Result<ClaimView>> {
  return inTransaction(writer, (tx) => setFigureIn(tx, writer, ref, evidenceId, typed));
}

async function setFigureIn(
  tx: Queryable,
  writer: Writer,
  ref: ClaimRef,
  evidenceId: string,
  typed: string,
): Promise<Result<ClaimView>> {
  const found = await lockEvidence(tx, writer, ref, evidenceId);
  if (!found.ok) return found;
  const { locked, evidence } = found.value;
  const { claim } = locked;
  if (claim.kind !== 'figure') return refuse('not-a-figure');
  const before = evidence.figure?.raw ?? null;
  const source = evidence.source.title;
  if (typed === '') {
    await tx.figure.deleteMany({ where: { evidenceId } });
    return recordChange(writer, locked, {
      verb: 'evidence-figure-set',
      before: { figure: before },
      after: { source },
      ledger: { verb: 'source-removed', after: { source } },
    });
  }
  const given = await giveFigure(tx, claim.id, evidenceId, typed);
  if (!given.ok) return given;
  const value = given.value ? describeInBoth(given.value) : {};
  return recordChange(writer, locked, {
    verb: 'evidence-figure-set',
    before: { figure: before },
    after: { source, figure: typed },
    ledger: { verb: 'figure-changed', after: { source, value } },
  });
}

/** A piece of evidence that is there, with its claim locked. */
async function lockEvidence(tx: Queryable, writer: Writer, ref: ClaimRef, evidenceId: string) {
  const locked = await lockClaim(tx, writer, ref);
  if (!locked.ok) return locked;
  const evidence = await tx.evidence.findFirst({
    where: { id: evidenceId, claimId: locked.value.claim.id, removedAt: null },
    select: { stance: true, excerpt: true, locator: true, figure: true, source: { select: { title: true } } },
  });
  return evidence ? accept({ locked: locked.value, evidence }) : refuse('not-found');
}

/** What a piece of evidence is cited for; undefined stays as it is. */
export type Citation = { [Field in 'stance' | 'excerpt' | 'locator']?: EvidenceFacts[Field] | undefined };

/**
 * Changes what a piece of evidence is cited for, and the figure that it gives (in words, '' for none, undefined to leave it).
 * A figure that nobody typed is read from the new excerpt. At least one of both is given.
 */
export async function editEvidence(
  writer: Writer,
  ref: ClaimRef,
  evidenceId: string,
  { citation, figure }: { citation: Citation | null; figure: string | undefined },
): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    let result: Result<ClaimView> = refuse('invalid-input');
    if (citation) result = await citeIn(tx, writer, ref, evidenceId, citation);
    if (figure === undefined || (citation && !result.ok)) return result;
    const seen = citation ? { articleId: ref.articleId, claimId: ref.claimId } : ref;
    return setFigureIn(tx, writer, seen, evidenceId, figure);
  });
}

async function citeIn(
  tx: Queryable,
  writer: Writer,
  ref: ClaimRef,
  evidenceId: string,
  citation: Citation,
): Promise<Result<ClaimView>> {
  const found = await lockEvidence(tx, writer, ref, evidenceId);
  if (!found.ok) return found;
  const { locked, evidence } = found.value;
  const { claim } = locked;
  const { stance, excerpt, locator } = await tx.evidence.update({
    where: { id: evidenceId },
    data: citation,
    select: { stance: true, excerpt: true, locator: true },
  });
  const read = evidence.figure?.corrected ? accept(null) : await giveFigure(tx, claim.id, evidenceId, null);
  if (!read.ok) return read;
  const source = evidence.source.title;
  return recordChange(writer, locked, {
    verb: 'evidence-edited',
    before: { stance: evidence.stance, excerpt: evidence.excerpt, locator: evidence.locator },
    after: { source, stance, excerpt, locator },
    ledger: read.value ? { verb: 'figure-changed', after: { source, value: describeInBoth(read.value) } } : undefined,
  });
}
