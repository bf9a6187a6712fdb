import { operations } from '#lib/api/operations';
import { exportForms } from '#lib/api/shapes/exports';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { accept, refuse } from '#lib/domain/refusal';
import { answer, route } from '../../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listExports, async ({ params, actor, writer }) => {
    const view = await articleWithClaims(writer.db, params.id, actor);
    return view ? accept({ value: exportForms(view) }) : refuse('not-found');
  }),
});
