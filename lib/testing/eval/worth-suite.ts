/**
 * Measures check-worthiness: by five-fold cross-validation on labelled debates, and as shipped on our own Chinese
 * sentences of news and on those that nothing was learned from; with the reliability curve of the scores.
 */

import { suggestClaims } from '#lib/reading/claims';
import { CHINESE_NEWS } from '#lib/reading/fixtures/news-zh';
import { CHINESE_SENTENCES, LATER_SENTENCES, type LabelledSentence } from '#lib/reading/fixtures/sentences';
import { dataset } from '#lib/testing/outside/datasets';
import { averagePrecision, calibrationError, f1, reliability, type Scored } from './measures';
import { learn, type Sample, samplesOf, scoreOf } from './worth-model';
import { chineseSamples, debateSentences, ownEnglishSamples } from './worth-samples';

const folds = 5;

/** Scores of samples by models that have not seen them; `also` is learned from in every fold. */
function crossValidate(samples: Sample[], also: Sample[], words?: number): Scored[] {
  return Array.from({ length: folds }, (_, fold) => {
    const model = learn([...samples.filter((_, i) => i % folds !== fold), ...also], words);
    return samples
      .filter((_, i) => i % folds === fold)
      .map((sample) => ({ score: scoreOf(sample, model), worthy: sample.worthy }));
  }).flat();
}

/** The best score of the suggestions made in each sentence, as the desk sees it. */
const asShipped = (sentences: LabelledSentence[]): Scored[] =>
  sentences.map(({ text, worthy }) => ({
    score: Math.max(0, ...suggestClaims([text]).map(({ score }) => score)),
    worthy,
  }));

function print(name: string, scored: Scored[]): void {
  const [f, precision, error] = [f1(scored), averagePrecision(scored), calibrationError(scored)];
  console.log(
    `${name.padEnd(52)} ${`${scored.length}`.padStart(6)} ${f.toFixed(3)} ${precision.toFixed(3)} ${error.toFixed(3)}`,
  );
}

function printReliability(scored: Scored[]): void {
  for (const { from, count, score, share } of reliability(scored))
    console.log(
      `    ${from.toFixed(1)}–${(from + 0.1).toFixed(1)} ${`${count}`.padStart(6)}  score ${score.toFixed(2)}  worthy ${share.toFixed(2)} ${'▪'.repeat(Math.round(share * 40))}`,
    );
}

/** Prints every measure of check-worthiness. */
export function measureWorth(): void {
  console.log(`\n${'check-worthiness'.padEnd(52)} ${'n'.padStart(6)}    F1    AP   ECE`);
  const debates = debateSentences();
  if (!debates) console.log(`No labelled sentences at ${dataset('claims').what}.`);
  else {
    const scored = crossValidate(samplesOf(debates, 1), ownEnglishSamples());
    print('CLEF 2024, 5-fold cross-validation', scored);
    printReliability(scored);
    print('  the same without words', crossValidate(samplesOf(debates, 1), ownEnglishSamples(), 0));
    print('  as shipped, learned from them', asShipped(debates));
  }
  const chinese = crossValidate(chineseSamples(), [], 0);
  print('Chinese news of ours, 5-fold cross-validation', chinese);
  printReliability(chinese);
  print('Chinese news of ours, as shipped', asShipped([...CHINESE_SENTENCES, ...CHINESE_NEWS]));
  print('later sentences of ours, never learned from', asShipped(LATER_SENTENCES));
}
