/**
 * What a reviewer sees of an article: the shapes that travel from the database to the screen, the report and the exports.
 * Never database rows: no field is here that a signed-in reader of the article may not see.
 */
import type { ArticleView, ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import type { ThreadView } from './discussion';
import type { AssignmentView } from './workflow';

/** Claims with the paragraphs that they lie in. */
export type ClaimsInText = { paragraphs: ParagraphView[]; claims: ClaimView[] };

/** An article's newest revision with its claims: what the report, the exports and the API are made of. */
export type ArticleWithClaims = ClaimsInText & { article: ArticleView };

/** The same with what people work with on the review page. */
export type ReviewView = ArticleWithClaims & {
  /** Proposed and neither taken up as they are nor dismissed. */
  suggestions: SuggestionView[];
  assignments: AssignmentView[];
  /** On claims and on paragraphs, in the order in which they began. */
  threads: ThreadView[];
};

type Placed = { paragraphId: string; start: number; end: number; number?: number };

/** Reading order: by place in the article, outer spans before the ones inside them, then by number. */
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
