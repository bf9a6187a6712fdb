/**
 * Inconsistencies within one article, without any source: one metric with two values, a headline that its text does not
 * support, parts that do not add up to their whole, ranges in the wrong order, dates after publication. Invariant: an
 * inconsistency is a question to a person, and a false one costs trust. So every rule needs a positive sign and stays
 * silent where an ordinary reading explains the difference: other dates, other speakers, a reported change, rounding,
 * an open list.
 */

import type { ParagraphKind } from '#lib/domain/articles/article';
import { compareFigures } from '#lib/domain/figures/comparison';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { findDates } from '#lib/reading/dates';
import type { FigureFacts } from '#lib/reading/figure-types';
import { placeFigures } from '#lib/reading/figures';
import { foldName, type MeasureLanguage, measureOf, measuresIn } from '#lib/reading/measures';
import { type MetricName, proposeMetric } from '#lib/reading/metrics';
import { isChinese, plainText, readingForm } from '#lib/text/forms/reading-form';
import { splitSentences } from '#lib/text/sentences';
import { findEnumerationInconsistencies } from './enumeration';
import { findUpsideDownRanges } from './upside-down-ranges';

/** A claim of an article with its figure's value and what the figure measures. */
export type ArticleFigure = {
  id: string;
  paragraphId: string;
  start: number;
  end: number;
  kind: ClaimKind;
  figure: FigureFacts & { raw?: string };
  /** The metric it was put on; otherwise the metric proposed for it, if any. */
  metricId: string | null;
  metric: MetricName | null;
  /** Who is quoted with it; null in the article's own words. */
  speakerId: string | null;
};

export type FigureArticle = {
  title: string;
  /** ISO 8601 date of any precision. */
  publishedOn: string | null;
  /** In order. */
  paragraphs: { id: string; number: number; kind: ParagraphKind; text: string }[];
  claims: ArticleFigure[];
};

export const inconsistencyCodes = [
  'repeated',
  'contradicts-itself',
  'headline-differs',
  'part-exceeds-total',
  'parts-differ-from-total',
  'shares-exceed-whole',
  'range-upside-down',
  'after-publication',
] as const;
export type InconsistencyCode = (typeof inconsistencyCodes)[number];

export type Inconsistency = {
  code: InconsistencyCode;
  /** The claims concerned, in reading order; may be empty where nobody has marked the words yet. */
  claims: string[];
  /** Where it is, if in one paragraph (UTF-16); null across several paragraphs. */
  place: { paragraphId: string; start: number; end: number } | null;
  /** The numbers for its sentence. `repeated` has only `count`; dates are ISO 8601. */
  values: Record<string, number | string>;
};

/** The article with the sentence of each claim, by the claim's id. */
type SortedArticle = FigureArticle & { sentences: Map<string, string> };

/**
 * Finds the inconsistencies of an article: those between paragraphs first, then by place. `repeated` is not an
 * inconsistency, only a group.
 */
export function findInconsistencies(article: FigureArticle): Inconsistency[] {
  const order = new Map(article.paragraphs.map(({ id }, at) => [id, at]));
  const claims = article.claims.toSorted(
    (a, b) => (order.get(a.paragraphId) ?? 0) - (order.get(b.paragraphId) ?? 0) || a.start - b.start,
  );
  const sorted = { ...article, claims, sentences: sentencesOf(article) };
  const own = article.paragraphs.filter(({ kind }) => kind !== 'boilerplate');
  return [
    ...findHeadlineInconsistencies(sorted),
    ...findGroups(sorted),
    ...own.flatMap((paragraph) => [
      ...findEnumerationInconsistencies(paragraph.text).map((found) =>
        inconsistencyAt(found.code, sorted, paragraph.id, found),
      ),
      ...findUpsideDownRanges(paragraph.text).map((range) =>
        inconsistencyAt('range-upside-down', sorted, paragraph.id, range),
      ),
    ]),
    ...findLateDates(sorted),
  ];
}

function inconsistencyAt(
  code: InconsistencyCode,
  { claims }: FigureArticle,
  paragraphId: string,
  { start, end, values }: { start: number; end: number; values: Record<string, number> },
): Inconsistency {
  const touched = claims.filter((one) => one.paragraphId === paragraphId && one.start < end && one.end > start);
  return { code, claims: touched.map(({ id }) => id), place: { paragraphId, start, end }, values };
}

