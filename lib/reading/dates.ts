/**
 * Calendar dates, years and clock times in a text: `2023年1月`, `去年10月19日`, `October 19, 2022`, `in 2016`, `2025-03-25
 * 10:44:48`, `下午3点`. Invariant: spans are in order and do not overlap; a date is ISO 8601 cut to its precision. A date
 * is never a figure, so the reader of figures skips all these spans. A bare four-digit number needs a sign that it is a
 * year; where the year is unknown, no date is given.
 */

import {
  digitsEnd,
  type FoldedText,
  foldText,
  hasUnit,
  isDigit,
  isHan,
  isLatin,
  oneOf,
  unitSetOf,
} from '#lib/text/forms/folded';

export interface FoundDate {
  start: number;
  end: number;
  text: string;
  /** `2022`, `2022-10`, `2022-10-19`; null for a clock time or where the year cannot be resolved. */
  iso: string | null;
  precision: 'day' | 'month' | 'quarter' | 'year' | 'time';
}

interface Parts {
  year: number | null;
  month: number | null;
  day: number | null;
  quarter?: number;
}

/** The span of a date before it is resolved. `offset`: years from the article's date (去年: -1). */
export interface DateSpan {
  start: number;
  end: number;
  parts: Parts;
  offset: number | null;
  time: boolean;
}

