/**
 * The figures of a source that measure what a claim's figure measures, best first, and how each compares. Invariants:
 * `same` is equal in value, unit and, as far as both say it, time; a figure that counts another thing is not returned,
 * whatever its digits.
 */

import { compareFigures } from '#lib/domain/figures/comparison';
import { precisionOf } from '#lib/domain/figures/precision';
import { type ClaimReading, readClaim } from '#lib/domain/matching/claim-reading';
import { type ClaimFigure, figuresIn } from '#lib/domain/matching/figure-values';
import { countsAlike, dimensionOf, unitFactor } from '#lib/reading/unit-scale';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import type { Span } from '#lib/text/span';
import { areContrary, sidesOf } from './contraries';
import { type FigurePlace, placesOf, SourceContext } from './figure-context';
import { classifiersDiffer, isClassifier, nounsAgree } from './figure-nouns';
import { recency, type TimeWord, timeOf, timesAgree, timeWordsIn } from './figure-times';
import { ordinalsDiffer, ordinalsIn } from './ordinals';
import { plainSource } from './plain-source';
import type { FigureRelation } from './relations';
import { withSpelledOut } from './spelled-figures';

/**
 * `score` (0–1): that this figure is the one meant. `deviation`: how far the claim is above it, as a share of it, where they
 * differ in value. The place is in UTF-16 units of the source.
 */
export type FigureInSource = Span & {
  text: string;
  relation: FigureRelation;
  score: number;
  deviation: number | null;
};

interface Candidate {
  figure: ClaimFigure;
  relation: FigureRelation;
  deviation: number | null;
  time: TimeWord | null;
  /** Whether a change begins at it, whose end is of the same thing (`from 94 to 128`). */
  isFrom: boolean;
  /** The share of the claim that stands around it. */
  topic: number;
  /** Whether the claim names what it counts; null where that cannot be told. */
  isNamed: boolean | null;
  /** The claim's words right beside it, and the share of all words there that these are. */
  beside: Set<number>;
  explained: number;
  /** Whether words stand beside it, in the claim's language, and none of them is the claim's. */
  isOnItsOwn: boolean;
  /** Where its sentence begins, at a full stop. */
  sentence: number;
  /** Whether its digits are the claim's. */
  isAlike: boolean;
}

/** How near a relation brings a figure, against its surroundings; the order is that of a reader who looks for the claim. */
const worth: Record<FigureRelation, number> = {
  same: 1,
  'within-rounding': 0.92,
  'power-of-ten': 0.7,
  'other-unit': 0.75,
  'other-date': 0.35,
  differs: 0.5,
};
const worthOfSameValue = 0.75;
const topicWeight = 0.8;

/** A figure with less than this share of the best one's surroundings measures something else. */
const leastShare: Record<FigureRelation, number> = {
  same: 0.5,
  'within-rounding': 0.5,
  'power-of-ten': 0.7,
  'other-unit': 0.6,
  'other-date': 0.8,
  differs: 0.8,
};
/** Another value needs this much of the claim around it. */
const leastTopic = 0.3;

/** A source, read once for all claims that are looked for in it. */
export type SourceReading = {
  source: string;
  plain: ReturnType<typeof plainSource>;
  form: string;
  figures: ClaimFigure[];
  reading: ClaimReading;
};

export function readSource(source: string): SourceReading {
  const plain = plainSource(source, new Set());
  const form = comparisonForm(plain.text);
  const figures = withSpelledOut(plain.text, form, figuresIn(plain.text, form));
  return { source, plain, form, figures, reading: readClaim(plain.text) };
}

/** Finds the figures. Nearly linear in the source's length; any two texts have an answer. */
export const figuresInSource = (claim: string, source: string): FigureInSource[] =>
  figuresInReading(claim, readSource(source));

