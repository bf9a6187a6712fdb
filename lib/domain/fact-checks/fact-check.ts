/**
 * What somebody else found of a claim and published as schema.org ClaimReview. It is a hint and a source, never a verdict
 * of this desk: it is shown with who checked it and in their words. Two are the same check where page and claim are the
 * same; what came later replaces what was there.
 */

import { addressKey } from '#lib/domain/articles/web-address';
import type { FoundBy } from '#lib/domain/search/claim-document';
import { comparisonForm } from '#lib/text/forms/comparison-form';

/** Longer ones are no claims and no names (UTF-16 units). */
export const longestClaim = 2_000;
export const longestName = 200;
export const longestAddress = 2_000;

export type FactCheck = {
  /** The page of the check; http or https. */
  url: string;
  /** The claim in the checker's words. */
  claim: string;
  checker: string;
  /** ISO 8601 of any precision. */
  publishedOn: string | null;
  /** The rating in the checker's words; null where there are numbers alone. */
  rating: string | null;
  /** The rating on the checker's own scale. */
  ratingValue: number | null;
  bestRating: number | null;
  worstRating: number | null;
  /** Who made the claim, and where. */
  claimant: string | null;
  appearance: string | null;
  /** As the check says, in BCP 47. */
  language: string | null;
};

/** Why an entry of a feed is left out. */
export const checkFaults = ['no-claim', 'no-rating', 'no-address', 'too-long', 'repeated', 'too-many'] as const;
export type CheckFault = (typeof checkFaults)[number];

/** What tells a check from others, as a text of any length. */
export const identityOf = ({ url, claim }: Pick<FactCheck, 'url' | 'claim'>): string =>
  `${addressKey(url) ?? url}\n${comparisonForm(claim)}`;

/** A rating in words, or in numbers of its own scale (2/5); the best is left out where it is not known. */
export function ratingText({
  rating,
  ratingValue,
  bestRating,
}: Pick<FactCheck, 'rating' | 'ratingValue' | 'bestRating'>): string {
  if (rating !== null) return rating;
  return bestRating === null ? `${ratingValue}` : `${ratingValue}/${bestRating}`;
}

/** What a check is found by, as a claim of the desk is: its claim, and who made it. */
export const findableText = ({ claim, claimant }: Pick<FactCheck, 'claim' | 'claimant'>): FoundBy => ({
  ...{ text: claim, start: 0, end: claim.length },
  speaker: claimant ?? '',
});
