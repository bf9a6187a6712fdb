import { operations } from '#lib/api/operations';
import { articleShape } from '#lib/api/shapes/articles';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { accept, refuse } from '#lib/domain/refusal';
import { answer, route } from '../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.readArticle, async ({ params, actor, writer }) => {
    const view = await articleWithClaims(writer.db, params.id, actor);
    return view ? accept({ value: articleShape(view) }) : refuse('not-found');
  }),
});
