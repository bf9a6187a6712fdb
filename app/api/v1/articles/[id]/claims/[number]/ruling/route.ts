import { operations } from '#lib/api/operations';
import { ruleOnClaim } from '#lib/data/claims/findings';
import { answer, route } from '../../../../../../api';
import { answerWithClaim, askedClaim } from '../../asked-claim';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PUT: answer(operations.ruleOnClaim, async (asked) => {
    const claim = await askedClaim(asked);
    return claim.ok ? answerWithClaim(asked, await ruleOnClaim(asked.writer, claim.value, asked.body)) : claim;
  }),
  DELETE: answer(operations.withdrawRuling, async (asked) => {
    const claim = await askedClaim(asked);
    return claim.ok ? answerWithClaim(asked, await ruleOnClaim(asked.writer, claim.value, null)) : claim;
  }),
});
