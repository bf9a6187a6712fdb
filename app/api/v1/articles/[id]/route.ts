import { apiBase } from '#lib/api/operation';
import { operations } from '#lib/api/operations';
import { Article, articleShape } from '#lib/api/shapes/articles';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { editArticleFacts } from '#lib/data/articles/articles';
import { ArticleFacts } from '#lib/domain/articles/article-input';
import { accept, refuse } from '#lib/domain/refusal';
import { refusalOfInput } from '#lib/server/action';
import { staleness } from '#lib/server/api';
import { answer, route } from '../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.readArticle, async ({ params, actor, writer }) => {
    const view = await articleWithClaims(writer.db, params.id, actor);
    return view ? accept({ value: articleShape(view) }) : refuse('not-found');
  }),
  PATCH: answer(operations.changeArticle, async ({ params, body, actor, writer, ifMatch }) => {
    const { id } = params;
    const view = await articleWithClaims(writer.db, id, actor);
    if (!view) return refuse('not-found');
    const stale = staleness(ifMatch, Article, articleShape(view));
    if (stale) return stale;
    const { title, publisher, url, byline, publishedOn, language, edition } = view.article;
    const facts = ArticleFacts.safeParse({ title, publisher, url, byline, publishedOn, language, ...body });
    if (!facts.success) return refusalOfInput(facts.error);
    const edited = await editArticleFacts(writer, { id, edition, facts: facts.data });
    if (!edited.ok) return edited;
    const now = await articleWithClaims(writer.db, id, actor);
    return now ? accept({ value: articleShape(now), location: `${apiBase}/articles/${id}` }) : refuse('not-found');
  }),
});
