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
  // What all articles of the desk come to: for whoever reads them all.
  'read-statistics': 'viewer',
  // A person's own affairs: what they have seen, what they are notified of, their secrets.
  'mark-seen': 'viewer',
  'watch-metric': 'viewer',
  'keep-feed': 'viewer',
  'keep-tokens': 'viewer',
  'keep-view': 'viewer',
  'change-password': 'viewer',
  'end-sessions': 'viewer',
  'second-factor': 'viewer',
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
  'share-view': 'reviewer',
  'enter-rates': 'editor',
  'manage-fact-checks': 'editor',
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

/**
 * What belongs to whoever made it. `own`: what its maker must be allowed to do to change it; `others`: what anybody else must
 * be; null where nobody else may. What is not here is the desk's own: speakers, metrics, assignments, the kind, weight and
 * figure of a claim, whether a thread is resolved. A judgement and the answers about a quote are always the actor's own.
 */
const owned = {
  // Where it lies, whether it is there, the wording that is suggested in its place.
  claim: { own: 'mark', others: 'rule' },
  // What it is cited for, the figure that it gives, whether it is there. Another reviewer adds a piece of their own.
  evidence: { own: 'judge', others: 'rule' },
  // What is known of it, in every article that rests on it.
  source: { own: 'judge', others: 'rule' },
  // Whether it is there.
  'source-file': { own: 'add-evidence', others: 'rule' },
  calculation: { own: 'judge', others: 'rule' },
  'comment-words': { own: 'comment', others: null },
  comment: { own: 'comment', others: 'rule' },
  // What a search that all of the desk see is called, and whether it is there.
  view: { own: 'keep-view', others: 'rule' },
} as const satisfies Record<string, { own: Act; others: Act | null }>;

export type Owned = keyof typeof owned;

/** Whether a person may change or take away what `makerId` made. */
export function mayChange(actor: Pick<Actor, 'id' | 'role'>, what: Owned, makerId: string): boolean {
  const { own, others } = owned[what];
  return (others !== null && may(actor, others)) || (may(actor, own) && makerId === actor.id);
}

/** Reviewers move and remove their own claims; editors also those of others. */
export function mayChangeClaim(actor: Pick<Actor, 'id' | 'role'>, claim: { createdBy: { id: string } }): boolean {
  return mayChange(actor, 'claim', claim.createdBy.id);
}

/** Evidence, with the figure that it gives, is changed and removed by whoever added it, or by an editor. */
export function mayChangeEvidence(actor: Pick<Actor, 'id' | 'role'>, evidence: { addedBy: { id: string } }): boolean {
  return mayChange(actor, 'evidence', evidence.addedBy.id);
}

/** Removed evidence is restored by whoever removed it, or by an editor: who added it does not overrule an editor. */
export function mayRestoreEvidence(actor: Pick<Actor, 'id' | 'role'>, removerId: string): boolean {
  return mayChange(actor, 'evidence', removerId);
}

/** Only its author edits a comment. */
export function mayEditComment(actor: Pick<Actor, 'id' | 'role'>, comment: { author: { id: string } }): boolean {
  return mayChange(actor, 'comment-words', comment.author.id);
}

/** A comment is removed by its author or an editor. Everyone who may comment resolves and reopens threads. */
export function mayRemoveComment(actor: Pick<Actor, 'id' | 'role'>, comment: { author: { id: string } }): boolean {
  return mayChange(actor, 'comment', comment.author.id);
}

/** A removed comment is restored by whoever removed it, or by an editor: an author does not overrule an editor. */
export function mayRestoreComment(actor: Pick<Actor, 'id' | 'role'>, removerId: string): boolean {
  return mayChange(actor, 'comment', removerId);
}

/** The refusal for an act, or null where it is allowed. */
export function refusalOf(actor: Pick<Actor, 'role'>, act: Act): Refusal | null {
  return may(actor, act) ? null : refuse('not-allowed');
}
