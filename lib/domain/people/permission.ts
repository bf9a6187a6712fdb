/** Who may do what. The server and the buttons on the screen ask the same functions. */
import { type Refusal, refuse } from '#lib/domain/refusal';

export const roles = ['admin', 'editor', 'reviewer', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** The person behind a request, as far as permissions need it. */
export type Actor = { id: string; name: string; role: Role };

const rank: Record<Role, number> = { viewer: 0, reviewer: 1, editor: 2, admin: 3 };

/** The lowest role for each act. */
const needs = {
  read: 'viewer',
  // A person's own affairs: what they have seen, what they are notified of, their secrets.
  'mark-seen': 'viewer',
  'watch-metric': 'viewer',
  'keep-feed': 'viewer',
  'keep-tokens': 'viewer',
  'change-password': 'viewer',
  'end-sessions': 'viewer',
  'add-article': 'reviewer',
  'edit-article': 'reviewer',
  revise: 'reviewer',
  'remove-article': 'editor',
  'import-article': 'editor',
  mark: 'reviewer',
  judge: 'reviewer',
  'add-evidence': 'reviewer',
  assign: 'reviewer',
  comment: 'reviewer',
  'keep-ledger': 'reviewer',
  'enter-rates': 'editor',
  rule: 'editor',
  publish: 'editor',
  'manage-people': 'admin',
  'manage-desk': 'admin',
  'read-audit': 'admin',
} as const satisfies Record<string, Role>;

export type Act = keyof typeof needs;

export function may(actor: Pick<Actor, 'role'>, act: Act): boolean {
  return rank[actor.role] >= rank[needs[act]];
}

/** Reviewers move and remove their own claims; editors also those of others. */
export function mayChangeClaim(actor: Pick<Actor, 'id' | 'role'>, claim: { createdBy: { id: string } }): boolean {
  return may(actor, 'rule') || (may(actor, 'mark') && claim.createdBy.id === actor.id);
}

/** Evidence is removed by whoever added it, or by an editor. */
export function mayRemoveEvidence(actor: Pick<Actor, 'id' | 'role'>, evidence: { addedBy: { id: string } }): boolean {
  return may(actor, 'rule') || (may(actor, 'judge') && evidence.addedBy.id === actor.id);
}

/** Only its author edits a comment. */
export function mayEditComment(actor: Pick<Actor, 'id' | 'role'>, comment: { author: { id: string } }): boolean {
  return may(actor, 'comment') && comment.author.id === actor.id;
}

/** A comment is removed by its author or an editor. Everyone who may comment resolves and reopens threads. */
export function mayRemoveComment(actor: Pick<Actor, 'id' | 'role'>, comment: { author: { id: string } }): boolean {
  return may(actor, 'rule') || mayEditComment(actor, comment);
}

/** A removed comment is restored by whoever removed it, or by an editor: an author does not overrule an editor. */
export function mayRestoreComment(actor: Pick<Actor, 'id' | 'role'>, removerId: string): boolean {
  return may(actor, 'rule') || (may(actor, 'comment') && removerId === actor.id);
}

/** The refusal for an act, or null where it is allowed. */
export function refusalOf(actor: Pick<Actor, 'role'>, act: Act): Refusal | null {
  return may(actor, act) ? null : refuse('not-allowed');
}
