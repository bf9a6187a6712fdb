/** What the reader of articles proposes to check, as the API shows it. */
import { z } from 'zod';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import { pendingSuggestions, type SuggestionView } from '#lib/domain/claims/suggestion';
import { type ArticleWithClaims, inReadingOrder } from '#lib/domain/review/review';
import { claimKinds } from '#lib/reading/claim-kinds';
import { codePointCounter } from '#lib/text/code-points';
import { Claim } from './claims';
import { count, line } from './fields';

export const Suggestion = z.object({
  id: z.string(),
  paragraph: z.int().min(1),
  start: count.describe('Unicode code points of the paragraph before it.'),
  end: count,
  exact: z.string(),
  kind: z.enum(claimKinds),
  score: z.number().min(0).max(1).describe('How much it is worth checking.'),
  reasons: z.array(z.string()).describe('Why, in words of the reader.'),
  speaker: line,
});

export const SuggestionList = z.object({ items: z.array(Suggestion) });

export const SuggestionsDecided = z.object({
  claims: z
    .array(Claim)
    .describe('The claims that accepted suggestions became. Words that were marked already make none.'),
});

/** Suggestions that no claim has taken up yet, in reading order, as on the review page. */
export function suggestionShapes(
  { paragraphs, claims }: ArticleWithClaims,
  suggestions: SuggestionView[],
): z.infer<typeof Suggestion>[] {
  const placed = new Map(
    paragraphs.map((paragraph) => [paragraph.id, { paragraph, at: codePointCounter(paragraph.text) }]),
  );
  return inReadingOrder(pendingSuggestions(suggestions, claims), paragraphs).flatMap((suggestion) => {
    const place = placed.get(suggestion.paragraphId);
    return place ? [shapeOf(suggestion, place.paragraph, place.at)] : [];
  });
}

function shapeOf(
  { start, end, paragraphId: _, ...suggestion }: SuggestionView,
  { number, text }: ParagraphView,
  at: (offset: number) => number,
): z.infer<typeof Suggestion> {
  return { ...suggestion, paragraph: number, start: at(start), end: at(end), exact: text.slice(start, end) };
}
