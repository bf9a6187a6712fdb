/**
 * The audit trail: who did what about access to the desk, what left it, and how it is set. Each kind has a sentence in every
 * language (app/i18n, access.audit), whose values are the line's details. Invariant: no detail is a secret.
 */
import type { PersonView } from './person-view';

export const auditKinds = [
  'sign-in',
  'sign-in-failed',
  'proof-failed',
  'sign-out',
  'sessions-ended',
  'password-changed',
  'password-replaced',
  'second-factor-on',
  'second-factor-off',
  'second-factor-reset',
  'second-factor-required',
  'recovery-code-used',
  'recovery-codes-made',
  'invitation-made',
  'invitation-revoked',
  'invitation-restored',
  'joined',
  'role-changed',
  'deactivated',
  'reactivated',
  'token-made',
  'token-revoked',
  'feed-made',
  'feed-ended',
  'exported',
  'desk-changed',
  'backed-up',
  'file-opened',
  'files-passed-on',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** Values of a sentence. */
export type AuditDetails = Record<string, string | number | null>;

/** A line as an admin reads it; `at` is ISO 8601, `network` an address or a shortened one. */
export type AuditView = {
  id: string;
  at: string;
  kind: AuditKind;
  actor: PersonView | null;
  subject: PersonView | null;
  network: string | null;
  details: AuditDetails;
};
