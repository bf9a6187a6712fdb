/**
 * Looks for a claim in the text of its source: a quote by its words, a figure by what it measures. What is found is a
 * proposal; a person decides. Server side: the news lexicon is too heavy for a page. Offsets are UTF-16 indices into the
 * source.
 */

import {
  type FigureInSource,
  figuresInReading,
  figuresInSource,
  readSource,
  type SourceReading,
} from '#lib/domain/sources/figure-in-source';
import { type QuoteInSource, quoteInSource } from '#lib/domain/sources/quote-in-source';
import { findFigures } from '#lib/reading/figures';

import { claimText } from './claim-text';
import type { ClaimView } from './claim-view';

export type { FigureInSource, QuoteInSource, SourceReading };

/**
 * Where a quote stands in a source, from its first to its last word, and how it was treated; `absent` with 0, 0 where it
 * is not there. `verbatim`: every word and number, in order. Linear in the source; never throws.
 */
export const findQuoteInSource = (quote: string, source: string): QuoteInSource => quoteInSource(quote, source);

/**
 * The figures of a source that measure what the claim's own figure measures, best first, each with how it compares; empty
 * where there is none. `same` is equal in value, unit and, as far as both say it, time. Linear in the source; never throws.
 */
export const findFiguresInSource = (claim: string, source: string): FigureInSource[] => figuresInSource(claim, source);

/** A source, read once for many claims of figures. */
export const readForFigures = (source: string): SourceReading => readSource(source);

/** `findFiguresInSource` of a source that was read before. */
export const findFiguresInReading = (claim: string, reading: SourceReading): FigureInSource[] =>
  figuresInReading(claim, reading);

/**
 * The words by which a claim is looked for: its own, and of a figure the clause around it too, as long as that tells no other
 * figure. `375 staff` alone is in every filing.
 */
export function soughtWords(
  claim: Pick<ClaimView, 'kind' | 'exact' | 'start' | 'end' | 'standing'>,
  paragraph: string,
): string {
  if (claim.kind !== 'figure') return claim.exact;
  const clause = claimText(claim, paragraph, []);
  return findFigures(clause).length === findFigures(claim.exact).length ? clause : claim.exact;
}
