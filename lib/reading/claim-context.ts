/**
 * The context that affects what a claim says: the negations and modal words of its clause, and who is quoted. If these
 * change, the claim must be looked at again, even with the same words. Words outside the clause do not count.
 */

import { signs } from '#lib/reading/substance/words';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { wordsIn } from '#lib/text/lexicon';
import type { Span } from '#lib/text/span';
import type { Quote } from './quotes';

/** Clauses are cut at this length (UTF-16 units): words further away say little about the claim. */
const longestReach = 160;

/** Whether the character at `i` of a comparison form ends a clause. A point or comma inside a number does not. */
function endsClause(form: string, i: number): boolean {
  const char = form.charAt(i);
  return /[!?;:\n…]/.test(char) || (/[.,、]/.test(char) && !/\d/.test(form.charAt(i + 1)));
}

/** The clause around a span, with the span: UTF-16 offsets. */
function clauseAround(form: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && start - from < longestReach && !endsClause(form, from - 1)) from--;
  let to = end;
  while (to < form.length && to - end < longestReach && !endsClause(form, to)) to++;
  return { start: from, end: to };
}

/** The negations and modal words of a claim's clause, outside the claim itself; sorted. */
function signsAround(text: string, span: Span): string {
  const form = comparisonForm(text);
  const clause = clauseAround(form, span);
  const part = form.slice(clause.start, clause.end);
  return wordsIn(signs, part, 0, part.length)
    .filter((word) => clause.start + word.start < span.start || clause.start + word.end > span.end)
    .flatMap(({ value }) => value.filter(({ kind }) => kind === 'not' || kind === 'modal'))
    .map(({ kind, value }) => `${kind}:${value}`)
    .sort()
    .join(' ');
}

/** Whether the clause around a claim gained or lost a negation or a modal word. */
export function isClauseChanged(before: string, was: Span, after: string, is: Span): boolean {
  return signsAround(before, was) !== signsAround(after, is);
}

/** Who is quoted at a span of a paragraph with these quotes; null outside quotations and where nobody is named. */
export function speakerAt(quotes: Quote[] | undefined, { start, end }: Span): string | null {
  const around = quotes?.find((quote) => quote.start <= start && end <= quote.end);
  return around?.speaker ?? null;
}

/** Whether two names mean two speakers. A name within the other (Altman, Sam Altman) is the same person. */
export function isOtherSpeaker(before: string | null, after: string | null): boolean {
  if (before === null || after === null) return before !== after;
  const [one, other] = [comparisonForm(before), comparisonForm(after)];
  return !one.includes(other) && !other.includes(one);
}
