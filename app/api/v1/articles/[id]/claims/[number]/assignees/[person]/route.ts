import { operations } from '#lib/api/operations';
import { assignWork, unassignWork } from '#lib/data/review/assignments';
import { answer, route } from '../../../../../../../api';
import { answerWithAssignees, askedAssignees } from '../asked-assignees';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PUT: answer(operations.assignClaim, async (asked) => {
    const { params, body, writer } = asked;
    const claim = await askedAssignees(asked);
    if (!claim.ok) return claim;
    const work = { assigneeId: params.person, claimIds: [claim.value.claimId], paragraphIds: [], dueOn: body.dueOn };
    return answerWithAssignees(asked, await assignWork(writer, params.id, work));
  }),
  DELETE: answer(operations.unassignClaim, async (asked) => {
    const { params, writer } = asked;
    const claim = await askedAssignees(asked);
    if (!claim.ok) return claim;
    const work = { assigneeId: params.person, claimIds: [claim.value.claimId], paragraphIds: [] };
    return answerWithAssignees(asked, await unassignWork(writer, params.id, work));
  }),
});
