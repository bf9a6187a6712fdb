import { operations } from '#lib/api/operations';
import { editEvidence, refusalToChangeEvidence } from '#lib/data/claims/edit-evidence';
import { setEvidenceRemoved } from '#lib/data/claims/findings';
import { accept } from '#lib/domain/refusal';
import { answer, route } from '../../../../../../../api';
import { answerWithEvidence, askedEvidence, readEvidenceAt, refusalOfEvidence } from '../asked-evidence';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.readEvidence, async ({ params, actor, writer }) => {
    const found = await readEvidenceAt(writer.db, params, actor);
    return found.ok ? accept({ value: found.value }) : found;
  }),
  PATCH: answer(operations.changeEvidence, async (asked) => {
    const { params, body, actor, writer } = asked;
    const claim = await askedEvidence(asked);
    if (!claim.ok) return claim;
    const { figure, ...cited } = body;
    const citation = Object.values(cited).some((one) => one !== undefined) ? cited : null;
    if (!citation && figure === undefined) return answerWithEvidence(asked);
    const refused = await refusalToChangeEvidence(writer.db, actor, params.evidence);
    if (refused) return refused;
    const edited = await editEvidence(writer, claim.value, params.evidence, {
      citation,
      figure: figure === undefined ? undefined : (figure ?? ''),
    });
    return edited.ok ? answerWithEvidence(asked) : refusalOfEvidence(asked, edited);
  }),
  DELETE: answer(operations.removeEvidence, async (asked) => {
    const { params, actor, writer } = asked;
    const claim = await askedEvidence(asked);
    if (!claim.ok) return claim;
    const refused = await refusalToChangeEvidence(writer.db, actor, params.evidence);
    if (refused) return refused;
    const removed = await setEvidenceRemoved(writer, claim.value, params.evidence, true);
    return removed.ok ? accept({ value: undefined }) : refusalOfEvidence(asked, removed);
  }),
});
