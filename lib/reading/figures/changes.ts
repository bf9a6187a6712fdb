/**
 * Changes that a text tells: the value before and the value after (`rose from 3% to 5%`, `5000万元增至2亿元`, `fell to 3 from
 * 5`), or a step and the level it led to (`cut by 10 basis points to 1.5%`, `上调25个基点至2%`). Invariant: both stay figures
 * of their own, each with its part in the change; where no verb of change stands beside them, it is none.
 */

import type { Change } from '#lib/reading/figure-types';
import { tidy } from '#lib/reading/figures/numerals/numeral';
import { type FoldedText, oneOf } from '#lib/text/forms/folded';
import type { Quantity } from './quantity';

/** Verbs and nouns of change in English, as whole words. */
const VERB_LATIN = new RegExp(
  String.raw`\b(?:ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|growth|gain(?:s|ed|ing)?|los(?:t|e|es|ing)|` +
    '(?:in|de)creas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|' +
    'slip(?:s|ped|ping)?|slid(?:e|es|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|' +
    'tumbl(?:e|es|ed|ing)|s[ai]nk(?:s|ing)?|sunk|dip(?:s|ped|ping)?|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)?|' +
    'reduc(?:e|es|ed|ing)|reduction|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|' +
    'cut(?:s|ting)?|up|down|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|shr[aiu]nk(?:s|ing)?|expand(?:s|ed|ing)?|' +
    'widen(?:s|ed|ing)?|narrow(?:s|ed|ing)?|swell(?:s|ed)?|swollen|mov(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|' +
    'shift(?:s|ed|ing)?|revis(?:e|es|ed|ing)|upgrad(?:e|es|ed)|downgrad(?:e|es|ed)|hik(?:e|es|ed|ing)|' +
    'slow(?:s|ed|ing)?|accelerat(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|edg(?:e|es|ed|ing)|advanc(?:e|es|ed|ing)|' +
    'dwindl(?:e|es|ed|ing)|balloon(?:s|ed|ing)?|rocket(?:s|ed|ing)?|add(?:s|ed|ing)?|shed(?:s|ding)?|' +
    'improv(?:e|es|ed|ing)|worsen(?:s|ed|ing)?|w[eo]nt|gone|go(?:es|ing)?|extend(?:s|ed|ing)?|shorten(?:s|ed|ing)?|' +
    String.raw`slimm?(?:s|ed|ing)?|weaken(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|rebound(?:s|ed|ing)?|recover(?:s|ed|ing)?|br(?:ings?|inging|ought)|push(?:es|ed|ing)?|dr[io]v(?:e|es|ing))\b`,
);
/** Directly before `from` these tell a range, whatever else changes in the sentence. */
const RANGING =
  /\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|everything|age[sd]?|of|differ(?:s|ed|ing)?) from $/;
const VERB_HAN =
  /增长|增加|增至|增到|增为|提高|提升|上升|上涨|涨[到至为]|升[到至为]|扩大|扩张|扩[到至]|跃升|攀升|飙升|飙涨|回升|下降|降[到至为低]|减少|减[到至为]|缩[减短小水]|下滑|下跌|跌[到至]|回落|下调|上调|调[整高低降升至到为]|变[成为更化]|改[为成]|压[缩减降]|收窄|放[缓宽]|加快|翻[到至]|滑[到至落]|暴[涨跌增]|猛增|激增|骤[降增减]|锐减|壮大|发展[到至为]|增资|扩容|拓展[到至]|延长|拉长|走[高低强弱]/;

const FROM_LATIN =
  /(?:^|[^a-z])from (?:about |around |roughly |nearly |some |just |only |over |under |more than |less than |a |an )?$/;
const FROM_HAN = /[从由自][^，。；！？,;\n\d]{0,8}$/;
const TO_LATIN =
  /^(?: (?!and\b|or\b|but\b)[a-z]+){0,5} to (?:about |around |nearly |over |as much as |some |just |only |more than |less than |almost |roughly |a record |an? )?$/;
const TO_HAN =
  /^[^，。；！？,;!?\n\d]{0,12}?(?:到|至|为|成|达)了?(?:约|近|超过|逾|不足|目前的|现在的|如今的|今年的|当前的)?$/;
/** `5000万元增至2亿元`: a verb of change alone between the two values. */
const VERB_BETWEEN =
  /^ ?(?:人民币)?(?:大幅|小幅|进一步|迅速|快速|逐步|逐年|一路|稳步|陆续|已|被)?(?:增长|增加|增|提高|提升|提|上升|上涨|涨|升|扩大|扩张|扩|跃升|攀升|飙升|回升|下降|降低|降|减少|减|缩减|缩短|缩|下滑|下跌|跌|回落|下调|上调|调整|调高|调低|调|变更|变|改|压缩|收窄|翻|滑落|暴涨|暴跌|猛增|激增|骤降|锐减)(?:到|至|为|成)了?(?:约|近|逾|超|超过)?$/;
