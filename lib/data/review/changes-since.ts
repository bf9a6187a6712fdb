/** Reading the history for the live channel: how far articles have come, and what brings a view up to date. */

import { paragraphsOf } from '#lib/data/articles/articles';
import { openSuggestions } from '#lib/data/articles/proposals';
import { claimsOf } from '#lib/data/claims/read-claims';
import type { Database, Queryable } from '#lib/data/database/database';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Actor } from '#lib/domain/people/permission';
import { canBeBlind, redactForViewer } from '#lib/domain/review/blind';
import type { ReviewUpdate } from '#lib/domain/review/update';
import { touchedBy } from '#lib/domain/review/update';
import { assignmentsOf } from './assignments';
import { threadsOf } from './comments';

/** Above this many changes, send the whole view instead of a delta. */
const longestGap = 500;

/** The number of the last change of each article that is there. */
export async function lastSeqs(db: Queryable, articleIds: string[]): Promise<Map<string, number>> {
  const rows = await db.article.findMany({ where: { id: { in: articleIds } }, select: { id: true, lastSeq: true } });
  return new Map(rows.map(({ id, lastSeq }) => [id, lastSeq]));
}

/**
 * What brings a view that holds change `since` up to now, read at one moment. `reader` is whose view it is. Null where the
 * article is gone, or has not come as far as `since` (an older copy of the database was put back).
 */
export async function changesSince(
  db: Database,
  articleId: string,
  since: number,
  reader: Pick<Actor, 'id' | 'role'>,
): Promise<ReviewUpdate | null> {
  const read = (tx: Queryable) => readChanges(tx, articleId, since, reader);
  // On both engines: every query of the transaction sees the same moment, and a transaction that only reads fails nobody.
  return db.$transaction(read, { isolationLevel: 'Serializable' });
}

async function readChanges(
  tx: Queryable,
  articleId: string,
  since: number,
  reader: Pick<Actor, 'id' | 'role'>,
): Promise<ReviewUpdate | null> {
  const article = await tx.article.findFirst({
    where: { id: articleId, removedAt: null },
    select: {
      lastSeq: true,
      blindFirstPass: true,
      revisions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  });
  if (!article || article.lastSeq < since) return null;
  const revision = article.revisions[0]?.number ?? 1;
  const missed = { articleId, seq: { gt: since } };
  // A line about a file changes nothing of the view, and not everybody is to know of it.
  const isSeen = { NOT: { verb: { startsWith: 'source-file-' } } };
  const others = await tx.change.count({ where: { ...missed, actorId: { not: reader.id }, ...isSeen } });
  const isFar = article.lastSeq - since > longestGap;
  const lines = isFar
    ? []
    : await tx.change.findMany({ where: missed, select: { verb: true, claimId: true, after: true } });
  const touched =
    isFar || since === 0 ? null : touchedBy(lines.map((line) => ({ ...line, paragraph: numberIn(line.after) })));
  const shown = (claims: ClaimView[]) => claims.map((claim) => redactForViewer(reader, claim, article));
  const head = { seq: article.lastSeq, others };
  if (!touched) {
    return {
      ...head,
      since: 0,
      isArticleEdited: true,
      paragraphs: await paragraphsOf(tx, articleId, revision),
      claims: shown(await claimsOf(tx, articleId)),
      removed: await removedAmong(tx, { articleId }),
      suggestions: await openSuggestions(tx, articleId, revision),
      assignments: await assignmentsOf(tx, articleId),
      threads: await threadsOf(tx, articleId, reader),
    };
  }
  const { claimIds, paragraphs, hasSuggestions, hasSpeakers, hasAssignments, hasThreads, isArticleEdited } = touched;
  const some = { OR: [{ id: { in: claimIds } }, ...(hasSpeakers ? [{ speakerId: { not: null } }] : [])] };
  const hasClaims = claimIds.length > 0 || hasSpeakers;
  // A verdict opens, and one taken back closes, what others wrote about its claim.
  const mayUnveil = article.blindFirstPass && canBeBlind(reader) && claimIds.length > 0;
  return {
    ...head,
    since,
    isArticleEdited,
    paragraphs: paragraphs.length > 0 ? await paragraphsOf(tx, articleId, revision, paragraphs) : [],
    claims: hasClaims ? shown(await claimsOf(tx, articleId, some)) : [],
    removed: claimIds.length > 0 ? await removedAmong(tx, { articleId, id: { in: claimIds } }) : [],
    suggestions: hasSuggestions ? await openSuggestions(tx, articleId, revision) : null,
    assignments: hasAssignments ? await assignmentsOf(tx, articleId) : null,
    threads: hasThreads || mayUnveil ? await threadsOf(tx, articleId, reader) : null,
  };
}

function removedAmong(tx: Queryable, where: Prisma.ClaimWhereInput) {
  const isGone = { OR: [{ removedAt: { not: null } }, { orphanedAt: { not: null } }] };
  return tx.claim.findMany({ where: { AND: [where, isGone] }, select: { id: true, version: true } });
}

/** The number of the paragraph that a line of the history names, where it names one. */
function numberIn(after: Prisma.JsonValue): number | null {
  const named = after !== null && typeof after === 'object' && !Array.isArray(after) ? after.paragraph : null;
  return typeof named === 'number' ? named : null;
}
