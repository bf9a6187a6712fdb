/**
 * An article as a reviewer sees it: the shapes that travel from the database to the screen, the report and the exports.
 * They are never database rows, and hold only what a signed-in reader of the article may see.
 */
import type { ArticleView, ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import type { ThreadView } from './discussion';
import type { AssignmentView } from './workflow';

/** Claims with the paragraphs that they lie in. */
export type ClaimsInText = { paragraphs: ParagraphView[]; claims: ClaimView[] };

/** An article's newest revision with its claims. The report, the exports and the API are made from it. */
export type ArticleWithClaims = ClaimsInText & { article: ArticleView };

/** The same with everything that the review page needs. */
export type ReviewView = ArticleWithClaims & {
  /** Suggestions that are neither accepted nor dismissed. */
  suggestions: SuggestionView[];
  assignments: AssignmentView[];
  /** On claims and on paragraphs, oldest thread first. */
  threads: ThreadView[];
};

type Placed = { paragraphId: string; start: number; end: number; number?: number };

/** Reading order: by place in the article, outer spans before inner ones, then by number. */
export function inReadingOrder<T extends Placed>(spans: T[], paragraphs: ParagraphView[]): T[] {
  const place = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.number]));
  return [...spans].sort(
    (a, b) =>
      (place.get(a.paragraphId) ?? 0) - (place.get(b.paragraphId) ?? 0) ||
      a.start - b.start ||
      b.end - a.end ||
      (a.number ?? 0) - (b.number ?? 0),
  );
}
