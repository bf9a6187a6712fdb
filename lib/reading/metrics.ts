/**
 * Proposes what a figure measures: a metric with a subject, a measure and sometimes a scope (`OpenAI · headcount`,
 * `display advertising · CPM · China`), from the words around the figure. People confirm or change it. Invariants: the
 * measure is one of measures.ts where the text names one, in the requested language; a subject stands in the text and
 * is never a pronoun or `the company`. It is not resolved who a name is.
 *
 * The measure is the nearest word that fits the figure's unit, in the same clause rather than across a comma, and never
 * across another figure if there is a choice. The subject is the nearest name before the figure; one that owns the
 * measure (`OpenAI's headcount`, 微软营收) comes before others, a person who is only quoted comes last. Failing that, it is
 * the last name in the text before, or in the title.
 */

import { type SubjectHit, subjectsIn } from '#lib/reading/metrics/subject';
import { cuesIn } from '#lib/reading/quotes/cues';
import { isChinese, plainText, readingForm } from '#lib/text/forms/reading-form';
import { splitSentences } from '#lib/text/sentences';
import { describeFigure } from './describe-figure';
import type { FigureFacts } from './figure-types';
import { placeFigures } from './figures';
import {
  canState,
  foldName,
  kindOf,
  type Measure,
  type MeasureLanguage,
  measureOf,
  measureOfUnit,
  measuresIn,
} from './measures';

/** `scope` narrows a metric to a place or part (`China`, 全球); null where the metric covers the whole. */
export type MetricName = { subject: string; measure: string; scope: string | null };

/**
 * A metric's name in one line in both languages (`OpenAI · headcount`, `OpenAI · 员工人数`). Only known measures are
 * translated.
 */
export function titlesOf({ subject, measure, scope }: MetricName): Record<MeasureLanguage, string> {
  const known = measureOf(measure);
  const titled = (name: string) => [subject, name, scope].filter(Boolean).join(' · ');
  return { en: titled(known?.en ?? measure), zh: titled(known?.zh ?? measure) };
}

/** `subject` or `measure` is '' where the text gives none. The alternatives are the next best, without the best one. */
export type MetricProposal = { best: MetricName; subjects: string[]; measures: string[] };

export type MetricSite = {
  /** The paragraph, and the figure's place in it (UTF-16). */
  text: string;
  start: number;
  end: number;
  figure: FigureFacts;
  /** The paragraphs before, in order. */
  before?: string[];
  title?: string | null;
  /** Names known to the desk: speakers, organisations, subjects of metrics. */
  names?: string[];
  language: MeasureLanguage;
};

/** How many alternative subjects and measures are offered. */
const alternatives = 3;

/** How many paragraphs back to look for a name: what `the company` refers to is rarely further away. */
const paragraphsBack = 3;

/**
 * How far from its figure (UTF-16) to look for a word in its sentence, and how much to read of each paragraph before.
 */
const farthest = 400;

/** Proposes what a figure measures. Never throws; linear in the length of the paragraph. */
export function proposeMetric(site: MetricSite): MetricProposal {
  const plain = plainText(site.text);
  const form = readingForm(plain);
  const sentence = splitSentences(plain).find(({ start, end }) => start <= site.start && site.start < end);
  const from = Math.max(sentence?.start ?? 0, site.start - farthest);
  const to = Math.min(sentence?.end ?? plain.length, site.end + farthest);
  const page: Page = { plain, form, from, to, site, figures: placesIn(site.text, from, to) };
  const measures = rankMeasures(page);
  const subjects = rankSubjects(page, measures[0]?.measure ?? null);
  const names = measures.map(({ name }) => name);
  const scope = scopeIn(page);
  const [subject = scope ?? '', ...otherSubjects] = subjects;
  const [measure = '', ...otherMeasures] = names.length > 0 ? names : [fallbackMeasure(site)];
  return {
    best: { subject, measure, scope: isPartOf(scope, subject) ? null : scope },
    subjects: otherSubjects.slice(0, alternatives),
    measures: otherMeasures.slice(0, alternatives),
  };
}

/** A place that is part of the subject (中国银行) narrows nothing. */
const isPartOf = (scope: string | null, subject: string): boolean =>
  scope !== null && foldName(subject).includes(foldName(scope));

interface Page {
  plain: string;
  form: string;
  /** The sentence of the figure. */
  from: number;
  to: number;
  site: MetricSite;
  /** The figures of the sentence, with their nouns and rates. */
  figures: { from: number; to: number }[];
}

const placesIn = (text: string, from: number, to: number): { from: number; to: number }[] =>
  placeFigures(text).filter((one) => one.from >= from && one.from < to);

const clauseMark = /[，,；;：:、（()）—]|(?:\b(?:and|while|but|with)\b)/g;

