import { apiBase } from '#lib/api/operation';
import { operations } from '#lib/api/operations';
import { Article, articleShape } from '#lib/api/shapes/articles';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { addArticleAgain, addArticleOnce, articlesPage } from '#lib/data/articles/articles';
import { NewArticle } from '#lib/domain/articles/article-input';
import { accept, refuse } from '#lib/domain/refusal';
import { refusalOfInput } from '#lib/server/action';
import { etagOfAnswer } from '#lib/server/api';
import { noticeTexts } from '../../../i18n/notices';
import { answer, route } from '../../api';
import { asPage, placeAsked } from '../paging';
import { readIncoming } from './sent-article';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listArticles, async ({ query, actor, writer }) => {
    const after = placeAsked(query.cursor);
    if (!after.ok) return after;
    const page = await articlesPage(writer.db, { ...query, after: after.value }, actor);
    const named = page.items.map((one) => ({ ...one, reviewers: one.reviewers.map(({ name }) => name) }));
    return accept(asPage({ ...page, items: named }));
  }),
  POST: answer(operations.addArticle, async ({ body, upload, query, actor, writer, languages }) => {
    const read = await readIncoming(writer, body, upload);
    if (!read.ok) return read;
    const { sent, ...origin } = read.value;
    const draft = NewArticle.safeParse(sent);
    if (!draft.success) return refusalOfInput(draft.error);
    const isAllowed = [query.duplicate, body?.duplicate, upload?.fields.duplicate].includes('allow');
    const added = isAllowed
      ? await addArticleAgain(writer, draft.data, origin)
      : await addArticleOnce(writer, draft.data, origin);
    if (!added.ok) return added;
    const { id } = added.value;
    const view = await articleWithClaims(writer.db, id, actor);
    if (!view) return refuse('not-found');
    const shape = articleShape(view);
    return accept({
      value: { ...shape, notices: noticeTexts(sent.notices, languages) },
      location: `${apiBase}/articles/${id}`,
      etag: etagOfAnswer(Article, shape),
    });
  }),
});
