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
import { type Concept, chineseConceptAt, conceptKey, englishConceptAt, leaderOf, ledBy } from './news-lexicon';
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
  start: number;
  end: number;
  text: string;
  keys: string[];
  isHan: boolean;
  /** Whether it is surely a name: a capital that is not the sentence's. */
  isName: boolean;
}

/** What a claim is compared by: its reading without the tokens that an index takes. */
export type ClaimFacts = Omit<ClaimReading, 'tokens'>;

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
  /** What dates and figures take; the first unit of a figure may begin a word that is longer. */
  const covered = new Uint8Array(form.length);
  for (const { start, end } of periods) covered.fill(1, start, end);
  const figures = figuresIn(text, form).filter(({ start, end }) => covered[start] !== 1 && covered[end - 1] !== 1);
  for (const { start, end } of figures) covered.fill(1, start + 1, end);
  const words = latinWords(plain).filter(({ start }) => covered[start] !== 1);
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
  readHan(reading, covered);
  readWords(reading);
  readLeaders(reading);
  for (const [pattern, concept] of withNumbers) {
    for (const { index, 0: found } of form.matchAll(pattern)) addConcept(reading, concept, index, index + found.length);
  }
  // `Three Gorges`, `COP29`, 一千次曝光: a word that begins with a figure and covers it is none.
  const conceptEnds = new Map(reading.concepts.map(({ start, end }) => [start, end]));
  reading.figures = figures.filter(
    ({ start, end, kind }) => (conceptEnds.get(start) ?? 0) < end || (kind !== 'bare' && kind !== 'count'),
  );
  for (const figure of reading.figures) {
    reading.tokens.push(...tokensOfFigure(figure));
    if (isPerThousand(figure)) addConcept(reading, costPerThousand, figure.start, figure.start);
  }
  for (const period of periods) reading.tokens.push(...tokensOfPeriod(period));
  reading.tokens = reading.tokens.map((token) => token.slice(0, longestToken));
  return reading;
}

const costPerThousand: Concept = { key: 'cpm', kind: 'term', also: [] };

const number = '(?:[^.,;\\s]+ ){0,3}?[^\\s\\d]{0,3}\\d[\\d.,]*(?: ?(?:thousand|million|billion|trillion|k|m|bn))?';

/** Phrases whose number stands between their words (`cut 375 jobs`, `raised $3bn`, `built 4 million vehicles`). */
const withNumbers: [RegExp, Concept][] = [
  [
    new RegExp(
      `\\b(?:cut|cuts|cutting|axe[sd]?|axing|eliminat(?:e|es|ed|ing)|shed|shedding|slash(?:ed|ing)?|trim(?:med|ming)?|loss of|losing) ${number}%?(?: of)?(?: [a-z]+){0,3} (?:jobs|positions|posts|roles|workforce|staff|employees)\\b`,
      'g',
    ),
    { key: 'layoff', kind: 'term', also: [] },
  ],
  [
    /\brais(?:e|es|ed|ing) (?:[a-z]+ ){0,2}?(?:[a-z]{0,3}[$€£¥]|[\d.,]+ ?(?:million|billion|m|bn)\b)/g,
    { key: conceptKey('raisemoney'), kind: 'term', also: [] },
  ],
  [
    new RegExp(
      `\\b(?:buil[dt]s?|building|made|makes?|making|assembled?) ${number}(?: [a-z-]+){0,2} (?:vehicles|cars|trucks|aircraft|planes|phones|units|batteries|chips)\\b`,
      'g',
    ),
    { key: conceptKey('produce'), kind: 'term', also: [] },
  ],
];

/** An amount for a thousand impressions, or the thousand viewers that it is for. */
const isPerThousand = ({ facts, low, high }: ClaimFigure): boolean =>
  facts.per === '1000 impressions' || (low === 1000 && high === 1000 && audience.has(facts.unit ?? ''));
const audience = new Set(['viewer', 'view', 'impression', 'reader']);

function addConcept(reading: ClaimReading, concept: Concept, start: number, end: number): void {
  reading.concepts.push({ start, end, concept });
  reading.tokens.push(concept.key);
  for (const key of concept.also) reading.tokens.push(associated + key);
}

const companyAfter =
  /^(?:'s|s')? ?(?:[a-z-]+ ){0,2}?(?:company|firm|group|carmaker|automaker|maker|outfit|startup)\b|^(?:领导|执掌|掌管|旗下)?的[\u4e00-\u9fff]{0,4}?(?:公司|企业|集团|车企|第[一二三四五]款)/;
const leaderAfter =
  /^(?:'s|s')? ?(?:boss|chief|ceo|head|founder|co-founder|chairman|chairwoman|president)\b|^的?(?:老板|掌门人|首席执行官|总裁|ceo|创始人|董事长|一把手)/;

/**
 * Writers name a company by its head and a head by the company (`Musk's carmaker`, 黄仁勋的公司, `OpenAI's boss`): the one
 * that is meant is read too.
 */
