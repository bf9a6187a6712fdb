/**
 * Quantities that claims spell out as a phrase and the reader of figures leaves to others: one thing in so many
 * (每十名乘客中就有一名), units of time that are words of their own (a fortnight), hours with minutes, li, and rates told before
 * the number (日排放污水500吨).
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

/** Hours and minutes as one length of time. */
const hoursAndMinutes = /(\d{1,3}) ?(?:个?小时|小时零|hours?(?: and)?) ?(\d{1,2}) ?(?:分钟?|minutes?)(?!之)/g;

/** A li, where 里 follows a number and begins no other word. */
const li = /^里(?![程面边外头昂斯拉约奥])/;

/**
 * Words before a number that say what it is for; in the clause of the number, with no other number between. A day or a
 * month of the calendar is none (6月产量, 昨日供水).
 */
const rates: [per: string, words: RegExp][] = [
  [
    'day',
    /(?:每天|每日|日均|(?<![\d昨今当次])日(?=[排供产用处客]|平均))[^,;:.、\d]*$|\b(?:daily|(?:a|per|each|every) day)\b[^,;:.\d]*$/,
  ],
  [
    'month',
    /(?:每月|月均|(?<![\d一二三四五六七八九十个本上当])月(?=最低|平均|人均|薪|租|产|收入|供|用))[^,;:.、\d]*$|\b(?:monthly|(?:a|per|each|every) month)\b[^,;:.\d]*$/,
  ],
  ['hour', /(?:时速|每小时|时薪|小时(?=最低|工资))[^,;:.、\d]*$|\bhourly\b[^,;:.\d]*$/],
  ['week', /(?:每周|周均|周薪)[^,;:.、\d]*$|\b(?:weekly|(?:a|per|each|every) week)\b[^,;:.\d]*$/],
];
const rateReach = 24;

/** What stands before a number of people that has no classifier. */
const population = /人口(?:总数|数)?(?:约|为|达|有|共|是|近|超过|逾)*$/;

/** The figures with the rate and the unit that the words around them give. */
const completed = (form: string, figures: ClaimFigure[]): ClaimFigure[] =>
  figures.map((figure) => {
    const { facts, start, end, kind } = figure;
    if (kind === 'bare' && li.test(form.slice(end, end + 2))) {
      return { ...figure, end: end + 1, kind: 'size', facts: { ...facts, unit: 'Chinese mile' } };
    }
    if (facts.per !== null || kind === 'share') return figure;
    const before = form.slice(Math.max(0, start - rateReach), start);
    if (kind === 'bare' && population.test(before)) {
      return { ...figure, kind: 'count', facts: { ...facts, unit: 'person' } };
    }
    const rate = rates.find(([, words]) => words.test(before));
    return rate ? { ...figure, facts: { ...facts, per: rate[0] } } : figure;
  });

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
  for (const { 0: phrase, 1: hours, 2: minutes, index } of form.matchAll(hoursAndMinutes)) {
    found.push(spelled(text, index, phrase.length, 60 * Number(hours) + Number(minutes), 'minute'));
  }
  const all = completed(form, figures);
  if (found.length === 0) return all;
  const rest = all.filter(({ start, end }) => !found.some((one) => start < one.end && end > one.start));
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
    isLimit: false,
  };
}
