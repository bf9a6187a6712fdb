/** A claim as lists across articles show it: one line with what it says, how it stands, where, and what it rests on. */
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { FigureLanguage } from '#lib/reading/describe-figure';
import { type Standing, standings } from './standing';

/**
 * `standing`: open to a viewer who is blind to what others found. `reads`: the value of its figure, null where it has none.
 * `verdictOn`: the moment (ISO 8601) of its last verdict or ruling, null while it has none. `sources`: independent ones;
 * reposts of one origin count once. `retired`: how many of its sources are withdrawn. `isOrphan`: its passage is gone from the newest text of the article.
 */
export type ListedClaim = {
  id: string;
  number: number;
  exact: string;
  kind: ClaimKind;
  standing: Standing;
  reads: Record<FigureLanguage, string> | null;
  speaker: { id: string; name: string } | null;
  article: { id: string; title: string; language: string; publisher: string | null; publishedOn: string | null };
  verdictOn: string | null;
  sources: number;
  retired: number;
  isOrphan: boolean;
};

/** How many claims there are of each standing. */
export type StandingCounts = Record<Standing, number>;

/** No claims of any standing. */
export const noClaims = (): StandingCounts =>
  Object.fromEntries(standings.map((standing) => [standing, 0])) as StandingCounts;

/** How many claims some counts hold together. */
export const totalOf = (counts: StandingCounts): number => standings.reduce((sum, one) => sum + counts[one], 0);

/** Stands for the year of claims whose article names no day of publication. */
export const undated = 'undated';

/**
 * Which claims of a record to list. `year`: that of publication, four digits or `undated`. `leaning`: of a source, only those
 * whose verdict leans on it. `page`: from 1.
 */
export type RecordQuery = { standing: Standing | null; year: string | null; leaning: boolean; page: number };

/**
 * How some claims came out, and a page of them. `counts` and `years` (newest first, undated last) are of all of them,
 * whatever is asked for; `found` is how many the query finds, on `pages` pages.
 */
export type ClaimRecord = {
  counts: StandingCounts;
  years: { year: string; counts: StandingCounts }[];
  found: number;
  pages: number;
  claims: ListedClaim[];
};