/** `rose to $10m from $5m a year earlier`. */
const RISEN_TO =
  /\bto (?:about |around |nearly |some |just |only |more than |less than |almost |roughly |a record |an? )?$/;
const BACK_FROM =
  /^,? (?:[a-z]+ ){0,2}from (?:about |around |nearly |some |just |only |more than |less than |almost |roughly |an? )?$/;

/** A step before its level: the verb of change directly before the number, or with its object (`下调利率10个基点至1.5%`). */
const STEP_HAN =
  /(?:增长|增加|增至?|上调|下调|上涨|下跌|提高|提升|降低|下降|减少|回落|回升|扩大|收窄|调高|调低|上升|下滑|[涨跌升降减])了?([^，。；！？,;!?\n\d]{0,12}?)(?:约|近|逾|超|超过)?$/;
const STEP_LATIN = new RegExp(
  String.raw`\b(?:by|rose|fell|grew|gained|lost|added|shed|dropped|climbed|slipped|jumped|rises|falls|up|down|cut|raised|` +
    'increased|decreased|declined|lowered|hiked|reduced|trimmed|slashed|surged|soared|plunged|tumbled|sank|eased|' +
    String.raw`edged (?:up|down)|rise|fall|advanced|cutting|raising)((?: (?!(?:from|by)\b)[a-z'’]+){0,5}?) (?:about |around |nearly |some |roughly |another |an? )?$`,
);
const LEVEL_HAN = /^(?:个点)?(?:至|到|达到?|为)了?(?:约|近|逾|超过)?$/;
const LEVEL_LATIN =
  /^,? to (?:about |around |nearly |over |some |just |only |more than |less than |almost |roughly |a record |an? )?$/;

/** How far apart the two values of a change may be, and how far before them its verb. */
const GAP = 48;
const LEAD = 60;
/**
 * How much larger a level is than the step that led to it, at least; the ends of a forecast (`增长15%至20%`) are nearer
 * to each other.
 */
const STEP_RATIO = 3;
/** A value before a change without a scale of its own has that of the value after, if they are no further apart. */
const SHARED_RATIO = 20;

/**
 * The parts that two neighbouring quantities have in a change, in their order; null where they may be a range. Two nulls say
 * that they are neither: the shares of two sides (`by 52 percent to 48`).
 */
export function changeOf(t: FoldedText, a: Quantity, b: Quantity): [Change, Change] | [null, null] | null {
  if (b.start - a.end > GAP || b.range || a.unit === 'ratio' || b.unit === 'ratio') return null;
  const { lower } = t;
  const closes = a.kind === 'count' && a.nounEnd > a.end && a.nounEnd <= b.start ? a.nounEnd : a.end;
  const gap = lower.slice(closes, b.start);
  if (!/to |from |[到至为成达]/.test(gap)) return null;
  const gaps = [gap, lower.slice(a.end, b.start)];
  const clause = clauseBefore(lower, a.start);
  const lead = lower.slice(Math.max(a.floor, a.start - LEAD), a.start);
  if (hasOneUnit(a, b) && a.change !== 'to') {
    const opened = FROM_LATIN.test(lead) || FROM_HAN.test(lead);
    const closed = gaps.some((words) => TO_LATIN.test(words) || TO_HAN.test(words));
    if (opened && closed && !RANGING.test(clause) && (hasVerb(clause) || hasVerb(gap))) return ['from', 'to'];
    if (gaps.some((words) => VERB_BETWEEN.test(words))) return ['from', 'to'];
    if (RISEN_TO.test(lead) && gaps.some((words) => BACK_FROM.test(words)) && VERB_LATIN.test(clause))
      return ['to', 'from'];
    if (opened) return null;
  }
  const level = gaps.some((words) => LEVEL_LATIN.test(words) || LEVEL_HAN.test(words));
  if (level && isVote(a, b, clause)) return [null, null];
  if (!level || a.range || !isStep(t, a, b, lead)) return null;
  const sides = a.unit === b.unit && a.high > b.low && (SIDES.test(clause) || RAISED.test(lead));
  return sides ? [null, null] : ['by', 'to'];
}

/**
 * `won 54% to 46%`, `212,205 to 210,424 votes`: two counts or shares of at most the whole beside a verb of two sides, and votes, are no
 * range where they do not rise.
 */
