import { operations } from '#lib/api/operations';
import { revisionShape } from '#lib/api/shapes/revisions';
import { articleHead } from '#lib/data/articles/articles';
import { sideOf } from '#lib/data/revisions/revisions';
import { accept, refuse } from '#lib/domain/refusal';
import { answer, route } from '../../../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.readRevision, async ({ params, writer }) => {
    if (!(await articleHead(writer.db, params.id))) return refuse('not-found');
    const revision = await sideOf(writer.db, params.id, params.number);
    return revision ? accept({ value: revisionShape(revision) }) : refuse('not-found');
  }),
});