/** The key of what is measured: the metric's id, or subject, measure and scope as proposed. */
function keyOf({ metricId, metric }: Pick<ArticleFigure, 'metricId' | 'metric'>): string | null {
  if (metricId !== null) return `id ${metricId}`;
  if (!metric || metric.subject === '' || metric.measure === '') return null;
  const measure = measureOf(metric.measure)?.en ?? foldName(metric.measure);
  return JSON.stringify([foldName(metric.subject).replaceAll(' ', ''), measure, foldName(metric.scope ?? '')]);
}

function findGroups(article: SortedArticle): Inconsistency[] {
  const groups = new Map<string, ArticleFigure[]>();
  for (const claim of article.claims) {
    const key = keyOf(claim);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()].flatMap((group): Inconsistency[] => {
    if (group.length < 2) return [];
    const ids = group.map(({ id }) => id);
    const clash = firstClash(article, group);
    if (clash) return [{ code: 'contradicts-itself', claims: ids, place: null, values: clash }];
    const alike = group.some((a, at) =>
      group.slice(at + 1).some((b) => compareFigures(a.figure, b.figure).relation === 'consistent'),
    );
    return alike ? [{ code: 'repeated', claims: ids, place: null, values: { count: ids.length } }] : [];
  });
}

/** Measures that may have several values in one article: changes, and events that happen repeatedly. */
const manyValued = new Set([
  ...['growth', 'decline', 'share', 'discount', 'funding', 'investment', 'donation', 'fine', 'layoffs', 'new hires'],
  ...['deaths', 'injured', 'cost', 'price', 'salary', 'acquisition price', 'duration', 'age', 'distance', 'length'],
  ...['sales volume', 'votes', 'orders', 'jobs', 'cases', 'graphics processors', 'range', 'speed', 'weight', 'height'],
]);

function firstClash(article: SortedArticle, group: ArticleFigure[]): Inconsistency['values'] | null {
  for (const [at, a] of group.entries())
    for (const b of group.slice(at + 1)) {
      const measures = a.metricId === null ? measuresOfName(a.metric?.measure ?? '') : [];
      if (a.metricId === null && (measures.length === 0 || measures.some((one) => manyValued.has(one)))) continue;
      if (a.speakerId !== b.speakerId || (a.kind === 'prediction') !== (b.kind === 'prediction')) continue;
      const { relation, deviation, factor } = compareFigures(a.figure, b.figure);
      if (relation !== 'off' && relation !== 'power-of-ten') continue;
      const [one, other] = [sentenceOf(article, a), sentenceOf(article, b)];
      if (one === other || tellsChange(one) || tellsChange(other) || areOfOtherTimes(one, other)) continue;
      const values = { first: anEnd(a.figure), second: anEnd(b.figure) };
      return { ...values, deviation: deviation ?? 0, ...(factor === null ? {} : { factor }) };
    }
  return null;
}

const measuresOfName = (name: string): string[] => {
  const folded = foldName(name);
  const whole = measureOf(folded);
  return whole ? [whole.en] : measuresIn(folded, 0, folded.length).map(({ value }) => value.en);
};

const anEnd = ({ low, high }: FigureFacts): number => low ?? high ?? 0;

/** A value that was or will be different, is denied, is an estimate by others, or is of a part. */
const change =
  /从.{1,20}(?:到|至|升|降|增|减)|此前|之前|曾|原来|原本|当时|最初|一度|去年同期|上年|前年|增至|升至|降至|减至|增加到|增长到|减少到|上调|下调|预计|将|计划|目标|并非|不是|而是|误|更正|有的|另一|还有人|也有|分公司|部门|平均|\b(?:from .{1,30} to|previously|formerly|earlier|was once|used to|at the time|at first|initially|peaked|grew to|rose to|fell to|up from|down from|a year (?:ago|earlier)|expected|expects?|will|plans?|targets?|forecast\w*|estimate[sd]?|instead|rather than|not .{1,24} but|wrongly|corrected|others?|another|division|unit|office|branch|average|then)\b/;

const tellsChange = (sentence: string): boolean => change.test(readingForm(plainText(sentence)));

/** Whether the sentences name dates that differ, or only one of them names any. */
function areOfOtherTimes(one: string, other: string): boolean {
  const years = (text: string): string =>
    [...new Set(findDates(text).map(({ text: date }) => date.replace(/\s/g, '')))].sort().join(' ');
  return years(one) !== years(other);
}

