import type { Verdict } from '#lib/domain/claims/standing';

/** What is open inside the selected card. */
export type CardMode =
  | { open: 'nothing' }
  /** `file`: what the evidence is to be made of, where it comes along. */
  | { open: 'evidence'; pending: Verdict | null; file?: File }
  | { open: 'rationale' }
  | { open: 'comment' }
  | { open: 'ruling' }
  | { open: 'return' };
