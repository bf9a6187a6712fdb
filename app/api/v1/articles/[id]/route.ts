import { operations } from '#lib/api/operations';
import { articleShape } from '#lib/api/shapes';
import { articleForReview } from '#lib/data/articles/articles';
import { accept, refuse } from '#lib/domain/refusal';
import { answer, route } from '../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.readArticle, async ({ params, actor, writer }) => {
    const view = await articleForReview(writer.db, params.id, actor);
    return view ? accept({ value: articleShape(view) }) : refuse('not-found');
  }),
});
