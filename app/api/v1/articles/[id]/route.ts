import { articleForReview } from '#lib/data/articles';
import { accept, refuse } from '#lib/domain/refusal';
import { operations } from '#lib/export/api-operations';
import { articleShape } from '#lib/export/api-shapes';
import { answer, route } from '../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.readArticle, async ({ params, actor, writer }) => {
    const view = await articleForReview(writer.db, params.id, actor);
    return view ? accept({ value: articleShape(view) }) : refuse('not-found');
  }),
});
