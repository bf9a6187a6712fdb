/** The labelled sentences that check-worthiness is learned from and measured on. */

import { readFileSync } from 'node:fs';
import { ENGLISH_NEWS } from '#lib/reading/fixtures/news-en';
import { CHINESE_NEWS } from '#lib/reading/fixtures/news-zh';
import { CHINESE_SENTENCES, ENGLISH_SENTENCES, type LabelledSentence } from '#lib/reading/fixtures/sentences';
import { dataset } from '#lib/testing/outside/datasets';
import { type Sample, samplesOf } from './worth-model';

/** How often a sentence of ours counts beside one of the debates, of which there are two hundred times as many: news asserts more
 * than a debate does, and without this weight half of its plain claims stay below one half. */
const ownWeight = 40;

/** Labelled sentences of US debates and speeches, or null where they are not beside the project. */
export function debateSentences(): LabelledSentence[] | null {
  const { isThere, path } = dataset('claims', 'clef24-train-en.jsonl');
  if (!isThere) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { text, checkworthy }: { text: string; checkworthy: boolean } = JSON.parse(line);
      return { text, worthy: checkworthy };
    });
}

/** Our own English sentences of news. */
export const ownEnglishSamples = (): Sample[] => samplesOf([...ENGLISH_SENTENCES, ...ENGLISH_NEWS], ownWeight);

/** What the English weights are learned from: debates, and our own sentences of news. */
export const englishSamples = (debates: LabelledSentence[]): Sample[] => [
  ...samplesOf(debates, 1),
  ...ownEnglishSamples(),
];

export const chineseSamples = (): Sample[] => samplesOf([...CHINESE_SENTENCES, ...CHINESE_NEWS], 1);