/** The distance from a span to the figure: units between them, plus a cost for each clause and figure in between. */
function distanceTo({ plain, site, figures }: Page, start: number, end: number): number {
  const [low, high] = end <= site.start ? [end, site.start] : start >= site.end ? [site.end, start] : [0, 0];
  const gap = plain.slice(low, high);
  // A comma between digits groups them; that is inside a figure, which counts anyway.
  const clauses = gap.replace(/\d,\d/g, '').match(clauseMark)?.length ?? 0;
  const others = figures.filter((one) => one.from >= low && one.to <= high && one.to > one.from).length;
  // A Han character counts as three letters.
  const letters = isChinese(gap) ? 3 : 1;
  return gap.length * letters + clauses * clauseCost + others * figureCost + (end > site.start ? afterCost : 0);
}

/**
 * In letters: a clause costs as much as a long phrase, another figure twice that; words usually stand before their
 * figure.
 */
const clauseCost = 40;
const figureCost = 60;
const afterCost = 8;

interface RankedMeasure {
  name: string;
  measure: Measure | null;
  distance: number;
}

/** How a text counts the people of a body without saying who they are: `一共375人`, `团队有20人`. */
const counting = /(?:一共|总共|共计|共有|现有|团队|公司|仅有?|只有)(?:有|仅|只)?(?:约|大约|近|超过|不到)?$/;

/** The measure that some rates imply. */
const byRate = new Map([
  ['1000 impressions', 'CPM'],
  ['click', 'CPC'],
  ['action', 'CPA'],
  ['question', 'cost per query'],
]);

