/** Claims with a verdict: when they got it, how long that took, and whose figures were wrong. */

import { engineIn, type Queryable } from '#lib/data/database/database';
import { aside } from '#lib/data/database/read-aside';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { judgedAt } from '#lib/data/search/claim-conditions';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import { type Quartiles, quartilesOf } from '#lib/domain/statistics/quartiles';
import type { Counted } from '#lib/domain/statistics/share';
import type { Slot } from '#lib/domain/statistics/slots';
import { decidedStandings, noVerdicts, type VerdictCounts, wrongStandings } from '#lib/domain/statistics/statistics';
import { type ClaimKind, claimKinds } from '#lib/reading/claim-kinds';
import { type Asked, countedClaims, isSeen, namesOf, secondsBetween, slotAt, within } from './counted-claims';

const { sql, raw } = Prisma;

export type SettledCounts = {
  /** One for each slot. */
  bySlot: { verdicts: VerdictCounts; time: Quartiles | null }[];
  time: Quartiles | null;
  byKind: Map<ClaimKind, VerdictCounts>;
  /** By the name as it is written; '' for none. */
  byOutlet: Map<string, VerdictCounts>;
  metrics: Counted[];
  speakers: Counted[];
};

/** A line of the answer: which part of it, of what, and the number. `place` is a slot, or a place in an order. */
type Row = { part: string; slot: number; name: string; verdict: string; count: number | bigint; value: number | null };

/** Times of all slots together have this slot. */
const whole = -1;

/**
 * The settled claims of a period, counted in one statement: the moment of a verdict is looked up once for each. Of the times
 * only those come back that quartiles are made of. A claim that was judged before it was marked, as it came in with a file,
 * has no time.
 */
export async function settledCounts(db: Queryable, asked: Asked, slots: Slot[]): Promise<SettledCounts> {
  const at = sql`s."at"`;
  const rows = await db.$queryRaw<Row[]>`
    ${aside} WITH "judged" AS MATERIALIZED (
      SELECT c."standing", c."kind", c."metricId", c."speakerId", COALESCE(a."publisher", '') AS "publisher",
        c."createdAt" AS "marked", ${judgedAt(asked.viewer)} AS "at"
      FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
      WHERE ${countedClaims(asked)} AND c."standing" IN (${namesOf(verdicts)}) AND ${isSeen(asked.viewer)}),
    "settled" AS MATERIALIZED (
      SELECT s."standing", s."kind", s."metricId", s."speakerId", s."publisher", ${slotAt(at, slots, asked.zone)} AS "slot",
        ${secondsBetween[engineIn(db)]('s."marked"', 's."at"')} AS "seconds"
      FROM "judged" s WHERE ${within(at, asked)}),
    "timed" AS (
      SELECT "slot", "seconds" FROM "settled" WHERE "seconds" >= 0
      UNION ALL SELECT ${raw(String(whole))}, "seconds" FROM "settled" WHERE "seconds" >= 0),
    "placed" AS (
      SELECT "slot", "seconds", COUNT(*) OVER (PARTITION BY "slot") AS "of",
        ROW_NUMBER() OVER (PARTITION BY "slot" ORDER BY "seconds") - 1 AS "place" FROM "timed"),
    "wrong" AS (
      SELECT s."metricId", COALESCE(p."mergedIntoId", p."id") AS "speakerId",
        CASE WHEN s."standing" IN (${namesOf(wrongStandings)}) THEN 1 ELSE 0 END AS "isWrong"
      FROM "settled" s LEFT JOIN "Speaker" p ON p."id" = s."speakerId"
      WHERE s."kind" = 'figure' AND s."standing" IN (${namesOf(decidedStandings)}))
    SELECT 'kind' AS "part", "slot", "kind" AS "name", "standing" AS "verdict", COUNT(*) AS "count", 0 AS "value"
      FROM "settled" GROUP BY "slot", "kind", "standing"
    UNION ALL SELECT 'outlet', 0, "publisher", "standing", COUNT(*), 0
      FROM "settled" GROUP BY "publisher", "standing"
    UNION ALL SELECT 'metric', 0, "metricId", '', COUNT(*), SUM("isWrong")
      FROM "wrong" WHERE "metricId" IS NOT NULL GROUP BY "metricId" HAVING SUM("isWrong") > 0
    UNION ALL SELECT 'speaker', 0, "speakerId", '', COUNT(*), SUM("isWrong")
      FROM "wrong" WHERE "speakerId" IS NOT NULL GROUP BY "speakerId" HAVING SUM("isWrong") > 0
    UNION ALL SELECT 'time', "slot", CAST("place" AS TEXT), '', "of", "seconds"
      FROM "placed" WHERE "place" IN (("of" - 1) / 4, ("of" - 1) / 4 + 1, ("of" - 1) / 2, ("of" - 1) / 2 + 1,
        ("of" - 1) * 3 / 4, ("of" - 1) * 3 / 4 + 1)`;
  return countsOf(rows, slots);
}

function countsOf(rows: Row[], slots: Slot[]): SettledCounts {
  const ofPart = (part: string) => rows.filter((row) => row.part === part);
  const bySlot = slots.map(() => noVerdicts());
  const byKind = new Map<ClaimKind, VerdictCounts>();
  for (const { slot, name, verdict, count } of ofPart('kind')) {
    // Kinds and verdicts are written by lib/data/claims alone, from values of these types.
    const of = [bySlot[Number(slot)], entryOf(byKind, name as ClaimKind)];
    for (const counts of of) if (counts) counts[verdict as Verdict] += Number(count);
  }
  const byOutlet = new Map<string, VerdictCounts>();
  for (const { name, verdict, count } of ofPart('outlet')) {
    entryOf(byOutlet, name)[verdict as Verdict] += Number(count);
  }
  const times = new Map<number, { of: number; values: Map<number, number> }>();
  for (const { slot, name, count, value } of ofPart('time')) {
    const time = times.get(Number(slot)) ?? { of: Number(count), values: new Map() };
    times.set(Number(slot), time);
    time.values.set(Number(name), Number(value));
  }
  const timeOf = (slot: number): Quartiles | null => {
    const time = times.get(slot);
    return time ? quartilesOf(time.of, (place) => time.values.get(place)) : null;
  };
  const countedIn = (part: string): Counted[] =>
    ofPart(part).map(({ name, count, value }) => ({ id: name, wrong: Number(value), decided: Number(count) }));
  return {
    bySlot: bySlot.map((counts, slot) => ({ verdicts: counts, time: timeOf(slot) })),
    time: timeOf(whole),
    byKind: new Map(claimKinds.flatMap((kind) => (byKind.has(kind) ? [[kind, entryOf(byKind, kind)]] : []))),
    byOutlet,
    metrics: countedIn('metric'),
    speakers: countedIn('speaker'),
  };
}

function entryOf<Key>(counts: Map<Key, VerdictCounts>, key: Key): VerdictCounts {
  const known = counts.get(key) ?? noVerdicts();
  counts.set(key, known);
  return known;
}
