/**
 * Why two claims were related as they were: short lines of a code and its values, for a screen to put into words
 * (`shares: OpenAI, employees`). Invariants: a code is one of `reasonCodes`; values are parts of the two claims' texts,
 * the first claim's first.
 */

import type { Span } from '#lib/text/span';
import type { ClaimFacts } from './claim-reading';
import type { Relating } from './relate';

export const reasonCodes = [
  'shares',
  'figure-equal',
  'figure-differs',
  'unit-differs',
  'date-equal',
  'date-differs',
  'opposite',
  'other-name',
  'other-measure',
] as const;

/** How many shared words are named. */
const mostWords = 5;

/** The reasons for how claim `a` relates to claim `b`; `texts` are the two texts that were read. */
export function reasonsFor(
  { relation, content, figures, periods }: Relating,
  texts: { a: string; b: string },
): string[] {
  const reasons: string[] = [];
  const say = (code: (typeof reasonCodes)[number], ...values: string[]): void => {
    reasons.push(values.length === 0 ? code : `${code}: ${values.join(', ')}`);
  };
  if (content.shared.length > 0) {
    say('shares', ...joined(content.shared.slice(0, mostWords)).map((place) => cut(texts.a, place)));
  }
  const codes = {
    equal: 'figure-equal',
    unit: 'unit-differs',
    off: 'figure-differs',
    loose: 'figure-differs',
  } as const;
  for (const { a, b, how } of figures) say(codes[how], `${cut(texts.a, a)} / ${cut(texts.b, b)}`);
  for (const [a, b] of periods.agreeing) say('date-equal', `${cut(texts.a, a)} / ${cut(texts.b, b)}`);
  for (const [a, b] of periods.conflicting) say('date-differs', `${cut(texts.a, a)} / ${cut(texts.b, b)}`);
  if (relation === 'negated') say('opposite');
  if (content.otherNames > 0) {
    say('other-name', ...content.otherNamePlaces.slice(0, mostWords).map((place) => cut(texts.a, place)));
  }
  if (content.hasOtherMeasure) say('other-measure');
  return reasons;
}

const cut = (text: string, { start, end }: Span): string => text.slice(start, end).trim();

/** Places that overlap as one (奥维 and 维恩: 奥维恩), in the order of the text. */
function joined(places: Span[]): Span[] {
  const whole: Span[] = [];
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const last = whole[whole.length - 1];
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start) whole.push({ start, end });
  }
  return whole;
}

/** Nothing to compare: a text without a word, figure or date. */
export const isEmpty = ({ concepts, words, names, figures, periods }: ClaimFacts): boolean =>
  concepts.length + words.length + names.length + figures.length + periods.length === 0;
