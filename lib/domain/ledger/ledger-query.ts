import type { MetricStanding } from './metric-standing';

/** The orders in which the ledger can be listed. */
export const ledgerSorts = ['changed', 'name', 'spread', 'articles', 'sources'] as const;
export type LedgerSort = (typeof ledgerSorts)[number];

/** Which part of the ledger is listed, and in which order. */
export type LedgerQuery = {
  search: string;
  standing: MetricStanding | null;
  watched: boolean;
  sort: LedgerSort;
  /** From 1. */
  page: number;
};
