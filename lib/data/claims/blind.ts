/** The blind first pass (lib/domain/review/blind.ts) as conditions of the database. */
import { inBatches, type Queryable } from '#lib/data/database/database';
import { Prisma } from '#lib/data/generated/sqlite/client';
import type { Writer } from '#lib/data/history/change-log';
import { canBeBlind, type Viewer } from '#lib/domain/review/blind';

/** Claims that are hidden from nobody. */
const none: Prisma.ClaimWhereInput = { id: { in: [] } };

/** Claims that a person is blind to (`isBlindTo`): to them, they are open. */
export function blindTo(viewer: Viewer): Prisma.ClaimWhereInput {
  if (!canBeBlind(viewer)) return none;
  return {
    article: { blindFirstPass: true },
    OR: [{ adjudication: null }, { adjudication: { givenOn: { not: null } } }],
    judgements: { none: { reviewerId: viewer.id, givenOn: null } },
  };
}

/**
 * `blindTo` as a condition of a statement in which "c" is the claim, for those that Prisma's client cannot write. Held
 * against `blindTo` by blind.test.ts.
 */
export const isBlind = (viewer: Viewer): Prisma.Sql =>
  canBeBlind(viewer)
    ? Prisma.sql`(
        c."articleId" IN (SELECT "id" FROM "Article" WHERE "blindFirstPass")
        AND NOT EXISTS (SELECT 1 FROM "Adjudication" b WHERE b."claimId" = c."id" AND b."givenOn" IS NULL)
        AND NOT EXISTS (
          SELECT 1 FROM "Judgement" b
          WHERE b."claimId" = c."id" AND b."reviewerId" = ${viewer.id} AND b."givenOn" IS NULL))`
    : Prisma.sql`(1 = 0)`;

/** Evidence "e" of claim "c" that a person sees: on a claim that they are blind to, only what they brought. */
export const seenEvidence = (viewer: Viewer): Prisma.Sql =>
  canBeBlind(viewer) ? Prisma.sql`(e."addedById" = ${viewer.id} OR NOT ${isBlind(viewer)})` : Prisma.sql`1 = 1`;

/** Who gets the answer to a write. The desk's own writes, which name no role, see everything. */
export const viewerOf = ({ actorId, role = 'admin' }: Pick<Writer, 'actorId' | 'role'>): Viewer => ({
  id: actorId,
  role,
});

/** Leaves out what is hidden from a person: no condition at all where their role has nothing hidden. */
export const without = <Where>(viewer: Viewer, hidden: Where): { NOT?: Where } =>
  canBeBlind(viewer) ? { NOT: hidden } : {};

/** The ids of those claims among some. */
export async function blindClaims(
  db: Queryable,
  viewer: Viewer,
  where: Prisma.ClaimWhereInput,
): Promise<ReadonlySet<string>> {
  if (!canBeBlind(viewer)) return new Set();
  const rows = await db.claim.findMany({ where: { AND: [where, blindTo(viewer)] }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** Whether a person is blind to any claim of an article. */
export async function hasBlindClaims(db: Queryable, viewer: Viewer, articleId: string): Promise<boolean> {
  if (!canBeBlind(viewer)) return false;
  return (await db.claim.findFirst({ where: { articleId, ...blindTo(viewer) }, select: { id: true } })) !== null;
}

/** The same among claims named by their ids. */
export async function blindAmong(db: Queryable, viewer: Viewer, ids: string[]): Promise<ReadonlySet<string>> {
  const found = await inBatches([...new Set(ids)], (some) => blindClaims(db, viewer, { id: { in: some } }));
  return new Set(found.flatMap((some) => [...some]));
}

/**
 * Metrics that a person is to see without what others found about some of their claims. A claim that nobody but the person
 * found anything about holds nothing back.
 */
export function heldBackFrom(viewer: Viewer): Prisma.MetricWhereInput {
  if (!canBeBlind(viewer)) return { id: { in: [] } };
  const found: Prisma.ClaimWhereInput = {
    OR: [
      { judgements: { some: { reviewerId: { not: viewer.id } } } },
      { evidence: { some: { addedById: { not: viewer.id } } } },
    ],
  };
  return { claims: { some: { AND: [{ removedAt: null, orphanedAt: null }, blindTo(viewer), found] } } };
}

/**
 * Sources that a person is not to see yet: others brought them, and they are cited on nothing but claims of that kind. What
 * those merged into a source are cited on is its own.
 */
export function sourcesHeldBackFrom(viewer: Viewer): Prisma.SourceWhereInput {
  if (!canBeBlind(viewer)) return { id: { in: [] } };
  const seen = { OR: [{ addedById: viewer.id }, { claim: { NOT: blindTo(viewer) } }] };
  return {
    createdById: { not: viewer.id },
    OR: [{ evidence: { some: {} } }, { merged: { some: { evidence: { some: {} } } } }],
    evidence: { none: seen },
    merged: { none: { OR: [{ createdById: viewer.id }, { evidence: { some: seen } }] } },
  };
}
