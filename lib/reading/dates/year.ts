/**
 * Years that stand alone as four digits: a bare number needs a sign that it is a year, such as a preposition before it or an
 * event after it.
 */

import { isHan, isLatin } from '#lib/text/forms/folded';
import { type DateSpan, match, spanOf } from './span';

const YEAR_SPAN = /((?:1[5-9]|20)\d\d)(?: ?[-/~—] ?((?:1[5-9]|20)\d\d|\d\d))?(s|年代)?(?!,?\d)/y;

/**
 * Words before a four-digit number that mark it as a year (the usual prepositions and qualifiers of years in news
 * English).
 */
const YEAR_CUE = new RegExp(
  '(?:^|[^a-z])(?:in|since|by|from|until|till|during|of|through|after|before|early|late|' +
    'mid|around|circa|year|and|to|spring|summer|autumn|fall|winter|for|over|ending|ended|fiscal|' +
    'than|the|q[1-4]|quarter|half|next|last|class of|january|february|march|april|may|june|' +
    'july|august|september|october|november|december|' +
    'end|ends|start|starts|started|begin|begins|began|finish|finished|close|closed|entered|enter)[ -]$',
);

/** A year before what it is of: `a 2017 study`, `this 2024 model`; a count after an article has a comma or a plural. */
const NAMED_YEAR = /(?:^|[^a-z])(?:an?|the|this|that|each|every|another|no|any) $/;

/** What an article and a number may count or measure instead: a scale, a unit, a counted noun. */
const COUNTED_NOUN =
  /^ (?:hundred|thousand|million|billion|trillion|k\b|metre|meter|mile|foot|feet|yard|kilometre|kilometer|dollar|euro|pound|yuan|yen|word|page|square|cubic|degree|calorie|watt|megawatt|kilowatt|hour|day|year|people|person|ton|tonne|barrel|point|per)/;

/** Verbs of change before `from`: the two numbers after it are then values, if either cannot be a recent year. */
const CHANGED_FROM =
  /(?:ris(?:e|es|en|ing)|rose|grew|grow(?:s|n|ing)?|f[ae]ll(?:s|en|ing)?|(?:in|de)creas(?:e|es|ed|ing)|dropp?(?:s|ed|ing)?|declin(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|cut|up|down|expand(?:s|ed|ing)?|went|shr[aiu]nk) from $/;

const CHANGED_TO = new RegExp(`${CHANGED_FROM.source.slice(0, -1)}[\\d,.]+ to $`);

/** Years of a change in living memory; outside of them a change from one number to another counts. */
const isRecent = (year: number): boolean => year >= 1900 && year <= 2035;

/** What a value is compared by, with the year behind it (`up 3.4 points on 2019`). */
const COMPARED_ON =
  /(?:%|\b(?:points?|percent|per cent|pp|rise|increase|fall|drop|decline|decrease|gain|improvement|up|down|more|fewer|less|higher|lower)) on $/;

/** Events and reports named by their year (`2024巴黎奥运会`, `2023世界杯`). */
const YEAR_OF_EVENT =
  /^(?![个名家位人元万亿千百十多余几倍分点度天日月周岁米台辆艘架套间户次例起股份项件条只头场笔单张本部期届轮号级种款])[\u4e00-\u9fff]{0,8}?(?:杯|奥运|亚运|锦标赛|联赛|大赛|峰会|大会|论坛|博览会|车展|年会|报告|白皮书|蓝皮书|榜|赛季|春晚|晚会|国考|高考)/;

/** What may follow a year: the end of the phrase or a function word. A count is followed by its noun. */
const YEAR_CLOSE = new RegExp(
  String.raw`^(?:$|[^\w$€£¥]|\s[^\w]| (?:and|or|the|to|by|as|with|when|while|after|before|that|which|` +
    String.raw`in|on|at|for|from|alone|is|was|were|had|he|she|it|they|we)\b)`,
);

/** Cues that may also stand before a count: a year only if no counted noun follows. */
const WEAK_CUE =
  /(?:^|[^a-z])(?:of|by|from|to|and|for|over|than|the|after|before|around|through|until|till|about)[ -]$/;

/** Two years with a hyphen are a period if no further apart than a century. */
const LONGEST_PERIOD = 100;

/** The year, decade or pair of years at the four digits at `i`, or null. */
export function bareYear(text: string, i: number): DateSpan | null {
  const found = match(YEAR_SPAN, text, i);
  if (!found) return null;
  const end = i + found[0].length;
  const previous = text.charCodeAt(i - 1);
  if (isLatin(previous) || '$€£¥-.,#_'.includes(text[i - 1] ?? ' ')) return null;
  const year = Number(found[1]);
  if (found[3]) return spanOf(i, end, year, null, null);
  if (/[%万亿]|\.\d/.test(text.slice(end, end + 2))) return null;
  const before = text.slice(Math.max(0, i - 14), i);
  const after = text.slice(end, end + 16);
  if (
    /(?:its|their|his|her|our|'s|’s) $/.test(before) &&
    year > 1990 &&
    year < 2050 &&
    year % 100 !== 0 &&
    /^ [a-z]/.test(after)
  )
    return spanOf(i, end, year, null, null);
  const until = /^ (?:and|to) ((?:1[5-9]|20)\d\d)(?![\d,.]\d| (?:people|million|of)\b)/.exec(after);
  const recent = isRecent(year) && (until === null || isRecent(Number(until[1])));
  if (!recent && CHANGED_FROM.test(text.slice(Math.max(0, i - 24), i))) return null;
  if (/ to $/.test(before) && !isRecent(year) && CHANGED_TO.test(text.slice(Math.max(0, i - 32), i))) return null;
  if (until && /(?:between|from) $/.test(before)) return spanOf(i, end, year, null, null);
  if (found[2]) {
    const second = Number(found[2]);
    const next = found[2].length === 2 ? year - (year % 100) + second : second;
    const apart =
      found[2].length === 4 &&
      next > year &&
      next - year < LONGEST_PERIOD &&
      year >= 1900 &&
      /^(?:$|[\s.,;:)），。；、])/.test(after);
    return next === year + 1 || apart || (next > year && YEAR_CUE.test(before))
      ? spanOf(i, end, year, null, null)
      : null;
  }
  if (isRecent(year) && YEAR_OF_EVENT.test(after)) return spanOf(i, end, year, null, null);
  if (year < 1800 || year > 2100 || isLatin(text.charCodeAt(end)) || isHan(text.charCodeAt(end))) return null;
  if (NAMED_YEAR.test(before) && year >= 1900 && namesYear(year, after)) return spanOf(i, end, year, null, null);
  const closes = YEAR_CLOSE.test(after) && !/^ ?[/*^+=-] ?\d/.test(after);
  if (closes && isRecent(year) && COMPARED_ON.test(text.slice(Math.max(0, i - 18), i)))
    return spanOf(i, end, year, null, null);
  if (WEAK_CUE.test(before) ? closes : YEAR_CUE.test(before)) return spanOf(i, end, year, null, null);
  if (text[i - 1] === '(' && /^[)），,:]/.test(after)) return spanOf(i, end, year, null, null);
  return null;
}

/** Whether the noun after an article and a number is what the year is of: no unit, and no plural after a round number. */
const namesYear = (year: number, after: string): boolean =>
  /^ [a-z]/.test(after) && !COUNTED_NOUN.test(after) && (year % 100 !== 0 || !/^ [a-z]+s\b/.test(after));
