import { operations } from '#lib/api/operations';
import { setClaimRemoved } from '#lib/data/claims/edit-claim';
import { editInOne } from '#lib/data/claims/edit-in-one';
import { refusalToChange } from '#lib/data/claims/read-claims';
import { accept } from '#lib/domain/refusal';
import { answer, route } from '../../../../../api';
import { answerWithClaim, askedClaim, readClaimAt, refusalOfWrite } from '../asked-claim';
import { namedPlace, newestText } from '../named-place';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.readClaim, async ({ params, actor, writer }) => {
    const found = await readClaimAt(writer.db, params, actor);
    return found.ok ? accept({ value: found.value.value }) : found;
  }),
  PATCH: answer(operations.changeClaim, async (asked) => {
    const { params, body, actor, writer } = asked;
    const claim = await askedClaim(asked);
    if (!claim.ok) return claim;
    const { isOrphan, ...ref } = claim.value;
    const { selector, ...edits } = body;
    // Giving a claim its place back mends what a revision did: whoever may mark may.
    const isOwners = (selector !== undefined && !isOrphan) || edits.correction !== undefined;
    const refused = isOwners ? await refusalToChange(writer.db, actor, ref) : null;
    if (refused) return refused;
    if (!selector) {
      const isNothing = Object.values(edits).every((edit) => edit === undefined);
      return answerWithClaim(asked, isNothing ? accept(null) : await editInOne(writer, ref, { ...edits, isOrphan }));
    }
    const paragraphs = await newestText(writer.db, params.id);
    if (!paragraphs.ok) return paragraphs;
    const place = namedPlace(paragraphs.value, selector);
    if (!place.ok) return place;
    return answerWithClaim(asked, await editInOne(writer, ref, { ...edits, isOrphan, place: place.value }));
  }),
  DELETE: answer(operations.removeClaim, async (asked) => {
    const { actor, writer } = asked;
    const claim = await askedClaim(asked);
    if (!claim.ok) return claim;
    const { isOrphan: _, ...ref } = claim.value;
    const refused = await refusalToChange(writer.db, actor, ref);
    if (refused) return refused;
    const removed = await setClaimRemoved(writer, ref, true);
    return removed.ok ? accept({ value: undefined }) : refusalOfWrite(asked, removed);
  }),
});
