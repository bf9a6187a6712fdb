/**
 * Measures: what is counted or reckoned about something (headcount, revenue, CPM), each with its words in Chinese and in
 * English. Invariant: one row is one measure, so that 员工人数 and headcount are the same; a word names one measure, and a
 * longer word wins over one that it holds (`ad revenue`, `月活用户`). It refuses to find a measure where no word names one:
 * what a figure counts is then all that is known.
 */

import { plainText, readingForm } from '#lib/text/forms/reading-form';
import { buildLexicon, type Hit, wordList, wordsIn } from '#lib/text/lexicon';
import { foldForSearch } from '#lib/text/search';
import { MEASURE_ROWS } from './measures/words';
import { type Dimension, dimensionOf } from './unit-scale';

export type MeasureLanguage = 'en' | 'zh';

/** What kinds of unit a measure is stated in. */
const measureKinds = ['count', 'money', 'share', 'size'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export interface Measure {
  /** Its name in each language, as metrics are shown. The English one identifies it. */
  en: string;
  zh: string;
  kinds: MeasureKind[];
  /** The counted nouns that by themselves say this measure (`375 employees`). */
  units: string[];
}

/** A text as measures and metrics are compared: reading form (simplified), lower case, single spaces. */
export const foldName = (text: string): string =>
  readingForm(plainText(foldForSearch(text)))
    .replace(/[-_/·•・\s]+/g, ' ')
    .trim();

const MEASURES: Measure[] = MEASURE_ROWS.map(([en, zh, kinds, , , units = '']) => ({
  ...{ en, zh },
  kinds: measureKinds.filter((kind) => kinds.split(' ').includes(kind)),
  units: units === '' ? [] : units.split(' '),
}));

const WORDS: [string, Measure][] = MEASURE_ROWS.flatMap(([en, zh, , english, chinese], at) => {
  const measure = MEASURES[at];
  const words = [en, zh, ...wordList(english), ...wordList(chinese)];
  return measure ? words.map((word): [string, Measure] => [readingForm(plainText(word)), measure]) : [];
});

const lexicon = buildLexicon(WORDS);

const byName = new Map(WORDS.map(([word, measure]): [string, Measure] => [foldName(word), measure]).toReversed());

const byUnit = new Map(MEASURES.flatMap((measure) => measure.units.map((unit): [string, Measure] => [unit, measure])));

/** The measure that a name means (`head count`, 员工数, `Revenues`), in either language; null for a name of the desk's own. */
export function measureOf(name: string): Measure | null {
  const folded = foldName(name);
  const spaceless = folded.replaceAll(' ', '');
  return (
    byName.get(folded) ??
    byName.get(spaceless) ??
    byName.get(folded.replace(/s$/, '')) ??
    byName.get(`${folded}s`) ??
    null
  );
}

/** The measure that a counted noun says by itself (`employee`: headcount), or null. */
export const measureOfUnit = (unit: string): Measure | null => byUnit.get(unit) ?? null;

/** Words for measures between two offsets of a text in reading form, in order, not overlapping. */
export const measuresIn = (form: string, from: number, to: number): Hit<Measure>[] => wordsIn(lexicon, form, from, to);

/** Whether figures in a unit may state a measure. A bare number may state any but money. */
export function canState(measure: Measure, unit: string | null): boolean {
  return measure.kinds.some((kind) => kind === kindOf(unit) || (unit === null && kind !== 'money'));
}

/** What is neither counted nor money nor a share is a size. */
const kinds: Partial<Record<Dimension, MeasureKind>> = { count: 'count', money: 'money', share: 'share' };

/** What kind of measure a unit belongs to; a bare number counts. */
export function kindOf(unit: string | null): MeasureKind {
  return unit === null ? 'count' : (kinds[dimensionOf(unit)] ?? 'size');
}
