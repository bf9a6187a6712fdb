import { operations } from '#lib/api/operations';
import { reopenThread, resolveThread } from '#lib/data/review/comments';
import { answer, route } from '../../../../../../api';
import { answerWithThread, refusalOfThread } from '../../asked-comment';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PUT: answer(operations.resolveThread, async (asked) => {
    const { params, body, writer } = asked;
    const refused = await refusalOfThread(asked);
    if (refused) return refused;
    return answerWithThread(asked, await resolveThread(writer, params.id, params.comment, body.reason));
  }),
  DELETE: answer(operations.reopenThread, async (asked) => {
    const { params, writer } = asked;
    const refused = await refusalOfThread(asked);
    if (refused) return refused;
    return answerWithThread(asked, await reopenThread(writer, params.id, params.comment));
  }),
});
