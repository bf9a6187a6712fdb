import type { ClaimBody } from '#lib/api/bodies/claims';
import { placeOfQuote } from '#lib/api/find-words';
import { operations } from '#lib/api/operations';
import { claimShapes } from '#lib/api/shapes/claims';
import { claimsPage } from '#lib/data/articles/article-with-claims';
import { articleHead, paragraphsOf } from '#lib/data/articles/articles';
import { markClaim } from '#lib/data/claims/mark-claim';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { claimListCsv } from '#lib/export/csv-and-json';
import { codePointCounter, utf16Counter } from '#lib/text/code-points';
import type { Span } from '#lib/text/span';
import { answer, route } from '../../../../api';
import { madeClaim } from './made-claim';

/** The place that a body names, in UTF-16 units. */
function placeOf(paragraphs: ParagraphView[], selector: ClaimBody['selector']): Result<Span & { paragraphId: string }> {
  if (selector.type === 'TextQuoteSelector') return placeOfQuote(paragraphs, selector, selector.paragraph);
  const paragraph = paragraphs.find(({ number }) => number === selector.paragraph);
  if (!paragraph) return refuse('paragraph-not-in-article', { field: 'selector.paragraph' });
  const { id: paragraphId, text } = paragraph;
  if (selector.end > codePointCounter(text)(text.length)) {
    return refuse('span-outside-paragraph', { field: 'selector.end' });
  }
  const at = utf16Counter(text);
  return accept({ paragraphId, start: at(selector.start), end: at(selector.end) });
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listClaims, async ({ params, query, actor, writer }) => {
    const { standing, kind, format, limit, cursor = '0' } = query;
    if (!/^\d{1,9}$/.test(cursor)) return refuse('cursor-wrong', { field: 'cursor' });
    if (format === 'csv') {
      const list = await claimsPage(writer.db, params.id, { standing, kind }, actor);
      if (!list) return refuse('not-found');
      let text = '';
      for await (const piece of claimListCsv(list, everyClaim)) text += piece;
      return accept({ text });
    }
    const page = await claimsPage(writer.db, params.id, { standing, kind, after: Number(cursor), limit }, actor);
    if (!page) return refuse('not-found');
    const items = claimShapes(page, () => true);
    const next = page.hasMore ? String(items.at(-1)?.number) : null;
    return accept({ value: { items, next }, next });
  }),
  POST: answer(operations.markClaim, async ({ params, body, actor, writer }) => {
    const article = await articleHead(writer.db, params.id);
    if (!article) return refuse('not-found');
    const paragraphs = await paragraphsOf(writer.db, params.id, article.revision);
    const place = placeOf(paragraphs, body.selector);
    if (!place.ok) return place;
    const marked = await markClaim(writer, { articleId: params.id, ...place.value }, body.kind);
    return marked.ok ? madeClaim(writer.db, params.id, marked.value.number, actor) : marked;
  }),
});
