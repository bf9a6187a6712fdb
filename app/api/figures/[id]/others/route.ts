import { z } from 'zod';
import { listMetrics, summariesOf } from '#lib/data/ledger/ledger';
import { similarMetrics } from '#lib/data/metrics/names';
import { Id } from '#lib/domain/fields';
import type { MetricChoice, MetricSummary } from '#lib/domain/ledger/ledger';
import { MetricName } from '#lib/domain/ledger/ledger-input';
import { accept } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

/** How many metrics a search for another one shows. */
const mostFound = 8;

const Query = MetricName.extend({ id: Id, search: z.string().max(200) });

/** Metrics that this one may be merged into: those found by a search, or else all, of a similar name first. */
export const GET = readRoute(Query, async ({ id, search, ...name }, db, viewer) => {
  const query = { search, standing: null, watched: false, sort: 'articles', page: 1 } as const;
  const similar = search.trim() ? [] : await similarMetrics(db, name, mostFound);
  const similarIds = similar.map((one) => one.id);
  const [first, { metrics }] = await Promise.all([summariesOf(db, similarIds, viewer), listMetrics(db, query, viewer)]);
  const others = new Map([...first, ...metrics].map((metric) => [metric.id, metric]));
  others.delete(id);
  const observed = [...others.values()].filter(({ observations }) => observations > 0);
  return accept(observed.slice(0, mostFound).map(choiceOf));
});

function choiceOf({ id, titles, standing, observations, latest }: MetricSummary): MetricChoice {
  return { id, titles, standing, observations, latest: latest?.reads ?? null };
}
