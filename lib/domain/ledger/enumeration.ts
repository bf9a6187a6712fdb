/**
 * Wholes and their parts in one sentence: `共375人，其中研发259、产品80`, `of its 375 staff, 400 are engineers`, `A占50%，B占40%`.
 * Finds where parts cannot belong to their whole: one exceeds it, several add up to more or (where the text says that
 * they are all) to something else, or shares of one whole exceed 100 %. Invariant: rounding and `about` are allowed for
 * before anything is reported. Silent where parts may overlap (several answers, a second 其中) or are changes, not
 * shares.
 */

import { compareFigures } from '#lib/domain/figures/comparison';
import { precisionOf, reachOf } from '#lib/domain/figures/precision';
import { type Figure } from '#lib/reading/figure-types';
import { placeFigures } from '#lib/reading/figures';
import { kindOf } from '#lib/reading/measures';
import { countsAlike } from '#lib/reading/unit-scale';
import { plainText, readingForm } from '#lib/text/forms/reading-form';
import { splitSentences } from '#lib/text/sentences';

export interface EnumerationInconsistency {
  code: 'part-exceeds-total' | 'parts-differ-from-total' | 'shares-exceed-whole';
  /** From the start of the first figure concerned to the end of the last (UTF-16). */
  start: number;
  end: number;
  /** The stated total (100 for shares) and the sum of the parts, or the part that exceeds it. */
  values: { total: number; parts: number };
}

/** Finds the inconsistencies of every sentence of a paragraph, in order. */
export function findEnumerationInconsistencies(text: string): EnumerationInconsistency[] {
  const form = readingForm(plainText(text));
  // What something was before a change, and how much it changed, are no parts of a whole.
  const placed = placeFigures(text)
    .map((one) => one.figure)
    .filter(({ change }) => change !== 'from' && change !== 'by');
  let next = 0;
  return splitSentences(form).flatMap(({ start, end }) => {
    const first = next;
    while ((placed[next]?.start ?? end) < end) next++;
    const figures = placed.slice(first, next);
    if (figures.length < 2) return [];
    const found = partInconsistency(form, end, figures) ?? shareInconsistency(form, start, end, figures);
    return found ? [found] : [];
  });
}

/** Words with the total before them and the parts after them. */
const partition =
  /其中(?!一|之一|最|约?有一)|当中|包括|分别(?:为|是|有)|(?:由|包含).{0,2}|[，,]? ?(?:of which|of whom|of them|including|comprising|consisting of|made up of|broken down into)\b/g;

/** Words that say that the parts are complete. */
const complete = /分别(?:为|是|有)|\bcomprising|\bconsisting of|\bmade up of|\bbroken down into/;

/** Words that say that the list goes on, or that its items may overlap. */
const openList =
  /等等?(?=[。，,；）)\d]|$)|\b(?:among others|and others|and so on|etc|such as|for example|for instance)\b|例如|比如|至少|\bat least\b/;
const overlapping = /同时|多选|兼|重叠|重复|\b(?:both|overlap\w*|multiple|more than one|also)\b/;

/** A figure compared with another period or whole is not a part. */
const aside =
  /去年|上年|同期|此前|目标|而.{0,6}(?:则|却)|\b(?:last year|a year (?:ago|earlier)|compared|than|versus|up from|down from|target)\b/;

/** Greatest distance between two items of one list (UTF-16). */
const longestGap = 40;

/** Longest list of parts (UTF-16). Anything longer is a table without line breaks. */
const longestList = 600;

function partInconsistency(form: string, to: number, figures: Figure[]): EnumerationInconsistency | null {
  const from = figures[0]?.end ?? to;
  const cues = [...form.slice(from, to).matchAll(partition)];
  const [cue, second] = cues;
  // A second division is of another whole, or of a part.
  if (!cue || second) return null;
  const at = from + cue.index;
  const total = figures.findLast((one) => one.end <= at);
  if (!total || at - total.end > longestGap || !isAmount(total)) return null;
  const rest = form.slice(at, to);
  if (overlapping.test(rest) || aside.test(rest)) return null;
  const parts = partsAfter(
    form,
    at + cue[0].length,
    total,
    withListed(form, at + cue[0].length, Math.min(to, at + longestList), figures),
  );
  const last = parts.at(-1);
  if (!last) return null;
  const place = { start: total.start, end: last.end };
  const whole = boundsOf([total]);
  for (const part of parts) {
    const { relation, deviation } = compareFigures(factsOf(part), factsOf(total));
    const exceeds = (relation === 'off' || relation === 'power-of-ten') && (deviation ?? 0) > 0;
    if (exceeds && part.low !== null)
      return { code: 'part-exceeds-total', ...place, values: { total: whole.value, parts: part.low } };
  }
  if (parts.length < 2) return null;
  const sum = boundsOf(parts);
  const exhaustive = complete.test(cue[0]) && !openList.test(rest);
  const value = { total: whole.value, parts: sum.value };
  if (sum.low > whole.high) return { code: 'parts-differ-from-total', ...place, values: value };
  return exhaustive && sum.high < whole.low ? { code: 'parts-differ-from-total', ...place, values: value } : null;
}

/** Shares and multiples are not amounts that add up. */
const isAmount = ({ unit }: Figure): boolean => unit !== 'percent' && unit !== 'times' && unit !== 'ratio';

