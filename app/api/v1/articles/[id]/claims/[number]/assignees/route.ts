import { operations } from '#lib/api/operations';
import { accept } from '#lib/domain/refusal';
import { answer, route } from '../../../../../../api';
import { readAssignees } from './asked-assignees';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listAssignees, async (asked) => {
    const assignees = await readAssignees(asked);
    return assignees.ok ? accept({ value: assignees.value }) : assignees;
  }),
});
