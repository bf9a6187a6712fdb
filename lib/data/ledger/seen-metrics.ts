/**
 * Metrics as a person sees them. What a metric's observations come to is stored with it; where a blind first pass holds
 * some of them back from the person, it is worked out anew from the others.
 */
import { blindClaims, heldBackFrom } from '#lib/data/claims/blind';
import { inBatches, type Queryable } from '#lib/data/database/database';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { aliasesOf } from '#lib/data/metrics/names';
import {
  describeInBoth,
  type Observed,
  observationsOf,
  ratesOf,
  type StoredSettled,
  storedSettled,
  summaryOf,
} from '#lib/data/metrics/refresh';
import type { MetricSummary } from '#lib/domain/ledger/ledger';
import { type MetricStanding, type SettledValue, settledValue } from '#lib/domain/ledger/metric-standing';
import { canBeBlind, type Viewer } from '#lib/domain/review/blind';
import type { FigureFacts } from '#lib/reading/figure-types';
import { titlesOf } from '#lib/reading/metrics';

/** The columns of a metric that its summary for a person is made of. */
export const summaryColumns = (viewer: Viewer) =>
  ({
    id: true,
    subject: true,
    measure: true,
    scope: true,
    aliases: true,
    standing: true,
    observations: true,
    articles: true,
    sources: true,
    spread: true,
    latest: true,
    settled: true,
    edition: true,
    createdAt: true,
    changedAt: true,
    watches: { where: { userId: viewer.id }, select: { userId: true } },
  }) as const;

export type SummaryRow = Prisma.MetricGetPayload<{ select: ReturnType<typeof summaryColumns> }>;

/** `settled`: with the observations that make the value, which are in the viewer's sight. */
export type SeenMetric = { summary: MetricSummary; settled: StoredSettled | SettledValue | null };

/** Metrics as a person sees them, in the order of their rows. */
export async function seenMetrics(db: Queryable, rows: SummaryRow[], viewer: Viewer): Promise<SeenMetric[]> {
  const held = await heldBackAmong(
    db,
    rows.map(({ id }) => id),
    viewer,
  );
  const shown = await observationsFor(db, { metricId: { in: [...held] } }, viewer);
  const rates = held.size > 0 ? await ratesOf(db) : [];
  return rows.map((row) => {
    const facts = { ...row, latest: latestOf(row.latest), settled: storedSettled(row.settled) };
    if (!held.has(row.id)) return seen(facts, false);
    const some = shown.get(row.id) ?? [];
    const { latest = null, ...counts } = summaryOf(some, rates);
    const newest = some.map(({ at }) => at).sort();
    return seen(
      {
        ...facts,
        ...counts,
        latest,
        // To a person who is blind to some of its claims it is open, as these are.
        standing: 'open',
        settled: settledValue(some, rates),
        changedAt: new Date(newest.at(-1) ?? row.createdAt),
      },
      true,
    );
  });
}

type SeenFacts = Omit<SummaryRow, 'latest' | 'settled'> & {
  latest: (FigureFacts & { from: 'claim' | 'source' }) | null;
  settled: StoredSettled | SettledValue | null;
};

function seen(row: SeenFacts, heldBack: boolean): SeenMetric {
  const { id, subject, measure, scope, observations, articles, sources, spread, edition, latest, settled } = row;
  const summary = {
    ...{ id, subject, measure, scope, observations, articles, sources, spread, edition, heldBack },
    titles: titlesOf(row),
    aliases: aliasesOf(row.aliases),
    standing: row.standing as MetricStanding,
    latest: latest && { figure: latest, reads: describeInBoth(latest), from: latest.from },
    settled: settled && { figure: settled.figure, reads: describeInBoth(settled.figure) },
    watched: row.watches.length > 0,
    changedAt: row.changedAt.toISOString(),
  };
  return { summary, settled };
}

// Written by metric-summary alone, from values of this type.
const latestOf = (stored: Prisma.JsonValue) => stored as SeenFacts['latest'];

/** Those of some metrics that are seen without what others found about claims that the person is blind to. */
export async function heldBackAmong(db: Queryable, ids: string[], viewer: Viewer): Promise<ReadonlySet<string>> {
  if (!canBeBlind(viewer)) return new Set();
  const found = await inBatches(ids, (some) =>
    db.metric.findMany({ where: { AND: [{ id: { in: some } }, heldBackFrom(viewer)] }, select: { id: true } }),
  );
  return new Set(found.flat().map(({ id }) => id));
}

/**
 * The observations of claims by metric, as a person may see them: a claim that they are blind to is open and has no
 * figures of sources but their own.
 */
export async function observationsFor(
  db: Queryable,
  where: Prisma.ClaimWhereInput,
  viewer: Viewer,
): Promise<Map<string, Observed[]>> {
  const [observations, blind] = await Promise.all([observationsOf(db, where), blindClaims(db, viewer, where)]);
  const byMetric = new Map<string, Observed[]>();
  for (const one of observations) {
    const isBlind = blind.has(one.claim.id);
    if (isBlind && one.from === 'source' && one.addedById !== viewer.id) continue;
    const shown: Observed = isBlind && one.from === 'claim' ? { ...one, standing: 'open' } : one;
    byMetric.set(one.metricId, [...(byMetric.get(one.metricId) ?? []), shown]);
  }
  return byMetric;
}
