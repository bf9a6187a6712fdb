import { operations } from '#lib/api/operations';
import { checkQuote } from '#lib/data/claims/findings';
import { answer, route } from '../../../../../../api';
import { answerWithClaim, askedClaim } from '../../asked-claim';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PUT: answer(operations.checkQuote, async (asked) => {
    const claim = await askedClaim(asked);
    return claim.ok ? answerWithClaim(asked, await checkQuote(asked.writer, claim.value, asked.body)) : claim;
  }),
});
