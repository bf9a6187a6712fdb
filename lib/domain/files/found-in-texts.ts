/** What a machine found of a claim and its evidence in the texts of sources: proposals and warnings, never verdicts. */
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { DiffPiece } from '#lib/domain/revisions/diff';
import {
  type FigureRelation,
  figureRelations,
  type QuoteRelation,
  quoteRelations,
} from '#lib/domain/sources/relations';
import type { Locator } from './locator';

/**
 * A text that was searched: a file of a source, or the newest capture of its page. `isConfidential`: a file that others do not
 * see, who would see what is cited of it.
 */
export type SearchedText = {
  sourceId: string;
  source: string;
  kind: 'file' | 'capture';
  id: string;
  name: string;
  isConfidential: boolean;
};

/** Where something stands: the number of its text in the list of those that were searched, and the place in it. */
export type PlaceInTexts = { text: number; locator: Locator };

/**
 * An excerpt as it stands in its source. `pieces`: what only the source has is `removed`, what only the excerpt has `added`;
 * none where they say the same word for word, or nothing was found.
 */
export type CheckedExcerpt = {
  evidenceId: string;
  relation: QuoteRelation;
  place: PlaceInTexts | null;
  pieces: DiffPiece[];
};

/**
 * A passage that the claim may rest on. `figure`: the words of the figure in it, for claims of figures, and `deviation` how far
 * the claim is above it, as a share of it, where they differ in value.
 */
export type FoundPassage = {
  relation: QuoteRelation | FigureRelation;
  place: PlaceInTexts;
  passage: string;
  figure: string | null;
  deviation: number | null;
  pieces: DiffPiece[];
};

/** `isPartial`: time ran out before all was searched. */
export type FoundInTexts = { excerpts: CheckedExcerpt[]; passages: FoundPassage[]; isPartial: boolean };

/**
 * What was searched, and what was found there: `text` of a place is the number of a searched text. `quoteIs`: how the sources
 * that a quote cites have its words; null where they do not, or it cites none. `translation`: they are in another language.
 */
export type FoundInSources = FoundInTexts & { texts: SearchedText[]; quoteIs: QuoteRelation | 'translation' | null };

/** What the texts of a source say of one claim, best first: none where they bear on it in no way. */
export type Bearing = { claimId: string; passages: FoundPassage[] };

/** `left`: how many claims were not looked for, since time ran out. */
export type FoundForClaims = { bearings: Bearing[]; left: number };

/**
 * A source against a whole article: `claims` were to be looked for, `left` of them were not, since time ran out or there are too
 * many. `isWithoutText`: nothing of the source can be searched.
 */
export type CheckedAgainst = {
  texts: SearchedText[];
  claims: number;
  left: number;
  isWithoutText: boolean;
  found: { claim: Pick<ClaimView, 'id' | 'number' | 'exact' | 'kind'>; passages: FoundPassage[] }[];
};

/** Whether a passage says what the claim says. */
const agreeing: ReadonlySet<string> = new Set([
  ...quoteRelations.filter((relation) => relation !== 'altered' && relation !== 'absent'),
  ...figureRelations.filter((relation) => relation === 'same' || relation === 'within-rounding'),
]);

export const agrees = ({ relation }: FoundPassage): boolean => agreeing.has(relation);
