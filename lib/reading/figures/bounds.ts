/**
 * Words around a number that bound it or mark it as approximate: `不超过`, `逾`, `以上`, `左右`, `at least`, `nearly`, `or
 * more`, `>=`. Invariant: a bound is read only where it touches the number (spaces and one of `有 为 是 了 达` between).
 * Words that merely contain a bound (`最近`, `通过`, `经过`) do not count.
 */

import type { Qualifier } from '#lib/reading/figure-types';
import {
  type FoldedText,
  hasUnit,
  isDigit,
  isLatin,
  oneOf,
  skipSpaces,
  skipSpacesBack,
  unitSetOf,
} from '#lib/text/forms/folded';
import { buildEndings, endingAt } from '#lib/text/lexicon';

export interface Bound {
  /** Where the bound's own words begin (before a number) or end (after it). */
  at: number;
  qualifier: Qualifier;
}

const HAN_WORDS: [Qualifier, string][] = [
  [
    'at-least',
    '至少 最少 起码 起碼 最低 不低于 不少于 不小于 不下于 不下 不亚于 大于等于 大于或等于 大于或者等于 大于或 高于等于 高于或等于 ≥ >= 下限',
  ],
  [
    'at-most',
    '至多 最多 不超过 不超 不高于 不大于 不多于 未超过 不逾 小于等于 小于或等于 小于或者等于 低于等于 低于或等于 ≤ <= 最高 上限',
  ],
  ['more-than', '超过 超 超出 逾 大于 高于 多于 突破 破 过 远超 > 超越 早已超过 升破 涨破'],
  ['less-than', '不到 不足 低于 小于 少于 未到 未满 不满 不及 未达 跌破 <'],
  ['about', '约 大约 近 将近 接近 大概 差不多 大致 约合 估计 几乎 约莫 折合约 ~ ≈ 合约'],
  ['exact', '等于 = 恰好 正好'],
];
const HAN_BEFORE = new Map(
  HAN_WORDS.flatMap(([qualifier, words]) => words.split(' ').map((word): [string, Qualifier] => [word, qualifier])),
);
const HAN_ENDINGS = buildEndings(HAN_BEFORE.keys());
/** Last characters of what may stand between a bound and its number. */
const FILLS = unitSetOf('达了为是有在会需到出要高能股人年月天吨斤台件辆户单时米');

/** Verbs that make a figure approximate from outside its span. */
const PREDICATES = new Set(['估计']);

/** What may stand between a bound and its number. */
const FILLERS = /(?:可能)?(?:高)?(?:达到了?|达|为|是|有|了|要|在|会|需|到|出)?(?:每[\u4e00-\u9fff]{1,3})?$/;

/** A single bounding character that is the end of another word. */
const NOT_BOUND: Record<string, RegExp> = {
  近: /[最附临靠新远]近$/,
  过: /[不通经度渡路难越跨错见去走说做看]过$/,
  超: /[英中意西德法]超$/,
  约: /[合契条签违预解公相节制邀特缔续履大如爽]约$/,
  破: /[爆打冲告识]破$/,
  '>': /[=<-]>$/,
  '<': /=<$/,
};

/** `cannot`, `did not fall`, `has never been`: what denies the bound after it. */
const DENYING =
  "(?:^|[^a-z])(?:not|never|cannot|[a-z]{2,7}n't) (?:(?:be|been|being|go|gone|fall|fallen|drop|dropped|dip|dipped|rise|risen|climb|get|cost|last|weigh|take|run|pay|earn) )?";

