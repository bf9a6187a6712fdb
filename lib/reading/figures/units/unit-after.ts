/**
 * What a number measures or counts when it is not money: percent, multiples, lengths of time, physical measures, and
 * counted nouns in both languages (`人` and `people` are both `person`). Invariant: a unit's name is one English
 * singular per thing, so that figures from both languages compare. The span of a measure includes its unit (`5%`, `3
 * years`); a counted noun stays outside (`[375]人`), since a noun phrase has no certain end. Ordinals and list numbers
 * (`第3`, `5号`) count nothing.
 */

import { type FoldedText, isHan, skipSpaces } from '#lib/text/forms/folded';
import { hanUnit } from './chinese';
import { isSquaredUnit, latinUnit, squaredUnit } from './english';
import type { Unit } from './unit';

/**
 * Reads what a number ending at `i` measures or counts. `one` is true for the number one in words, which takes a
 * singular noun.
 */
export function unitAfter(t: FoldedText, i: number, one: boolean): Unit | null {
  const at = skipSpaces(t.text, i);
  if (at - i > 4) return null;
  const code = t.text.charCodeAt(at);
  if (isHan(code) || code === 0x25 || code === 0x2030 || code === 0x2103 || code === 0x2109)
    return hanUnit(t.text, i, at);
  return isSquaredUnit(code) ? squaredUnit(t.text, at) : latinUnit(t, i, one);
}
