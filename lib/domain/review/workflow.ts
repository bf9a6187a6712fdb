/**
 * How far the work on a claim has come. Separate from what was found (standing.ts): a claim is somebody's work whatever its
 * verdict.
 */

import type { ClaimView } from '#lib/domain/claims/claim-view';
import { isSettled } from '#lib/domain/claims/standing';
import type { PersonView } from '#lib/domain/people/person-view';

export const workStates = ['unassigned', 'assigned', 'in-review', 'ready', 'settled'] as const;
export type WorkState = (typeof workStates)[number];

/** To whom a claim, or a paragraph with all its claims, is assigned. `dueOn` is an ISO date. */
export type AssignmentView = {
  assignee: PersonView;
  dueOn: string | null;
  claimId: string | null;
  paragraphId: string | null;
};

/** How an article is to be judged. */
export type ReviewRules = {
  /** Judgements required per claim, 1 to 5. */
  requiredJudgements: number;
  /** Whether others' judgements stay hidden from a reviewer until they have given their own. */
  blindFirstPass: boolean;
};

export const maxRequiredJudgements = 5;

/** The assignees of a claim, through it or its paragraph, each with the earliest due date. */
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
 * Settled: a verdict stands. Ready: all required judgements are in and only an editor can settle it. In review: from
 * the first judgement on, and again when the claim was returned or its words changed.
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