/** Latin bounds, each ending where the number begins. Longer phrases stand before the words they contain. */
const LATIN_BEFORE: [RegExp, Qualifier][] = [
  // What is denied is the opposite bound, with the limit itself.
  [
    new RegExp(
      `${DENYING}(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp?(?:ed|ing)?|(?:(?:more|greater|larger|bigger|higher|` +
        'longer) than|over|above|beyond|in excess of))$',
    ),
    'at-most',
  ],
  [new RegExp(`${DENYING}(?:(?:less|fewer|lower|smaller|shorter) than|under|below)$`), 'at-least'],
  [
    new RegExp(
      '(?:^|[^a-z])(?:(?:greater|more|bigger|higher|larger) (?:than )?or equal (?:to|than)|(?:equal to or|' +
        'equals or) (?:more|greater|higher|larger) than|at least(?: or equal to)?|no (?:less|fewer|' +
        'lower|smaller) than|not (?:less|fewer) than|upwards? of|a minimum of|minimum of)$',
    ),
    'at-least',
  ],
  [
    new RegExp(
      '(?:^|[^a-z])(?:(?:less|smaller|lower|fewer) (?:than )?or equal (?:to|than)|equal to or (?:less|' +
        'fewer|lower|smaller) than|at (?:the )?most|up to|no (?:more|greater|higher|larger|bigger) than|' +
        'not more than|a maximum of|maximum of|as (?:much|many|high) as)$',
    ),
    'at-most',
  ],
  [
    new RegExp(
      '(?:^|[^a-z])(?:(?:more|greater|larger|bigger|higher) than|over|above|exceed(?:s|ed|ing)?|' +
        'surpass(?:es|ed|ing)?|in excess of|north of|beyond|topp?(?:ed|ing))$',
    ),
    'more-than',
  ],
  [/(?:^|[^a-z])(?:(?:less|fewer|lower|smaller) than|under|below|short of|shy of|south of|sub-|under-)$/, 'less-than'],
  [/(?:^|[^a-z])over-$/, 'more-than'],
  [
    new RegExp(
      String.raw`(?:^|[^a-z])(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|circa|` +
        'close to|near|an estimated|estimated|in the region of|on the order of|in the order of|' +
        'somewhere around|near-)$',
    ),
    'about',
  ],
  [/(?:^|[^a-z])(?:equal(?:s|ing)? to|equals|exactly|precisely)$/, 'exact'],
];

/** How far back a Latin bound may begin: `equal to or greater than` has 24 characters. */
const LOOKBACK = 30;

function wordsBefore(t: FoldedText, end: number, floor: number): Bound | null {
  const from = Math.max(floor, end - LOOKBACK);
  let slice = t.lower.slice(from, end);
  const article = / an?$/.exec(slice);
  if (article) slice = slice.slice(0, -article[0].length);
  for (const [pattern, qualifier] of LATIN_BEFORE) {
    const found = pattern.exec(slice);
    if (!found) continue;
    if (article && qualifier === 'about') continue;
    const lead = /^[^a-z]/.test(found[0]) ? 1 : 0;
    return { at: from + found.index + lead, qualifier };
  }
  return null;
}

/** False where what reads as a bound ends another word. */
const isBound = (word: string, text: string, start: number): boolean =>
  !NOT_BOUND[word]?.test(text.slice(Math.max(0, start - 1), start + word.length));

/** What a bound says that is denied: what may not be exceeded is at most so much. */
const DENIED: Partial<Record<Qualifier, Qualifier>> = { 'more-than': 'at-most', 'less-than': 'at-least' };
/** Bounds that are verbs or comparisons, and so can be denied; 不足 and 未满 say no by themselves, and 没过 is passing. */
const DENIABLE = new Set('超过 超 超出 逾 大于 高于 多于 突破 超越 低于 小于 少于 跌破'.split(' '));
/** What denies the bound after it (`不得超过`, `没有低于`); 会不会 asks. */
const DENIAL =
  /(?:(?<![会能可要应])不(?:[得能应可宜会准许允要]|应该|应当|可能|可以|允许|至于)?|没有?|[从并尚均都]未|未(?:曾|能)?|绝不|切勿|勿|严禁|禁止)再?$/;

