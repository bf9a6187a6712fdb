/**
 * The base of a word, by which words of a quote are paired with those of its source: without its inflection, without what is
 * contracted with it, in one of two spellings. Invariant: bases pair words, they never make them equal; what differs between
 * paired words is judged by itself.
 */

import { stemOf } from '#lib/text/english-stem';
import type { TextWords } from './quote-words';

/** Contractions whose base is cut too. */
const contracted = new Map([
  ["can't", 'can'],
  ["won't", 'will'],
  ["shan't", 'shall'],
]);

/** British spellings with no rule of their own, and the American ones. */
const spellings = new Map([
  ['programme', 'program'],
  ['cheque', 'check'],
  ['tyre', 'tire'],
  ['grey', 'gray'],
  ['kerb', 'curb'],
  ['plough', 'plow'],
  ['mould', 'mold'],
  ['aluminium', 'aluminum'],
  ['sceptical', 'skeptical'],
]);

/** What a British spelling ends with, and what the American one has there; before inflection is cut. */
const endings: [RegExp, string][] = [
  [/(?<=[a-z]{2})our(?=(?:s|ed|er|ers|ing|ite|ites|able|ful|less)?$)/, 'or'],
  [/(?<=[a-z]{3})(?:is|ys)(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/, 'iz'],
  [/(?<=[a-z]{3})yz(?=(?:e|es|ed|er|ers|ing)$)/, 'iz'],
  [/(?<=[a-z]{2}[bcptv])re(?=s?$)/, 'er'],
  [/(?<=[a-z]{3})ence(?=s?$)/, 'ense'],
  [/(?<=[a-z]{3})ogue(?=s?$)/, 'og'],
  [/(?<=[a-z]{2})ae(?=[a-z]{3})|(?<=^[a-z])ae(?=[a-z]{4})/, 'e'],
];

const american = (word: string): string =>
  word.length < 5 ? word : endings.reduce((so, [from, to]) => so.replace(from, to), word);

/** The base of a word in comparison form. */
export function baseOf(word: string): string {
  const plain = contracted.get(word) ?? word.replace(/n?'[a-z]+$/, '');
  const so = spellings.get(plain) ?? american(plain);
  // Of `travelled` one l is the suffix's, of `called` none is.
  return stemOf(so).replace(/ll$/, 'l');
}

/** Numbers the bases of words alike in all texts that are read with it. */
export class WordBases {
  private readonly byId = new Map<number, number>();
  private readonly byBase = new Map<string, number>();

  /** The number of each word's base. */
  of({ form, start, end, id }: TextWords): Int32Array {
    return id.map((own, at) => {
      const known = this.byId.get(own);
      if (known !== undefined) return known;
      const base = baseOf(form.slice(start[at], end[at]));
      const number = this.byBase.get(base) ?? this.byBase.size;
      this.byBase.set(base, number);
      this.byId.set(own, number);
      return number;
    });
  }
}
