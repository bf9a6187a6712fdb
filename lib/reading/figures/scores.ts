/**
 * Pairs of numbers that measure nothing: scores and votes (`3-2`, `3比2`, `25:19`, `6-4, 7-5`), records
 * (`8-1-1`, `8胜1平1负`), odds (`at 7/2`), race
 * times (`1:52.3`), exchanges (`3-for-1`) and set phrases (`24/7`). Invariant: what is recognised here is never a figure.
 * A pair that rises may be a range, so it is a score only beside a word of games or votes.
 */

import { digitsEnd, type FoldedText, isDigit, isLatin, oneOf } from '#lib/text/forms/folded';
import { unitAfter } from './units/unit-after';

const PAIR = /(\d{1,3})-(\d{1,3})(?![\d/-]|\.\d|,\d{3}|[a-z])/y;
const COLON = /(\d{1,3}):(\d{1,3})(?![\d:]|\.\d)/y;
const VERSUS = /([\d零一二三四五六七八九十]{1,3})(?:比|:)([\d零一二三四五六七八九十]{1,3})(?![\d.:%倍万亿千百])/y;
/** Another set behind a first one, and what stands between (`25比21、25比19`). */
const FURTHER_VERSUS =
  /[、,，]? ?(?:和|及)?([\d零一二三四五六七八九十]{1,3})(?:比|:)([\d零一二三四五六七八九十]{1,3})(?![\d.:%倍万亿千百])/y;
/** Runs and wickets of a side in cricket (`312 for 6`). */
const INNINGS = /\d{1,3} for \d(?!\d|[.,]\d|[a-z%])/y;
const CRICKET =
  /\b(?:stumps|wickets?|declare[ds]?|innings|overs|lbw|unbeaten|bowled (?:for|out)|all out|test match|batted|batting)\b/;
const FRACTION = /\d{1,3}\/\d{1,2}(?![\d/])/y;
/** What a side won, lost and drew (`8-1-1`), the lines it stands in (`4-2-3-1`): three and more numbers are no range. */
const RECORD = /\d{1,3}(?:-\d{1,2}){2,4}(?![\d/-]|[.,]\d)/y;
const RECORD_HAN =
  /(?:\d{1,3}|[零一二两三四五六七八九十]{1,3})胜(?:(?:\d{1,3}|[零一二两三四五六七八九十]{1,3})[平和负]){1,2}/y;
/** Another set, leg or vote of the same contest. */
const FURTHER = /(?:, ?| |,? and )\(?\d{1,3}-\d{1,3}\)?(?![\d-]|\.\d|[a-z%])/y;
/** Minutes or hours with parts of a second: no clock shows them. */
const RACE_TIME = /\d{1,3}(?::[0-5]\d){1,2}\.\d{1,3}(?!\d)/y;
const EXCHANGE = /\d{1,3}-for-\d{1,3}(?!\d)/y;
/** Always, an attack, an even chance, sight: phrases and no shares. */
const PHRASE = /(?:24\/7|9\/11|50\/50|20\/20)(?![\d/])/y;

/** Words of games and votes. */
const CONTEST = new RegExp(
  String.raw`\b(?:beat(?:s|en|ing)?|won|wins?|winning|lost|los(?:es?|ing|s)|defeat(?:s|ed)?|draws?|drew|drawn|leads?|led|` +
    'trail(?:s|ed|ing)?|victory|scores?|scored|scoreline|aggregate|penalties|shoot-?out|triumph(?:ed)?|' +
    'thrash(?:ed|ing)|edged|overcame|routed|swept|tied?|half-?time|extra time|ruling|ruled|vote[ds]?|' +
    String.raw`decision|majority|verdict|series|semi-?finals?|match|game)\b`,
);
/** What follows a score: the end of the phrase, or what became of it. */
const AFTER_SCORE = new RegExp(
  String.raw`^(?:$|[.,;:!?)\n，。；！？）]| (?:win|loss|defeat|draw|victory|lead|deficit|thanks|on|at|to|in|against|after|with|` +
    'over|record|away|home|up|down|ahead|behind|winner|decision|vote|ruling|majority|verdict|for|and|when|as|' +
    String.raw`last|this|yesterday|score|scoreline|result|by)\b)`,
);
const HAN_CONTEST =
  /战胜|击败|险胜|力克|不敌|负于|惜败|逼平|战平|领先|落后|取胜|完胜|横扫|获胜|告负|比分|点球|轻取|淘汰|逆转|打平|扳平|大胜|小胜|绝杀|晋级|夺冠|主场|客场|联赛|决赛|比赛|投票|表决|票|赢|输|胜|负|平/;
const PROPORTION = /比例|之比|配比|比值|\bratio\b/;
const BETTING =
  /\b(?:odds|bookmakers?|bookies?|favou?rites?|outsiders?|punters?|bett(?:ing|ors?)|wagers?|long-?shots?)\b|赔率/;

/** No contest has more sets or legs; a longer list of pairs is none. */
const LONGEST = 9;

/** How far before and after a pair its contest may be named. */
const BEFORE = 48;
const AFTER = 28;

