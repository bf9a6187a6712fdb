/**
 * The names of all metrics, indexed in memory for finding those that are alike. The index is built once per process; what is
 * named later is kept in a small second one beside it until that has grown, so that nobody waits for the whole.
 */

import type { Database } from '#lib/data/database/database';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { type IndexedMetric, type MetricIndex, metricIndex, metricKey } from '#lib/domain/ledger/metric-index';
import type { MetricName } from '#lib/reading/metrics';

/** The aliases that a metric's row keeps. */
export const aliasesOf = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];

type Names = {
  /** Cache key: changes whenever an unmerged metric is renamed. */
  stamp: string;
  /** When one was last named. */
  last: Date | null;
  named: Map<string, IndexedMetric>;
  all: MetricIndex;
  /** Metrics named since `all` was built, and those alone. */
  newer: { ids: Set<string>; index: MetricIndex };
};

const namesByDatabase = new WeakMap<Database, Names>();

/** From here on it is time to build the whole index again. */
const mostNewer = 250;

const columns = { id: true, subject: true, measure: true, scope: true, aliases: true, mergedIntoId: true } as const;
type MetricRow = Prisma.MetricGetPayload<{ select: typeof columns }>;

/** Writers' clocks differ, and a transaction commits later than its moment: so much is read again (ms). */
const overlap = 60_000;

/** The index as the database is now. */
async function namesOf(db: Database): Promise<Names> {
  const { _count, _max, _sum } = await db.metric.aggregate({
    where: { mergedIntoId: null },
    _count: true,
    _max: { namedAt: true, id: true },
    _sum: { edition: true },
  });
  const last = _max.namedAt;
  const stamp = [_count, last?.getTime(), _max.id, _sum.edition].join();
  const names = namesByDatabase.get(db);
  if (names?.stamp === stamp) return names;
  const found = (names && (await withNewer(db, names, _count))) ?? (await readAll(db));
  const now = { ...found, stamp, last };
  namesByDatabase.set(db, now);
  return now;
}

async function readAll(db: Database): Promise<Omit<Names, 'stamp' | 'last'>> {
  const rows = await db.metric.findMany({ where: { mergedIntoId: null }, select: columns, orderBy: { id: 'asc' } });
  const metrics = rows.map(indexed);
  const named = new Map(metrics.map((metric) => [metric.id, metric]));
  return { named, all: metricIndex(metrics), newer: { ids: new Set(), index: metricIndex([]) } };
}

/** The index with what was named since; null where that is much, or does not account for all there is. */
async function withNewer(db: Database, names: Names, count: number): Promise<Omit<Names, 'stamp' | 'last'> | null> {
  const { last } = names;
  if (!last) return null;
  const rows = await db.metric.findMany({
    where: { namedAt: { gte: new Date(last.getTime() - overlap) } },
    select: columns,
    orderBy: { id: 'asc' },
  });
  const ids = new Set([...names.newer.ids, ...rows.map(({ id }) => id)]);
  if (ids.size > mostNewer) return null;
  const named = new Map(names.named);
  for (const row of rows) {
    if (row.mergedIntoId === null) named.set(row.id, indexed(row));
    else named.delete(row.id);
  }
  if (named.size !== count) return null;
  return { named, all: names.all, newer: { ids, index: metricIndex([...ids].flatMap((id) => named.get(id) ?? [])) } };
}

const indexed = ({ aliases, mergedIntoId: _, ...name }: MetricRow): IndexedMetric => ({
  ...name,
  aliases: aliasesOf(aliases),
});

/** Metrics whose names are like one, best first; `same`: it says the same. */
export async function similarMetrics(
  db: Database,
  name: MetricName,
  limit = 5,
): Promise<{ id: string; score: number; same: boolean }[]> {
  const { named, all, newer } = await namesOf(db);
  const older = all.similar(name, limit + newer.ids.size).filter(({ id }) => !newer.ids.has(id));
  return [...older, ...newer.index.similar(name, limit)]
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ id, score }) => {
      const metric = named.get(id);
      return { id, score, same: metric !== undefined && metricKey(metric) === metricKey(name) };
    });
}

/** The subjects that metrics have, the latest last; at most `most`. */
export async function knownSubjects(db: Database, most: number): Promise<string[]> {
  const { named } = await namesOf(db);
  return [...new Set([...named.values()].slice(-most).map(({ subject }) => subject))];
}
