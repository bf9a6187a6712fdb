/**
 * An article with its past: what a reviewer sees of it, and everything that earlier revisions leave behind. What a file of
 * the whole article is written from.
 */
import type { BoilerplateReason, ParagraphKind } from '#lib/domain/articles/article';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { PersonView } from '#lib/domain/people/person-view';
import type { ThreadView } from '#lib/domain/review/discussion';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import type { Fate } from '#lib/domain/revisions/plan';
import type { ClaimKind } from '#lib/reading/claim-kinds';

/** How many claims met which fate; `found` had no place before, `lookAgain` had findings that no longer count. */
export type FateCounts = Record<Fate, number> & { found: number; lookAgain: number };

/** A revision in the list; `counts`: what it did to claims, null for the first one. */
export type RevisionView = {
  number: number;
  at: string;
  by: PersonView;
  intake: string;
  minor: boolean;
  restored: number | null;
  counts: Partial<FateCounts> | null;
};

/** A paragraph's text; revisions that have the same one share the object. */
export type Block = { kind: ParagraphKind; text: string; reason: BoilerplateReason | null };

export type WholeRevision = RevisionView & { paragraphs: { id: string; block: Block }[] };

/** Words on a paragraph of any revision; UTF-16 offsets. */
export type PastPlace = { paragraphId: string; start: number; end: number };

/** Of each finding that does not count, the number of the revision whose words it was on; findings by their reviewer's id. */
export type FindingDates = {
  judgements: ReadonlyMap<string, number>;
  quoteChecks: ReadonlyMap<string, number>;
  ruling: number | null;
  lookAgain: number | null;
};

/** `goneSince`: an ISO 8601 moment, null where it has a place in the newest revision. `places`: in older revisions. */
export type WholeClaim = { claim: ClaimView; goneSince: string | null; places: PastPlace[]; dates: FindingDates };

export type WholeArticle = {
  article: ArticleWithClaims['article'];
  /** Oldest first; the last one is the newest. */
  revisions: WholeRevision[];
  /** Those without a place in the newest revision too. */
  claims: WholeClaim[];
  /** Those on such claims too. */
  threads: ThreadView[];
  /** What was proposed as a claim and set aside. */
  dismissed: (PastPlace & { kind: ClaimKind })[];
  /** The highest number that a claim ever had. */
  lastClaimNumber: number;
};