/** The words around `start`..`end` in the same sentence, in lower case. */
function around(t: FoldedText, start: number, end: number): string {
  const before = t.lower.slice(Math.max(0, start - BEFORE), start);
  const after = t.lower.slice(end, end + AFTER);
  const opened = Math.max(before.search(/[.!?。！？\n][^.!?。！？\n]*$/), -1);
  const closed = after.search(/[.!?。！？\n]/);
  return `${before.slice(opened + 1)} ${closed < 0 ? after : after.slice(0, closed)}`;
}

const match = (pattern: RegExp, text: string, i: number): RegExpExecArray | null => {
  pattern.lastIndex = i;
  return pattern.exec(text);
};

/** What stands between the two numbers of a score in Chinese. */
const parts = oneOf('比:');

/** The end of a score, odds, race time or phrase at `i`, where a digit or a Han numeral stands; otherwise `i`. */
export function skipScore(t: FoldedText, i: number): number {
  const { text } = t;
  if (
    t.hasHan &&
    (text[i + 1] === '胜' || text[i + 2] === '胜' || text[i + 3] === '胜') &&
    !isLatin(text.charCodeAt(i - 1))
  ) {
    const record = match(RECORD_HAN, text, i);
    if (record) return i + record[0].length;
  }
  if (
    isDigit(text.charCodeAt(i))
      ? !'-:/比 '.includes(text[digitsEnd(text, i)] ?? ' ')
      : !(parts(text, i + 1) || parts(text, i + 2) || parts(text, i + 3))
  )
    return i;
  const before = text[i - 1] ?? ' ';
  if (isDigit(text.charCodeAt(i - 1)) || '.-/:$€£¥,'.includes(before) || isLatin(text.charCodeAt(i - 1))) return i;
  if (!isDigit(text.charCodeAt(i))) return versusEnd(t, i);
  if (text[digitsEnd(text, i)] === ' ') return inningsEnd(t, i);
  const set = match(RECORD, text, i) ?? match(RACE_TIME, text, i) ?? match(EXCHANGE, text, i) ?? match(PHRASE, text, i);
  if (set) return i + set[0].length;
  const odds = match(FRACTION, text, i) ?? match(PAIR, text, i);
  if (odds && BETTING.test(around(t, i, i + odds[0].length))) return i + odds[0].length;
  return pairEnd(t, i) || colonEnd(t, i) || versusEnd(t, i);
}

/** `3-2`, `6-4, 3-6, 7-5`: a pair that does not rise, or one beside words of a contest. 0 where it is none. */
function pairEnd(t: FoldedText, i: number): number {
  const pair = match(PAIR, t.text, i);
  if (!pair) return 0;
  let end = i + pair[0].length;
  let isScore = Number(pair[1]) >= Number(pair[2]);
  for (let count = 1; count < LONGEST; count++) {
    const further = match(FURTHER, t.text, end);
    if (!further) break;
    const [first = 0, second = 0] = (further[0].match(/\d+/g) ?? []).map(Number);
    isScore ||= first >= second;
    end += further[0].length;
  }
  const unit = unitAfter(t, end, false);
  if (unit && unit.kind !== 'count') return 0;
  if (isScore) return /^ ?(?:k\b|million|billion|thousand|[万亿千百元])/.test(t.lower.slice(end, end + 9)) ? 0 : end;
  if (!AFTER_SCORE.test(t.lower.slice(end, end + 12))) return 0;
  const words = around(t, i, end);
  return CONTEST.test(words) || (t.hasHan && HAN_CONTEST.test(words)) ? end : 0;
}

/** `25:19`: two large numbers without a common divisor, or beside words of a contest. */
function colonEnd(t: FoldedText, i: number): number {
  const pair = match(COLON, t.text, i);
  if (!pair) return 0;
  const [first, second] = [Number(pair[1]), Number(pair[2])];
  const end = i + pair[0].length;
  const large =
    first > 10 && second > 10 && (first % 5 !== 0 || second % 5 !== 0) && greatestDivisor(first, second) === 1;
  const words = around(t, i, end);
  if (PROPORTION.test(words)) return 0;
  return large || first * second === 0 || CONTEST.test(words) || (t.hasHan && HAN_CONTEST.test(words)) ? end : 0;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** `312 for 6`, beside a word of cricket; `i` where it is none. */
function inningsEnd(t: FoldedText, i: number): number {
  const found = match(INNINGS, t.text, i);
  const end = i + (found?.[0].length ?? 0);
  return found && CRICKET.test(around(t, i, end)) ? end : i;
}

/**
 * `3比2战胜`, `以三比一`, `25比21、25比19`: scores come in rows. A ratio (`男女比例为3比1`) is alone and has no contest beside
 * it.
 */
function versusEnd(t: FoldedText, i: number): number {
  const pair = match(VERSUS, t.text, i);
  if (!pair) return i;
  const first = i + pair[0].length;
  let end = first;
  for (let count = 1; count < LONGEST; count++) {
    const further = match(FURTHER_VERSUS, t.text, end);
    if (!further) break;
    end += further[0].length;
  }
  const words = around(t, i, end);
  if (PROPORTION.test(words)) return i;
  return end > first || t.text[i - 1] === '以' || HAN_CONTEST.test(words) ? end : i;
}
