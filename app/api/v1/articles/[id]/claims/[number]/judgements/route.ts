import { operations } from '#lib/api/operations';
import { judgeClaim } from '#lib/data/claims/findings';
import { claimByNumber } from '#lib/data/claims/read-claims';
import { refuse } from '#lib/domain/refusal';
import { answer, route } from '../../../../../../api';
import { madeClaim } from '../../made-claim';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: answer(operations.judgeClaim, async ({ params, body, actor, writer }) => {
    const ref = await claimByNumber(writer.db, params.id, params.number);
    if (!ref) return refuse('not-found');
    const { evidence, ...judgement } = body;
    const judged = await judgeClaim(writer, ref, judgement, evidence);
    return judged.ok ? madeClaim(writer.db, params.id, params.number, actor) : judged;
  }),
});
