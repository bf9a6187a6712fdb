/**
 * Quantities that claims spell out as a phrase and the reader of figures leaves to others: one thing in so many
 * (每十名乘客中就有一名), and units of time that are words of their own (a fortnight).
 */

import type { ClaimFigure } from '#lib/domain/matching/figure-values';
import { readFigure } from '#lib/reading/figures';

const number = '[\\d零一二两三四五六七八九十百千]{1,6}';
const oneInSoMany = new RegExp(
  `每(${number})[个名位人家户辆条件所次台份]?[\\u4e00-\\u9fff]{0,8}?(?:中|里|之中|当中)(?:就|便|只|仅|约)?有(${number})[个名位人家户辆条件所次台份]?`,
  'g',
);

const times = new Map<string, { value: number; unit: string }>([
  ['fortnight', { value: 14, unit: 'day' }],
  ['decade', { value: 10, unit: 'year' }],
  ['century', { value: 100, unit: 'year' }],
]);
const timeWord = /\b(an?|one|two|three|half an?|\d{1,2}) (fortnight|decade|century|centurie)s?\b/g;
const counts = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['half a', 0.5],
  ['half an', 0.5],
]);

/** The figures of a text and those that it spells out, in order; a phrase takes the place of the figures in it. Linear. */
export function withSpelledOut(text: string, form: string, figures: ClaimFigure[]): ClaimFigure[] {
  const found: ClaimFigure[] = [];
  for (const { 0: phrase, 1: all = '', 2: part = '', index } of form.matchAll(oneInSoMany)) {
    const [whole, own] = [readFigure(all)?.low ?? 0, readFigure(part)?.low ?? 0];
    if (whole > 0 && own <= whole) found.push(spelled(text, index, phrase.length, (100 * own) / whole, 'percent'));
  }
  for (const { 0: phrase, 1: count = '', 2: name = '', index } of form.matchAll(timeWord)) {
    const time = times.get(name === 'centurie' ? 'century' : name);
    if (time)
      found.push(spelled(text, index, phrase.length, (counts.get(count) ?? Number(count)) * time.value, time.unit));
  }
  if (found.length === 0) return figures;
  const rest = figures.filter(({ start, end }) => !found.some((one) => start < one.end && end > one.start));
  return [...rest, ...found].sort((a, b) => a.start - b.start);
}

function spelled(text: string, start: number, length: number, value: number, unit: string): ClaimFigure {
  const end = start + length;
  return {
    start,
    end,
    facts: { low: value, high: value, unit, qualifier: 'exact', per: null, asOf: null, raw: text.slice(start, end) },
    low: value,
    high: value,
    kind: unit === 'percent' ? 'share' : 'size',
    isPoints: false,
    mode: null,
  };
}
