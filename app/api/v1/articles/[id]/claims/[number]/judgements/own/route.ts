import { operations } from '#lib/api/operations';
import { withdrawJudgement } from '#lib/data/claims/findings';
import { answer, route } from '../../../../../../../api';
import { answerWithClaim, askedClaim } from '../../../asked-claim';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  DELETE: answer(operations.withdrawJudgement, async (asked) => {
    const claim = await askedClaim(asked);
    return claim.ok ? answerWithClaim(asked, await withdrawJudgement(asked.writer, claim.value)) : claim;
  }),
});
