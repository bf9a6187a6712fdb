import type { Verdict } from '#lib/domain/claims/standing';

/** What is open inside the selected card. */
export type CardMode =
  | { open: 'nothing' }
  | { open: 'evidence'; pending: Verdict | null }
  | { open: 'rationale' }
  | { open: 'comment' }
  | { open: 'ruling' }
  | { open: 'return' };