const DIGITS = '〇一二三四五六七八九';
const HAN_NUMBER = '[〇零一二三四五六七八九十]';
/** Relative years in news Chinese, with their distance from the article's year. */
const RELATIVE_YEARS: Record<string, number> = {
  今年: 0,
  本年: 0,
  去年: -1,
  前年: -2,
  明年: 1,
  后年: 2,
  大前年: -3,
  当年: NaN,
  同年: NaN,
  次年: NaN,
  翌年: NaN,
};
const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_KEYS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Sticky patterns, tried only where their first character can stand; none has nested repetition, so each is linear. */
const HAN_FULL = new RegExp(
  `(?:(大前年|[今本去前明后当同次翌]年(?![产均薪营收增销化租费])|(?:公元前?)?\\d{2,4} ?年|[〇零一二三四五六七八九]{2,4}年)(?:的)?,? ?)?` +
    `(?:(?:(\\d{1,2}|${HAN_NUMBER}{1,3}) ?月份?(?: ?(\\d{1,2}|${HAN_NUMBER}{1,3}) ?[日号])?)|([1-4一二三四])季度)?`,
  'y',
);
const YEAR_RANGE = /((?:1[5-9]|20)\d\d)年?(?:-|~|—|至|到)((?:(?:1[5-9]|20)\d\d)|\d\d)(?:财)?年/y;
const DAY_ONLY = /(\d{1,2})日(?![元本均增活产前化内间常]|币|系)/y;
const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?/y;
const ISO_MONTH = /((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/y;
const SLASHED = /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/y;
/** Parts of a second are those of a race, which no clock shows. */
const CLOCK = /([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?!\d|:\d|\.\d)(?: ?[ap]\.?m\b\.?)?/y;
/** `5pm`, `9:30 a.m.`, and what runs from one to the other (`9-11am`). */
const CLOCK_EN =
  /([01]?\d)(?:[.:]([0-5]\d))?(?: ?(?:-|—|to) ?[01]?\d(?:[.:][0-5]\d)?)? ?(?:[ap]m\b|[ap]\.m\.|o['’]clock)/y;
const CLOCK_HAN = new RegExp(
  `(?:\\d{1,2}|两|${HAN_NUMBER}{1,3})[点时](?:整|半|许|钟|一刻|三刻|(?:\\d{1,2}|${HAN_NUMBER}{1,3})分)?`,
  'y',
);
const HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
/** `half past nine`, `a quarter to ten`, `six o'clock`. */
const CLOCK_WORDS = new RegExp(
  `(?:half past|(?:a )?quarter (?:past|to)) (?:${HOURS}|1?\\d)\\b|(?:${HOURS}) (?:o['’]clock|thirty\\b(?! \\w+s\\b)|[ap]\\.?m\\b)`,
  'y',
);
/** `五六十年代`, `二十世纪`, `20世纪`: without a century or a decade the year is unknown. */
const ERA = new RegExp(`[一二三四五六七八九]{1,3}十年代|(?:\\d{1,2}|${HAN_NUMBER}{1,3})世纪(?!之|家)`, 'y');
/** `1-9月`, `3至5月份`, `5—7日`: from one month or day to another. 3-5日内 is a length of time. */
const HAN_SPAN = new RegExp(
  `(\\d{1,2}|${HAN_NUMBER}{1,3})(?: ?[-~—] ?|至|到|、)(\\d{1,2}|${HAN_NUMBER}{1,3})(?:(月)(?!龄|饼|租|薪|内|后)份?|[日号](?![内元本均增活产楼线院店币]|以内|之内|左右|游|系))`,
  'y',
);
/** What every such span has after its first number. */
const JOINT = /^.{0,2} ?[-~—至到、]/;
/** What makes days before 日 a length of time. */
const LASTING = /[每需约共历第.]$|为期$|未来$/;
/** A further day of the same month: `Oct. 11-15`, `October 11 to 15`, `June 3, 4 and 5`. */
const FURTHER_DAYS =
  /(?:, \d{1,2}(?=,? (?:and|or) \d{1,2}\b)(?:st|nd|rd|th)?){0,3},?(?: ?[-~—] ?| (?:to|and|or|through|until) )(\d{1,2})(?:st|nd|rd|th)?(?=$|[.;!?)\n]|,(?!\d{3})|,? (?:(?:1[5-9]|20)\d\d\b|(?:and|or|the|to|by|as|with|when|while|after|before|that|which|in|on|at|for|from|is|was|were|had|will|would|he|she|it|they|we)\b))(?!\.\d)/y;
const MONTH_FIRST = new RegExp(
  `(${MONTHS})\\b\\.?(?: ?(\\d{1,2})(?:st|nd|rd|th)?\\b(?![,.]\\d{3}| ?(?:million|billion|thousand|percent|` +
    'per cent|%)))?(?:,? ?((?:1[5-9]|20)\\d\\d)\\b)?',
  'y',
);
const DAY_FIRST = new RegExp(
  `(?:\\d{1,2}(?:st|nd|rd|th)?(?: ?[-~—] ?| (?:to|and|or|through) ))?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})\\b\\.?` +
    '(?:,? ?((?:1[5-9]|20)\\d\\d)\\b)?',
  'y',
);
const YEAR_SPAN = /((?:1[5-9]|20)\d\d)(?: ?[-/~—] ?((?:1[5-9]|20)\d\d|\d\d))?(s|年代)?(?!,?\d)/y;
const QUARTER = /q([1-4])(?: of)?(?: ?(?:fy ?)?((?:19|20)\d\d))?\b/y;
const FISCAL = /(?:fy|fiscal(?: year)?) ?((?:19|20)?\d\d)\b/y;

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

const inYears = (n: number): boolean => n >= 1500 && n <= 2100;

/** The value of a Han or Arabic number of up to three characters (dates need no more), or null. */
function small(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const ten = word.indexOf('十');
  const digit = (char: string): number => DIGITS.indexOf(char === '零' ? '〇' : char);
  if (ten < 0) return [...word].reduce((sum, char) => sum * 10 + digit(char), 0);
  return (ten === 0 ? 1 : digit(word.charAt(0))) * 10 + (ten + 1 < word.length ? digit(word.charAt(ten + 1)) : 0);
}

const match = (pattern: RegExp, text: string, i: number): RegExpExecArray | null => {
  pattern.lastIndex = i;
  return pattern.exec(text);
};

/** Finds the spans of dates, years and clock times in a folded text, in order. */
export function findDateSpans(t: FoldedText): DateSpan[] {
  const { lower: text } = t;
  const spans: DateSpan[] = [];
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    let span: DateSpan | null = null;
    if (isDigit(code)) {
      const end = digitsEnd(text, i);
      const inside =
        isDigit(text.charCodeAt(i - 1)) || (text[i - 1] === '.' && DECIMALS.test(text.slice(Math.max(0, i - 4), i)));
      span = inside ? null : digitDate(text, i, end);
      if (!span) {
        i = end;
        continue;
      }
    } else if (isHan(code)) {
      if (hasUnit(HAN_STARTS, code) && opensHanDate(text, i)) span = hanDate(text, i);
    } else if (isLatin(code)) {
      if (!isLatin(text.charCodeAt(i - 1))) span = wordDate(t, i);
      if (!span) {
        while (i < text.length && isLatin(text.charCodeAt(i))) i++;
        continue;
      }
    }
    if (span) {
      spans.push(span);
      i = span.end;
    } else {
      i++;
    }
  }
  return spans;
}

/** What stands before the decimals of a number (`514.1501年`); one or two digits may be a list number (`1.2019年`). */
const DECIMALS = /\d{3}\.$/;

/** Characters of Han numbers in dates. */
const HAN_NUMBERS = unitSetOf('〇零一二三四五六七八九十两');
/** No number in a date is longer than a year. */
const LONGEST_NUMBER = 4;
/** What follows the number with which a date, clock time or era begins, in digits or Han characters. */
const followsHanNumber = oneOf('年月季点时世至到、-~— ');

/** Whether the character after the Han number at `i`, or after a word that a year begins with, can go on with a date. */
function opensHanDate(text: string, i: number): boolean {
  if (!hasUnit(HAN_NUMBERS, text.charCodeAt(i))) return opensYear(text, i + 1);
  let end = i + 1;
  while (end - i < LONGEST_NUMBER && hasUnit(HAN_NUMBERS, text.charCodeAt(end))) end++;
  return followsHanNumber(text, end);
}

/** The second character of 去年, 公元 and 大前年. */
const opensYear = oneOf('年元前');

const HAN_STARTS = unitSetOf('〇零一二三四五六七八九十两今本去前明后大当同次翌公');

const spanOf = (
  start: number,
  end: number,
  year: number | null,
  month: number | null,
  day: number | null,
  offset: number | null = null,
): DateSpan => ({ start, end, parts: { year, month, day }, offset, time: false });

const timeSpan = (start: number, end: number): DateSpan => ({
  start,
  end,
  parts: { year: null, month: null, day: null },
  offset: null,
  time: true,
});

function hanDate(text: string, i: number): DateSpan | null {
  const ahead = text.slice(i + 1, i + 7);
  const clock = /^.{0,2}[点时]/.test(ahead) ? clockHan(text, i) : null;
  if (clock) return clock;
  const era = ahead.includes('年代') || ahead.includes('世纪') ? match(ERA, text, i) : null;
  if (era && !/[\d.第]/.test(text[i - 1] ?? ' ')) return spanOf(i, i + era[0].length, null, null, null, NaN);
  const through = JOINT.test(ahead) ? hanSpan(text, i) : null;
  if (through) return through;
  const found = match(HAN_FULL, text, i);
  if (!found || found[0] === '') return null;
  const [, yearWord, monthWord, dayWord, quarter] = found;
  let offset: number | null = null;
  let year: number | null = null;
  if (yearWord) {
    const word = yearWord.replace(/ /g, '');
    if (word in RELATIVE_YEARS) offset = RELATIVE_YEARS[word] ?? null;
    else {
      const digits = word.replace(/^公元前?/, '').slice(0, -1);
      year = small(digits);
      // 三年, 10年, 十二年 are lengths of time; a year has four digits, or two before a month (98年3月).
      if (digits.length < 4 && !(digits.length === 2 && monthWord) && !word.startsWith('公元')) return null;
      if (year !== null && digits.length === 2) year += year > 50 ? 1900 : 2000;
      if (year !== null && digits.length >= 4 && !inYears(year) && !word.startsWith('公元')) return null;
    }
  }
  const month = monthWord ? small(monthWord) : null;
  const day = dayWord ? small(dayWord) : null;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > 31)) return null;
  // 前年, 本年, 同年 are dates; 一月 alone is January, 一季度 the first quarter, but 三个季度 never matches.
  if (!yearWord && !monthWord && !quarter) return null;
  if (!yearWord && quarter && (isDigit(text.charCodeAt(i - 1)) || text[i - 1] === '.')) return null;
  const end = i + found[0].replace(/的?,? ?$/, '').length;
  const span = spanOf(i, end, year, month, day, offset);
  if (quarter) span.parts.quarter = small(quarter) ?? undefined;
  return span;
}

/** Days or months from one to the other; the date is that of the first. */
function hanSpan(text: string, i: number): DateSpan | null {
  const found = match(HAN_SPAN, text, i);
  if (!found || LASTING.test(text.slice(Math.max(0, i - 2), i)) || isDigit(text.charCodeAt(i - 1))) return null;
  const [first, last] = [small(found[1] ?? ''), small(found[2] ?? '')];
  if (first === null || last === null || first < 1 || first >= last || last > (found[3] ? 12 : 31)) return null;
  return found[3]
    ? spanOf(i, i + found[0].length, null, first, null)
    : spanOf(i, i + found[0].length, null, null, first);
}

function clockHan(text: string, i: number): DateSpan | null {
  const found = match(CLOCK_HAN, text, i);
  if (!found) return null;
  const exact = /[点时](?:整|半|许|钟|一刻|三刻|.+分)$/.test(found[0]);
  const after = text.slice(i + found[0].length, i + found[0].length + 2);
  const before = text.slice(Math.max(0, i - 3), i);
  const cued = /(?:上午|下午|凌晨|早上|晚上|中午|傍晚|今晚|清晨|夜里|时间|早|晚|日|深夜|午夜)$/.test(before);
  if (found[0].endsWith('时') && !cued) return null;
  if (found[0].endsWith('半') && after.startsWith('导')) return null;
  return (exact && !/^[成]/.test(after)) || cued ? timeSpan(i, i + found[0].length) : null;
}

/** The date, year or clock time at the digits `i`..`end`: what stands after them decides what it can be. */
function digitDate(text: string, i: number, end: number): DateSpan | null {
  if (end - i <= 2) return followsSmall(text, end) ? smallDate(text, i, end) : null;
  return end - i === 4 ? yearDate(text, i, end) : null;
}

/** What may follow one or two digits that begin a date or a clock time. */
const followsSmall = oneOf('年月季日点时世至到、/.:-~— tapsnro');
const followsHour = oneOf('.: -—tapo');
const followsDay = oneOf(' -~—snrt');

/** A date that begins with a day, a month or an hour. */
function smallDate(text: string, i: number, end: number): DateSpan | null {
  const next = text.charAt(end);
  // The year of a decade without its century is unknown.
  if (next === '年' && /^[1-9]0年代/.test(text.slice(i, i + 4))) return spanOf(i, i + 4, null, null, null, NaN);
  const slashed = next === '/' ? slashedDate(text, i) : null;
  if (slashed) return slashed;
  const clock = followsHour(text, end) ? (match(CLOCK_EN, text, i) ?? match(CLOCK, text, i)) : null;
  const free = !isLatin(text.charCodeAt(i - 1)) && text[i - 1] !== ':' && text[i - 1] !== '.';
  if (clock && free && Number(clock[1]) <= 24) return timeSpan(i, i + clock[0].length);
  const han = followsHanNumber(text, end) ? hanDate(text, i) : null;
  if (han) return han;
  const dayFirst = followsDay(text, end) ? match(DAY_FIRST, text, i) : null;
  if (
    dayFirst &&
    Number(dayFirst[1]) <= 31 &&
    (dayFirst[2] !== 'may' || dayFirst[3] || /^\d{1,2}(?:st|nd|rd|th)|\d{1,2} may(?:$|[,. ])/.test(dayFirst[0]))
  ) {
    return spanOf(
      i,
      i + dayFirst[0].length,
      dayFirst[3] ? Number(dayFirst[3]) : null,
      monthOf(dayFirst[2] ?? ''),
      Number(dayFirst[1]),
    );
  }
  const dayOnly = next === '日' ? match(DAY_ONLY, text, i) : null;
  return dayOnly && Number(dayOnly[1]) <= 31 && text[i - 1] !== '.' && text[i - 1] !== '第'
    ? spanOf(i, i + dayOnly[0].length, null, null, Number(dayOnly[1]))
    : null;
}

function slashedDate(text: string, i: number): DateSpan | null {
  const slashed = match(SLASHED, text, i);
  if (!slashed || text[i - 1] === '/') return null;
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
  const [month, day] = first > 12 ? [second, first] : [first, second];
  if (month > 12 || day > 31) return null;
  return spanOf(i, i + slashed[0].length, year < 100 ? 2000 + year : year, month, day);
}

const followsIsoYear = oneOf('-/.');
const followsRangedYear = oneOf('年-~—至到');

/** A date that begins with four digits, which may be a year. */
function yearDate(text: string, i: number, end: number): DateSpan | null {
  const iso = followsIsoYear(text, end) ? match(ISO, text, i) : null;
  if (iso && Number(iso[3]) <= 12 && Number(iso[4]) <= 31 && Number(iso[3]) > 0)
    return spanOf(i, i + iso[0].length, Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const range = followsRangedYear(text, end) ? match(YEAR_RANGE, text, i) : null;
  if (range) return spanOf(i, i + range[0].length, Number(range[1]), null, null);
  const han = followsHanNumber(text, end) ? hanDate(text, i) : null;
  if (han) return han;
  const month = text[end] === '-' ? match(ISO_MONTH, text, i) : null;
  if (month) return spanOf(i, i + month[0].length, Number(month[1]), Number(month[2]), null);
  return bareYear(text, i);
}

function bareYear(text: string, i: number): DateSpan | null {
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
  if (WEAK_CUE.test(before) ? closes : YEAR_CUE.test(before)) return spanOf(i, end, year, null, null);
  if (text[i - 1] === '(' && /^[)），,:]/.test(after)) return spanOf(i, end, year, null, null);
  return null;
}

/** Whether the noun after an article and a number is what the year is of: no unit, and no plural after a round number. */
const namesYear = (year: number, after: string): boolean =>
  /^ [a-z]/.test(after) && !COUNTED_NOUN.test(after) && (year % 100 !== 0 || !/^ [a-z]+s\b/.test(after));

const monthOf = (word: string): number => MONTH_KEYS.indexOf(word.slice(0, 3)) + 1;

function wordDate(t: FoldedText, i: number): DateSpan | null {
  const { lower: text } = t;
  const first = text.charCodeAt(i);
  if (first === 113) {
    const quarter = match(QUARTER, text, i);
    if (!quarter) return null;
    const span = spanOf(i, i + quarter[0].length, quarter[2] ? Number(quarter[2]) : null, null, null);
    span.parts.quarter = Number(quarter[1]);
    return span;
  }
  if (first === 102) {
    const fiscal = match(FISCAL, text, i);
    if (fiscal) {
      const year = Number(fiscal[1]);
      return spanOf(i, i + fiscal[0].length, year < 100 ? 2000 + year : year, null, null);
    }
  }
  const clock = hasUnit(CLOCK_LETTERS, first) ? match(CLOCK_WORDS, text, i) : null;
  if (clock) return timeSpan(i, i + clock[0].length);
  const found = match(MONTH_FIRST, text, i);
  if (!found) return null;
  // `may`, `march` are verbs without a day or year after them, and months begin with a capital.
  if (!found[2] && !found[3]) return null;
  if (!/[A-Z]/.test(t.text.charAt(i)) && !found[3] && (found[1] === 'may' || found[1] === 'march')) return null;
  if (found[2] && Number(found[2]) > 31) return null;
  const end = i + found[0].length;
  const further = found[2] && !found[3] ? match(FURTHER_DAYS, text, end) : null;
  const days = further !== null && Number(further[1]) <= 31 && Number(further[1]) > Number(found[2]);
  return spanOf(
    i,
    days ? end + further[0].length : end,
    found[3] ? Number(found[3]) : null,
    monthOf(found[1] ?? ''),
    found[2] ? Number(found[2]) : null,
  );
}

/** First letters of the words that tell the time. */
const CLOCK_LETTERS = unitSetOf('haqotfsen');

const pad = (n: number): string => String(n).padStart(2, '0');

/**
 * Finds calendar dates and years in a text. Relative years (`去年`) and dates without a year (`2月7日`) are resolved
 * against the article's date (ISO 8601): a month without a year is the nearest one, at most half a year away. Without
 * an article date they have `iso: null`. The `iso` of a quarter is its first month. Offsets are UTF-16.
 */
export function findDates(text: string, articleDate?: string): FoundDate[] {
  const base = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(articleDate ?? '');
  return findDateSpans(foldText(text)).map((span) => {
    const { month, day, quarter } = span.parts;
    const precision = span.time
      ? 'time'
      : day !== null
        ? 'day'
        : month !== null
          ? 'month'
          : quarter
            ? 'quarter'
            : 'year';
    return {
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      iso: span.time ? null : resolve(span, base),
      precision,
    };
  });
}

function resolve(span: DateSpan, base: RegExpExecArray | null): string | null {
  const { day, quarter } = span.parts;
  let { year, month } = span.parts;
  if (quarter) month = quarter * 3 - 2;
  if (year === null) {
    if (!base || Number.isNaN(span.offset)) return null;
    year = Number(base[1]) + (span.offset ?? 0);
    const baseMonth = base[2] ? Number(base[2]) : 12;
    if (month === null && day !== null) month = base[3] && day > Number(base[3]) ? baseMonth - 1 : baseMonth;
    else if (span.offset === null && month !== null) {
      if (month - baseMonth > 6) year--;
      else if (baseMonth - month > 6) year++;
    }
    if (month === 0) {
      month = 12;
      year--;
    }
  }
  const parts = [String(year).padStart(4, '0')];
  if (month !== null) parts.push(pad(month));
  if (month !== null && day !== null) parts.push(pad(day));
  return parts.join('-');
}
