/**
 * Ranges of percent that are told by their digits: `mid-teens growth`, `a low single-digit rise`, `double-digit margins`.
 * Invariant: read only where a growth, a margin or the like is told; a double-digit lead or number of seats is no percentage.
 */

import type { FoldedText } from '#lib/text/forms/folded';
import { type Draft, quantityOfWords } from './quantity';

const PHRASE =
  /(?:(low|mid|high)(?:er)?(?:-to-(?:low|mid|high))?[- ])?(?:(single|double|triple)[- ]digits?|(teens))\b( per ?cent(?:age)?\b)?/y;
/** Rates that are given in percent, with up to two words before them. */
const RATE_AFTER =
  /^(?: (?!or\b|and\b)[a-z-]+){0,2} (?:growth|margins?|increases?|declines?|decreases?|drops?|rises?|falls?|gains?|returns?|inflation|yields?|rates?|unemployment|discounts?|hikes?|cuts?|interest|expansion|contraction|losses)\b/;
const RATE_BEFORE =
  /\b(?:growth|grow|grew|grown|growing|rise|rose|risen|rising|fall|fell|fallen|falling|up|down|increased?|declined?|dropped|inflation|margins?|returns?|yields?|unemployment) (?:[a-z]+ ){0,3}(?:in|by|at|of|to) (?:the |a )?$/;

/** Common readings of analysts: thirds of the digits, and of ten to nineteen for low double digits. */
const RANGES: Record<string, [low: number, high: number]> = {
  single: [1, 9],
  'low single': [1, 3],
  'mid single': [4, 6],
  'high single': [7, 9],
  double: [10, 99],
  'low double': [10, 13],
  'mid double': [40, 60],
  'high double': [70, 99],
  triple: [100, 999],
  teens: [13, 19],
  'low teens': [11, 13],
  'mid teens': [14, 16],
  'high teens': [17, 19],
};

/** Reads such a range at the word at `i`; null where there is none. */
export function readDigitWords(t: FoldedText, i: number): Draft | null {
  PHRASE.lastIndex = i;
  const found = PHRASE.exec(t.lower);
  if (!found) return null;
  const [text, part, digits, , percent] = found;
  const range = RANGES[`${part ? `${part} ` : ''}${digits ?? 'teens'}`];
  const end = i + text.length;
  const told =
    percent !== undefined ||
    RATE_AFTER.test(t.lower.slice(end, end + 48)) ||
    RATE_BEFORE.test(t.lower.slice(Math.max(0, i - 48), i));
  if (!range || !told) return null;
  const quantity = quantityOfWords(i, end, range[0], 'percent', 'percent');
  quantity.high = range[1];
  quantity.hint = 'about';
  quantity.range = true;
  return quantity;
}
