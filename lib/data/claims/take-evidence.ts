/** Taking over what a claim that was checked before rests on. Its verdict stays its own. */
import type { Queryable } from '#lib/data/database/database';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { relationOf } from '#lib/data/search/met-before';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Stance } from '#lib/domain/claims/source';
import { type Result, refuse } from '#lib/domain/refusal';
import { stanceTaken } from '#lib/domain/search/met-before';
import { blindAmong, viewerOf } from './blind';
import { lockClaim, recordChange } from './change-claim';
import { insertEvidence } from './findings';
import type { ClaimRef } from './read-claims';

/** What tells a cited source from others: a merged one is the one that it is shown as. */
const cited = { select: { id: true, mergedIntoId: true } } as const;
const shownAs = ({ id, mergedIntoId }: { id: string; mergedIntoId: string | null }): string => mergedIntoId ?? id;

/** Most pieces of evidence that are taken over at once. */
const most = 50;

/**
 * Puts the sources of another claim on this one, as evidence that says where it was taken from. Those that are cited here
 * already are left. Refused where the other claim is not there, or has nothing that the actor sees and this one lacks.
 */
export async function takeEvidence(writer: Writer, ref: ClaimRef, fromId: string): Promise<Result<ClaimView>> {
  // Two claims are read and compared: not while their article is held.
  const relation = await relationOf(writer.db, ref.claimId, fromId);
  if (relation === null) return refuse('not-found');
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref);
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    const from = await citedOn(tx, writer, fromId);
    if (!from) return refuse('not-found');
    const here = await tx.evidence.findMany({
      where: { claimId: claim.id, removedAt: null },
      select: { source: cited },
    });
    const known = new Set(here.map(({ source }) => shownAs(source)));
    const news = from.evidence.filter(({ source }) => !known.has(shownAs(source)));
    const { number, article } = from;
    let result: Result<ClaimView> = refuse('nothing-to-take');
    for (const { source: taken, stance: stood, excerpt, locator } of news) {
      // Written from EvidenceFacts alone, whose vocabulary this is.
      const stance = stanceTaken(relation, stood as Stance);
      const added = await insertEvidence(tx, writer, claim.id, {
        ...{ source: { id: shownAs(taken) }, stance, excerpt, locator },
        takenFrom: { articleId: article.id, number, title: article.title },
      });
      if (!added.ok) return added;
      const { title: source, ledger } = added.value;
      result = await recordChange(writer, locked.value, { verb: 'evidence-added', after: { source, stance }, ledger });
      if (!result.ok) return result;
    }
    return result;
  });
}

/** A living claim with the evidence on it that the actor sees. */
async function citedOn(tx: Queryable, writer: Writer, claimId: string) {
  const viewer = viewerOf(writer);
  const isBlind = (await blindAmong(tx, viewer, [claimId])).size > 0;
  return tx.claim.findFirst({
    where: { id: claimId, removedAt: null, article: { removedAt: null } },
    select: {
      number: true,
      article: { select: { id: true, title: true } },
      evidence: {
        where: { removedAt: null, ...(isBlind ? { addedById: viewer.id } : {}) },
        select: { source: cited, stance: true, excerpt: true, locator: true },
        orderBy: { createdAt: 'asc' },
        take: most,
      },
    },
  });
}
