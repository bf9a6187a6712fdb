import type { Verdict } from '#lib/domain/claims/standing';

/** The key of each verdict, for the selected claim. */
export const verdictKeys: Record<string, Verdict> = {
  v: 'verified',
  d: 'disputed',
  f: 'false',
  u: 'unverifiable',
  n: 'not-checkable',
};

/** The key of a verdict. */
export const keyOfVerdict: Partial<Record<string, string>> = Object.fromEntries(
  Object.entries(verdictKeys).map(([key, verdict]) => [verdict, key]),
);
