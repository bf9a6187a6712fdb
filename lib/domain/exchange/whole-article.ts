/**
 * An article with its past: what a reviewer sees now, and what earlier revisions left behind. The article file is
 * written from it.
 */
import type { BoilerplateReason, ParagraphKind } from '#lib/domain/articles/article';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { PersonView } from '#lib/domain/people/person-view';
import type { ThreadView } from '#lib/domain/review/discussion';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import type { Fate } from '#lib/domain/revisions/plan';
import type { ClaimKind } from '#lib/reading/claim-kinds';

/** How many claims met which fate. `found` had no place before; `lookAgain` had findings that no longer count. */
export type FateCounts = Record<Fate, number> & { found: number; lookAgain: number };

/** A revision in the list. `counts`: its effect on claims, null for the first. */
export type RevisionView = {
  number: number;
  at: string;
  by: PersonView;
  intake: string;
  minor: boolean;
  restored: number | null;
  counts: Partial<FateCounts> | null;
};

/** A revision's paragraphs, with the numbers of the claims that lay on each. */
export type RevisionSide = {
  number: number;
  at: string;
  by: PersonView;
  paragraphs: { id: string; kind: ParagraphKind; text: string; claims: number[] }[];
};

/** A paragraph's text. Revisions with the same text share the object. */
export type Block = { kind: ParagraphKind; text: string; reason: BoilerplateReason | null };

export type WholeRevision = RevisionView & { paragraphs: { id: string; block: Block }[] };

/** A place on a paragraph of any revision, in UTF-16 offsets. */
export type PastPlace = { paragraphId: string; start: number; end: number };

/** For each finding that does not count: the number of the revision whose words it was on, by reviewer id. */
export type FindingDates = {
  judgements: ReadonlyMap<string, number>;
  quoteChecks: ReadonlyMap<string, number>;
  ruling: number | null;
  lookAgain: number | null;
};

/**
 * `goneSince`: an ISO 8601 moment, null where the claim has a place in the newest revision. `places`: its places in
 * older revisions.
 */
export type WholeClaim = { claim: ClaimView; goneSince: string | null; places: PastPlace[]; dates: FindingDates };

export type WholeArticle = {
  article: ArticleWithClaims['article'];
  /** Oldest first; the last is the newest. */
  revisions: WholeRevision[];
  /** Includes claims without a place in the newest revision. */
  claims: WholeClaim[];
  /** Includes threads on such claims. */
  threads: ThreadView[];
  /** Dismissed suggestions. */
  dismissed: (PastPlace & { kind: ClaimKind })[];
  /** The highest claim number ever used in the article. */
  lastClaimNumber: number;
};
