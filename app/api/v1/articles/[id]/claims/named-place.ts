import type { Selector } from '#lib/api/bodies/claims';
import { placeOfQuote } from '#lib/api/find-words';
import { articleHead, paragraphsOf } from '#lib/data/articles/articles';
import type { Database } from '#lib/data/database/database';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { codePointCounter, utf16Counter } from '#lib/text/code-points';
import type { Span } from '#lib/text/span';

/** The text in which places are named: the article's newest. */
export async function newestText(db: Database, articleId: string): Promise<Result<ParagraphView[]>> {
  const article = await articleHead(db, articleId);
  return article ? accept(await paragraphsOf(db, articleId, article.revision)) : refuse('not-found');
}

/** The place that a selector names, in UTF-16 units. */
export function namedPlace(paragraphs: ParagraphView[], selector: Selector): Result<Span & { paragraphId: string }> {
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
