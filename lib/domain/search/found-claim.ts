/** Claims in lists over all articles of the desk. */

import type { FigureView } from '#lib/domain/claims/claim-view';
import type { Standing } from '#lib/domain/claims/standing';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { Span } from '#lib/text/span';

/** A claim as a list of the whole desk shows it, as a person may see it. */
export type FoundClaim = {
  id: string;
  number: number;
  exact: string;
  kind: ClaimKind;
  standing: Standing;
  /** The sentences that it stands in, its own words in them, and what of them was searched for (UTF-16 units). */
  passage: Span & { text: string; hits: Span[] };
  speaker: { id: string; name: string } | null;
  reads: FigureView['reads'] | null;
  /** Its size, from low to high; null where it is no figure. An open end is null. */
  figure: Pick<FigureView, 'low' | 'high' | 'unit'> | null;
  article: { id: string; title: string; publisher: string | null; publishedOn: string | null; language: string };
  /** When it got its verdict; null while it has none. */
  judgedAt: string | null;
  /** Independent ones. */
  sources: number;
  lookAgain: boolean;
  createdAt: string;
  /** When it, or what was found about it, last changed; null for whom a blind first pass hides that. */
  updatedAt: string | null;
};

export type ClaimList = {
  claims: FoundClaim[];
  /** Of the query without its standing, in all pages, and by standing. */
  total: number;
  counts: Record<Standing, number>;
  pages: number;
  /** The field of words is not empty, and nothing in it can be searched for. */
  isUnreadable: boolean;
};