/** A number after its label and before a comma (`研发259、产品80`), which the reader of figures takes for a list number. */
const listed = /(?<=[\u4e00-\u9fff] ?)\d[\d,]*(?=[、,。;)和及]|$)/g;

function withListed(form: string, from: number, to: number, figures: Figure[]): Figure[] {
  const near = figures.filter((one) => one.end > from && one.start < to);
  const more = [...form.slice(from, to).matchAll(listed)].flatMap((match): Figure[] => {
    const text = match[0].replace(/,$/, '');
    const start = from + match.index;
    const end = start + text.length;
    if (near.some((one) => one.start < end && one.end > start)) return [];
    const value = Number(text.replaceAll(',', ''));
    return [{ start, end, text, low: value, high: value, unit: null, qualifier: 'exact', per: null }];
  });
  return [...near, ...more].sort((a, b) => a.start - b.start);
}

/** The items of the list: figures in the total's unit, or a row of bare ones, each near the one before. */
function partsAfter(form: string, from: number, total: Figure, figures: Figure[]): Figure[] {
  const parts: Figure[] = [];
  let reach = from;
  for (const figure of figures) {
    if (figure.start < from) continue;
    if (!isAmount(figure)) continue;
    const gap = form.slice(reach, figure.start);
    const alike = figure.unit !== null && total.unit !== null && countsAlike(figure.unit, total.unit);
    const fits = alike && figure.per === total.per;
    const bare =
      figure.unit === null && figure.per === null && /^(?:[人名]|[、，,。；;）) ]|$)/.test(form.slice(figure.end));
    if (gap.length > longestGap || !(fits || bare) || figure.low === null) break;
    if (/[比比到至从]$|\b(?:from|to|by) $/.test(gap)) break;
    parts.push(figure);
    reach = figure.end;
  }
  return parts;
}

const factsOf = (figure: Figure) => ({ ...figure, asOf: null, raw: figure.text });

/** Things below this number are counted, not rounded (people, ships), when their parts are listed one by one. */
const countedUpTo = 10_000;

/** The lower and upper bound of a sum, allowing for rounding and `about`; an open end is infinite. */
function boundsOf(figures: Figure[]): { low: number; high: number; value: number } {
  let [low, high, value] = [0, 0, 0];
  for (const figure of figures) {
    const { low: least, high: most, qualifier, unit } = figure;
    const precision = precisionOf(factsOf(figure));
    const reach = (end: number): number => {
      const counted = kindOf(unit) === 'count' && Number.isInteger(end) && end < countedUpTo && qualifier === 'exact';
      return counted ? 0 : reachOf(end, precision, 0, qualifier);
    };
    low += least === null ? Number.NEGATIVE_INFINITY : least - reach(least);
    high += most === null ? Number.POSITIVE_INFINITY : most + reach(most);
    value += least ?? most ?? 0;
  }
  const noise = 1e-9 * Math.abs(value);
  return { low: low - noise, high: high + noise, value: Number(value.toPrecision(15)) };
}

/** Words that mark percentages as shares of one whole. */
const shareCue =
  /占|份额|比例|构成|其余|剩余|余下|\b(?:accounts? for|accounted for|makes? up|made up|shares?|split|the rest|the remaining|the remainder|comes? from|came from)\b|% of (?:the|all|its|total)/;
/** The last share is the remainder: two shares are then enough. */
const remainder = /其余|剩余|余下|剩下|\b(?:the rest|the remaining|the remainder)\b/;
/** Percentages that are changes, rates, answers to a question, or shares of several wholes. */
const noShare =
  /增长|下降|同比|环比|上涨|下跌|涨|跌|率|提高|提升|降低|上升|认为|表示|受访|选择|多选|其中|折扣|概率|超过|高于|低于|从|\b(?:grew|grow|growth|rose|rise|(?<!ma[dk]es? )up|fell|fall|down|increased?|decreased?|rate|margin|said|say|respondents?|answered|chose|of which|of whom|of them|more than|from|off|chance|likely|than|both|respectively of)\b/;

function shareInconsistency(
  form: string,
  from: number,
  to: number,
  figures: Figure[],
): EnumerationInconsistency | null {
  const shares = figures.filter(({ unit, low, per }) => unit === 'percent' && low !== null && per === null);
  const [first] = shares;
  const last = shares.at(-1);
  const sentence = form.slice(from, to);
  if (!first || !last || shares.length < (remainder.test(sentence) ? 2 : 3)) return null;
  if (!shareCue.test(sentence) || noShare.test(sentence)) return null;
  if (shares.some(({ low }) => low === null || low < 0 || low > 100)) return null;
  const listed = shares.every((one, at) => {
    const next = shares[at + 1];
    if (!next) return true;
    const gap = form.slice(one.end, next.start);
    return gap.length <= longestGap && /[、，,；;]|\band\b|和/.test(gap);
  });
  const sum = boundsOf(shares);
  const whole = 100 + shares.reduce((step, one) => step + precisionOf(factsOf(one)).step / 2, 0);
  return listed && sum.value > whole
    ? { code: 'shares-exceed-whole', start: first.start, end: last.end, values: { total: 100, parts: sum.value } }
    : null;
}
