import type { MetricStanding } from './metric-standing';

/** Sort orders of the ledger. */
export const ledgerSorts = ['changed', 'name', 'spread', 'articles', 'sources'] as const;
export type LedgerSort = (typeof ledgerSorts)[number];

/** Which part of the ledger to list, and in which order. */
export type LedgerQuery = {
  search: string;
  standing: MetricStanding | null;
  watched: boolean;
  sort: LedgerSort;
  /** From 1. */
  page: number;
};
