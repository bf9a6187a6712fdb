/**
 * How far the work on a claim has come, and what a reviewer may see of it. Apart from what was found (standing.ts): a claim
 * is somebody's work whatever its verdict.
 */

import type { ClaimView } from '#lib/domain/claims/claim-view';
import { isSettled } from '#lib/domain/claims/standing';
import type { Actor } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';

export const workStates = ['unassigned', 'assigned', 'in-review', 'ready', 'settled'] as const;
export type WorkState = (typeof workStates)[number];

/** Whose work a claim is, or a paragraph with every claim in it. `dueOn` is an ISO date. */
export type AssignmentView = {
  assignee: PersonView;
  dueOn: string | null;
  claimId: string | null;
  paragraphId: string | null;
};

/** How an article is to be judged. */
export type ReviewRules = {
  /** Judgements that a claim needs, 1 to 5. */
  requiredJudgements: number;
  /** Others' judgements stay hidden from a reviewer until their own is in. */
  blindFirstPass: boolean;
};

export const maxRequiredJudgements = 5;

/** Who works on a claim: those whom it or its paragraph is assigned to, the nearest date of each. */
export function assigneesOf(
  claim: { id: string; paragraphId: string },
  assignments: AssignmentView[],
): { assignee: PersonView; dueOn: string | null }[] {
  const own = new Map<string, { assignee: PersonView; dueOn: string | null }>();
  for (const { assignee, dueOn, claimId, paragraphId } of assignments) {
    if (claimId !== claim.id && paragraphId !== claim.paragraphId) continue;
    const known = own.get(assignee.id)?.dueOn;
    const sooner = known && dueOn ? (known < dueOn ? known : dueOn) : (known ?? dueOn);
    own.set(assignee.id, { assignee, dueOn: sooner });
  }
  return [...own.values()];
}

/**
 * Settled once the desk can stand behind it; ready when every judgement it needs is in and only an editor can settle it;
 * in review from the first judgement on, and again when it was sent back or its words changed.
 */
export function workState(
  claim: Pick<ClaimView, 'standing' | 'judgements' | 'hiddenJudgements' | 'returnNote' | 'lookAgain'>,
  isAssigned: boolean,
): WorkState {
  if (claim.returnNote !== null) return 'in-review';
  if (isSettled(claim.standing)) return 'settled';
  if (claim.standing === 'contested') return 'ready';
  if (claim.lookAgain || claim.judgements.length + claim.hiddenJudgements > 0) return 'in-review';
  return isAssigned ? 'assigned' : 'unassigned';
}

/**
 * A claim as somebody may see it. In a blind first pass a reviewer learns of others' judgements, and of where they leave the
 * claim, with their own; editors, who rule, see all, and so do viewers, who judge nothing.
 */
export function redactForViewer(
  viewer: Pick<Actor, 'id' | 'role'>,
  claim: ClaimView,
  { blindFirstPass }: Pick<ReviewRules, 'blindFirstPass'>,
): ClaimView {
  const hasJudged = claim.judgements.some(({ reviewer }) => reviewer.id === viewer.id);
  if (!blindFirstPass || viewer.role !== 'reviewer' || hasJudged || claim.ruling) return claim;
  return {
    ...claim,
    standing: 'open',
    judgements: [],
    hiddenJudgements: claim.judgements.length,
    earlier: hasSeenEarlier(viewer, claim) ? claim.earlier : null,
    quoteChecks: claim.quoteChecks.filter(({ reviewer }) => reviewer.id === viewer.id),
  };
}

/** Those who judged the earlier words saw the others' verdicts on them, and a ruling was for all to see. */
function hasSeenEarlier(viewer: Pick<Actor, 'id'>, { earlier }: ClaimView): boolean {
  return earlier?.ruling != null || (earlier?.judgements.some(({ reviewer }) => reviewer.id === viewer.id) ?? false);
}
