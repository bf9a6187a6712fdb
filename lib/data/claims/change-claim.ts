/**
 * How a claim is changed. A write opens a transaction, locks the claim (`lockClaim`), applies a rule, writes rows and ends
 * with `recordChange`, which gives the claim its standing, the article's history a line and the metric its news.
 */

import type { Queryable } from '#lib/data/database/database';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { type LockedArticle, lockArticle, type Writer } from '#lib/data/history/change-log';
import { type MetricCause, refreshMetric } from '#lib/data/metrics/refresh';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { outcomeOf } from '#lib/domain/claims/judge';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { redactForViewer } from '#lib/domain/review/blind';
import type { Verb } from '#lib/domain/review/history';
import { type ClaimRef, claimView, readClaim } from './read-claims';

/** A claim's own row, as the statement that locks it returns it: whole, so that it is not read again before it is written. */
type ClaimFacts = Prisma.ClaimGetPayload<object>;

/** A claim as it was when it was locked, its version raised, in its locked article. */
export type LockedClaim = LockedArticle & { claim: ClaimFacts };

/**
 * Locks a claim and its article for the rest of the transaction. Refused where the claim is gone, or where the caller saw
 * another edition or version of it, which is compared inside the UPDATE. `edits`: the claim itself changes, not only what reviewers
 * found about it. A removed claim, or one without a place, is refused unless the options include it.
 */
export async function lockClaim(
  tx: Queryable,
  writer: Writer,
  ref: ClaimRef,
  options: { edits?: boolean; includeRemoved?: boolean; includeOrphans?: boolean } = {},
): Promise<Result<LockedClaim>> {
  const locked = await lockArticle(tx, writer, ref.articleId);
  if (!locked.ok) return locked;
  const [claim] = await tx.claim.updateManyAndReturn({
    where: { id: ref.claimId, articleId: ref.articleId, edition: ref.edition, version: ref.version },
    data: {
      version: { increment: 1 },
      ...(options.edits ? { edition: { increment: 1 } } : {}),
      updatedAt: writer.now,
    },
  });
  if (!claim) {
    const isKnown = (await tx.claim.count({ where: { id: ref.claimId, articleId: ref.articleId } })) > 0;
    return refuse(isKnown ? 'claim-changed' : 'not-found');
  }
  if (claim.removedAt && !options.includeRemoved) return refuse('claim-removed');
  if (claim.orphanedAt && !options.includeOrphans) return refuse('claim-orphaned');
  return accept({ ...locked.value, claim });
}

/** What the history keeps of a change besides the claim's own facts. */
type ClaimChange = {
  verb: Verb;
  before?: Record<string, string | null>;
  after?: Record<string, string | number | boolean | null>;
  /** What the metric that the claim is on hears of it, besides its standing. */
  ledger?: MetricCause;
};

/** Ends a change of a locked claim: its standing, its line of history, its metric. Returns the claim as the writer may see it. */
export async function recordChange(
  writer: Writer,
  { tx, article, claim, log }: LockedClaim,
  { verb, before, after, ledger }: ClaimChange,
): Promise<Result<ClaimView>> {
  const row = await readClaim(tx, claim.id);
  const seen = claimView(row);
  const { judgements, ruling } = seen;
  const wasMarked = row.lookAgain !== null;
  const { standing, looksAgain } = outcomeOf({ judgements, ruling, looksAgain: wasMarked }, article.requiredJudgements);
  const clearsMark = wasMarked && !looksAgain;
  if (standing !== row.standing || clearsMark) {
    await tx.claim.update({ where: { id: row.id }, data: { standing, ...(clearsMark ? clearedLookAgain : {}) } });
  }
  await log({
    verb,
    claimId: row.id,
    before: { ...historyFacts(claim), ...before },
    after: { ...historyFacts({ ...row, standing }), ...after },
  });
  // In one order for everybody, so that two writers do not wait for each other.
  for (const metricId of [...new Set([claim.metricId, row.metricId])].sort()) {
    const cause = metricId === row.metricId ? ledger : undefined;
    if (metricId) await refreshMetric(tx, writer, metricId, cause ? [{ claimId: row.id, ...cause }] : [], row.id);
  }
  const view = { ...seen, standing, lookAgain: clearsMark ? null : seen.lookAgain };
  const { actorId, role } = writer;
  return accept(role ? redactForViewer({ id: actorId, role }, view, article) : view);
}

/** Columns that clear a claim's look-again mark. */
export const clearedLookAgain = { lookAgain: null, lookAgainIn: null, figureThen: Prisma.DbNull };

/** A claim as it stood before or after a change, for the history. */
export function historyFacts({
  number,
  start,
  end,
  exact,
  kind,
  standing,
  checkWorthy,
  weight,
}: Pick<ClaimFacts, 'number' | 'start' | 'end' | 'exact' | 'kind' | 'standing' | 'checkWorthy' | 'weight'>) {
  return { number, start, end, exact, kind, standing, checkWorthy, weight };
}
