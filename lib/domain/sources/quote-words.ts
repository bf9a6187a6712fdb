/**
 * The words of a quote or a source as they are aligned: words, Han characters, numbers, and the signs that change a number
 * or its unit. Other punctuation is none. Invariant: words are in order, with offsets into the text they were read from.
 */

import { comparisonForm } from '#lib/text/forms/comparison-form';
import { isDigit, isLatin } from '#lib/text/forms/folded';
import { tokenise } from '#lib/text/tokens';
import type { SourceRow } from './align-quote';
import { type SpeechWord, speechWordsIn } from './speech-words';

export interface TextWords extends SourceRow {
  text: string;
  form: string;
  start: Int32Array;
  end: Int32Array;
  /** For each word, what it is as speech: 0 for content, otherwise an index of speechKinds. */
  speech: Uint8Array;
}

export const speechKinds: (SpeechWord | 'content')[] = ['content', 'filler', 'light', 'repair'];

/** Signs that belong to a number, and what counts as one wherever it stands. */
const units = new Set('%‰$£€¥₩₽₹°℃℉±');
const joins = new Set('-~/:+<>=');

/** Punctuation weighs less than this. */
const leastWeight = 2;
const signWeight = 4;
const contentWeight = 8;

const isWord = /[\p{L}\p{N}]/u;
const sentenceEnd = /[.!?;]/;

/** Reads the words of a text. Linear. */
export function readWords(text: string): TextWords {
  const tokens = tokenise(text);
  const form = comparisonForm(text);
  const kept: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const at = tokens.start[i] ?? 0;
    // The parts of a web address weigh as little as marks, yet are words of what was written.
    if ((tokens.weight[i] ?? 0) >= leastWeight || isSign(form, at) || isWord.test(form.charAt(at))) kept.push(i);
  }
  const take = (row: Int32Array) => Int32Array.from(kept, (i) => row[i] ?? 0);
  const words: TextWords = {
    text,
    form,
    id: take(tokens.id),
    start: take(tokens.start),
    end: take(tokens.end),
    weight: Float64Array.from(kept, (i) => Math.max(tokens.weight[i] ?? 0, signWeight)),
    speech: new Uint8Array(kept.length),
    opens: new Uint8Array(kept.length),
  };
  for (let i = 1; i < kept.length; i++) {
    if (sentenceEnd.test(form.slice(words.end[i - 1], words.start[i]))) words.opens[i] = 1;
  }
  let at = 0;
  for (const { start, end, value } of speechWordsIn(form)) {
    while (at < kept.length && (words.start[at] ?? 0) < start) at++;
    for (; at < kept.length && (words.start[at] ?? 0) < end; at++) words.speech[at] = speechKinds.indexOf(value);
  }
  // A short word that carries meaning tells passages apart as a long one does (`gas`, `tax`).
  for (let i = 0; i < kept.length; i++) {
    if (words.speech[i] === 0 && isLatin(form.charCodeAt(words.start[i] ?? 0))) words.weight[i] = contentWeight;
  }
  return words;
}

/** Whether a mark is read as a word: a unit, or what stands between two digits or before one as its sign. */
function isSign(form: string, at: number): boolean {
  const char = form.charAt(at);
  if (units.has(char)) return true;
  if (!joins.has(char) || !isDigit(form.charCodeAt(at + 1))) return false;
  const before = form.charCodeAt(at - 1);
  return isDigit(before) || (char === '-' && !(before > 32)) || char === '+' || char === '<' || char === '>';
}
