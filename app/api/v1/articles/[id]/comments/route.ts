import { operations } from '#lib/api/operations';
import { threadShape } from '#lib/api/shapes/comments';
import { articleHead, paragraphsOf } from '#lib/data/articles/articles';
import { claimByNumber } from '#lib/data/claims/read-claims';
import type { Database } from '#lib/data/database/database';
import { addComment, type CommentPlace } from '#lib/data/review/comments';
import { threadsPage } from '#lib/data/review/thread-pages';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { answer, route } from '../../../../api';
import { asPage, placeAsked } from '../../../paging';
import { answerWithComment } from './asked-comment';

type Named = { claim?: number | undefined; paragraph?: number | undefined; thread?: string | undefined };

/** The place that a body names; exactly one of its three names is given. */
async function placeOf(db: Database, articleId: string, named: Named): Promise<Result<CommentPlace>> {
  const { claim: number, paragraph: position, thread } = named;
  if (thread !== undefined) return accept({ threadId: thread });
  if (number !== undefined) {
    const claim = await claimByNumber(db, articleId, number);
    return claim ? accept({ claimId: claim.claimId }) : refuse('not-found', { field: 'claim' });
  }
  const article = await articleHead(db, articleId);
  if (!article) return refuse('not-found');
  const paragraphs = await paragraphsOf(db, articleId, article.revision);
  const paragraph = paragraphs.find((one) => one.number === position);
  return paragraph ? accept({ paragraphId: paragraph.id }) : refuse('paragraph-not-in-article', { field: 'paragraph' });
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listThreads, async ({ params, query, actor, writer }) => {
    const after = placeAsked(query.cursor);
    if (!after.ok) return after;
    const page = await threadsPage(writer.db, params.id, { ...query, after: after.value }, actor);
    return page ? accept(asPage({ ...page, items: page.items.map(threadShape) })) : refuse('not-found');
  }),
  POST: answer(operations.addComment, async ({ params, body, writer }) => {
    const place = await placeOf(writer.db, params.id, body);
    if (!place.ok) return place;
    const added = await addComment(writer, params.id, place.value, body.body);
    if (!added.ok) return added;
    return answerWithComment({ params: { id: params.id, comment: added.value.commentId }, writer });
  }),
});
