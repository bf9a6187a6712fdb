/**
 * Where a text holds a phrase that was searched for in quotation marks: from one end of a word or a number to another. Latin
 * words and figures have ends, Han characters have none. Texts and phrases are in comparison form; both databases are asked by
 * the same rule (lib/data/search/claim-conditions).
 */
import type { Span } from '#lib/text/span';

/** What lies right beside an end of a phrase may be none of a word, and of a figure none of its digits. */
export type PhraseEnd = 'word' | 'number' | 'free';

export const endOf = (character: string | undefined): PhraseEnd =>
  /[0-9]/.test(character ?? '') ? 'number' : /[a-z]/.test(character ?? '') ? 'word' : 'free';

/** The places of a phrase in a text, in order, not overlapping; UTF-16 units. */
export function placesOfPhrase(text: string, phrase: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at)) {
    const end = at + phrase.length;
    const isWhole =
      isFree(endOf(phrase[0]), text[at - 1], text[at - 2]) && isFree(endOf(phrase.at(-1)), text[end], text[end + 1]);
    if (isWhole) places.push({ start: at, end });
    at = isWhole ? end : at + 1;
  }
  return places;
}

/** `next`: the character beside an end, and `beyond` the one after it. */
function isFree(end: PhraseEnd, next: string | undefined, beyond: string | undefined): boolean {
  if (end === 'free' || next === undefined) return true;
  if (/[a-z0-9]/.test(next)) return false;
  return end === 'word' || !/[.,]/.test(next) || !/[0-9]/.test(beyond ?? '');
}