/** The same of a source that was read before. */
export function figuresInReading(
  claim: string,
  { source, plain, form, figures: read, reading }: SourceReading,
): FigureInSource[] {
  const claimed = readClaim(claim);
  const own = mainFigure(withSpelledOut(claim, claimed.form, figuresIn(claim, claimed.form)));
  if (!own) return [];
  const { text } = plain;
  const years = isYear(own) ? [] : read.filter(isYear).map(({ start, end, low }) => ({ start, end, year: low }));
  const figures = read.filter((figure) => isYear(own) || !isYear(figure));
  if (figures.length === 0) return [];
  const context = new SourceContext(claimed, reading);
  const places = placesOf(text, form, figures);
  const ordinals = ordinalsIn(claimed.form);
  const ownSides = sidesOf(claimed.form);
  const times = timeWordsIn(text, form, years);
  const ownTime = timeOfClaim(claim, claimed.form, own);
  const languages = { own: claimed.isChinese, found: reading.isChinese };
  const candidates = withChanges(
    figures.flatMap((figure, at): Candidate[] => {
      const place = places[at];
      if (!place || !isComparable(own, figure, languages)) return [];
      if (isPhase(form, figure)) return [];
      if (ordinalsDiffer(ordinals, ordinalsBeside(form, figure, place))) return [];
      if (areContrary(ownSides, sidesOf(form.slice(place.own.start, place.own.end)))) return [];
      if (isCounting(figure) && context.hasOtherCrowd(place)) return [];
      if (classifiersDiffer(claimed.form.charAt(own.end), form.charAt(figure.end))) return [];
      const valued = relationOf(own, figure);
      if (!valued) return [];
      const isOnItsOwn = languages.own === languages.found && context.explainedAt(place) === 0;
      if (isOnItsOwn && isCounting(figure) && (valued.relation === 'differs' || valued.relation === 'power-of-ten'))
        return [];
      const time = timeAt(times, form, figure, place);
      return [
        {
          figure,
          ...valued,
          time,
          isFrom: beginsChange(form, figure),
          topic: topicOf(context, place, own, figure),
          isNamed: isNamed(context, place, own, figure),
          beside: context.besideAt(place),
          isOnItsOwn,
          explained: context.explainedAt(place),
          sentence: place.head.start,
        },
      ];
    }),
  );
  const chosen = dated(choose(candidates, context.isKnown), ownTime);
  return chosen
    .map((candidate) => ({ candidate, score: scoreOf(candidate) }))
    .sort((a, b) => b.score - a.score)
    .map(({ candidate: { figure, relation, deviation }, score }) => {
      const { start, end } = numberOf(figure, text);
      const from = plain.at[start] ?? 0;
      const to = (plain.at[end - 1] ?? 0) + 1;
      return { start: from, end: to, text: source.slice(from, to), relation, score, deviation };
    });
}

/** Which one a figure is of: as its clause says behind it, otherwise before it. */
function ordinalsBeside(form: string, { start, end }: Span, { own }: FigurePlace): Set<number> {
  const behind = ordinalsIn(form.slice(end, own.end));
  return behind.size > 0 ? behind : ordinalsIn(form.slice(own.start, start));
}

/** Which phase of a trial or a project is no number of anything (`三期入组患者`). */
const isPhase = (form: string, { end, low, high, kind }: ClaimFigure): boolean =>
  kind === 'count' && low === high && low < 10 && /^期(?!间|限|货|刊|待|望)/.test(form.slice(end, end + 2));

/** A bare number of four digits that can be a year (`2019, 1.1 million; 2020, 340,000`). */
const isYear = ({ kind, low, high, facts }: ClaimFigure): boolean =>
  kind === 'bare' &&
  low === high &&
  Number.isInteger(low) &&
  low >= 1900 &&
  low < 2100 &&
  /^\d{4}$/.test(facts.raw.trim());

/** What a figure loses that is told as a change where the other is a level. */
const otherMode = 0.5;

function likeness(own: ClaimFigure, found: ClaimFigure): number {
  const isOtherMode =
    own.mode !== found.mode && (own.mode === 'change' || (found.mode === 'change' && own.kind === 'share'));
  return isOtherMode ? otherMode : 1;
}

/** What an equal unit counts among the words that claim and surroundings share: a plain word; half where one is open. */
const unitWeight = 1;

