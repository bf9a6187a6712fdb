import { operations } from '#lib/api/operations';
import { judgeClaim } from '#lib/data/claims/findings';
import { answer, route } from '../../../../../../api';
import { answerWithClaim, askedClaim } from '../../asked-claim';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: answer(operations.judgeClaim, async (asked) => {
    const claim = await askedClaim(asked);
    if (!claim.ok) return claim;
    const { evidence, ...judgement } = asked.body;
    return answerWithClaim(asked, await judgeClaim(asked.writer, claim.value, judgement, evidence));
  }),
});
