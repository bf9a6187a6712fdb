/** Which one of several is spoken of: the first round, 第二批. Two different ones have figures of their own. */

import { readFigure } from '#lib/reading/figures';

const english = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const written = new RegExp(
  `\\b(?:(${english.join('|')})(?! time| quarter| half)|(\\d{1,2})(?:st|nd|rd|th))\\b|第([\\d一二三四五六七八九十]{1,3})(?!季)|(首)[轮次批期届场]`,
  'g',
);

/** The ordinals of a text in comparison form, as numbers. Linear. */
export function ordinalsIn(form: string): Set<number> {
  const found = new Set<number>();
  for (const [, word, digits, han, head] of form.matchAll(written)) {
    if (word) found.add(english.indexOf(word) + 1);
    else if (digits) found.add(Number(digits));
    else found.add(head ? 1 : (readFigure(han ?? '')?.low ?? 0));
  }
  return found;
}

/** Whether two texts speak of different ones. */
export const ordinalsDiffer = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  one.size > 0 && other.size > 0 && ![...one].some((number) => other.has(number));
