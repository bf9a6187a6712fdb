/** Whose work is what: claims and paragraphs assigned to people, sent back, and how an article is to be judged. */

import { clearedLookAgain, lockClaim, recordChange } from '#lib/data/claims/change-claim';
import type { ClaimRef } from '#lib/data/claims/read-claims';
import { inBatches, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import {
  type ChangeLine,
  inTransaction,
  type LockedArticle,
  lockArticle,
  type Writer,
} from '#lib/data/history/change-log';
import { refreshMetric } from '#lib/data/metrics/refresh';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { outcomeOf } from '#lib/domain/claims/judge';
import type { Standing, Verdict } from '#lib/domain/claims/standing';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { AssignmentView, ReviewRules } from '#lib/domain/review/workflow';

/** Everything assigned in an article, soonest due first. */
export async function assignmentsOf(db: Queryable, articleId: string): Promise<AssignmentView[]> {
  const rows = await db.assignment.findMany({
    where: { articleId, OR: [{ paragraphId: { not: null } }, { claim: { removedAt: null, orphanedAt: null } }] },
    select: { assignee: { select: { id: true, name: true } }, dueOn: true, claimId: true, paragraphId: true },
    orderBy: { createdAt: 'asc' },
  });
  return rows.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

/** People to whom work may be given: active, and allowed to judge. */
export async function listAssignees(db: Queryable): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({
    where: { active: true, role: { not: 'viewer' } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

export type Assigning = { assigneeId: string; dueOn: string | null; claimIds: string[]; paragraphIds: string[] };

/** Gives claims and paragraphs to a person; what they have already gets the new date. Returns all assignments. */
export async function assignWork(
  writer: Writer,
  articleId: string,
  work: Assigning,
): Promise<Result<AssignmentView[]>> {
  return inTransaction(writer, async (tx) => {
    const done = await assignIn(tx, writer, articleId, work);
    return done.ok ? accept(await assignmentsOf(tx, articleId)) : done;
  });
}

/** The same within a larger change, without reading what is assigned then. */
export async function assignIn(
  tx: Queryable,
  writer: Writer,
  articleId: string,
  { assigneeId, dueOn, claimIds, paragraphIds }: Assigning,
): Promise<Result<null>> {
  const locked = await lockArticle(tx, writer, articleId);
  if (!locked.ok) return locked;
  const { logAll } = locked.value;
  const assignee = await tx.user.findFirst({
    where: { id: assigneeId, active: true, role: { not: 'viewer' } },
    select: { name: true },
  });
  if (!assignee) return refuse('not-found', { field: 'assigneeId' });
  const { claims, paragraphs } = await targetsIn(locked.value, { claimIds, paragraphIds });
  if (claims.length < claimIds.length || paragraphs.length < paragraphIds.length) return refuse('not-found');
  const made = { articleId, assigneeId, assignedById: writer.actorId, dueOn, createdAt: writer.now };
  const has = await assignedAmong(locked.value, assigneeId, { claims, paragraphs });
  await inBatches(has.assignments, (ids) => tx.assignment.updateMany({ where: { id: { in: ids } }, data: { dueOn } }));
  const rows = [
    ...claims.filter(({ id }) => !has.claims.has(id)).map(({ id: claimId }) => ({ id: newId(), ...made, claimId })),
    ...paragraphs
      .filter(({ id }) => !has.paragraphs.has(id))
      .map(({ id: paragraphId }) => ({ id: newId(), ...made, paragraphId })),
  ];
  await inBatches(rows, (data) => tx.assignment.createMany({ data }));
  await logAll([
    ...claims.map(({ id: claimId, number }): ChangeLine => {
      return { verb: 'claim-assigned', claimId, after: { number, assignee: assignee.name, dueOn } };
    }),
    ...paragraphs.map(({ position }): ChangeLine => {
      return { verb: 'paragraph-assigned', after: { paragraph: position + 1, assignee: assignee.name, dueOn } };
    }),
  ]);
  return accept(null);
}

/** Takes claims and paragraphs from a person again. Returns all assignments. */
export async function unassignWork(
  writer: Writer,
  articleId: string,
  work: Omit<Assigning, 'dueOn'>,
): Promise<Result<AssignmentView[]>> {
  return inTransaction(writer, async (tx) => {
    const done = await unassignIn(tx, writer, articleId, work);
    return done.ok ? accept(await assignmentsOf(tx, articleId)) : done;
  });
}

/** The same within a larger change, without reading what is assigned then. */
export async function unassignIn(
  tx: Queryable,
  writer: Writer,
  articleId: string,
  { assigneeId, claimIds, paragraphIds }: Omit<Assigning, 'dueOn'>,
): Promise<Result<null>> {
  const locked = await lockArticle(tx, writer, articleId);
  if (!locked.ok) return locked;
  const { logAll } = locked.value;
  const assignee = await tx.user.findUnique({ where: { id: assigneeId }, select: { name: true } });
  if (!assignee) return refuse('not-found', { field: 'assigneeId' });
  const { name } = assignee;
  const { claims, paragraphs } = await targetsIn(locked.value, { claimIds, paragraphIds });
  if (claims.length < claimIds.length || paragraphs.length < paragraphIds.length) return refuse('not-found');
  const has = await assignedAmong(locked.value, assigneeId, { claims, paragraphs });
  await inBatches(has.assignments, (ids) => tx.assignment.deleteMany({ where: { id: { in: ids } } }));
  await logAll([
    ...claims
      .filter(({ id }) => has.claims.has(id))
      .map(({ id: claimId, number }): ChangeLine => {
        return { verb: 'claim-unassigned', claimId, before: { number, assignee: name } };
      }),
    ...paragraphs
      .filter(({ id }) => has.paragraphs.has(id))
      .map(({ position }): ChangeLine => {
        return { verb: 'paragraph-unassigned', before: { paragraph: position + 1, assignee: name } };
      }),
  ]);
  return accept(null);
}

type Targets = { claims: { id: string; number: number }[]; paragraphs: { id: string; position: number }[] };

/** Which of some claims and paragraphs a person has already, and the ids of those assignments. The article is locked. */
async function assignedAmong({ tx, article }: LockedArticle, assigneeId: string, { claims, paragraphs }: Targets) {
  const wanted = new Set([...claims, ...paragraphs].map(({ id }) => id));
  const rows = await tx.assignment.findMany({
    where: { articleId: article.id, assigneeId },
    select: { id: true, claimId: true, paragraphId: true },
  });
  const found = rows.filter(({ claimId, paragraphId }) => wanted.has(claimId ?? paragraphId ?? ''));
  return {
    assignments: found.map(({ id }) => id),
    claims: new Set(found.map(({ claimId }) => claimId)),
    paragraphs: new Set(found.map(({ paragraphId }) => paragraphId)),
  };
}

/** What is named and is there: living claims by number, paragraphs by position. */
async function targetsIn(
  { tx, article }: LockedArticle,
  { claimIds, paragraphIds }: Pick<Assigning, 'claimIds' | 'paragraphIds'>,
): Promise<Targets> {
  const claims = await inBatches([...new Set(claimIds)], (ids) =>
    tx.claim.findMany({
      where: { id: { in: ids }, articleId: article.id, removedAt: null, orphanedAt: null },
      select: { id: true, number: true },
    }),
  );
  const paragraphs = await inBatches([...new Set(paragraphIds)], (ids) =>
    tx.paragraph.findMany({
      where: { id: { in: ids }, revision: { articleId: article.id } },
      select: { id: true, position: true },
    }),
  );
  return {
    claims: claims.flat().sort((a, b) => a.number - b.number),
    paragraphs: paragraphs.flat().sort((a, b) => a.position - b.position),
  };
}

/** Sends a claim back to its reviewers with what is missing; null takes that back. A ruling goes with it. */
export async function returnClaim(writer: Writer, ref: ClaimRef, note: string | null): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref, { edits: true });
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    if (note !== null && !(await tx.judgement.count({ where: { claimId: claim.id, givenOn: null } }))) {
      return refuse('nothing-to-return');
    }
    if (note !== null) await tx.adjudication.deleteMany({ where: { claimId: claim.id } });
    await tx.claim.update({ where: { id: claim.id }, data: { returnNote: note } });
    return recordChange(writer, locked.value, { verb: 'claim-returned', after: { note } });
  });
}

/**
 * Sets how many judgements the article's claims need and whether they are given blind. Standings, look-again marks and
 * metrics follow.
 */
export async function setReviewRules(
  writer: Writer,
  articleId: string,
  rules: ReviewRules,
): Promise<Result<ReviewRules>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, articleId);
    if (!locked.ok) return locked;
    const { log } = locked.value;
    const before = await tx.article.findUniqueOrThrow({
      where: { id: articleId },
      select: { requiredJudgements: true, blindFirstPass: true },
    });
    await tx.article.update({ where: { id: articleId }, data: rules });
    const claims = await tx.claim.findMany({
      where: { articleId },
      select: {
        id: true,
        standing: true,
        lookAgain: true,
        metricId: true,
        judgements: { where: { givenOn: null }, select: { verdict: true } },
        adjudication: { select: { verdict: true, givenOn: true } },
      },
    });
    const changed = new Map<Standing, string[]>();
    const looked: string[] = [];
    const metricIds = new Set<string>();
    for (const { id, standing, lookAgain, metricId, judgements, adjudication } of claims) {
      // Verdicts are written by lib/data/claims/findings alone, from values of that type.
      const found = judgements as { verdict: Verdict }[];
      const ruling = adjudication?.givenOn === null ? (adjudication as { verdict: Verdict }) : null;
      const outcome = outcomeOf(
        { judgements: found, ruling, looksAgain: lookAgain !== null },
        rules.requiredJudgements,
      );
      if (outcome.standing !== standing) {
        changed.set(outcome.standing, [...(changed.get(outcome.standing) ?? []), id]);
        if (metricId) metricIds.add(metricId);
      }
      if (lookAgain !== null && !outcome.looksAgain) looked.push(id);
    }
    for (const [standing, all] of changed) {
      await inBatches(all, (ids) =>
        tx.claim.updateMany({ where: { id: { in: ids } }, data: { standing, version: { increment: 1 } } }),
      );
    }
    await inBatches(looked, (ids) => tx.claim.updateMany({ where: { id: { in: ids } }, data: clearedLookAgain }));
    for (const metricId of [...metricIds].sort()) await refreshMetric(tx, writer, metricId);
    await log({ verb: 'review-rules-set', before, after: { ...rules } });
    return accept(rules);
  });
}
