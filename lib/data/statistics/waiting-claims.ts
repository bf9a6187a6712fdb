/** Claims that wait now, by kind. */

import type { Queryable } from '#lib/data/database/database';
import { aside } from '#lib/data/database/read-aside';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { isOverdue, seenStanding } from '#lib/data/search/claim-conditions';
import type { Waiting } from '#lib/domain/statistics/statistics';
import { claimKinds } from '#lib/reading/claim-kinds';
import { type Asked, countedClaims } from './counted-claims';

const { sql } = Prisma;
const countWhere = (condition: Prisma.Sql) => sql`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

/** The same claims that the list of claims finds by its filters: what a person is blind to is open there too. */
export async function waitingClaims(db: Queryable, asked: Asked): Promise<Waiting[]> {
  const { viewer, today } = asked;
  const standing = seenStanding(viewer);
  // Few articles have work that is late: of all others no claim is asked.
  const isLate = sql`c."articleId" IN (SELECT "articleId" FROM "Assignment" WHERE "dueOn" < ${today})
    AND ${isOverdue(viewer, today)}`;
  type Row = { kind: string } & Record<Exclude<keyof Waiting, 'kind'>, number | bigint>;
  const rows = await db.$queryRaw<Row[]>`
    ${aside} SELECT c."kind" AS "kind", ${countWhere(sql`${standing} = 'open'`)} AS "open",
      ${countWhere(sql`${standing} = 'contested'`)} AS "contested", ${countWhere(isLate)} AS "overdue",
      ${countWhere(sql`c."lookAgain" IS NOT NULL`)} AS "lookAgain"
    FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId" WHERE ${countedClaims(asked)} GROUP BY c."kind"`;
  return claimKinds.flatMap((kind): Waiting[] => {
    const row = rows.find((one) => one.kind === kind);
    if (!row) return [];
    const { open, contested, overdue, lookAgain } = row;
    const waiting = { open: Number(open), contested: Number(contested), overdue: Number(overdue) };
    const all = { kind, ...waiting, lookAgain: Number(lookAgain) };
    return all.open + all.contested + all.overdue + all.lookAgain > 0 ? [all] : [];
  });
}
