import { operations } from '#lib/api/operations';
import { claimShapes } from '#lib/api/shapes/claims';
import { claimsPage } from '#lib/data/articles/article-with-claims';
import { markClaim } from '#lib/data/claims/mark-claim';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import { accept, refuse } from '#lib/domain/refusal';
import { claimListCsv } from '#lib/export/csv-and-json';
import { answer, route } from '../../../../api';
import { answerWithClaim } from './asked-claim';
import { namedPlace, newestText } from './named-place';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listClaims, async ({ params, query, actor, writer }) => {
    const { standing, kind, updatedSince, format, limit, cursor = '0' } = query;
    if (!/^\d{1,9}$/.test(cursor)) return refuse('cursor-wrong', { field: 'cursor' });
    if (format === 'csv') {
      const list = await claimsPage(writer.db, params.id, { standing, kind, updatedSince }, actor);
      if (!list) return refuse('not-found');
      let text = '';
      for await (const piece of claimListCsv(list, everyClaim)) text += piece;
      return accept({ text });
    }
    const page = await claimsPage(
      writer.db,
      params.id,
      { standing, kind, updatedSince, after: Number(cursor), limit },
      actor,
    );
    if (!page) return refuse('not-found');
    const items = claimShapes(page, () => true);
    const next = page.hasMore ? String(items.at(-1)?.number) : null;
    return accept({ value: { items, next }, next });
  }),
  POST: answer(operations.markClaim, async (asked) => {
    const { params, body, writer } = asked;
    const paragraphs = await newestText(writer.db, params.id);
    if (!paragraphs.ok) return paragraphs;
    const place = namedPlace(paragraphs.value, body.selector);
    if (!place.ok) return place;
    const marked = await markClaim(writer, { articleId: params.id, ...place.value }, body.kind);
    if (!marked.ok) return marked;
    return answerWithClaim({ ...asked, params: { id: params.id, number: marked.value.number } }, marked);
  }),
});
