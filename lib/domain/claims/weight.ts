/** How important a claim is for the article as a whole. The score says what each weight counts. */
export const claimWeights = ['key', 'normal', 'minor'] as const;
export type ClaimWeight = (typeof claimWeights)[number];

/**
 * The weight to propose for a claim of this check-worthiness (0–1, check-worth.ts); an editor may set another. Key from
 * 0.8: log-odds 1.4 above even, which takes a money amount or a share and one more sign, or three signs without a
 * figure. Minor up to 0.4: at most one sign for checking, not a figure. Set by hand, like the weights of those signs.
 */
export function proposeWeight(checkWorthiness: number): ClaimWeight {
  if (checkWorthiness >= 0.8) return 'key';
  return checkWorthiness <= 0.4 ? 'minor' : 'normal';
}
