/** Work across articles: what waits for a person, what waits for an editor, and how much everybody has. */

import { blindAmong, blindTo, without } from '#lib/data/claims/blind';
import type { Queryable } from '#lib/data/database/database';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { type Standing, standings, type Verdict } from '#lib/domain/claims/standing';
import type { Role } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import { canBeBlind, type Viewer } from '#lib/domain/review/blind';
import { factsIn, numberIn } from '#lib/domain/review/history';
import { deskToday } from '#lib/domain/statistics/days';
import type { ClaimKind } from '#lib/reading/claim-kinds';

/** A claim as lists of work show it. */
export type WorkClaim = {
  id: string;
  number: number;
  exact: string;
  kind: ClaimKind;
  standing: Standing;
  article: { id: string; title: string };
};

export type MyWork = {
  /** Soonest due first; `dueOn` is an ISO date. */
  assigned: (WorkClaim & { dueOn: string | null })[];
  returned: (WorkClaim & { note: string })[];
  overruled: (WorkClaim & { mine: Verdict; ruling: Verdict; reason: string })[];
  /** Whose words a revision changed since the person judged them; `before`: the words that were judged. */
  lookAgain: (WorkClaim & { before: string })[];
};

const workItem = {
  ...{ id: true, number: true, exact: true, kind: true, standing: true },
  article: { select: { id: true, title: true } },
} as const;

type ListedRow = Omit<WorkClaim, 'kind' | 'standing'> & { kind: string; standing: string };

/** `standing` is left open where the viewer has not judged yet: in a blind first pass it would give others' verdicts away. */
function workClaim({ id, number, exact, kind, standing, article }: ListedRow): WorkClaim {
  // Written by lib/data/claims alone, from values of these types.
  return { id, number, exact, article, kind: kind as ClaimKind, standing: standing as Standing };
}

const inText = { removedAt: null, orphanedAt: null, article: { removedAt: null } } as const;
const unsettled: Standing[] = ['open', 'contested'];

/** What is assigned to a person and not judged by them. What others settled still waits for who is blind to it. */
async function assignedTo(db: Queryable, viewer: Viewer) {
  const assigneeId = viewer.id;
  const isMine = { assignments: { some: { assigneeId } } };
  const read = (where: Prisma.ClaimWhereInput) =>
    db.claim.findMany({
      where: {
        ...{ ...inText, OR: [isMine, { paragraph: isMine }] },
        AND: [where, { NOT: { judgements: { some: { reviewerId: assigneeId, givenOn: null } } } }],
      },
      select: {
        ...workItem,
        assignments: { where: { assigneeId }, select: { dueOn: true } },
        paragraph: { select: { assignments: { where: { assigneeId }, select: { dueOn: true } } } },
      },
      orderBy: [{ articleId: 'asc' }, { number: 'asc' }],
      take: 500,
    });
  const open = await read({ standing: { in: unsettled } });
  if (!canBeBlind(viewer)) return open;
  const blind = await db.assignment.findMany({
    where: { assigneeId, article: { blindFirstPass: true, removedAt: null } },
    select: { articleId: true },
    distinct: ['articleId'],
  });
  if (blind.length === 0) return open;
  const settled = { articleId: { in: blind.map(({ articleId }) => articleId) }, standing: { notIn: unsettled } };
  return [...open, ...(await read({ AND: [settled, blindTo(viewer)] }))];
}

/** What waits for a person: assigned and not judged by them, sent back, and (for a month) ruled otherwise. */
export async function workOf(db: Queryable, viewer: Viewer, now: Date): Promise<MyWork> {
  const personId = viewer.id;
  const isMine = { assignments: { some: { assigneeId: personId } } };
  const judgedByMe = { judgements: { some: { reviewerId: personId, givenOn: null } } };
  const monthAgo = new Date(now.getTime() - 30 * 24 * 3_600_000);
  const [assigned, returned, ruled, changed] = [
    await assignedTo(db, viewer),
    await db.claim.findMany({
      where: { ...inText, returnNote: { not: null }, OR: [judgedByMe, isMine], ...without(viewer, blindTo(viewer)) },
      select: { ...workItem, returnNote: true },
      orderBy: { updatedAt: 'desc' },
      take: 200,
    }),
    // Asked of the rulings: an index tells those of a month, and none a person's claims.
    await db.adjudication.findMany({
      where: { createdAt: { gte: monthAgo }, givenOn: null, claim: { ...inText, ...judgedByMe } },
      select: {
        ...{ verdict: true, reason: true },
        claim: {
          select: { ...workItem, judgements: { where: { reviewerId: personId }, select: { verdict: true } } },
        },
      },
      orderBy: { claim: { updatedAt: 'desc' } },
      take: 200,
    }),
    await db.claim.findMany({
      where: {
        ...inText,
        lookAgain: { not: null },
        OR: [isMine, { judgements: { some: { reviewerId: personId, givenOn: { not: null } } } }],
      },
      select: { ...workItem, lookAgain: true },
      orderBy: [{ articleId: 'asc' }, { number: 'asc' }],
      take: 200,
    }),
  ];
  const blind = await blindAmong(
    db,
    viewer,
    changed.map(({ id }) => id),
  );
  return {
    assigned: assigned
      .map(({ assignments, paragraph, ...row }) => ({
        ...workClaim({ ...row, standing: 'open' }),
        dueOn: soonest([...assignments, ...paragraph.assignments].map(({ dueOn }) => dueOn)),
      }))
      .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')),
    returned: returned.map(({ returnNote, ...row }) => ({ ...workClaim(row), note: returnNote ?? '' })),
    lookAgain: changed.map(({ lookAgain, ...row }) => {
      const standing = blind.has(row.id) ? 'open' : row.standing;
      return { ...workClaim({ ...row, standing }), before: lookAgain ?? '' };
    }),
    overruled: ruled.flatMap(({ verdict, reason, claim: { judgements, ...row } }) => {
      const [mine] = judgements;
      if (!mine || mine.verdict === verdict) return [];
      return [{ ...workClaim(row), mine: mine.verdict as Verdict, ruling: verdict as Verdict, reason }];
    }),
  };
}