function isNamed(
  context: SourceContext,
  place: FigurePlace,
  own: ClaimFigure,
  { facts: { unit } }: ClaimFigure,
): boolean | null {
  if (share(unit)) return null;
  if (unit === null || !isCounting(own) || context.names(unit)) return unit === null ? null : context.names(unit);
  // A classifier counts many things: the noun beside it tells which.
  const named = isClassifier(unit) ? context.namesBeside(place) : null;
  return named ?? (own.facts.unit !== null && countsAlike(own.facts.unit, unit) ? null : false);
}

/** Whether two units are one, or the claim names what the found one counts. */
const unitsMeet = (context: SourceContext, own: string, found: string): boolean =>
  own === found ||
  dimensionOf(own) !== 'count' ||
  dimensionOf(found) !== 'count' ||
  countsAlike(own, found) ||
  context.names(found);

function topicOf(context: SourceContext, place: FigurePlace, own: ClaimFigure, found: ClaimFigure): number {
  const { sum, total } = context.shareAt(place);
  const isOpen = own.facts.unit === null || found.facts.unit === null;
  const isNamed = isOpen || unitsMeet(context, own.facts.unit ?? '', found.facts.unit ?? '');
  const share = (sum + (isOpen ? 0.5 : isNamed ? 1 : 0.25) * unitWeight) / (total + unitWeight);
  return share * (0.8 + 0.2 * context.explainedAt(place)) * likeness(own, found);
}

function scoreOf({ relation, topic, isAlike }: Candidate): number {
  const base = relation === 'other-date' && isAlike ? worthOfSameValue : worth[relation];
  return (base + topicWeight * topic) / (1 + topicWeight);
}

/** Words before a figure that belong to its span but are no part of the number. */
const boundBefore =
  /^(?:about|around|some|nearly|almost|roughly|approximately|over|under|up to|at least|at most|more than|less than|fewer than|an estimated|约有|约为|约|大约|近|超过|超|逾|不到|不足|至少|最多|高达|达到|达|共计|共|为|仅|只有|只)\s*/i;

function numberOf({ start, end }: ClaimFigure, text: string): Span {
  let from = start;
  for (let cut = boundBefore.exec(text.slice(from, end)); cut; cut = boundBefore.exec(text.slice(from, end))) {
    if (from + cut[0].length >= end) break;
    from += cut[0].length;
  }
  return { start: from, end };
}

/** What a claim's figure is about comes first; how long it took, or what was before a change, is rarely meant. */
function mainFigure(figures: ClaimFigure[]): ClaimFigure | null {
  const about = figures.filter(({ facts, low, high }) => {
    const unit = facts.unit ?? '';
    return !durations.has(unit) && !(times.has(unit) && low === 1 && high === 1);
  });
  const changed = about.find(({ mode }) => mode === 'level');
  return changed ?? about[0] ?? figures[0] ?? null;
}

/** Units of how long it took, and of which one it is (三期); one hour is mostly a rate's. */
const durations = new Set(['year', 'quarter', 'month', 'week', 'day', 'period', 'round']);
const times = new Set(['hour', 'minute', 'second']);

function timeOfClaim(claim: string, form: string, own: Span): TimeWord | null {
  const whole = { start: 0, end: claim.length };
  return timeOf(timeWordsIn(claim, form), { figure: own, clause: whole, sentence: whole, form });
}

/** Where a change ends is of what it began with: the words of both stand before the first. */
function withChanges(candidates: Candidate[]): Candidate[] {
  return candidates.map((candidate, at) => {
    const before = candidates[at - 1];
    if (!before?.isFrom || before.sentence !== candidate.sentence || before.topic <= candidate.topic) return candidate;
    const { topic, beside, explained, isOnItsOwn } = before;
    return { ...candidate, topic, beside, explained, isOnItsOwn, isNamed: candidate.isNamed ?? before.isNamed };
  });
}

const beginsChange = (form: string, { start, end }: Span): boolean =>
  changesFrom.test(form.slice(Math.max(0, start - 6), start)) && changesTo.test(form.slice(end, end + changeReach));

function timeAt(times: readonly TimeWord[], form: string, figure: ClaimFigure, place: FigurePlace): TimeWord | null {
  const { start, end } = figure;
  if (beginsChange(form, figure)) return { start, end, period: null, relative: 'last' };
  const said = timeOf(times, { figure, clause: place.clause, sentence: place.sentence, form });
  // A change from last year is none of last year.
  return figure.mode === 'change' && said?.relative === 'last' ? null : said;
}

