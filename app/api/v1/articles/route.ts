import { articleFromBody } from '#lib/api/article-body';
import { apiBase } from '#lib/api/operation';
import { operations } from '#lib/api/operations';
import { articleShape } from '#lib/api/shapes/articles';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { addArticle, articlesPage } from '#lib/data/articles/articles';
import { NewArticle } from '#lib/domain/articles/article-input';
import { accept, refuse } from '#lib/domain/refusal';
import { refusalOfInput } from '#lib/server/action';
import { answer, route } from '../../api';
import { asPage, placeAsked } from '../paging';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listArticles, async ({ query, actor, writer }) => {
    const after = placeAsked(query.cursor);
    if (!after.ok) return after;
    const page = await articlesPage(writer.db, { ...query, after: after.value }, actor);
    const named = page.items.map((one) => ({ ...one, reviewers: one.reviewers.map(({ name }) => name) }));
    return accept(asPage({ ...page, items: named }));
  }),
  POST: answer(operations.addArticle, async ({ body, actor, writer }) => {
    const sent = articleFromBody(body, writer.now.toISOString().slice(0, 10));
    if (!sent.ok) return sent;
    const draft = NewArticle.safeParse(sent.value);
    if (!draft.success) return refusalOfInput(draft.error);
    const { id } = await addArticle(writer, draft.data, { intake: 'api' });
    const view = await articleWithClaims(writer.db, id, actor);
    if (!view) return refuse('not-found');
    return accept({ value: articleShape(view), location: `${apiBase}/articles/${id}` });
  }),
});
