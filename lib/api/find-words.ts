/**
 * Finds the place where a script wants to mark a claim: by the words themselves (W3C TextQuoteSelector) or by paragraph
 * and position (TextPositionSelector). A quotation must match exactly one place. With several, nothing is guessed: a
 * verdict on the wrong sentence is worse than none.
 */

import type { ParagraphView } from '#lib/domain/articles/article-view';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { Span } from '#lib/text/span';

export type QuoteSelector = { exact: string; prefix?: string; suffix?: string };

/**
 * The single place, in UTF-16 units, where the words stand in the article, or in the paragraph with the given number.
 */
export function placeOfQuote(
  paragraphs: readonly ParagraphView[],
  { exact, prefix = '', suffix = '' }: QuoteSelector,
  number?: number,
): Result<Span & { paragraphId: string }> {
  let place: (Span & { paragraphId: string }) | null = null;
  let found = 0;
  for (const { id, kind, text, number: own } of paragraphs) {
    if (kind === 'boilerplate' || (number !== undefined && own !== number)) continue;
    for (let start = text.indexOf(exact); start >= 0 && exact !== ''; start = text.indexOf(exact, start + 1)) {
      const end = start + exact.length;
      if (!text.endsWith(prefix, start) || !text.startsWith(suffix, end)) continue;
      place ??= { paragraphId: id, start, end };
      found += 1;
    }
  }
  if (!place) return refuse('quote-absent', { field: 'selector.exact' });
  if (found === 1) return accept(place);
  return refuse('quote-ambiguous', { field: 'selector.exact', values: { number: found } });
}