function rankMeasures(page: Page): RankedMeasure[] {
  const { site, form, from, to } = page;
  const { figure, language } = site;
  const hits = measuresIn(form, from, to);
  const fitting = hits.filter(({ value, end, start }) => canState(value, figure.unit) && !isInside(page, start, end));
  const ranked: RankedMeasure[] = fitting.map((hit) => ({
    name: nameOf(hit.value, language),
    measure: hit.value,
    // A longer word is more precise.
    distance: distanceTo(page, hit.start, hit.end) - Math.min(12, 2 * (hit.end - hit.start)),
  }));
  const counted = figure.unit === null ? null : measureOfUnit(figure.unit);
  if (counted) ranked.push({ name: nameOf(counted, language), measure: counted, distance: 6 });
  const staff = figure.unit === 'person' && counting.test(form.slice(Math.max(from, site.start - 8), site.start));
  const headcount = staff ? measureOf('headcount') : null;
  // Nearer than nothing, farther than any word for what is counted.
  if (headcount) ranked.push({ name: nameOf(headcount, language), measure: headcount, distance: 2 * clauseCost });
  const rated = kindOf(figure.unit) === 'money' && figure.per !== null ? byRate.get(figure.per) : undefined;
  const byDefinition = rated === undefined ? null : measureOf(rated);
  if (byDefinition) ranked.push({ name: nameOf(byDefinition, language), measure: byDefinition, distance: 0 });
  ranked.sort((a, b) => a.distance - b.distance);
  const exact = ranked.find(({ measure }) => isMeant(page, ranked[0]?.measure ?? null, measure));
  const best = exact ?? ranked[0];
  if (best && best !== ranked[0]) ranked.unshift(...ranked.splice(ranked.indexOf(best), 1));
  if (best?.measure && changes.has(best.measure.en)) {
    const whole = hits.findLast(({ value, end }) => end <= site.start && !canState(value, figure.unit));
    if (whole) best.name = joinNames(nameOf(whole.value, language), best.name, language);
  }
  const seen = new Set<string>();
  return ranked.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** Measures of how another one changes: revenue growth, where revenue is named before. */
const changes = new Set(['growth', 'decline']);

/**
 * Whether a measure is meant instead of the nearest one: `to train GPT-3 costs` is about training cost, and in `its
 * market share fell to 2%` 2 % is the market share, since a change is followed by an amount and a level by "to".
 */
function isMeant({ form, site }: Page, nearest: Measure | null, other: Measure | null): boolean {
  if (!nearest || !other) return false;
  if (nearest.en === 'cost') return other.en === 'training cost';
  const toLevel = /(?:\bto|[至到]) ?$/.test(form.slice(Math.max(0, site.start - 4), site.start));
  return changes.has(nearest.en) && toLevel && !changes.has(other.en);
}

const joinNames = (whole: string, part: string, language: MeasureLanguage): string =>
  language === 'zh' ? whole + part : `${whole} ${part}`;

const nameOf = (measure: Measure, language: MeasureLanguage): string => (language === 'zh' ? measure.zh : measure.en);

/** Whether a word is part of a number (`高` in `最高300万`), of this figure or another. */
const isInside = ({ figures, site }: Page, start: number, end: number): boolean =>
  (start < site.end && end > site.start) ||
  figures.some((one) => one.from <= start && end <= one.to && !(one.from <= site.start && site.start < one.to));

/** The measure of a figure without any word for one: a number of the counted thing, otherwise an amount or a share. */
function fallbackMeasure({ figure, language }: MetricSite): string {
  const { unit } = figure;
  if (unit === null) return '';
  const kind = kindOf(unit);
  if (kind === 'money') return language === 'zh' ? '金额' : 'amount';
  if (kind === 'share') return language === 'zh' ? '占比' : 'share';
  if (kind === 'size') return language === 'zh' ? '数值' : 'amount';
  const two = { low: 2, high: 2, unit, qualifier: 'exact', per: null } as const;
  const noun = describeFigure(two, language).replace(/^2 ?/, '');
  const thing = noun.replace(/^[个名家款位所支项座笔份种]/, '');
  if (language === 'zh') return thing === '人' ? '人数' : `${thing}数量`;
  return `number of ${noun}`;
}

/** The bonus of a subject that owns the measure. */
const ownerGain = 30;
/** The bonus of a name known to the desk. */
const knownGain = 50;
const quotedCost = 70;
/** The cost of a name in the text before, or in the title. */
const earlierCost = 200;
/** The cost of a place, which (`in China`) is rather a scope. */
const placeCost = 60;
/** The bonus of the trained model: a training cost is that of the model, whoever pays. */
const objectGain = 60;

function rankSubjects(page: Page, measure: Measure | null): string[] {
  const { plain, form, from, to, site } = page;
  const known = site.names ?? [];
  const cues = cuesIn(form, from, to, isChinese(plain.slice(from, to)));
  const words = measuresIn(form, from, to);
  const ranked = subjectsIn({ plain, form, from, to, names: known, figures: page.figures, figure: site.start })
    .map((hit) => ({ name: hit.name, distance: costOf(hit) }))
    .concat(earlierNames(page));
  function costOf(hit: SubjectHit): number {
    const { start, end } = hit;
    let cost = distanceTo(page, start, end) + (end > site.start && !hit.owned ? afterCost : 0);
    const next = words.find((word) => word.start >= end && word.start - end <= 3);
    if (hit.owned || (next && next.end <= site.start)) cost -= ownerGain;
    if (hit.known) cost -= knownGain;
    if (hit.place) cost += placeCost;
    if (hit.phrase) cost += afterCost;
    const isQuoted = cues.some(
      (cue) => (cue.start >= end && cue.start - end <= 2) || (start >= cue.end && start - cue.end <= 1),
    );
    if (isQuoted && !hit.owned) cost += quotedCost;
    if (measure?.en === 'training cost' && hit.trained) cost -= objectGain;
    return cost;
  }
  ranked.sort((a, b) => a.distance - b.distance);
  const seen = new Set<string>();
  return ranked.flatMap(({ name }) => {
    const key = foldName(name);
    if (seen.has(key) || key === '') return [];
    seen.add(key);
    return [name];
  });
}

/** Names in the paragraph before the sentence, in the paragraphs before it and in the title, nearest first. */
function earlierNames({ plain, from, site }: Page): { name: string; distance: number }[] {
  const before = [plain.slice(0, from), ...(site.before ?? []).slice(-paragraphsBack).toReversed()];
  const texts = before.map((text) => text.slice(-farthest));
  const found: { name: string; distance: number }[] = [];
  for (const [steps, text] of [...texts, site.title ?? ''].entries()) {
    const earlier = plainText(text);
    const form = readingForm(earlier);
    const page = { plain: earlier, form, from: 0, to: earlier.length, names: site.names ?? [] };
    const hits = subjectsIn({ ...page, figures: placesIn(text, 0, text.length), figure: earlier.length });
    for (const [nth, hit] of hits
      .filter(({ phrase, place }) => !phrase && !place)
      .toReversed()
      .entries())
      found.push({ name: hit.name, distance: earlierCost + steps * 10 + nth - (hit.known ? knownGain : 0) });
  }
  return found;
}

/** Places and parts that narrow a metric, as news names them. */
const scopes =
  /全球|全世界|全国|国内(?!生产)|海外|境外|中国(?:市场|大陆|区)?|美国(?:市场)?|欧洲(?:市场)?|欧盟|亚太(?:地区)?|北美(?:市场)?|大中华区|\b(?:worldwide|globally|global|(?:in|across) (?:mainland )?(?:china|europe|asia|africa|india|japan|germany|france|britain|north america|latin america)|in (?:the )?(?:us|u\.s\.|united states|uk|united kingdom|eu|european union)\b)/gi;

/** The scope named in the figure's clause, or null. */
function scopeIn(page: Page): string | null {
  const { plain, from, to, site } = page;
  const found = [...plain.slice(from, to).matchAll(scopes)]
    .map((match) => ({ name: match[0], start: from + match.index, end: from + match.index + match[0].length }))
    .map((one) => ({ ...one, distance: distanceTo(page, one.start, one.end) }))
    .filter(({ start, end, distance }) => distance < clauseCost && (end <= site.start || start >= site.end))
    .sort((a, b) => a.distance - b.distance)[0];
  return found ? found.name.replace(/^(?:in|across) (?:the )?/i, '') : null;
}