const soonest = (dates: (string | null)[]) => dates.filter((date) => date !== null).sort()[0] ?? null;

export type RulingQueue = { contested: WorkClaim[]; agreed: WorkClaim[] };

/** What waits for an editor: contested claims, and those on which two or more reviewers agree without a ruling. */
export async function rulingQueue(db: Queryable, limit = 200): Promise<RulingQueue> {
  const rows = await db.claim.findMany({
    where: {
      ...inText,
      checkWorthy: true,
      returnNote: null,
      NOT: { adjudication: { givenOn: null } },
      standing: { in: standings.filter((standing) => standing !== 'open') },
    },
    select: { ...workItem, judgements: { where: { givenOn: null }, select: { id: true } } },
    orderBy: { updatedAt: 'desc' },
    take: limit * 4,
  });
  const place = (standing: Standing) => standings.indexOf(standing);
  const claims = rows.map(({ judgements, ...row }) => ({ claim: workClaim(row), judgements: judgements.length }));
  return {
    contested: claims
      .filter(({ claim }) => claim.standing === 'contested')
      .map(({ claim }) => claim)
      .slice(0, limit),
    agreed: claims
      .filter(({ claim, judgements }) => claim.standing !== 'contested' && judgements > 1)
      .map(({ claim }) => claim)
      .sort((a, b) => place(a.standing) - place(b.standing))
      .slice(0, limit),
  };
}

/**
 * How much an active person has: assigned and not judged by them, of that late, and judged in the last seven days; of blind
 * first passes, how many verdicts of that week came after they saw what others found, and how many they took back then.
 */
export type Workload = {
  person: PersonView;
  open: number;
  late: number;
  judged: number;
  informed: number;
  withdrawn: number;
};

/** How much everybody has. */
export async function workloads(db: Queryable, now: Date): Promise<Workload[]> {
  const today = deskToday(now);
  const weekAgo = new Date(now.getTime() - 7 * 24 * 3_600_000);
  const [people, informed, withdrawn] = [
    await db.user.findMany({
      where: { active: true, role: { not: 'viewer' } },
      select: {
        id: true,
        name: true,
        role: true,
        assigned: {
          where: { article: { removedAt: null } },
          select: {
            dueOn: true,
            claim: { select: workFacts },
            paragraph: { select: { claims: { where: { removedAt: null, orphanedAt: null }, select: workFacts } } },
          },
        },
        _count: { select: { judgements: { where: { updatedAt: { gte: weekAgo } } } } },
      },
      orderBy: { name: 'asc' },
    }),
    await db.judgement.groupBy({
      by: ['reviewerId'],
      where: { pass: 'informed', updatedAt: { gte: weekAgo } },
      _count: true,
    }),
    await db.change.findMany({
      where: { verb: 'judgement-withdrawn', at: { gte: weekAgo } },
      select: { actorId: true, after: true },
      take: mostWithdrawals,
    }),
  ];
  const seen = withdrawn.filter(({ after }) => (numberIn(factsIn(after), 'shown') ?? 0) > 0);
  return people.map(({ id, name, role, assigned, _count }) => {
    const due = new Map<string, string | null>();
    for (const { dueOn, claim, paragraph } of assigned) {
      for (const one of [...(claim ? [claim] : []), ...(paragraph?.claims ?? [])]) {
        // What others settled is still to be done by those who are blind to it.
        const isBlind = one.article.blindFirstPass && canBeBlind({ role: role as Role }) && !isRuled(one);
        const isOpen =
          one.removedAt === null &&
          one.orphanedAt === null &&
          (isBlind || (unsettled as string[]).includes(one.standing));
        if (!isOpen || one.judgements.some(({ reviewerId }) => reviewerId === id)) continue;
        due.set(one.id, soonest([due.get(one.id) ?? null, dueOn]));
      }
    }
    const late = [...due.values()].filter((dueOn) => dueOn !== null && dueOn < today).length;
    return {
      person: { id, name },
      open: due.size,
      late,
      judged: _count.judgements,
      informed: informed.find(({ reviewerId }) => reviewerId === id)?._count ?? 0,
      withdrawn: seen.filter(({ actorId }) => actorId === id).length,
    };
  });
}

const workFacts = {
  ...{ id: true, standing: true, removedAt: true, orphanedAt: true },
  judgements: { where: { givenOn: null }, select: { reviewerId: true } },
  adjudication: { select: { givenOn: true } },
  article: { select: { blindFirstPass: true } },
} as const;

const isRuled = ({ adjudication }: { adjudication: { givenOn: string | null } | null }): boolean =>
  adjudication !== null && adjudication.givenOn === null;

/** How many withdrawals of a week are counted. */
const mostWithdrawals = 2_000;
