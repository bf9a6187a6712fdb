import { setImmediate } from 'node:timers/promises';
import { ClaimBody } from '#lib/api/bodies/claims';
import { operations } from '#lib/api/operations';
import { markMany, type WantedClaim } from '#lib/data/claims/mark-claim';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import { accept, type Refusal, type Result } from '#lib/domain/refusal';
import { refusalOfFields } from '#lib/server/api';
import { answer, route } from '../../../../../api';
import { claimAddress } from '../asked-claim';
import { namedPlace, newestText } from '../named-place';

/** Served at `claims:batch`, see next.config.js: a folder of that name cannot be checked out on every system. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: answer(operations.markClaims, async ({ params, body, writer, problemOf, addressOf }) => {
    const { id } = params;
    const paragraphs = await newestText(writer.db, id);
    if (!paragraphs.ok) return paragraphs;
    const wanted: Result<WantedClaim>[] = [];
    for (const [index, sent] of body.claims.entries()) {
      wanted.push(wantedClaim(paragraphs.value, sent));
      // Looking for words takes the whole of a long text: others get their turn between.
      if (index % 20 === 19) await setImmediate();
    }
    const marked = await markMany(writer, id, wanted);
    if (!marked.ok) return marked;
    const results = marked.value.map((one, index) =>
      one.ok
        ? { ok: true as const, number: one.value, location: addressOf(claimAddress(id, one.value)) }
        : { ok: false as const, problem: problemOf(within(index, one)) },
    );
    return accept({ value: { marked: results.filter(({ ok }) => ok).length, results } });
  }),
});

function wantedClaim(paragraphs: ParagraphView[], sent: unknown): Result<WantedClaim> {
  const claim = ClaimBody.safeParse(sent, { reportInput: true });
  if (!claim.success) return refusalOfFields(claim.error);
  const place = namedPlace(paragraphs, claim.data.selector);
  return place.ok ? accept({ ...place.value, kind: claim.data.kind }) : place;
}

/** A refusal of one claim, its field named from the whole body. */
function within(index: number, refusal: Refusal): Refusal {
  const item = `claims.${index}`;
  return { ...refusal, field: refusal.field === undefined ? item : `${item}.${refusal.field}` };
}