const isVote = (a: Quantity, b: Quantity, clause: string): boolean =>
  a.low > b.high &&
  (a.unit === 'vote' ||
    b.unit === 'vote' ||
    (a.plain && b.plain && isBare(a) && isBare(b) && SIDES.test(clause)) ||
    (a.unit === 'percent' && b.unit === 'percent' && a.low + b.high <= 100.5 && SIDES.test(clause)));

/** What two sides of a contest do, and a verb after which a step is never more than the level it led to. */
const SIDES =
  /\b(?:beats?|beat|leads?|led|wins?|won|defeats?|defeated|trails?|passed|votes?|voted|favou?r(?:s|ed)?|split|back(?:s|ed)|approv(?:es|ed)|reject(?:s|ed)|support(?:s|ed)?|oppos(?:es|ed)|prefer(?:s|red)?|ahead)\b/;
const RAISED = /\b(?:raised|raises|raising|raise|added|gained)\b[^.;]*$/;

/** `up to` is no verb of change: it may bound a range. */
const hasVerb = (words: string): boolean => VERB_LATIN.test(words.replace(/\bup to\b/g, '')) || VERB_HAN.test(words);

const endsClause = oneOf('.;!?。；！？\n，');

/** The words before a value in its own clause. */
function clauseBefore(lower: string, start: number): string {
  let from = start;
  while (from > 0 && from > start - LEAD && !endsClause(lower, from - 1)) from--;
  return lower.slice(from, start);
}

/** Whether a quantity is a number alone. */
export const isBare = (q: Quantity): boolean => q.unit === null && q.kind === 'none';

const hasOneUnit = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit || isBare(a) || isBare(b) || (a.kind === 'count' && b.kind === 'count');

/**
 * After a verb of change: a step and its result if their units are written differently (`个百分点` and `%`) or they lie
 * far apart. A step without a unit of its own before a level with one is the lower end of a range (`by 5 to 10 percent`).
 */
function isStep(t: FoldedText, a: Quantity, b: Quantity, lead: string): boolean {
  const verb = STEP_HAN.exec(lead) ?? STEP_LATIN.exec(lead);
  if (!verb) return false;
  const [first = '', second = ''] = [a, b].map((q) => t.text.slice(q.numberEnd, q.end).trim());
  const differs = first !== second && first !== '';
  const spoken = b.high / b.factor / b.scale;
  if (isBare(a) && a.scale === 1 && a.high <= spoken && (b.scale !== 1 || b.kind === 'percent')) return false;
  // With an object between, only points and shares are sure to be steps (`cut 500 jobs to 2,000` is not).
  if (verb[1]?.trim()) return differs && a.kind === 'percent' && (b.kind === 'percent' || b.kind === 'money');
  return differs || a.high > b.low || b.low > a.high * STEP_RATIO;
}

/**
 * Lets the value before a change take the unit and scale that only the value after has (`from 12.4 to 15-16 billion
 * euros`), and the value after the unit that only the one before has (`from 230 pounds to 190`).
 */
export function shareChange(quantities: Quantity[]): Quantity[] {
  const shared = [...quantities];
  for (let at = 0; at + 1 < shared.length; at++) {
    const [a, b] = [shared[at], shared[at + 1]];
    if (!a || !b || !((a.change === 'from' && b.change === 'to') || (a.change === 'to' && b.change === 'from')))
      continue;
    const [first, second, from, to] = a.change === 'from' ? [a, b, at, at + 1] : [b, a, at + 1, at];
    if (isBare(first) && (second.kind !== 'none' || second.scale !== 1)) shared[from] = withUnitOf(first, second);
    else if (isBare(second) && first.kind !== 'none' && first.kind !== 'count' && sharesUnit(first, second))
      shared[to] = { ...second, unit: first.unit, kind: first.kind };
  }
  return shared;
}

/** Whether a bare second value is in the first one's unit: a scale that only the first has may be meant for both (`from 3 million to 5`). */
const sharesUnit = (first: Quantity, second: Quantity): boolean => first.scale === 1 || second.scale !== 1;

function withUnitOf(q: Quantity, from: Quantity): Quantity {
  const spoken = from.high / from.factor / from.scale;
  const scaled = q.scale === 1 && from.scale !== 1 && q.high > 0 && q.high / SHARED_RATIO <= spoken;
  const factor = (scaled && !q.prefixed ? from.scale : 1) * from.factor;
  return { ...q, low: tidy(q.low * factor), high: tidy(q.high * factor), unit: from.unit, kind: from.kind };
}
