/**
 * What the desk reads from an article by itself: proposed claims with the people who make them. Deterministic: the same
 * text always gives the same result.
 */

import type { Speaker } from '#lib/reading/speakers/speaker';
import { maxProposals } from './claim-kinds';
import { readArticle, type Suggestion } from './claims';
import type { Quote } from './quotes';

/** Raised when the readers change so much that articles should be read again. */
export const readerVersion = 7;

/** A suggestion, with the speaker of the words around it. */
export type Proposal = Suggestion & { speaker: Speaker | null };

/**
 * Proposes claims for an article's paragraphs; an empty string stands for a paragraph that is not read. `maxProposals` at
 * most, in order of paragraph and start. Spans are UTF-16 indices into their paragraph.
 */
export function proposeClaims(paragraphs: string[]): Proposal[] {
  const { quotes, reported, speakers, suggestions } = readArticle(paragraphs);
  const byName = new Map(speakers.map((speaker) => [speaker.name, speaker]));
  const spoken = paragraphs.map((): Quote[] => []);
  for (const speech of [...quotes, ...reported]) spoken[speech.paragraph]?.push(speech);
  const around = spoken.map(innermostAround);
  return mostWorth(suggestions).map((suggestion) => {
    const speech = around[suggestion.paragraph]?.(suggestion);
    return { ...suggestion, speaker: byName.get(speech?.speaker ?? '') ?? null };
  });
}

/** The suggestions with the highest scores, of equal ones the first, in the order in which they came. */
function mostWorth(suggestions: Suggestion[]): Suggestion[] {
  if (suggestions.length <= maxProposals) return suggestions;
  const kept = new Set(suggestions.toSorted((a, b) => b.score - a.score).slice(0, maxProposals));
  return suggestions.filter((suggestion) => kept.has(suggestion));
}

/** Finds the shortest of a paragraph's speeches around a span. Asked in order of the spans' starts. */
function innermostAround(speeches: Quote[]): (span: { start: number; end: number }) => Quote | undefined {
  const ordered = speeches.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let open: Quote[] = [];
  return ({ start, end }) => {
    for (; (ordered[next]?.start ?? Number.POSITIVE_INFINITY) <= start; next += 1) open.push(ordered[next] as Quote);
    // One that ended before is around nothing that comes after it.
    open = open.filter((speech) => speech.end >= start);
    return open.filter((speech) => end <= speech.end).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  };
}