function readLeaders(reading: ClaimReading): void {
  for (const { concept, start, end } of [...reading.concepts]) {
    const after = reading.form.slice(end, end + 32);
    if (concept.kind === 'person') {
      const led = companyAfter.test(after) ? ledBy(concept) : null;
      if (led) addConcept(reading, led, start, end);
    } else if (concept.kind === 'company' || concept.kind === 'body') {
      const leader = leaderAfter.test(after) ? leaderOf(concept) : null;
      if (leader) addConcept(reading, leader, start, end);
    }
  }
}

/** Han text: concepts, pairs of neighbouring characters, and what no concept covers as possible names. */
function readHan(reading: ClaimReading, covered: Uint8Array): void {
  const { form, tokens } = reading;
  let han = 0;
  let uncovered = '';
  let lastUncovered = 0;
  const flush = (): void => {
    if (uncovered !== '') addHanNames(reading, uncovered, lastUncovered + 1 - uncovered.length);
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
      conceptEnd = i + found.text.length;
      addConcept(reading, found.value, i, conceptEnd);
    }
    // A single character may also be part of a name (海 of 帧海).
    if (!found || found.text.length === 1) {
      uncovered += form.charAt(i);
      lastUncovered = i;
    } else flush();
  }
  flush();
  reading.isChinese = han * 4 >= reading.words.reduce((sum, { start, end }) => sum + end - start, 0) && han > 0;
}

function addHanNames(reading: ClaimReading, run: string, start: number): void {
  const sounds = soundKeysOfHan(run).map((key) => `0s${key.toLowerCase()}`);
  const spellings = spellingsOfHan(run).map((spelling) => `0y${spelling}`);
  const keys = [...sounds, ...spellings];
  if (run.length > 1)
    reading.names.push({ start, end: start + run.length, text: run, keys, isHan: true, isName: false });
  // One by one: a long run has more keys than a call takes arguments.
  for (const key of keys) reading.tokens.push(key);
}

function readWords(reading: ClaimReading): void {
  const { words, tokens } = reading;
  const figureEnds = new Map(reading.figures.map(({ start, end }) => [start, end]));
  let known = 0;
  for (const [at, { start, end, written, stem }] of words.entries()) {
    const found = at < known ? null : englishConceptAt(words, at);
    const figureEnd = figureEnds.get(start) ?? 0;
    // The first word of a figure (`three hundred`, `HK$3m`) says nothing, unless a phrase covers the figure.
    if (figureEnd > (found ? (words[at + found.count - 1]?.end ?? end) : 0)) continue;
    tokens.push(stem);
    if (at < known) continue;
    if (found) {
      known = at + found.count;
      const { concept } = found;
      // The word itself is the key already, or initials that are another word in small letters (`US`).
      const areInitials = written === written.toUpperCase() && stopWords.has(stem);
      if (found.count === 1 && (concept.key === stem || areInitials)) tokens.pop();
      addConcept(reading, concept, start, words[known - 1]?.end ?? end);
    } else if (!stopWords.has(stem)) addLatinName(reading, at, start);
  }
}

/** Least letters of a name that is keyed by its sound, and of a word in small letters that may be one (a drug). */
const leastLetters = 4;
const leastSmallLetters = 8;

function addLatinName(reading: ClaimReading, at: number, start: number): void {
  const { words, form } = reading;
  const written = words[at]?.written ?? '';
  const name = written.toLowerCase();
  const isCapital = /^\p{Lu}/u.test(written);
  const isName = isCapital && !beginsSentence(form, start);
  if (!/^[a-z]+$/.test(name)) {
    if (isCapital) reading.names.push({ start, end: start + name.length, text: name, keys: [], isHan: false, isName });
    return;
  }
  const least = isCapital ? leastLetters : leastSmallLetters;
  const sounds = name.length < least ? [] : soundKeysOfLatin(name).map((key) => `0s${key.toLowerCase()}`);
  const keys = isCapital ? sounds : sounds.filter((key) => key.length >= leastSmallKey);
  if (isCapital) keys.push(...spellingsOfLatin(words, at, name));
  if (!isCapital && keys.length === 0) return;
  reading.names.push({ start, end: start + name.length, text: name, keys, isHan: false, isName });
  reading.tokens.push(...keys);
}

/** A key of four sounds with its prefix: shorter ones are shared by too many words. */
const leastSmallKey = 6;

/** Pinyin of a name in one word (`Zhenhai`) or in two (`Lei Jun`). */
function spellingsOfLatin(words: readonly LatinWord[], at: number, name: string): string[] {
  const keys: string[] = [];
  const syllables = countSyllables(name);
  if (syllables >= 2 && syllables <= 3) keys.push(`0y${name}`);
  const next = words[at + 1];
  if (syllables > 0 && next && /^\p{Lu}[a-z]+$/u.test(next.written)) {
    const following = next.written.toLowerCase();
    const count = syllables + countSyllables(following);
    if (count > syllables && count <= 3) keys.push(`0y${name}${following}`);
  }
  return keys;
}

/** Whether a word has its capital from its place: nothing but marks stands before it in its sentence. */
function beginsSentence(form: string, start: number): boolean {
  let i = start - 1;
  while (i >= 0 && /[\s"'([]/.test(form.charAt(i))) i--;
  return i < 0 || /[.!?:]/.test(form.charAt(i));
}
