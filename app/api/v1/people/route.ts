import { operations } from '#lib/api/operations';
import { listAssignees } from '#lib/data/review/assignments';
import { accept } from '#lib/domain/refusal';
import { answer, route } from '../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listPeople, async ({ writer }) =>
    accept({ value: { items: await listAssignees(writer.db) } }),
  ),
});
