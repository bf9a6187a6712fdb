/**
 * The time that a figure of a source holds for, as far as its text says: a year or months (lib/domain/matching/periods),
 * or a time told from another one (`last year`, 上年同期). Invariant: a figure without a time agrees with any.
 */

import { canAgree, type Period, periodsIn } from '#lib/domain/matching/periods';
import { lowerBound } from '#lib/text/lower-bound';
import type { Span } from '#lib/text/span';

/** `last`: the period before the one that is spoken of, `earlier` any before that; `plan`: to come; `now`: the one that is spoken of. */
export type RelativeTime = 'last' | 'earlier' | 'now' | 'plan' | 'yesterday' | 'day-before' | 'today';

export type TimeWord = Span & ({ period: Period; relative: null } | { period: null; relative: RelativeTime });

const relativeWords: [RelativeTime, RegExp][] = [
  ['day-before', /前天|前日|前一天|\b(?:the day before yesterday|the day before|the previous day)\b/g],
  ['yesterday', /昨天|昨日|昨晚|(?<!before )\byesterday\b/g],
  ['today', /今天|今日|今晨/g],
  [
    'earlier',
    /前年|两年前|多年前|此前|原来|从前|以往|往年|早先|\b(?:the year before last|(?:two|three|four|five|ten|many|several|some) years (?:ago|earlier|before)|formerly|used to|in the past)\b/g,
  ],
  [
    'last',
    /上年同期|去年同期|上年末|上年底|上年|去年|上期|上季度|上月|上个月|上一年|\b(?:(?:last|previous|prior|preceding) (?:year|quarter|month|week|season|winter|summer|spring|autumn)(?:'s)?|(?:the )?(?:year|quarter|month|season|winter|summer|spring|autumn) (?:before|earlier)|a (?:year|month|week|decade) (?:ago|earlier|before)|previously)\b/g,
  ],
  [
    'now',
    /今年|本年度?|本期|报告期内?|本季度|本月|目前|现有|现在|如今|当前|\b(?:this (?:year|quarter|month|week|season|winter|summer)|now|currently|at present|today)\b/g,
  ],
  [
    'plan',
    /明年|计划|预计|将于|拟|规划|在建|目标|\b(?:next (?:year|quarter|month)|plans?|planned|expects?|expected|forecasts?|targets?|will be)\b/g,
  ],
];

/** A time that a figure is compared with is not its own (`比上年提高`, `than a year earlier`). */
const comparedWith = /(?:比|较|同|与|\b(?:than|from|compared with|compared to|versus|on)(?: the)?) ?$/;
const comparedReach = 16;

/** How near a year is beside a half of it (`the first half of 2023`). */
const halfReach = 5;

/**
 * The time words of a text, in order; `form` is the text in comparison form, `years` are bare
 * years in it that no word marks (`2019, 1.1 million`). Linear.
 */
export function timeWordsIn(text: string, form: string, years: readonly (Span & { year: number })[] = []): TimeWord[] {
  const found: TimeWord[] = periodsIn(text, form).map((period) => ({
    start: period.start,
    end: period.end,
    period,
    relative: null,
  }));
  for (const { start, end, year } of years) {
    found.push({ start, end, period: { start, end, year, first: 1, last: 12, day: null }, relative: null });
  }
  for (const [half, first, last] of halves) {
    for (const { 0: word, index } of form.matchAll(half)) {
      const end = index + word.length;
      if (found.some((one) => one.start < end + halfReach && one.end > index - halfReach)) continue;
      const period = { start: index, end, year: null, first, last, day: null };
      found.push({ start: index, end, period, relative: null });
    }
  }
  for (const [relative, words] of relativeWords) {
    for (const { 0: word, index } of form.matchAll(words)) {
      if (comparedWith.test(form.slice(Math.max(0, index - comparedReach), index))) continue;
      found.push({ start: index, end: index + word.length, period: null, relative });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.map((word, at) => {
    const last = found[at - 1];
    const isFurther =
      word.relative === 'last' &&
      last?.relative === 'last' &&
      / (?:before|earlier)$/.test(form.slice(word.start, word.end)) &&
      !/[.!?] /.test(form.slice(last.end, word.start));
    return isFurther ? { ...word, relative: 'earlier' } : word;
  });
}

/** What begins a new part of a clause. */
const newPart = /[,;，；]|\b(?:and|but|while|whereas)\b|而|并/;

/** Where a figure and its clause lie; `form` is the text in comparison form. */
type FigureInText = { figure: Span; clause: Span; sentence: Span; form: string };

/**
 * The time of a figure: the last one before it in its clauses, otherwise the first one behind it in its own clause,
 * otherwise the last one of its sentence. One behind it is nearer where a new part begins between the one before and the
 * figure (`had 410 in 2022 and has 375 now`).
 */
export function timeOf(times: readonly TimeWord[], { figure, clause, sentence, form }: FigureInText): TimeWord | null {
  const after = lowerBound(times.length, (at) => (times[at]?.start ?? 0) >= figure.end);
  const before = lowerBound(times.length, (at) => (times[at]?.end ?? 0) > figure.start) - 1;
  const last = times[before];
  const next = times[after];
  const isBehind = next !== undefined && next.end <= clause.end;
  if (last && last.start >= clause.start) {
    const isNearer =
      isBehind && newPart.test(form.slice(last.end, figure.start)) && !newPart.test(form.slice(figure.end, next.start));
    return isNearer ? next : last;
  }
  if (isBehind) return next;
  return last && last.start >= sentence.start ? last : null;
}

/** Whether two times can be one. Times told from another one agree with each other where they are told alike. */
export function timesAgree(claimed: TimeWord | null, found: TimeWord | null): boolean {
  if (!claimed || !found) return true;
  if (claimed.period && found.period) return canAgree(claimed.period, found.period);
  // A day that is told tells no year: figures are often announced on one.
  if (claimed.relative && found.relative)
    return claimed.relative === found.relative || days.has(claimed.relative) !== days.has(found.relative);
  return true;
}

/** Orders times: what is newer is greater; without a time a figure is taken as of now. */
export function recency(time: TimeWord | null): number {
  if (!time) return now;
  if (time.relative) return now - distance[time.relative];
  const { year, last } = time.period;
  return year === null ? now : year + last / 100;
}

/** How far from now; what is planned is no answer to what is. */
const distance: Record<RelativeTime, number> = {
  now: 0,
  today: 0,
  yesterday: 0.1,
  'day-before': 0.2,
  last: 1,
  earlier: 2,
  plan: 3,
};

const days: ReadonlySet<RelativeTime> = new Set(['today', 'yesterday', 'day-before']);

/** Halves of a year that no year stands beside. */
const halves: [RegExp, number, number][] = [
  [/上半年|\bfirst half\b/g, 1, 6],
  [/下半年|\bsecond half\b/g, 7, 12],
];

/** Greater than any year. */
const now = 100_000;
