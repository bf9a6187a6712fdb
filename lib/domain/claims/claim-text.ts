/** The words of a claim in a form that can stand alone. */

import { splitSentences } from '#lib/text/sentences';
import type { ClaimView } from './claim-view';

/** The claim's own words. A figure means nothing alone, so it comes with the sentences around it. */
export function claimText(claim: Pick<ClaimView, 'kind' | 'exact' | 'start' | 'end'>, paragraph: string): string {
  return claim.kind === 'figure' ? claimContext(claim, paragraph) : claim.exact;
}

/** The whole sentences that a claim stands in. */
export function claimContext(claim: Pick<ClaimView, 'exact' | 'start' | 'end'>, paragraph: string): string {
  const { start, end } = contextSpan(claim, paragraph);
  return paragraph.slice(start, end) || claim.exact;
}

/** Where those sentences begin and end in the paragraph, in UTF-16 units. */
export function contextSpan(
  { start, end }: Pick<ClaimView, 'start' | 'end'>,
  paragraph: string,
): { start: number; end: number } {
  const around = splitSentences(paragraph).filter((sentence) => sentence.start < end && sentence.end > start);
  return { start: Math.min(around[0]?.start ?? start, start), end: Math.max(around.at(-1)?.end ?? end, end) };
}