/** A value that was left for another one (`由2,100元调整为2,300元`). */
const changesFrom = /(?:由|从|自|\bfrom)[^\d]{0,3}$/;
const changesTo = /^[^\d,.;]{0,6}(?:调整|提高|增加|增长|上调|下调|降|升|减|改|涨|跌|变|扩)|^[^\d,.;]{0,24}\bto\b/;
const changeReach = 30;

const share = (unit: string | null): boolean => unit !== null && dimensionOf(unit) === 'share';

/** Whether two figures can measure one thing by their units. */
function isComparable(own: ClaimFigure, found: ClaimFigure, languages: { own: boolean; found: boolean }): boolean {
  const [a, b] = [own.facts.unit, found.facts.unit];
  if ((own.facts.per === null) !== (found.facts.per === null)) {
    const rate = own.facts.per ?? found.facts.per;
    if (rate !== 'year') return false;
  }
  if (own.kind === 'money' || found.kind === 'money' || own.kind === 'size' || found.kind === 'size') {
    return a !== null && b !== null && dimensionsAgree(a, b);
  }
  if (share(a) || share(b)) {
    if (share(a) && share(b)) return true;
    const bare = share(a) ? found : own;
    return bare.facts.unit === null && bare.high <= 1;
  }
  // Part of a whole is no count.
  if (isFraction(own) !== isFraction(found)) return false;
  return nounsAgree({ unit: a, isChinese: languages.own }, { unit: b, isChinese: languages.found });
}

const isFraction = ({ facts, high }: ClaimFigure): boolean => facts.unit === null && high > 0 && high < 1;

/** Months and days are of two dimensions that convert. */
function dimensionsAgree(a: string, b: string): boolean {
  const [one, other] = [dimensionOf(a), dimensionOf(b)];
  const isTime = (dimension: string): boolean => dimension === 'duration' || dimension === 'calendar';
  return one === other || (isTime(one) && isTime(other));
}

/** The digits of a number without zeros at its ends: 375 for 3.75 million. */
const digitsOf = (value: number): string =>
  Math.abs(value)
    .toPrecision(12)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '');

type Valued = Pick<Candidate, 'relation' | 'deviation' | 'isAlike'>;

function relationOf(own: ClaimFigure, found: ClaimFigure): Valued | null {
  const isCount = isCounting(own) && isCounting(found);
  const comparison = compareFigures(isCount ? { ...own.facts, unit: found.facts.unit } : own.facts, found.facts);
  const isWritten = digitsOf(own.low) === digitsOf(found.low) && digitsOf(own.high) === digitsOf(found.high);
  if (comparison.relation === 'consistent') {
    const { converted } = comparison;
    const isEqual =
      nearly(converted?.low ?? null, found.facts.low) &&
      nearly(converted?.high ?? null, found.facts.high) &&
      isExact(own) === isExact(found);
    const isBare = comparison.assumed.includes('unit') && own.kind !== 'bare' && found.kind !== 'bare';
    if (isEqual && !isBare) return alike('same');
    // A finer figure is no rounding of a coarser one, unless the source says `about`.
    const isFiner =
      precisionOf(own.facts).step * (1 + noise) < precisionOf(found.facts).step * factorBetween(own, found);
    const isRounding =
      !isFiner || own.facts.qualifier === 'about' || found.facts.qualifier !== 'exact' || found.low !== found.high;
    return isRounding ? alike('within-rounding') : { relation: 'differs', deviation: null, isAlike: false };
  }
  const [rate, otherRate] = [own.facts.per, found.facts.per];
  if (rate !== null && otherRate !== null && rate !== otherRate && isWritten && own.low === found.low)
    return alike('other-unit');
  const isOtherUnit = own.facts.unit !== found.facts.unit || own.isPoints !== found.isPoints;
  if (isOtherUnit && !isCount) {
    if (isWritten && own.low === found.low) return alike('other-unit');
    if (comparison.relation === 'different-unit') return null;
  }
  // One digit is within rounding of many.
  const isTold = isWritten || Math.min(digitsOf(own.low).length, digitsOf(found.low).length) > 1;
  if (comparison.power !== null && isTold) return alike('power-of-ten');
  if (comparison.relation === 'different-unit') return null;
  return { relation: 'differs', deviation: comparison.deviation || null, isAlike: false };
}

