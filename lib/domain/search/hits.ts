/** Where a text holds what was searched for. */

import { readClaim } from '#lib/domain/matching/claim-reading';
import { tokensOfFigure } from '#lib/domain/matching/figure-values';
import { tokensOfPeriod } from '#lib/domain/matching/periods';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { isHan } from '#lib/text/forms/folded';
import type { Span } from '#lib/text/span';
import { modelParts } from './model-names';
import { placesOfPhrase } from './phrase';
import type { SearchTerms } from './search-terms';

/** The words, figures and dates of a text that meet a search, in order, not overlapping; UTF-16 units. Linear in the text. */
export function hitsIn(text: string, { groups, phrases }: SearchTerms): Span[] {
  const wanted = new Set(groups.flatMap(({ alternatives }) => alternatives.flat()));
  const prefixes = groups.flatMap(({ prefix }) => prefix ?? []);
  const { words, concepts, figures, periods, form } = readClaim(text);
  const spans: Span[] = [];
  const mark = ({ start, end }: Span): void => {
    if (end > start) spans.push({ start, end });
  };
  for (const word of words) {
    const isTyped = prefixes.some((prefix) => form.startsWith(prefix, word.start) || word.stem.startsWith(prefix));
    if (isTyped || wanted.has(word.stem) || modelParts(word.stem).some((part) => wanted.has(part))) mark(word);
  }
  for (const concept of concepts) if (wanted.has(concept.concept.key)) mark(concept);
  for (const figure of figures) if (holdsAny(wanted, tokensOfFigure(figure), '0n')) mark(figure);
  for (const period of periods) if (holdsAny(wanted, tokensOfPeriod(period), '0d')) mark(period);
  for (let at = 0; at + 1 < form.length; at++) {
    const isPair = isHan(form.charCodeAt(at)) && isHan(form.charCodeAt(at + 1));
    if (isPair && wanted.has(form.slice(at, at + 2))) mark({ start: at, end: at + 2 });
  }
  const folded = comparisonForm(text);
  for (const phrase of phrases) placesOfPhrase(folded, phrase).forEach(mark);
  return joined(spans);
}

const holdsAny = (wanted: ReadonlySet<string>, tokens: string[], kind: string): boolean =>
  tokens.some((token) => token.startsWith(kind) && wanted.has(token));

function joined(spans: Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = whole.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else whole.push(span);
  }
  return whole;
}