function sentencesOf({ paragraphs, claims }: FigureArticle): Map<string, string> {
  const split = new Map(paragraphs.map(({ id, text }) => [id, { text, sentences: splitSentences(text) }]));
  return new Map(
    claims.map(({ id, paragraphId, start, end }) => {
      const { text = '', sentences = [] } = split.get(paragraphId) ?? {};
      const sentence = sentences.find((one) => one.start <= start && start < one.end);
      return [id, sentence ? text.slice(sentence.start, sentence.end) : text.slice(start, end)];
    }),
  );
}

const sentenceOf = ({ sentences }: SortedArticle, { id }: ArticleFigure): string => sentences.get(id) ?? '';

/** A figure of the headline that no figure of the text agrees with, although the text gives the same metric. */
function findHeadlineInconsistencies(article: SortedArticle): Inconsistency[] {
  const { title, paragraphs, claims } = article;
  const own = paragraphs.filter(({ kind }) => kind !== 'boilerplate');
  const told = own.flatMap(({ text }) =>
    placeFigures(text).map(({ figure }) => ({ ...figure, asOf: null, raw: figure.text })),
  );
  const language: MeasureLanguage = isChinese(title) ? 'zh' : 'en';
  const known = claims.flatMap(({ metric }) => (metric && metric.subject !== '' ? [metric.subject] : []));
  if (tellsChange(title)) return [];
  return placeFigures(title).flatMap(({ figure }): Inconsistency[] => {
    const facts = { ...figure, asOf: null, raw: figure.text };
    if (facts.unit === null || told.some((one) => compareFigures(facts, one).relation === 'consistent')) return [];
    const site = { text: title, start: figure.start, end: figure.end, figure: facts, names: known, language };
    const { best } = proposeMetric(site);
    const measures = measuresOfName(best.measure);
    if (measures.length === 0 || measures.some((one) => manyValued.has(one))) return [];
    const key = keyOf({ metricId: null, metric: best });
    const same = claims.filter(
      (claim) =>
        key !== null &&
        keyOf({ metricId: null, metric: claim.metric }) === key &&
        claim.kind !== 'prediction' &&
        !tellsChange(sentenceOf(article, claim)),
    );
    const clash = same
      .map((claim) => ({ claim, comparison: compareFigures(facts, claim.figure) }))
      .filter(({ comparison: { relation } }) => relation === 'off' || relation === 'power-of-ten');
    const [first] = clash;
    if (!first || clash.length < same.length) return [];
    const values = { headline: anEnd(facts), body: anEnd(first.claim.figure) };
    const deviation = first.comparison.deviation ?? 0;
    return [
      {
        code: 'headline-differs',
        claims: clash.map(({ claim }) => claim.id),
        place: null,
        values: { ...values, deviation },
      },
    ];
  });
}

/** What is planned, predicted or due may be later than the article. */
const future =
  /预计|预测|预期|将|计划|目标|拟|有望|到\s?20\d\d|截止|之前|以前|明年|后年|未来|届时|即将|规划|力争|期限|到期|\b(?:will|would|expect\w*|forecast\w*|predict\w*|plan\w*|target\w*|aim\w*|by (?:the end of )?20\d\d|until|before|due|deadline|next|future|project(?:s|ed)|scheduled|upcoming|set to|through|to 20\d\d|maturing|expires?)\b/;

/** Figures with an as-of date, or in a sentence with a date, after the day on which the article was published. */
function findLateDates(article: SortedArticle): Inconsistency[] {
  const { publishedOn, claims } = article;
  if (publishedOn === null) return [];
  return claims.flatMap((claim): Inconsistency[] => {
    if (claim.kind === 'prediction') return [];
    const sentence = sentenceOf(article, claim);
    if (future.test(readingForm(plainText(sentence)))) return [];
    const written = findDates(sentence, publishedOn).filter(({ text }) => /\d{4}/.test(text));
    const dates = [claim.figure.asOf, ...written.map(({ iso }) => iso)];
    const late = dates.find((date) => date !== null && isAfter(date, publishedOn));
    if (!late) return [];
    const { id, paragraphId, start, end } = claim;
    const values = { date: late, published: publishedOn };
    return [{ code: 'after-publication', claims: [id], place: { paragraphId, start, end }, values }];
  });
}

/** Whether a date is later than another at the precision that both have. */
function isAfter(date: string, other: string): boolean {
  const common = Math.min(date.length, other.length);
  return date.slice(0, common) > other.slice(0, common);
}
