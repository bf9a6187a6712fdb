import { describe, expect, it } from 'vitest';
import {
  type Act,
  may,
  mayChange,
  mayChangeClaim,
  mayChangeEvidence,
  mayEditComment,
  mayRemoveComment,
  mayRestoreComment,
  mayRestoreEvidence,
  type Owned,
  type Role,
  refusalOf,
  roles,
} from './permission';

/** Who may do what, written out: the table that a newsroom would put on its wall. */
const table: Record<Act, Role[]> = {
  read: ['admin', 'editor', 'reviewer', 'viewer'],
  'read-statistics': ['admin', 'editor', 'reviewer', 'viewer'],
  'mark-seen': ['admin', 'editor', 'reviewer', 'viewer'],
  'watch-metric': ['admin', 'editor', 'reviewer', 'viewer'],
  'keep-feed': ['admin', 'editor', 'reviewer', 'viewer'],
  'keep-tokens': ['admin', 'editor', 'reviewer', 'viewer'],
  'keep-view': ['admin', 'editor', 'reviewer', 'viewer'],
  'change-password': ['admin', 'editor', 'reviewer', 'viewer'],
  'end-sessions': ['admin', 'editor', 'reviewer', 'viewer'],
  'second-factor': ['admin', 'editor', 'reviewer', 'viewer'],
  'add-article': ['admin', 'editor', 'reviewer'],
  'edit-article': ['admin', 'editor', 'reviewer'],
  revise: ['admin', 'editor', 'reviewer'],
  'remove-article': ['admin', 'editor'],
  'import-article': ['admin', 'editor'],
  mark: ['admin', 'editor', 'reviewer'],
  judge: ['admin', 'editor', 'reviewer'],
  'add-evidence': ['admin', 'editor', 'reviewer'],
  assign: ['admin', 'editor', 'reviewer'],
  comment: ['admin', 'editor', 'reviewer'],
  'keep-ledger': ['admin', 'editor', 'reviewer'],
  'share-view': ['admin', 'editor', 'reviewer'],
  'enter-rates': ['admin', 'editor'],
  'manage-fact-checks': ['admin', 'editor'],
  rule: ['admin', 'editor'],
  publish: ['admin', 'editor'],
  'manage-people': ['admin'],
  'manage-desk': ['admin'],
  'read-audit': ['admin'],
};
const cases = Object.entries(table).flatMap(([act, allowed]) =>
  roles.map((role) => ({ act: act as Act, role, allowed: allowed.includes(role) })),
);

/** Who may change what they made themselves, and what somebody else made. */
const ownership: Record<Owned, { own: Role[]; others: Role[] }> = {
  claim: { own: ['admin', 'editor', 'reviewer'], others: ['admin', 'editor'] },
  evidence: { own: ['admin', 'editor', 'reviewer'], others: ['admin', 'editor'] },
  source: { own: ['admin', 'editor', 'reviewer'], others: ['admin', 'editor'] },
  'source-file': { own: ['admin', 'editor', 'reviewer'], others: ['admin', 'editor'] },
  calculation: { own: ['admin', 'editor', 'reviewer'], others: ['admin', 'editor'] },
  'comment-words': { own: ['admin', 'editor', 'reviewer'], others: [] },
  comment: { own: ['admin', 'editor', 'reviewer'], others: ['admin', 'editor'] },
  view: { own: ['admin', 'editor', 'reviewer', 'viewer'], others: ['admin', 'editor'] },
};
const owning = Object.entries(ownership).flatMap(([what, { own, others }]) =>
  roles.flatMap((role) => [
    { what: what as Owned, role, maker: 'me', allowed: own.includes(role) },
    { what: what as Owned, role, maker: 'another', allowed: others.includes(role) },
  ]),
);

describe('permission', () => {
  it.each(owning)('$role, $what of $maker: $allowed', ({ what, role, maker, allowed }) => {
    expect(mayChange({ id: 'me', role }, what, maker)).toBe(allowed);
  });

  it.each(cases)('$role, $act: $allowed', ({ act, role, allowed }) => {
    expect(may({ role }, act)).toBe(allowed);
    expect(refusalOf({ role }, act)?.code).toBe(allowed ? undefined : 'not-allowed');
  });

  it.each([
    ['admin', 'another', true],
    ['editor', 'another', true],
    ['reviewer', 'another', false],
    ['reviewer', 'me', true],
    ['viewer', 'me', false],
  ] as const)('lets %s change what %s made: %s', (role, maker, allowed) => {
    const actor = { id: 'me', role };
    expect(mayChangeClaim(actor, { createdBy: { id: maker } })).toBe(allowed);
    expect(mayChangeEvidence(actor, { addedBy: { id: maker } })).toBe(allowed);
    expect(mayRemoveComment(actor, { author: { id: maker } })).toBe(allowed);
    expect(mayRestoreComment(actor, maker)).toBe(allowed);
    expect(mayRestoreEvidence(actor, maker)).toBe(allowed);
  });

  it.each(roles)('lets %s edit no comment of another', (role) => {
    expect(mayEditComment({ id: 'me', role }, { author: { id: 'another' } })).toBe(false);
    expect(mayEditComment({ id: 'me', role }, { author: { id: 'me' } })).toBe(role !== 'viewer');
  });
});
