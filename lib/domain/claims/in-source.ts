/** Looks for a claim in the text of its source: a quote by its words, a figure by what it measures. */

import { type QuoteInSource, quoteInSource } from '#lib/domain/sources/quote-in-source';

export type { QuoteInSource };

/** See quoteInSource. */
export const findQuoteInSource = (quote: string, source: string): QuoteInSource => quoteInSource(quote, source);
