/** Whose work a claim is: how it is read, how a write finds the claim and how it is answered. */
import { AssigneeList } from '#lib/api/shapes/work';
import { assignmentsOf } from '#lib/data/review/assignments';
import { accept, type Result } from '#lib/domain/refusal';
import { assigneesOf } from '#lib/domain/review/workflow';
import { type AskedClaim, askedClaim, type ClaimToWrite, claimAddress, readClaimAt } from '../../asked-claim';

export async function readAssignees({ params, actor, writer }: AskedClaim) {
  const claim = await readClaimAt(writer.db, params, actor);
  if (!claim.ok) return claim;
  const assigned = assigneesOf(claim.value.view, await assignmentsOf(writer.db, params.id));
  return accept({ items: assigned.map(({ assignee, dueOn }) => ({ id: assignee.id, name: assignee.name, dueOn })) });
}

/** The claim that is given or taken. With If-Match its assignees must be those that the sender saw. */
export const askedAssignees = (asked: AskedClaim): Promise<Result<ClaimToWrite>> =>
  askedClaim(asked, { answer: AssigneeList, read: () => readAssignees(asked) });

/** The answer to a write: the assignees as they are now. */
export async function answerWithAssignees(asked: AskedClaim, written: Result<unknown>) {
  // The person is told of as the path calls them.
  if (!written.ok) return { ...written, field: written.field === 'assigneeId' ? 'person' : written.field };
  const { params } = asked;
  const now = await readAssignees(asked);
  return now.ok ? accept({ value: now.value, location: `${claimAddress(params.id, params.number)}/assignees` }) : now;
}
