import { operations } from '#lib/api/operations';
import { editComment, removeComment } from '#lib/data/review/comments';
import { mayEditComment, mayRemoveComment } from '#lib/domain/people/permission';
import { accept, refuse } from '#lib/domain/refusal';
import { answer, route } from '../../../../../api';
import { answerWithComment, askedComment, refusalOfComment } from '../asked-comment';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.readComment, async (asked) => {
    const found = await answerWithComment(asked);
    return found.ok ? accept({ value: found.value.value }) : found;
  }),
  PATCH: answer(operations.changeComment, async (asked) => {
    const { params, body, actor, writer } = asked;
    const comment = await askedComment(asked);
    if (!comment.ok) return comment;
    if (!mayEditComment(actor, comment.value)) return refuse('not-allowed');
    const ref = { articleId: params.id, commentId: params.comment };
    const edited = await editComment(writer, ref, { body: body.body, seen: comment.value.editedAt });
    return edited.ok ? answerWithComment(asked) : refusalOfComment(asked, edited);
  }),
  DELETE: answer(operations.removeComment, async (asked) => {
    const { params, actor, writer } = asked;
    const comment = await askedComment(asked);
    if (!comment.ok) return comment;
    if (!mayRemoveComment(actor, comment.value)) return refuse('not-allowed');
    const removed = await removeComment(writer, { articleId: params.id, commentId: params.comment });
    return removed.ok ? accept({ value: undefined }) : refusalOfComment(asked, removed);
  }),
});
