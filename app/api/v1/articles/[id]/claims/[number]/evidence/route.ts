import { operations } from '#lib/api/operations';
import { addNewEvidence } from '#lib/data/claims/findings';
import { answer, route } from '../../../../../../api';
import { askedClaim } from '../../asked-claim';
import { answerWithEvidence } from './asked-evidence';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: answer(operations.addEvidence, async (asked) => {
    const claim = await askedClaim(asked);
    if (!claim.ok) return claim;
    const added = await addNewEvidence(asked.writer, claim.value, asked.body);
    if (!added.ok) return added;
    return answerWithEvidence({ ...asked, params: { ...asked.params, evidence: added.value.id } });
  }),
});
