/**
 * A lexicon: words and phrases, each with a value, looked up at a place in a text. Han words match anywhere, Latin
 * words only as whole words. The longest entry wins, so an entry can also prevent a shorter one from matching (`小说` for
 * `说`). Invariants: a look-up reads no further than the longest entry; a scan is linear in the text and its hits never
 * overlap. Entries and texts are in reading form.
 */

import { isLatin } from '#lib/text/forms/folded';

export interface Word<T> {
  text: string;
  value: T;
}

export interface Hit<T> {
  start: number;
  end: number;
  value: T;
}

export interface Lexicon<T> {
  /** For each UTF-16 unit whether it begins an entry (`pairs`), and whether it is one by itself (`single`). */
  begins: Uint8Array;
  /** 1 for each unit that is the second of an entry: most look-ups end here. */
  continues: Uint8Array;
  /** Entries by their first two units (see `pairAt`), longest first. */
  han: Map<number, Word<T>[]>;
  /** Entries by their first word, longest first. */
  latin: Map<string, Word<T>[]>;
}

const pairs = 1;
const single = 2;

/** Splits a written list at white space; `_` in an entry stands for a space (`chief_executive`). */
export function wordList(list: string): string[] {
  return list
    .split(/\s/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '));
}

/** Builds a lexicon. If an entry is given twice, the first value is kept. */
export function buildLexicon<T>(entries: Iterable<readonly [string, T]>): Lexicon<T> {
  const lexicon: Lexicon<T> = {
    begins: new Uint8Array(65536),
    continues: new Uint8Array(65536),
    han: new Map(),
    latin: new Map(),
  };
  for (const [text, value] of entries) {
    if (text === '') continue;
    const first = text.charCodeAt(0);
    lexicon.begins[first] = (lexicon.begins[first] ?? 0) | (text.length > 1 ? pairs : single);
    if (text.length > 1) lexicon.continues[text.charCodeAt(1)] = 1;
    if (isLatin(first)) enter(lexicon.latin, text.slice(0, latinEnd(text, 0)), { text, value });
    else enter(lexicon.han, pairAt(text, 0), { text, value });
  }
  return lexicon;
}

/** A lexicon of words with the same meaning: a look-up only says whether one is there. */
export const buildWordSet = (words: string[]): Lexicon<true> =>
  buildLexicon(words.map((word): [string, true] => [word, true]));

function enter<K, T>(table: Map<K, Word<T>[]>, key: K, word: Word<T>): void {
  const sharing = table.get(key);
  if (!sharing) table.set(key, [word]);
  else {
    sharing.push(word);
    sharing.sort((a, b) => b.text.length - a.text.length);
  }
}

/** Two units in one integer; at the end of a text the second counts as 0, as it does for an entry of one unit. */
const pairAt = (text: string, i: number): number => (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1);

/** The end of the run of Latin letters at `i`. */
export function latinEnd(text: string, i: number): number {
  while (isLatin(text.charCodeAt(i))) i++;
  return i;
}

/**
 * The longest first word of a Latin entry that is looked up; without a limit, a run of letters without spaces would be
 * copied at every look-up.
 */
const longestKey = 24;

/** The longest entry that starts at `i` and ends by `to`, or null. At a Latin letter, `i` must be the start of its word. */
export function wordAt<T>(lexicon: Lexicon<T>, form: string, i: number, to = form.length): Word<T> | null {
  const code = form.charCodeAt(i);
  const begins = lexicon.begins[code] ?? 0;
  if (begins === 0) return null;
  const hasPair = (begins & pairs) !== 0 && lexicon.continues[form.charCodeAt(i + 1)] === 1;
  if (!isLatin(code)) {
    const word = hasPair ? longest(lexicon.han.get(pairAt(form, i)), form, i, to) : null;
    return word ?? ((begins & single) !== 0 ? longest(lexicon.han.get(code << 16), form, i, to) : null);
  }
  if (!hasPair && (begins & single) === 0) return null;
  let end = i + 1;
  while (end <= i + longestKey && isLatin(form.charCodeAt(end))) end++;
  return end - i > longestKey ? null : longest(lexicon.latin.get(form.slice(i, end)), form, i, to);
}

function longest<T>(words: Word<T>[] | undefined, form: string, i: number, to: number): Word<T> | null {
  if (!words) return null;
  for (const word of words) {
    const end = i + word.text.length;
    if (end > to || !form.startsWith(word.text, i)) continue;
    if (isLatin(form.charCodeAt(end - 1)) && isLatin(form.charCodeAt(end))) continue;
    return word;
  }
  return null;
}

/** All entries between two offsets, leftmost and longest first, not overlapping. */
export function wordsIn<T>(lexicon: Lexicon<T>, form: string, from: number, to: number): Hit<T>[] {
  const hits: Hit<T>[] = [];
  const { begins } = lexicon;
  let i = from;
  while (i < to) {
    const code = form.charCodeAt(i);
    const word = begins[code] === 0 ? null : wordAt(lexicon, form, i, to);
    if (word) {
      hits.push({ start: i, end: i + word.text.length, value: word.value });
      i += word.text.length;
    } else i = isLatin(code) ? latinEnd(form, i) : i + 1;
  }
  return hits;
}

/** Endings of words by their last UTF-16 unit, longest first, looked up backwards from a place in a text. */
export type Endings = Map<number, string[]>;

/** Builds a table of endings; longer ones are found first. */
export function buildEndings(words: Iterable<string>): Endings {
  const endings: Endings = new Map();
  for (const word of new Set(words)) {
    const last = word.charCodeAt(word.length - 1);
    const sharing = endings.get(last);
    if (sharing) sharing.push(word);
    else endings.set(last, [word]);
  }
  for (const sharing of endings.values()) sharing.sort((a, b) => b.length - a.length);
  return endings;
}

/** The longest ending that ends at `end` and begins no earlier than `floor`, or null. */
export function endingAt(endings: Endings, form: string, end: number, floor: number): string | null {
  const sharing = endings.get(form.charCodeAt(end - 1));
  if (!sharing) return null;
  for (const word of sharing) if (end - word.length >= floor && form.startsWith(word, end - word.length)) return word;
  return null;
}
