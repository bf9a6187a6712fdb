import { operations } from '#lib/api/operations';
import { setClaimRemoved } from '#lib/data/claims/edit-claim';
import { claimByNumber, refusalToChange } from '#lib/data/claims/read-claims';
import { accept, refuse } from '#lib/domain/refusal';
import { answer, route } from '../../../../../../api';
import { answerWithClaim } from '../../asked-claim';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: answer(operations.restoreClaim, async (asked) => {
    const { params, actor, writer } = asked;
    const found = await claimByNumber(writer.db, params.id, params.number, { includeRemoved: true });
    if (!found) return refuse('not-found');
    const refused = await refusalToChange(writer.db, actor, found);
    if (refused) return refused;
    const isThere = (await claimByNumber(writer.db, params.id, params.number)) !== null;
    const { articleId, claimId } = found;
    const restored = isThere ? accept(null) : await setClaimRemoved(writer, { articleId, claimId }, false);
    return answerWithClaim(asked, restored);
  }),
});
