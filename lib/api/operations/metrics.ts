/** Operations on the ledger. */
import { z } from 'zod';
import { changed, none, type Operation, paging, search } from '#lib/api/operation';
import { MetricPage } from '#lib/api/shapes/metrics';
import { metricStandings } from '#lib/domain/ledger/ledger';

export const metricOperations = {
  listMetrics: {
    id: 'listMetrics',
    method: 'GET',
    path: '/metrics',
    scope: 'read',
    summary: 'The ledger: what figures measure across articles, newest first',
    params: none,
    query: z.strictObject({ search, standing: z.enum(metricStandings).optional(), ...changed, ...paging }),
    answer: MetricPage,
  },
} as const satisfies Record<string, Operation>;
