/**
 * The statistics of the desk as a person may see them. Everything is counted in the database, in a number of statements that
 * does not grow with the desk, and aside of what people ask for meanwhile; what comes back grows with the weeks, outlets, metrics and speakers that are counted.
 */

import type { Queryable } from '#lib/data/database/database';
import { verdicts } from '#lib/domain/claims/standing';
import type { Viewer } from '#lib/domain/review/blind';
import { dayOf } from '#lib/domain/statistics/days';
import { type Counted, mostOftenWrong } from '#lib/domain/statistics/share';
import { slotsOf, unitFor } from '#lib/domain/statistics/slots';
import {
  type DeskStatistics,
  mostListed,
  type NamedShare,
  noVerdicts,
  totalOfVerdicts,
  type VerdictCounts,
} from '#lib/domain/statistics/statistics';
import { periodOf, type StatisticsQuery } from '#lib/domain/statistics/statistics-query';
import { titlesOf } from '#lib/reading/metrics';
import { foldForSearch } from '#lib/text/search';
import { agreementBySlot } from './agreement';
import { correctionsBySlot } from './corrections';
import type { Asked } from './counted-claims';
import { settledCounts } from './settled-claims';
import { waitingClaims } from './waiting-claims';

/** `zone`: the desk's time zone, one that the engine knows (`knownZone`). */
export async function deskStatistics(
  db: Queryable,
  query: StatisticsQuery,
  viewer: Viewer,
  { now, zone }: { now: Date; zone: string },
): Promise<DeskStatistics> {
  const [outlets, earliest] = [await outletsOf(db), await earliestMoment(db)];
  const today = dayOf(now, zone);
  const period = periodOf(query, { today, earliest: earliest && dayOf(earliest, zone) });
  const units = { weeks: unitFor(period, 'week'), months: unitFor(period, 'month') };
  const [weeks, months] = [slotsOf(period, units.weeks), slotsOf(period, units.months)];
  const asked: Asked = {
    ...{ viewer, kind: query.kind, period, zone, today },
    outlets: query.outlet === '' ? null : (outlets.get(foldForSearch(query.outlet)) ?? []),
  };
  const [settled, waiting, agreement, corrections] = await Promise.all([
    settledCounts(db, asked, weeks),
    waitingClaims(db, asked),
    agreementBySlot(db, asked, months),
    correctionsBySlot(db, asked, months),
  ]);
  return {
    ...{ hasClaims: earliest !== null, period, units, waiting },
    outlets: [...outlets.values()].flatMap(([name]) => name ?? []),
    checked: weeks.map((slot, at) => {
      const { verdicts: counts, time } = settled.bySlot[at] ?? { verdicts: noVerdicts(), time: null };
      return { slot, verdicts: counts, time };
    }),
    time: settled.time,
    byKind: [...settled.byKind].map(([kind, counts]) => ({ kind, verdicts: counts })),
    ...listedOutlets(settled.byOutlet),
    agreement: agreement.flatMap((one, at) => (months[at] ? [{ slot: months[at], ...one }] : [])),
    corrections: months.map((slot, at) => ({ slot, share: corrections.bySlot[at] ?? null })),
    correction: corrections.whole,
    corrected: corrections.claims,
    wrongMetrics: await namedMetrics(db, settled.metrics),
    wrongSpeakers: await namedSpeakers(db, settled.speakers),
  };
}

/** How outlets are written in the articles of the desk, by their name without case and width. */
async function outletsOf(db: Queryable): Promise<Map<string, string[]>> {
  const rows = await db.article.groupBy({
    by: ['publisher'],
    where: { publisher: { not: null }, removedAt: null },
    orderBy: { publisher: 'asc' },
  });
  const byName = new Map<string, string[]>();
  for (const { publisher } of rows) {
    if (publisher === null) continue;
    const folded = foldForSearch(publisher);
    byName.set(folded, [...(byName.get(folded) ?? []), publisher]);
  }
  return byName;
}

/** When the first claim was marked, before which none was judged or published. */
async function earliestMoment(db: Queryable): Promise<Date | null> {
  const first = await db.claim.findFirst({
    where: { removedAt: null, orphanedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { createdAt: true },
  });
  return first?.createdAt ?? null;
}

/** Outlets with most claims first, under their most frequent spelling; the rest as one. */
function listedOutlets(counted: Map<string, VerdictCounts>): Pick<DeskStatistics, 'byOutlet' | 'otherOutlets'> {
  const byName = new Map<string, { name: string; most: number; verdicts: VerdictCounts }>();
  for (const [name, counts] of counted) {
    const folded = foldForSearch(name);
    const known = byName.get(folded) ?? { name, most: 0, verdicts: noVerdicts() };
    const total = totalOfVerdicts(counts);
    byName.set(folded, {
      ...(total > known.most ? { name, most: total } : { name: known.name, most: known.most }),
      verdicts: sumOf([known.verdicts, counts]),
    });
  }
  const all = [...byName.values()].sort(
    (a, b) => totalOfVerdicts(b.verdicts) - totalOfVerdicts(a.verdicts) || (a.name < b.name ? -1 : 1),
  );
  const rest = all.slice(mostListed);
  return {
    byOutlet: all.slice(0, mostListed).map(({ name, verdicts: counts }) => ({ name: name || null, verdicts: counts })),
    otherOutlets: { outlets: rest.length, verdicts: sumOf(rest.map((one) => one.verdicts)) },
  };
}

function sumOf(some: VerdictCounts[]): VerdictCounts {
  const sum = noVerdicts();
  for (const counts of some) for (const verdict of verdicts) sum[verdict] += counts[verdict];
  return sum;
}

async function namedMetrics(db: Queryable, counted: Counted[]): Promise<NamedShare[]> {
  const worst = mostOftenWrong(counted, mostListed);
  const rows = await db.metric.findMany({
    where: { id: { in: worst.map(({ id }) => id) } },
    select: { id: true, subject: true, measure: true, scope: true },
  });
  const byId = new Map(rows.map((row) => [row.id, titlesOf(row)]));
  return worst.flatMap(({ id, share }) => {
    const name = byId.get(id);
    return name ? [{ id, name, share }] : [];
  });
}

async function namedSpeakers(db: Queryable, counted: Counted[]): Promise<NamedShare[]> {
  const worst = mostOftenWrong(counted, mostListed);
  const rows = await db.speaker.findMany({
    where: { id: { in: worst.map(({ id }) => id) } },
    select: { id: true, name: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row.name]));
  return worst.flatMap(({ id, share }) => {
    const name = byId.get(id);
    return name === undefined ? [] : [{ id, name: { en: name, zh: name }, share }];
  });
}