function hanBefore(text: string, end: number, floor: number): Bound | null {
  const word = endingAt(HAN_ENDINGS, text, end, floor, isBound);
  if (word === null) return null;
  const qualifier = HAN_BEFORE.get(word);
  if (!qualifier) return null;
  const at = end - word.length;
  const denied = DENIABLE.has(word) ? DENIED[qualifier] : undefined;
  const denial = denied && DENIAL.exec(text.slice(Math.max(floor, at - 6), at));
  return denied && denial ? { at: at - denial[0].length, qualifier: denied } : { at, qualifier };
}

const SPACED = /(?:大于|小于|高于|低于) ?或者? ?等于$|[<>] =$/;
const closesSpaced = oneOf('于=');

function oneBefore(t: FoldedText, end: number, floor: number): Bound | null {
  const { text } = t;
  const code = text.charCodeAt(end - 1);
  if (end <= floor) return null;
  if (code < 0x250 && code !== 0x3d && code !== 0x3c && code !== 0x3e && code !== 0x7e)
    return wordsBefore(t, end, floor);
  const spaced = closesSpaced(text, end - 1) ? SPACED.exec(text.slice(Math.max(floor, end - 8), end)) : null;
  if (spaced) return { at: end - spaced[0].length, qualifier: /^[大高>]/.test(spaced[0]) ? 'at-least' : 'at-most' };
  const direct = hanBefore(text, end, floor);
  if (direct) return PREDICATES.has(text.slice(direct.at, end)) ? { at: end, qualifier: direct.qualifier } : direct;
  if (!hasUnit(FILLS, code) && !text.slice(Math.max(floor, end - 4), end).includes('每')) return null;
  const slice = text.slice(Math.max(floor, end - 6), end);
  const filler = FILLERS.exec(slice)?.[0].length ?? 0;
  if (filler === 0) return null;
  const found = hanBefore(text, skipSpacesBack(text, end - filler), floor);
  // With a copula the approximation is a predicate (`市值约为2亿元`): it qualifies the figure from outside its span.
  return found && /为$/.test(slice) && found.qualifier === 'about' ? { at: end, qualifier: 'about' } : found;
}

const INCLUSIVE = /\(含(?:本数)?\) ?$/;
const INCLUDED: Partial<Record<Qualifier, Qualifier>> = { 'more-than': 'at-least', 'less-than': 'at-most' };

/**
 * Reads the bound before a number that starts at `start`, looking back no further than `floor`. Two may stand together
 * (`至少约`); a bound then takes precedence over an approximation. null where there is none.
 */
export function boundBefore(t: FoldedText, start: number, floor: number): Bound | null {
  let found: Bound | null = null;
  // `不超过（含）1.2亿元`: the limit itself is among what is meant.
  const bracketed = t.text[skipSpacesBack(t.text, start) - 1] === ')';
  const inclusive = bracketed ? INCLUSIVE.exec(t.text.slice(Math.max(floor, start - 6), start)) : null;
  let at = start - (inclusive?.[0].length ?? 0);
  for (let count = 0; count < 2; count++) {
    const next = oneBefore(t, skipSpacesBack(t.text, at), floor);
    if (!next) break;
    found = {
      at: next.at,
      qualifier: found && found.qualifier !== 'about' && found.qualifier !== 'exact' ? found.qualifier : next.qualifier,
    };
    at = next.at;
  }
  if (found && inclusive) found.qualifier = INCLUDED[found.qualifier] ?? found.qualifier;
  return found;
}

