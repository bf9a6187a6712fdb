import { claimByNumber } from '#lib/data/claims';
import { judgeClaim } from '#lib/data/findings';
import { refuse } from '#lib/domain/refusal';
import { operations } from '#lib/export/api-operations';
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
