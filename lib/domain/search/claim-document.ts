/**
 * What a claim is found by. A claim's own words are often a bare figure, so it is found by the sentences that it stands in,
 * with the place of its own words in them.
 */

import { contextSpan } from '#lib/domain/claims/claim-text';
import { type ClaimReading, readClaim } from '#lib/domain/matching/claim-reading';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import type { Span } from '#lib/text/span';
import { modelParts } from './model-names';
import { namedNumbers } from './named-numbers';
import { wordTokens } from './word-tokens';

/** The version of the tokens: raised when others are made of the same text, so that stored ones are made anew. */
export const tokensVersion = 3;

/** So much of the sentences is kept on each side of the claim, and so much of the claim itself (UTF-16 units). */
const reach = 400;
const longestClaim = 4000;

/** The sentences of a claim and where its own words lie in them; offsets are UTF-16 units. */
export type ClaimPassage = Span & { text: string };

/** What a claim is found by: its passage, and the names of its speaker, '' for none. */
export type FoundBy = ClaimPassage & { speaker: string };

/** The same with what the indexes hold of it. */
export type ClaimDocument = FoundBy & { words: string; folded: string; isChinese: boolean };

/**
 * The passage of a claim. Where its place is not in the paragraph, its own words alone. Only the words around the claim are
 * looked at, so that many claims of a long paragraph cost no more than as many short ones.
 */
export function claimPassage(claim: Span & { exact: string }, paragraph: string): ClaimPassage {
  const { start, end, exact } = claim;
  if (paragraph.slice(start, end) !== exact) {
    const text = exact.slice(0, longestClaim).toWellFormed();
    return { text, start: 0, end: text.length };
  }
  const last = Math.min(end, start + longestClaim);
  const before = Math.max(0, start - reach);
  // The cut may part a pair of surrogates, which PostgreSQL does not store.
  const near = paragraph.slice(before, last + reach).toWellFormed();
  const own = { start: start - before, end: last - before };
  const { start: from, end: to } = contextSpan(own, near);
  return { text: near.slice(from, to), start: own.start - from, end: own.end - from };
}

/**
 * What the indexes hold of a claim: the tokens of its passage and of its speaker's names with spaces between, and the
 * passage in comparison form. Linear; never throws.
 */
export function claimDocument(claim: FoundBy): ClaimDocument {
  const reading = readClaim(claim.text);
  const { isChinese } = reading;
  const said = claim.speaker === '' ? [] : readClaim(claim.speaker).tokens;
  const models = reading.words.flatMap(({ stem }) => modelParts(stem));
  const words = [...reading.tokens, ...models, ...namedNumbers(reading), ...said];
  const known = new Set(words);
  const folded = comparisonForm(claim.text);
  words.push(...wordTokens(folded).filter((token) => !known.has(token)));
  return { ...claim, words: words.join(' '), folded, isChinese };
}

/**
 * The reading of a passage as its claim is compared: of a figure claim, only the claim's own figures count, since the
 * others of its sentences are claims of their own.
 */
export function readPassage({ text, start, end }: ClaimPassage, kind: string): ClaimReading {
  const reading = readClaim(text);
  if (kind !== 'figure') return reading;
  const own = reading.figures.filter((figure) => figure.start < end && figure.end > start);
  return own.length > 0 ? { ...reading, figures: own } : reading;
}
