/** How two or more people judged the same claims, by the time of the last of their judgements. */

import type { Queryable } from '#lib/data/database/database';
import { aside } from '#lib/data/database/read-aside';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import type { Slot } from '#lib/domain/statistics/slots';
import { agreementOfSlot, type JudgedAlike, noVerdicts, type SlotAgreement } from '#lib/domain/statistics/statistics';
import { type Asked, countedClaims, isSeen, slotAt, within } from './counted-claims';

const { sql, join, raw } = Prisma;

/** How often a verdict was given on a claim, as a column: SQLite does not take the bare word "false" for one. */
const columnOf = <Given extends Verdict>(verdict: Given): `given-${Given}` => `given-${verdict}`;

/** The agreement of each slot. Claims that were judged alike come back as one line. */
export async function agreementBySlot(db: Queryable, asked: Asked, slots: Slot[]): Promise<SlotAgreement[]> {
  const at = sql`j."at"`;
  const columns = verdicts.map((verdict) => raw(`"${columnOf(verdict)}"`));
  const counts = verdicts.map((verdict) =>
    raw(`SUM(CASE WHEN j."verdict" = '${verdict}' THEN 1 ELSE 0 END) AS "${columnOf(verdict)}"`),
  );
  type Row = { slot: number; claims: number | bigint } & Record<ReturnType<typeof columnOf>, number | bigint>;
  const rows = await db.$queryRaw<Row[]>`
    ${aside} WITH "judged" AS MATERIALIZED (
      SELECT j."claimId", MAX(j."updatedAt") AS "at", ${join(counts)}
      FROM "Judgement" j WHERE j."givenOn" IS NULL GROUP BY j."claimId" HAVING COUNT(*) > 1)
    SELECT ${slotAt(at, slots, asked.zone)} AS "slot", ${join(columns)}, COUNT(*) AS "claims"
    FROM "judged" j JOIN "Claim" c ON c."id" = j."claimId" JOIN "Article" a ON a."id" = c."articleId"
    WHERE ${within(at, asked)} AND ${countedClaims(asked)} AND ${isSeen(asked.viewer)}
    GROUP BY 1, ${join(columns)}`;
  const bySlot = slots.map((): JudgedAlike[] => []);
  for (const row of rows) {
    const given = noVerdicts();
    for (const verdict of verdicts) given[verdict] = Number(row[columnOf(verdict)]);
    bySlot[Number(row.slot)]?.push({ verdicts: given, claims: Number(row.claims) });
  }
  return bySlot.map(agreementOfSlot);
}