const AFTER: [RegExp, Qualifier][] = [
  [
    new RegExp(
      '^ ?(?:(?:\\(含(?:本数)?\\))?(?:及|或者?|和)? ?以上|或者?更[多高大长]|起步|起(?=$|[，。、；,;)）跳])|(?:or|and) (?:more|greater|higher|' +
        String.raw`larger|above|over|longer|older|better|bigger)\b(?: than(?! ?[\d$€£¥]| or)|(?! ?\d| than|` +
        String.raw` or equal))|plus\b(?! (?:an? )?(?:further |another |about |up to )?[\d$€£¥])|\+(?!\d))`,
    ),
    'at-least',
  ],
  [
    new RegExp(
      '^ ?(?:(?:\\(含(?:本数)?\\))?(?:及|或者?|和)? ?以下|(?:之|以)内|或者?更[少低小短]|封顶|or (?:less|fewer|lower|below|under|smaller|' +
        String.raw`younger)\b(?: than(?! ?[\d$€£¥]| or)|(?! ?\d| than| or equal)))`,
    ),
    'at-most',
  ],
  [/^ ?(?:开外|出头|有余|(?:元|多)?余(?=$|[，。、；）]))/, 'more-than'],
  [/^ ?(?:之下|不到)(?=$|[，。、；）的 ])/, 'less-than'],
  [/^ ?(?:左右|上下|前后|or so\b|or thereabouts\b|-odd\b|odd\b(?! ))/, 'about'],
];

/**
 * `比三十大`, `比 170 低`: a comparison around the number. Where it says by how much (`比300人多50人`), the number itself is
 * exact.
 */
const COMPARED: [RegExp, Qualifier][] = [
  [/^ ?(?:要|更|还)?[大高多长](?![出了]? ?(?:\d|[二两三四五六七八九十百千半]|一(?![点些])))/, 'more-than'],
  [/^ ?(?:要|更|还)?[小低少短](?![出了]? ?(?:\d|[二两三四五六七八九十百千半]|一(?![点些])))/, 'less-than'],
];

/** What 起 counts where it ends a clause (`火灾417起`), which is no bound. */
const INCIDENT =
  /(?:火灾|火情|警情|险情|事故|车祸|爆炸|案|案件|事件|纠纷|诉讼|袭击|枪击|抢劫|盗窃|诈骗|投诉|违法|违规|骚乱|地震|并购|火災|事件|糾紛|訴訟|襲擊|槍擊|搶劫|盜竊|詐騙|投訴|違法|違規)(?:共|共计|合计|约|达|近|超过|逾|多达)?$/;
const INCIDENT_REACH = 8;

/** Every rule of `AFTER` begins with one of these or a letter. */
const opensBound = oneOf(' (+-及或和以之起封开出有元多余不左上前');

/** Reads the bound after a number (or its noun) that ends at `end`; `start` is where the number begins. */
export function boundAfter(t: FoldedText, end: number, start: number): Bound | null {
  const slice = t.lower.slice(end, end + 24);
  if (opensBound(slice, 0) || isLatin(slice.charCodeAt(0))) {
    for (const [pattern, qualifier] of AFTER) {
      const found = pattern.exec(slice);
      if (found?.[0] === '起' && INCIDENT.test(t.text.slice(Math.max(0, start - INCIDENT_REACH), start))) continue;
      if (found && found[0] !== '') return { at: end + found[0].length, qualifier };
    }
  }
  const before = skipSpacesBack(t.text, start);
  if (t.text[before - 1] === '比' && !isDigit(t.text.charCodeAt(before - 2))) {
    for (const [pattern, qualifier] of COMPARED) {
      const found = pattern.exec(slice);
      if (found) return { at: end + found[0].length, qualifier };
    }
  }
  return null;
}

/** `less than 5000 or equal (to)`: equality added after a strict bound. */
export function equalityAfter(t: FoldedText, end: number): number {
  const found = /^ or equal(?: to)?\b(?! ?\d)/.exec(t.lower.slice(end, end + 16));
  return found ? end + found[0].length : end;
}

/** The index after `之间` where it follows a range, which makes the number no approximation; otherwise `end`. */
export function betweenAfter(t: FoldedText, end: number): number {
  const at = skipSpaces(t.text, end);
  if (t.text.startsWith('之间', at)) return at + 2;
  return t.text[at] === '间' && !/^间(?:接|隔|谍|距|断)/.test(t.text.slice(at, at + 2)) ? at + 1 : end;
}
