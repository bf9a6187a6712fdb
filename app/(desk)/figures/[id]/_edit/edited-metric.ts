import type { MetricRef } from '#lib/domain/claims/claim-view';

/** A metric as its dialogs need it. */
export type EditedMetric = MetricRef & { aliases: string[]; edition: number };

/** A claim on the metric. */
export type ClaimChoice = {
  id: string;
  number: number;
  exact: string;
  reads: { en: string; zh: string };
  article: string;
  language: string;
};
