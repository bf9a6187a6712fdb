/** Values worked out of figures, pinned to a claim as a check on its sense. */

import { lockClaim, recordChange } from '#lib/data/claims/change-claim';
import type { ClaimRef } from '#lib/data/claims/read-claims';
import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { figureFacts } from '#lib/data/metrics/refresh';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { deriveValue, describeDerivation, type Operator } from '#lib/domain/figures/derived-value';
import type { Calculation, Side } from '#lib/domain/ledger/ledger-input';
import { type Actor, mayChange } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import type { FigureLanguage } from '#lib/reading/describe-figure';
import type { FigureFacts } from '#lib/reading/figure-types';
import { readFigure } from '#lib/reading/figures';

type Derived = { left: FigureFacts; op: Operator; right: FigureFacts; reads: Record<FigureLanguage, string> };

async function figureOf(db: Queryable, articleId: string, side: Side, field: string): Promise<Result<FigureFacts>> {
  if ('claimId' in side) {
    const claim = await db.claim.findFirst({
      where: { id: side.claimId, articleId, removedAt: null },
      select: { figure: true },
    });
    return claim?.figure ? accept(figureFacts(claim.figure)) : refuse('no-figure', { field });
  }
  const read = readFigure(side.typed);
  if (!read) return refuse('figure-unreadable', { field });
  const { low, high, unit, qualifier, per } = read;
  return accept({ low, high, unit, qualifier, per, asOf: null });
}

/** Works a calculation out and writes it in both languages; nothing is kept. */
export async function derive(
  db: Queryable,
  articleId: string,
  { left, op, right }: Calculation,
): Promise<Result<Derived>> {
  const [first, second] = [await figureOf(db, articleId, left, 'left'), await figureOf(db, articleId, right, 'right')];
  if (!first.ok) return first;
  if (!second.ok) return second;
  const expression = { left: first.value, op, right: second.value };
  const value = deriveValue(expression);
  if (!value.ok) return value;
  const reads = {
    en: describeDerivation(expression, value.value, 'en'),
    zh: describeDerivation(expression, value.value, 'zh'),
  };
  return accept({ ...expression, reads });
}

/** Keeps a calculation with a claim, as the figures are now. */
export async function pinDerivation(
  writer: Writer,
  ref: ClaimRef,
  calculation: Calculation,
): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref);
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    const derived = await derive(tx, ref.articleId, calculation);
    if (!derived.ok) return derived;
    const { left, right, op, reads } = derived.value;
    await tx.derivation.create({
      data: {
        id: newId(),
        claimId: claim.id,
        expression: { left: { ...left }, right: { ...right }, op, reads },
        createdAt: writer.now,
        pinnedById: writer.actorId,
      },
    });
    return recordChange(writer, locked.value, { verb: 'derivation-pinned', after: { derived: reads.en } });
  });
}

/** A calculation is its maker's to take off, and an editor's: the refusal for anybody else, null where they may. */
export async function refusalToChangeDerivation(
  db: Queryable,
  actor: Pick<Actor, 'id' | 'role'>,
  derivationId: string,
): Promise<Refusal | null> {
  const derivation = await db.derivation.findUnique({ where: { id: derivationId }, select: { pinnedById: true } });
  if (!derivation) return refuse('not-found');
  return mayChange(actor, 'calculation', derivation.pinnedById) ? null : refuse('not-allowed');
}

/** Takes a calculation off its claim, or puts it back. */
export async function setDerivationRemoved(
  writer: Writer,
  ref: ClaimRef,
  derivationId: string,
  removed: boolean,
): Promise<Result<ClaimView>> {
  const verb = removed ? 'derivation-removed' : 'derivation-pinned';
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref);
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    const derivation = await tx.derivation.findFirst({ where: { id: derivationId, claimId: claim.id } });
    if (!derivation) return refuse('not-found');
    await tx.derivation.update({ where: { id: derivationId }, data: { removedAt: removed ? writer.now : null } });
    // Written by pinDerivation alone.
    const { reads } = derivation.expression as unknown as Derived;
    return recordChange(writer, locked.value, { verb, after: { derived: reads.en } });
  });
}
