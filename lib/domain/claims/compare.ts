/**
 * Compares two claims: whether the same fact is asked about, and how the two answers relate. In one language or across
 * Chinese and English; deterministic. Server side: the news lexicon is too heavy for a page.
 */

import { readClaim } from '#lib/domain/matching/claim-reading';
import { isEmpty, reasonsFor } from '#lib/domain/matching/reasons';
import { relate } from '#lib/domain/matching/relate';
import type { Relation } from '#lib/domain/matching/relation';

/** A claim as it is compared: its words, their language (`zh`, `en`), and who said them. */
export interface ClaimText {
  text: string;
  lang: string;
  speaker?: string | null;
}

export interface ClaimComparison {
  relation: Relation;
  /** From 0 to 1: the same fact is asked about. From 0.5 on it is sure. */
  score: number;
  /** Lines of a code and values (`figure-differs: 375 / 3,750`); see reasons.ts. */
  reasons: string[];
}

/** Compares two claims. Two empty ones are `other`. Linear in the texts for claims of usual length; never throws. */
export function compareClaims(a: ClaimText, b: ClaimText): ClaimComparison {
  const [one, other] = [readClaim(a.text), readClaim(b.text)];
  if (isEmpty(one) || isEmpty(other)) return { relation: 'other', score: 0, reasons: [] };
  const relating = relate(one, other);
  return {
    relation: relating.relation,
    score: relating.score,
    reasons: reasonsFor(relating, { a: a.text, b: b.text }),
  };
}