const alike = (relation: FigureRelation): Valued => ({ relation, deviation: null, isAlike: true });

/** One of the found figure's unit in the claimed one's; 1 where they do not convert. */
const factorBetween = (own: ClaimFigure, found: ClaimFigure): number =>
  unitFactor(found.facts.unit ?? '', own.facts.unit ?? '')?.factor ?? 1;

/** Nouns that agree count alike; which they are is decided before. */
const isCounting = ({ kind }: ClaimFigure): boolean => kind === 'count' || kind === 'bare';

/** Doubles that differ by less are equal: conversions leave errors in the last digits. */
const noise = 1e-9;

const nearly = (one: number | null, other: number | null): boolean =>
  one === other ||
  (one !== null && other !== null && Math.abs(one - other) <= noise * Math.max(Math.abs(one), Math.abs(other)));

/** Whether a figure is told as a value; `about` is one too, a bound is none. */
const isExact = ({ facts }: ClaimFigure): boolean => facts.qualifier === 'exact' || facts.qualifier === 'about';

/** How many figures on each side are compared: a sentence has few. */
const neighbours = 8;

/**
 * Whether one figure of a sentence has all of the claim's words that stand beside another and more, and the other has words of its own
 * there (`a kilo of tomatoes costs €3.10, a kilo of peppers €4`).
 */
const outdoes = (one: Candidate, other: Candidate): boolean =>
  one.sentence === other.sentence &&
  !one.isFrom &&
  // What is said of another time may well be of the same thing.
  timesAgree(one.time, other.time) &&
  recency(one.time) >= recency(other.time) &&
  other.explained < 1 &&
  one.explained > other.explained &&
  one.beside.size > other.beside.size &&
  [...other.beside].every((word) => one.beside.has(word));

/** A figure with at least this share of another one's surroundings may be of the same thing. */
const sameTopic = 0.8;

/** Drops candidates that stand where something else is spoken of. */
function choose(candidates: Candidate[], isKnown: boolean): Candidate[] {
  const best = Math.max(0, ...candidates.map(({ topic }) => topic));
  const bestSame = Math.max(0, ...candidates.map(({ relation, topic }) => (relation === 'same' ? topic : 0)));
  const hasNamed = candidates.some(({ isNamed }) => isNamed === true);
  return candidates.filter((candidate, at) => {
    const { topic, isAlike, figure, relation, isNamed } = candidate;
    if (hasNamed && isNamed === false) return false;
    if (relation === 'power-of-ten' && candidate.isOnItsOwn && !candidates.every((one) => one.isOnItsOwn)) return false;
    const beside = candidates.slice(Math.max(0, at - neighbours), at + neighbours + 1);
    if (beside.some((other) => outdoes(other, candidate))) return false;
    // Of equal values, one that stands in other surroundings is of something else.
    if (relation === 'same' && topic < sameTopic * bestSame) return false;
    if (!isKnown) return isAlike && figure.kind !== 'bare';
    return topic >= leastShare[relation] * best && (isAlike || topic >= leastTopic);
  });
}

/** Says of each candidate whether it is of another time: than the claim's, or where that has none, than the newest. */
function dated(candidates: Candidate[], ownTime: TimeWord | null): Candidate[] {
  const isBefore = ({ isFrom, sentence }: Candidate): boolean =>
    isFrom &&
    candidates.some((one) => !one.isFrom && one.sentence === sentence && worth[one.relation] > worth['other-unit']);
  const isOther = ({ time, topic }: Candidate): boolean =>
    ownTime
      ? !timesAgree(ownTime, time)
      : candidates.some((other) => other.topic >= sameTopic * topic && recency(other.time) > recency(time));
  return candidates.map((candidate) =>
    isBefore(candidate) || isOther(candidate) ? { ...candidate, relation: 'other-date' } : candidate,
  );
}
