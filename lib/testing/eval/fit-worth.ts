/**
 * Learns the weights of check-worthiness and holds them against lib/reading/check-worth-table.ts.
 *
 *   tsx lib/testing/eval/fit-worth.ts [--write]
 *
 * Needs the labelled sentences beside the project; they never become part of it. `--write` writes the table.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { signNames } from '#lib/reading/check-worth';
import { dataset } from '#lib/testing/outside/datasets';
import { learn, type Model } from './worth-model';
import { chineseSamples, debateSentences, englishSamples } from './worth-samples';

const place = path.resolve(import.meta.dirname, '../../reading/check-worth-table.ts');

function tableOf(english: Model, chinese: Model): string {
  const signs = signNames.map((name) => `  ['${name}', ${english.signs[name]}, ${chinese.signs[name]}],`);
  const words = english.words.map(
    ([word, weight]) => `  [${word.includes("'") ? `"${word}"` : `'${word}'`}, ${weight}],`,
  );
  return `/**
 * What each sign adds to the log-odds that a sentence is worth checking. Written by \`npm run eval:fit\`
 * (lib/testing/eval/fit-worth.ts), which learns the weights from labelled sentences; do not edit by hand.
 */

/** A sign, and what it adds in English and in Chinese: once if it is there, or times its amount (check-worth.ts). */
export const signWeights: [name: string, english: number, chinese: number][] = [
${signs.join('\n')}
];

/** English words, and what each adds once to a sentence that has it. */
export const wordWeights: [word: string, weight: number][] = [
${words.join('\n')}
];
`;
}

const sentences = debateSentences();
if (!sentences) console.log(`No labelled sentences at ${dataset('claims').what}: nothing to learn from.`);
else {
  const table = tableOf(learn(englishSamples(sentences)), learn(chineseSamples(), 0));
  if (process.argv.includes('--write')) writeFileSync(place, table);
  const same = readFileSync(place, 'utf8') === table;
  console.log(same ? 'The table is what the sentences say.' : 'The table differs from what the sentences say.');
  process.exitCode = same ? 0 : 1;
}
