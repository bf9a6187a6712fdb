/** What published reports called verified, and what of it was found wrong later. */

import { type Engine, engineIn, type Queryable } from '#lib/data/database/database';
import { aside } from '#lib/data/database/read-aside';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { type Share, shareOf } from '#lib/domain/statistics/share';
import type { Slot } from '#lib/domain/statistics/slots';
import { type CorrectedClaim, mostListed, wrongStandings } from '#lib/domain/statistics/statistics';
import { type Asked, countedClaims, isSeen, namesOf, slotAt, within } from './counted-claims';

const { sql, raw } = Prisma;

/** The claims of a report's content (ReportContent of lib/domain/report/content) as rows, taken apart by the engine. */
const toldClaims: Record<Engine, { from: Prisma.Sql; number: Prisma.Sql; standing: Prisma.Sql }> = {
  sqlite: {
    from: raw(`json_each(r."content", '$.claims') k`),
    number: raw(`json_extract(k."value", '$.number')`),
    standing: raw(`json_extract(k."value", '$.standing')`),
  },
  postgresql: {
    from: raw(`jsonb_array_elements(r."content" -> 'claims') AS k("value")`),
    number: raw(`(k."value" ->> 'number')::int`),
    standing: raw(`k."value" ->> 'standing'`),
  },
};

export type Corrections = { bySlot: (Share | null)[]; whole: Share | null; claims: CorrectedClaim[] };

/**
 * Of the claims that a report of the period was the first to call verified, how many stand disputed or false now, or did so
 * in a later report. Reports that were withdrawn had been published. The contents of reports stay in the database.
 */
export async function correctionsBySlot(db: Queryable, asked: Asked, slots: Slot[]): Promise<Corrections> {
  const { from, number, standing } = toldClaims[engineIn(db)];
  const at = sql`t."verifiedAt"`;
  const wrong = namesOf(wrongStandings);
  type Row = { slot: number; id: string | null; published: number | bigint; corrected: number | bigint };
  const rows = await db.$queryRaw<Row[]>`
    ${aside} WITH "told" AS MATERIALIZED (
      SELECT r."articleId", ${number} AS "number", ${standing} AS "standing", r."publishedAt"
      FROM "Report" r, ${from}
      WHERE r."articleId" IN (SELECT r."articleId" FROM "Report" r WHERE ${within(sql`r."publishedAt"`, asked)})),
    "verified" AS (
      SELECT "articleId", "number", MIN(CASE WHEN "standing" = 'verified' THEN "publishedAt" END) AS "verifiedAt",
        MAX(CASE WHEN "standing" IN (${wrong}) THEN "publishedAt" END) AS "wrongAt"
      FROM "told" GROUP BY "articleId", "number"),
    "counted" AS MATERIALIZED (
      SELECT c."id", ${at} AS "at", ${slotAt(at, slots, asked.zone)} AS "slot",
        CASE WHEN c."standing" IN (${wrong}) OR t."wrongAt" > ${at} THEN 1 ELSE 0 END AS "isCorrected"
      FROM "verified" t JOIN "Claim" c ON c."articleId" = t."articleId" AND c."number" = t."number"
        JOIN "Article" a ON a."id" = c."articleId"
      WHERE ${within(at, asked)} AND ${countedClaims(asked)} AND ${isSeen(asked.viewer)})
    SELECT "slot", NULL AS "id", COUNT(*) AS "published", SUM("isCorrected") AS "corrected" FROM "counted" GROUP BY "slot"
    UNION ALL SELECT * FROM (
      SELECT "slot", "id", 1, 1 FROM "counted" WHERE "isCorrected" = 1 ORDER BY "at" DESC, "id" LIMIT ${mostListed}) l`;
  const sums = slots.map(() => ({ published: 0, corrected: 0 }));
  const ids: string[] = [];
  for (const { slot, id, published, corrected } of rows) {
    if (id !== null) ids.push(id);
    else sums[Number(slot)] = { published: Number(published), corrected: Number(corrected) };
  }
  const sum = (name: 'published' | 'corrected') => sums.reduce((all, one) => all + one[name], 0);
  return {
    bySlot: sums.map(({ published, corrected }) => shareOf(corrected, published)),
    whole: shareOf(sum('corrected'), sum('published')),
    claims: await claimsOf(db, ids),
  };
}

/** Claims in the order of their ids. */
async function claimsOf(db: Queryable, ids: string[]): Promise<CorrectedClaim[]> {
  const claims = await db.claim.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, exact: true, article: { select: { id: true, title: true, language: true } } },
  });
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
