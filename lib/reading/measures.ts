/**
 * Measures: what a figure measures about something (headcount, revenue, CPM), each with its words in Chinese and
 * English. Invariant: one row is one measure, so that 员工人数 and headcount are the same; a word names one measure, and a
 * longer word wins over one it contains (`ad revenue`, `月活用户`). Without a word that names a measure, only the counted
 * thing is known.
 */

import { plainText, readingForm } from '#lib/text/forms/reading-form';
import { buildLexicon, type Hit, wordList, wordsIn } from '#lib/text/lexicon';
import { foldForSearch } from '#lib/text/search';
import { MEASURE_ROWS } from './measures/words';
import { type Dimension, dimensionOf } from './unit-scale';

export type MeasureLanguage = 'en' | 'zh';

/** The kinds of unit in which a measure is stated. */
const measureKinds = ['count', 'money', 'share', 'size'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export interface Measure {
  /** Its name in each language, as metrics are shown. The English one identifies it. */
  en: string;
  zh: string;
  kinds: MeasureKind[];
  /** Counted nouns that imply this measure (`375 employees`). */
  units: string[];
}

/** The form in which measures and metrics are compared: reading form (simplified), lower case, single spaces. */
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

/**
 * The measure that a name means (`head count`, 员工数, `Revenues`), in either language; null for a name of the desk's own.
 */
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

/** The measure that a counted noun implies (`employee`: headcount), or null. */
export const measureOfUnit = (unit: string): Measure | null => byUnit.get(unit) ?? null;

/** Words for measures between two offsets of a text in reading form; in order, not overlapping. */
export const measuresIn = (form: string, from: number, to: number): Hit<Measure>[] => wordsIn(lexicon, form, from, to);

/** Whether figures in a unit may state a measure. A bare number may state any but money. */
export function canState(measure: Measure, unit: string | null): boolean {
  return measure.kinds.some((kind) => kind === kindOf(unit) || (unit === null && kind !== 'money'));
}

/** Everything that is not counted, money or a share is a size. */
const kinds: Partial<Record<Dimension, MeasureKind>> = { count: 'count', money: 'money', share: 'share' };

/** The kind of measure of a unit; a bare number is a count. */
export function kindOf(unit: string | null): MeasureKind {
  return unit === null ? 'count' : (kinds[dimensionOf(unit)] ?? 'size');
}
