/**
 * Learns the weights of lib/reading/check-worth from labelled sentences. English: the sentences of debates and speeches
 * beside the project and our own of news. Chinese: our own alone. Both start from weights set by hand, which stay where
 * the sentences say nothing (no debate has page furniture). English words are chosen by how much the other signs leave
 * unexplained of the sentences they stand in.
 */

import { type Sign, type Signs, signNames } from '#lib/reading/check-worth';
import { readStatementSigns } from '#lib/reading/claims';
import type { LabelledSentence } from '#lib/reading/fixtures/sentences';
import { fitLogistic, predict, type Row } from './logistic';

export interface Sample {
  signs: Signs;
  text: string;
  worthy: boolean;
  weight: number;
}

export interface Model {
  signs: Record<Sign, number>;
  words: [word: string, weight: number][];
}

/** The weights before anything is learned, in the order of their effect in the literature. */
const byHand: Record<Sign, number> = {
  base: -1,
  figure: 1.5,
  superlative: 0.9,
  comparison: 0.9,
  causal: 0.7,
  date: 0.5,
  event: 0.9,
  'event-with-date': 0.5,
  attribution: 0.5,
  forecast: 0.3,
  quantifier: 0.4,
  'named-entity': 0.5,
  actor: 0.4,
  rule: 0.9,
  status: 0.6,
  opinion: -1.3,
  question: -2.4,
  'first-person': -0.7,
  feeling: -1,
  'stage-direction': -1.9,
  advice: -1.2,
  hedge: -0.4,
  hypothetical: -0.4,
  image: -0.8,
  boilerplate: -6,
  short: -0.9,
  heading: -0.9,
  'strong-figure': 0.5,
  'more-figures': 0.3,
  'more-names': 0.25,
  length: 0,
};

/** One over the variance around the weights set by hand, and around 0 for words. */
const signPrecision = 4;
const wordPrecision = 4;
/** English words that the model may weigh, and in how many sentences a word must stand to be one of them. */
const mostWords = 300;
const leastSentences = 30;

/** The signs of sentences: of each the longest statement, which the label is about. */
export function samplesOf(sentences: LabelledSentence[], weight: number): Sample[] {
  return sentences.flatMap(({ text, worthy }) => {
    const statements = readStatementSigns([text]);
    const longest = statements.sort((a, b) => b.amounts.length - a.amounts.length)[0];
    return longest ? [{ signs: longest, text, worthy, weight }] : [];
  });
}

/** Learns a model of one language. `wordCount` is the most words it may weigh. */
export function learn(samples: Sample[], wordCount = mostWords): Model {
  const plain = signNames.map((name) => byHand[name]);
  const precise = signNames.map(() => signPrecision);
  const rows = samples.map((sample) => rowOf(sample, []));
  const first = fitLogistic(rows, plain, precise);
  const words = wordCount > 0 ? tellingWords(samples, rows, first).slice(0, wordCount) : [];
  const place = new Map(words.map((word, at) => [word, at]));
  const fitted = fitLogistic(
    samples.map((sample) =>
      rowOf(
        sample,
        [...sample.signs.words].flatMap((word) => place.get(word) ?? []),
      ),
    ),
    [...plain, ...words.map(() => 0)],
    [...precise, ...words.map(() => wordPrecision)],
  );
  const weight = (at: number): number => Math.round(100 * (fitted[at] ?? 0)) / 100;
  return {
    // The cast restores the keys that `fromEntries` drops.
    signs: Object.fromEntries(signNames.map((name, at) => [name, weight(at)])) as Record<Sign, number>,
    words: words.map((word, at): [string, number] => [word, weight(signNames.length + at)]).sort((a, b) => a[1] - b[1]),
  };
}

function rowOf({ signs, worthy, weight }: Sample, words: number[]): Row {
  const found = new Map<Sign, number>([['base', 1], ...signs.reasons.map((reason): [Sign, number] => [reason, 1])]);
  for (const name of ['strong-figure', 'more-figures', 'more-names', 'length'] as const)
    if (signs.amounts[name] !== 0) found.set(name, signs.amounts[name]);
  const columns = [...found.keys()].map((name) => signNames.indexOf(name));
  return {
    columns: [...columns, ...words.map((word) => signNames.length + word)],
    values: [...found.values(), ...words.map(() => 1)],
    label: worthy,
    weight,
  };
}

/** Words by the score test: the square of what is left unexplained where they stand, over its variance. */
function tellingWords(samples: Sample[], rows: Row[], weights: Float64Array): string[] {
  const left = new Map<string, { sentences: number; error: number; variance: number }>();
  for (const [at, { signs }] of samples.entries()) {
    const row = rows[at];
    if (!row) continue;
    const p = predict(row, weights);
    for (const word of signs.words) {
      const sum = left.get(word) ?? { sentences: 0, error: 0, variance: 0 };
      left.set(word, sum);
      sum.sentences++;
      sum.error += row.weight * ((row.label ? 1 : 0) - p);
      sum.variance += row.weight * p * (1 - p);
    }
  }
  const names = namesIn(samples);
  return [...left]
    .filter(([word, { sentences }]) => sentences >= leastSentences && !names.has(word))
    .map(([word, { error, variance }]): [string, number] => [word, error ** 2 / variance])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
}

/** Words that are written with a capital more often than not: whom a debate was about says nothing of another text. */
function namesIn(samples: Sample[]): Set<string> {
  const counts = new Map<string, [capital: number, all: number]>();
  for (const { text } of samples) {
    for (const [word] of [...text.matchAll(/[A-Za-z]+(?:['’][A-Za-z]+)?/g)].slice(1)) {
      const key = word.toLowerCase().replace('’', "'");
      const count = counts.get(key) ?? [0, 0];
      counts.set(key, count);
      if (/^[A-Z]/.test(word)) count[0]++;
      count[1]++;
    }
  }
  const isPronoun = (word: string): boolean => word === 'i' || word.startsWith("i'");
  return new Set(
    [...counts].flatMap(([word, [capital, all]]) => (capital * 2 > all && !isPronoun(word) ? [word] : [])),
  );
}

/** The probability that a model gives a sample. */
export function scoreOf({ signs }: Sample, model: Model): number {
  const words = new Map(model.words);
  let sum = model.signs.base;
  for (const reason of signs.reasons) sum += model.signs[reason];
  for (const name of ['strong-figure', 'more-figures', 'more-names', 'length'] as const)
    sum += model.signs[name] * signs.amounts[name];
  for (const word of signs.words) sum += words.get(word) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
