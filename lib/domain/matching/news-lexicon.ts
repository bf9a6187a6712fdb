/**
 * The bilingual lexicon of news: names and terms by which a claim in Chinese and one in English meet. Invariant: a
 * concept has one key, a plain word by which it is also indexed, and words of both languages; a longer word wins over
 * one it contains. Server side only: the lists weigh more than a page may.
 *
 * A row of a list is `english, other english ~associated | 中文 另一词`. The first English variant gives the key. A variant
 * with a capital is read only where the text has it too (`US` is not `us`). An associated key is what writers put in the
 * place of the word (`Musk` for Tesla): it helps to find, and is never proof.
 */

import { comparisonForm } from '#lib/text/forms/comparison-form';
import { buildLexicon, type Lexicon, type Word, wordAt } from '#lib/text/lexicon';
import { type LatinWord, latinWords } from './latin-words';
import { acts } from './lexicon/acts';
import { bodies } from './lexicon/bodies';
import { companies } from './lexicon/companies';
import { economy } from './lexicon/economy';
import { people } from './lexicon/people';
import { cities, countries } from './lexicon/places';
import { politics } from './lexicon/politics';
import { society } from './lexicon/society';

/** What a concept is: only names of one kind exclude each other (two countries, two persons). */
export type ConceptKind = 'country' | 'city' | 'body' | 'company' | 'person' | 'term' | 'act';

export interface Concept {
  key: string;
  kind: ConceptKind;
  /** Keys of associated concepts. */
  also: string[];
}

/** A phrase of English words: their stems, and which must be written with a capital (`all`: entirely in capitals). */
interface Phrase {
  stems: string[];
  capitals: ('none' | 'first' | 'all')[];
  concept: Concept;
}

const lists: [ConceptKind, string][] = [
  ['country', countries],
  ['city', cities],
  ['body', bodies],
  ['company', companies],
  ['person', people],
  ['term', economy],
  ['term', politics],
  ['term', society],
  ['act', acts],
];

interface Row {
  concept: Concept;
  english: string[];
  chinese: string[];
}

function readRows(): Row[] {
  return lists.flatMap(([kind, list]) =>
    list
      .split('\n')
      .filter((line) => line.includes('|'))
      .map((line): Row => {
        const [left = '', right = ''] = line.split('|');
        const [words = '', ...also] = left.split('~').map((part) => part.trim());
        const english = words.split(',').map((word) => word.trim());
        const concept = { key: keyOf(english[0] ?? ''), kind, also };
        return { concept, english, chinese: right.trim().split(/\s+/) };
      }),
  );
}

/** The key of a concept: the stems of its first English variant as one word of letters and digits. */
const keyOf = (variant: string): string =>
  latinWords(variant)
    .map(({ stem }) => stem)
    .join('');

const nameOf = (variant: string): string => variant.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

const rows = readRows();

/** An association is written as the first English variant without spaces (`~europeancommission`). */
const keys = new Map(rows.map(({ concept, english }) => [nameOf(english[0] ?? ''), concept.key]));
for (const { concept } of rows) concept.also = concept.also.map((name) => keys.get(name) ?? name);

/** Phrases by their first stem, longest first. */
const english = new Map<string, Phrase[]>();

for (const { concept, english: variants } of rows) {
  for (const variant of variants) {
    const words = latinWords(variant);
    const stems = words.map(({ stem }) => stem);
    const capitals = words.map(({ written }): Phrase['capitals'][number] => {
      if (!/^\p{Lu}/u.test(written)) return 'none';
      return written.length > 1 && written === written.toUpperCase() ? 'all' : 'first';
    });
    const sharing = english.get(stems[0] ?? '') ?? [];
    sharing.push({ stems, capitals, concept });
    english.set(stems[0] ?? '', sharing);
  }
}
for (const sharing of english.values()) sharing.sort((one, other) => other.stems.length - one.stems.length);

const chinese: Lexicon<Concept> = buildLexicon(
  rows.flatMap(({ concept, chinese: words }) =>
    words.map((word): [string, Concept] => [comparisonForm(word), concept]),
  ),
);

/** The key of a concept by its first English variant without spaces; the lists have it, or the name is misspelt. */
export function conceptKey(name: string): string {
  const key = keys.get(name);
  if (key === undefined) throw new Error(`No concept of the news lexicon is called ${name}`);
  return key;
}

/** All concepts, for checks of the lists. */
export const concepts: readonly Concept[] = rows.map(({ concept }) => concept);

const byKey = new Map(concepts.map((concept) => [concept.key, concept]));

/** Who leads a body or company: the first person whom the lists associate with it first. */
const leaders = new Map(
  concepts
    .filter(({ kind }) => kind === 'person')
    .toReversed()
    .map((person) => [person.also[0] ?? '', person]),
);

/** The person who leads a company or body, or null. */
export const leaderOf = ({ key }: Concept): Concept | null => leaders.get(key) ?? null;

/** The company, body or country that a person leads, or null. */
export const ledBy = ({ also }: Concept): Concept | null => byKey.get(also[0] ?? '') ?? null;

/** The longest Han entry at an offset of a text in comparison form, or null. */
export const chineseConceptAt = (form: string, at: number): Word<Concept> | null => wordAt(chinese, form, at);

/** Words of a phrase stand together: a space, a hyphen, a comma and a space, never a figure. */
const widestGap = 2;

/** The longest phrase that begins with the word at an index: its concept and how many words it takes, or null. */
export function englishConceptAt(words: readonly LatinWord[], at: number): { concept: Concept; count: number } | null {
  for (const { stems, capitals, concept } of english.get(words[at]?.stem ?? '') ?? []) {
    const fits = stems.every((stem, i) => {
      const word = words[at + i];
      const isNext = i === 0 || (word?.start ?? 0) - (words[at + i - 1]?.end ?? 0) <= widestGap;
      return isNext && word?.stem === stem && hasCapitals(word.written, capitals[i]);
    });
    if (fits) return { concept, count: stems.length };
  }
  return null;
}

function hasCapitals(written: string, wanted: Phrase['capitals'][number] | undefined): boolean {
  if (wanted === 'all') return written === written.toUpperCase();
  return wanted !== 'first' || /^\p{Lu}/u.test(written);
}
