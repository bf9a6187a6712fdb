/**
 * Measures in two or three units that are written as one piece: heights (`5'11"`, `6-foot-2`), lengths of time in letters
 * (`1h 52m`, `9.83s`), and times on the course (`a marathon in 2:03:59`), which look like a clock and are told to be none.
 */

import { type Draft, quantityOfWords } from '#lib/reading/figures/quantity';
import { digitsEnd, type FoldedText, isDigit, isLatin, oneOf } from '#lib/text/forms/folded';

const HEIGHT = /(\d{1,2})(?:['′’] ?(\d{1,2}(?:\.\d)?)(?:["″”]|''|’’)|-foot-(\d{1,2})(?:-inch)?(?![\d.%a-z]))/y;
const LETTERS = /(\d{1,3})h ?([0-5]?\d)m(?:ins?)?(?: ?([0-5]?\d)s(?:ecs?)?)?(?![a-z\d])/y;
const MINUTES = /(\d{1,3})m ?([0-5]?\d)s(?![a-z\d])/y;
const SECONDS = /\d{1,3}\.\d{1,3}s(?![a-z\d])/y;
const COURSE = /(\d{1,2})(?::([0-5]\d):([0-5]\d)(?!\d|:|\.\d| ?[ap]\.?m\b)|(?:小?时)([0-5]?\d)分([0-5]?\d)秒)/y;

/** What stands directly before a time that something took. */
const TAKEN =
  /\b(?:time|times|record|mark|best) (?:of|was|is) $|\b(?:clock(?:ed|ing|s)|timed (?:at|in)|took|lasted|lasting) $|(?:成绩|用时|耗时|历时|跑出|游出|骑出|跑进)[^，。；！？\d]{0,6}$/;
/** The same, if a contest is named beside it. */
const ENTERED = /\b(?:in|ran|runs?|running|won|winning|recorded|posted|set|finished|finishing)(?: an?)? $|\($|以$/;
const RUN =
  /\b(?:marathons?|half-marathon|triathlon|ironman|races?|raced|ran|runner|runners|finish(?:ed|ing)?|won|record|course|personal best|km|kilomet(?:re|er)s?|miles?|stage|ultra|cyclists?|swim|swam)\b|马拉松|半马|全马|夺冠|冠军|亚军|季军|第[一二三四五六七八九\d]|完赛|成绩|赛|铁人/;

/** Whether such a measure may begin with digits that end at `i`. */
export const opensCompact = oneOf("'′’-hm:.时小");

/** Reads such a measure at `i`, where digits begin; null where there is none. */
export function readCompact(t: FoldedText, i: number): Draft | null {
  const { text, lower } = t;
  const before = text.charCodeAt(i - 1);
  if (isDigit(before) || isLatin(before) || '.,:-/$€£'.includes(text[i - 1] ?? ' ')) return null;
  // What stands after the digits decides what it can be.
  switch (lower[digitsEnd(lower, i)]) {
    case 'h':
      return readHours(lower, i);
    case 'm': {
      const time = match(MINUTES, lower, i);
      return time && measure(i, time[0], Number(time[1]) * 60 + Number(time[2]), 'second');
    }
    case '.': {
      const seconds = match(SECONDS, lower, i);
      return seconds && measure(i, seconds[0], Number(seconds[0].slice(0, -1)), 'second');
    }
    case ':':
    case '时':
    case '小':
      return readCourseTime(t, i);
    default:
      return readHeight(lower, i);
  }
}

function readHeight(lower: string, i: number): Draft | null {
  const height = match(HEIGHT, lower, i);
  const inches = Number(height?.[2] ?? height?.[3]);
  return height && inches < 12 ? measure(i, height[0], Number(height[1]) * 12 + inches, 'inch') : null;
}

function readHours(lower: string, i: number): Draft | null {
  const time = match(LETTERS, lower, i);
  if (!time) return null;
  const minutes = Number(time[1]) * 60 + Number(time[2]);
  return time[3] === undefined
    ? measure(i, time[0], minutes, 'minute')
    : measure(i, time[0], minutes * 60 + Number(time[3]), 'second');
}

/** A time with hours, minutes and seconds that the words around tell to be how long something took. */
export function readCourseTime(t: FoldedText, i: number): Draft | null {
  const found = match(COURSE, t.text, i);
  if (!found) return null;
  const lead = t.lower.slice(Math.max(0, i - 60), i);
  const sentence = lead.slice(lead.search(/[.!?。！？\n][^.!?。！？\n]*$/) + 1);
  const end = i + found[0].length;
  const taken =
    TAKEN.test(lead) ||
    (ENTERED.test(lead) && RUN.test(`${sentence} ${t.lower.slice(end, end + 48)}`)) ||
    /^的(?:成绩|时间|用时)/.test(t.text.slice(end, end + 4));
  if (!taken) return null;
  const [, hours, minutes = found[4], seconds = found[5]] = found;
  return measure(i, found[0], (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds), 'second');
}

const measure = (i: number, { length }: string, value: number, unit: string): Draft =>
  quantityOfWords(i, i + length, value, unit, unit === 'inch' ? 'measure' : 'duration');

function match(pattern: RegExp, text: string, i: number): RegExpExecArray | null {
  pattern.lastIndex = i;
  return pattern.exec(text);
}
