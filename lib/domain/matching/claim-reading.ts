/**
 * A claim's text as matching reads it: concepts of the news lexicon, other words, Han pairs, names by their sound,
 * figures and periods. Invariants: the reading depends on the text alone; a token is a string of letters and digits of
 * at most 64; reading is linear in the text.
 *
 * Tokens of words and concepts are plain (`layoff`); all others begin with 0 and a letter, which no word does: `0d` date,
 * `0n` `0r` `0u` figure, `0s` sound of a name, `0y` pinyin, `0a` association.
 */

import { comparisonForm } from '#lib/text/forms/comparison-form';
import { isHan } from '#lib/text/forms/folded';
import { plainText } from '#lib/text/forms/reading-form';
import { type ClaimFigure, figuresIn, tokensOfFigure } from './figure-values';
import { type LatinWord, latinWords } from './latin-words';
import { countSyllables, soundKeysOfHan, soundKeysOfLatin, spellingsOfHan } from './name-sounds';
import { type Concept, chineseConceptAt, englishConceptAt } from './news-lexicon';
import { type Period, periodsIn, tokensOfPeriod } from './periods';
import { stopWords } from './stop-words';

/** A concept at its place in the text. */
export interface PlacedConcept {
  start: number;
  end: number;
  concept: Concept;
}

/** A name that the lexicon does not know: its word, or the Han run that may hold it, and its keys across scripts. */
export interface UnknownName {
  text: string;
  keys: string[];
  isHan: boolean;
}

export interface ClaimReading {
  /** In comparison form, one unit for each of the text. */
  form: string;
  tokens: string[];
  concepts: PlacedConcept[];
  words: LatinWord[];
  names: UnknownName[];
  figures: ClaimFigure[];
  periods: Period[];
  isChinese: boolean;
}

/** Prefix of tokens that stand for what a concept is associated with. */
export const associated = '0a';

/** The longest token that the indexes of both databases take. */
const longestToken = 64;

/** Reads a claim. Never throws; any text has a reading. */
export function readClaim(text: string): ClaimReading {
  const plain = plainText(text);
  const form = comparisonForm(text);
  const periods = periodsIn(text, form);
  const words = latinWords(plain);
  const figures = figuresIn(text, form).filter(
    ({ start, end }) => !periods.some((period) => period.start < end && period.end > start),
  );
  const reading: ClaimReading = {
    form,
    tokens: [],
    concepts: [],
    words,
    names: [],
    figures,
    periods,
    isChinese: false,
  };
  /** What dates and figures take: 1 the inside, so that no word is read there. */
  const covered = new Uint8Array(form.length);
  for (const { start, end } of periods) covered.fill(1, start, end);
  for (const { start, end } of figures) covered.fill(1, start + 1, end);
  readHan(reading, covered);
  readWords(reading, covered);
  reading.figures = figures.filter(
    ({ start, end }) => !reading.concepts.some((one) => one.start <= start && one.end > end),
  );
  for (const figure of reading.figures) {
    reading.tokens.push(...tokensOfFigure(figure));
    if (figure.facts.per === '1000 impressions') addConcept(reading, costPerThousand, figure.start, figure.start);
  }
  for (const period of periods) reading.tokens.push(...tokensOfPeriod(period));
  reading.tokens = reading.tokens.map((token) => token.slice(0, longestToken));
  return reading;
}

const costPerThousand: Concept = { key: 'cpm', kind: 'term', also: [] };

function addConcept(reading: ClaimReading, concept: Concept, start: number, end: number): void {
  reading.concepts.push({ start, end, concept });
  reading.tokens.push(concept.key);
  for (const key of concept.also) reading.tokens.push(associated + key);
}

/** Han text: concepts, pairs of neighbouring characters, and what no concept covers as possible names. */
function readHan(reading: ClaimReading, covered: Uint8Array): void {
  const { form, tokens } = reading;
  let han = 0;
  let uncovered = '';
  const flush = (): void => {
    if (uncovered !== '') addHanNames(reading, uncovered);
    uncovered = '';
  };
  let conceptEnd = 0;
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    if (!isHan(code)) {
      if (covered[i] !== 1) flush();
      continue;
    }
    han++;
    if (covered[i] === 1) {
      flush();
      continue;
    }
    const next = form.charCodeAt(i + 1);
    if (isHan(next) && covered[i + 1] !== 1) tokens.push(form.slice(i, i + 2));
    else if (!isHan(form.charCodeAt(i - 1))) tokens.push(form.charAt(i));
    if (i < conceptEnd) continue;
    const found = chineseConceptAt(form, i);
    if (found) {
      flush();
      conceptEnd = i + found.text.length;
      addConcept(reading, found.value, i, conceptEnd);
    } else uncovered += form.charAt(i);
  }
  flush();
  reading.isChinese = han * 4 >= reading.words.reduce((sum, { start, end }) => sum + end - start, 0) && han > 0;
}

function addHanNames(reading: ClaimReading, run: string): void {
  const sounds = soundKeysOfHan(run).map((key) => `0s${key.toLowerCase()}`);
  const spellings = spellingsOfHan(run).map((spelling) => `0y${spelling}`);
  const keys = [...sounds, ...spellings];
  if (run.length > 1) reading.names.push({ text: run, keys, isHan: true });
  reading.tokens.push(...keys);
}

function readWords(reading: ClaimReading, covered: Uint8Array): void {
  const { words, tokens } = reading;
  let known = 0;
  for (const [at, { start, end, written, stem }] of words.entries()) {
    if (covered[start] === 1) continue;
    tokens.push(stem);
    if (at < known) continue;
    const found = englishConceptAt(words, at);
    if (found) {
      known = at + found.count;
      const { concept } = found;
      // The word itself is the key already.
      if (concept.key === stem && found.count === 1) tokens.pop();
      addConcept(reading, concept, start, words[known - 1]?.end ?? end);
    } else if (/^\p{Lu}/u.test(written) && !stopWords.has(stem)) addLatinName(reading, at, written);
  }
}

/** Least letters of a name that is keyed by its sound. */
const leastLetters = 4;

function addLatinName(reading: ClaimReading, at: number, written: string): void {
  const name = written.toLowerCase();
  if (!/^[a-z]+$/.test(name)) {
    reading.names.push({ text: name, keys: [], isHan: false });
    return;
  }
  const keys = name.length < leastLetters ? [] : soundKeysOfLatin(name).map((key) => `0s${key.toLowerCase()}`);
  const syllables = countSyllables(name);
  if (syllables >= 2 && syllables <= 3) keys.push(`0y${name}`);
  const next = reading.words[at + 1];
  if (syllables > 0 && next && /^\p{Lu}[a-z]+$/u.test(next.written)) {
    const following = next.written.toLowerCase();
    const count = syllables + countSyllables(following);
    if (count > syllables && count <= 3) keys.push(`0y${name}${following}`);
  }
  reading.names.push({ text: name, keys, isHan: false });
  reading.tokens.push(...keys);
}
