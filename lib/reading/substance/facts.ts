/**
 * The facts of a claim that decide whether an edit changed it: figures, dates and other numbers, negations and the
 * like, quotation marks. Invariant: each has a value by which it equals the same fact in other words (`3.75 million`
 * and `3,750,000`). Names are compared in names.ts.
 */

import { findDates } from '#lib/reading/dates';
import { placeFigures } from '#lib/reading/figures';
import { CLASSIFIERS, HAN_NOUNS, LATIN_NOUNS } from '#lib/reading/figures/units/names';
import { dimensionOf } from '#lib/reading/unit-scale';
import { isDigit, isHan, isLatin, oneOf } from '#lib/text/forms/folded';
import { wordsIn } from '#lib/text/lexicon';
import type { Span } from '#lib/text/span';
import { looseSigns, type Sign, signs } from './words';

export type Fact = Span & {
  kind: Sign['kind'] | 'figure' | 'mark';
  value: string;
  /** Of figures, what is counted, where that is known; else null. */
  unit: string | null;
  /** See Sign. */
  swapped: boolean;
  /** Made of a character that is mostly part of other words. */
  isLoose: boolean;
};

const countedNouns = new Set([...CLASSIFIERS.values(), ...HAN_NOUNS.values(), ...LATIN_NOUNS.values()]);

/** Words for people at work, which writers use for one another. */
const people = new Set(['person', 'employee', 'worker', 'staff', 'member', 'people']);

/** Finds the facts of a text, whose comparison form is given; in order of their starts. Linear in the text. */
export function factsIn(text: string, form: string): Fact[] {
  const facts: Fact[] = [];
  const covered = new Uint8Array(form.length);
  const add = (value: string, start: number, end: number, unit: string | null = null) => {
    facts.push({ ...plain('figure', value, start, end), unit });
    covered.fill(1, start, end);
  };
  for (const { figure, from, to } of placeFigures(text)) {
    const { low, high, unit, qualifier, per } = figure;
    const strict = unit !== null && dimensionOf(unit) !== 'count' ? unit : '';
    const points = /百分点|个点|point|基点/i.test(text.slice(from, to)) ? 'points' : '';
    const counted = unit !== null && countedNouns.has(unit) ? (people.has(unit) ? 'person' : unit) : null;
    add([low, high, strict, points, qualifier, per].join('|'), from, to, strict === '' ? counted : null);
  }
  for (const { start, end, iso } of findDates(text)) {
    if (covered[start] !== 1) add(iso ?? form.slice(start, end), start, end);
  }
  const hits = wordsIn(signs, form, 0, form.length);
  const inFigure = covered.slice();
  for (const { start, end } of hits) covered.fill(1, start, end);
  for (let i = 0; i < form.length; i++) {
    const end = otherNumberEnd(form, i);
    if (end === i) continue;
    const found = form.slice(i, end);
    // 一 alone is mostly no number.
    if (covered[i] !== 1 && found !== '一') add(found, i, end);
    i = end - 1;
  }
  for (const { start, end, value } of hits) {
    const isLoose = end - start === 1 && looseSigns.has(form.charAt(start));
    for (const sign of value) {
      if (sign.kind === 'number' && inFigure[start] === 1) continue;
      facts.push({ ...plain(sign.kind, sign.value, start, end), swapped: sign.swapped, isLoose });
    }
  }
  addMarks(facts, form);
  return facts.sort((one, other) => one.start - other.start);
}

const plain = (kind: Fact['kind'], value: string, start: number, end: number): Fact => ({
  ...{ start, end, kind, value },
  ...{ unit: null, swapped: false, isLoose: false },
});

const isHanNumber = oneOf('〇零一二三四五六七八九十百千万亿两');
const joinsDigits = oneOf('.,:');

/**
 * The end of a number at `i` that may be neither figure nor date, or `i`: versions, names with digits, ordinals (第三),
 * Han digits that no word explains.
 */
function otherNumberEnd(form: string, i: number): number {
  let end = i;
  if (isDigit(form.charCodeAt(i))) {
    while (isDigit(form.charCodeAt(end)) || (joinsDigits(form, end) && isDigit(form.charCodeAt(end + 1)))) end++;
    return end;
  }
  if (form[end] === '第') end++;
  const first = end;
  while (isHanNumber(form, end)) end++;
  return end > first ? end : i;
}

const single = "'";

/**
 * Quotation marks of all kinds are one; apostrophes are none, nor is a mark after a number that has no partner
 * (inches).
 */
function addMarks(facts: Fact[], form: string): void {
  let open = false;
  const isUneven = form.split('"').length % 2 === 0;
  for (let i = 0; i < form.length; i++) {
    const char = form.charAt(i);
    if (char !== '"' && char !== single) continue;
    if (char === single) {
      const [before, after] = [form.charCodeAt(i - 1), form.charCodeAt(i + 1)];
      const isWord = (code: number) => isLatin(code) || isDigit(code) || isHan(code);
      if (isWord(before) && isWord(after) && !isHan(before) && !isHan(after)) continue;
      // A mark after a word closes what is open, or is a plural's apostrophe.
      if (isWord(before) && !open) continue;
      open = !isWord(before);
    } else if (isUneven && isDigit(form.charCodeAt(i - 1))) continue;
    facts.push(plain('mark', '"', i, i + 1));
  }
}
