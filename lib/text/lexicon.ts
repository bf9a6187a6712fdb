/**
 * A lexicon: words and phrases, each with a value, looked up at a place in a text. Han words match anywhere, Latin
 * words only as whole words. The longest entry wins, so an entry can also prevent a shorter one from matching (`小说` for
 * `说`). Invariants: a look-up reads no further than the longest entry; a scan is linear in the text and its hits never
 * overlap. Entries and texts are in reading form.
 */

import { addUnit, hasUnit, isLatin, type UnitSet, unitSetOf } from '#lib/text/forms/folded';

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
  /** Entries of one unit. */
  singles: UnitSet;
  /** The first two units of longer entries, hashed to one (see `pairHash`): most look-ups end here. */
  openings: UnitSet;
  /** Entries by their first two units (see `pairAt`), longest first. */
  han: Map<number, Word<T>[]>;
  /** Entries by their first word, longest first. */
  latin: Map<string, Word<T>[]>;
}

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
    singles: unitSetOf([]),
    openings: unitSetOf([]),
    han: new Map(),
    latin: new Map(),
  };
  for (const [text, value] of entries) {
    if (text === '') continue;
    const first = text.charCodeAt(0);
    if (text.length > 1) addUnit(lexicon.openings, pairHash(first, text.charCodeAt(1)));
    else addUnit(lexicon.singles, first);
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

/** Spreads pairs of units over the 65,536 places of a set. The factor is odd, so that no two seconds of one first collide. */
const pairHash = (first: number, second: number): number => (first * 31 + second * 2029) & 0xffff;

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

/** Whether an entry may stand where it was found; shorter ones are tried where it may not. */
export type Accepts<T> = (word: Word<T>, form: string, start: number) => boolean;

/**
 * The longest entry that starts at `i` and ends by `to`, or null; with `accepts`, the longest of those it accepts. At a
 * Latin letter, `i` must be the start of its word.
 */
export function wordAt<T>(
  lexicon: Lexicon<T>,
  form: string,
  i: number,
  to = form.length,
  accepts?: Accepts<T>,
): Word<T> | null {
  const code = form.charCodeAt(i);
  const hasPair = hasUnit(lexicon.openings, pairHash(code, form.charCodeAt(i + 1)));
  const isSingle = hasUnit(lexicon.singles, code);
  if (!hasPair && !isSingle) return null;
  if (!isLatin(code)) {
    const word = hasPair ? longest(lexicon.han.get(pairAt(form, i)), form, i, to, accepts) : null;
    return word ?? (isSingle ? longest(lexicon.han.get(code << 16), form, i, to, accepts) : null);
  }
  let end = i + 1;
  while (end <= i + longestKey && isLatin(form.charCodeAt(end))) end++;
  return end - i > longestKey ? null : longest(lexicon.latin.get(form.slice(i, end)), form, i, to, accepts);
}

/**
 * Accepts entries that are not the beginning of another word: `continuations` lists how such words go on after an entry,
 * separated by spaces.
 */
export function isNotBefore(continuations: Record<string, string>): Accepts<unknown> {
  const others = buildLexicon(
    Object.entries(continuations).flatMap(([word, list]) =>
      list.split(' ').map((rest) => [word + rest, word] as const),
    ),
  );
  return ({ text }, form, start) => wordAt(others, form, start, form.length, ({ value }) => value === text) === null;
}

function longest<T>(
  words: Word<T>[] | undefined,
  form: string,
  i: number,
  to: number,
  accepts: Accepts<T> | undefined,
): Word<T> | null {
  if (!words) return null;
  for (const word of words) {
    const end = i + word.text.length;
    if (end > to || !form.startsWith(word.text, i)) continue;
    if (isLatin(form.charCodeAt(end - 1)) && isLatin(form.charCodeAt(end))) continue;
    if (accepts === undefined || accepts(word, form, i)) return word;
  }
  return null;
}

/** No unit from here on is a Latin letter (see `isLatin`). */
const lastLatin = 0x370;

/** Calls `visit` with each entry between two offsets, leftmost and longest first, not overlapping. */
export function eachWord<T>(
  lexicon: Lexicon<T>,
  form: string,
  from: number,
  to: number,
  visit: (value: T, start: number, end: number) => void,
): void {
  const { openings, singles } = lexicon;
  let i = from;
  let code = form.charCodeAt(i);
  while (i < to) {
    const next = form.charCodeAt(i + 1);
    const opens = hasUnit(openings, pairHash(code, next)) || hasUnit(singles, code);
    const word = opens ? wordAt(lexicon, form, i, to) : null;
    if (word) {
      const end = i + word.text.length;
      visit(word.value, i, end);
      i = end;
      code = form.charCodeAt(i);
    } else if (code < lastLatin && isLatin(code)) {
      i = latinEnd(form, i);
      code = form.charCodeAt(i);
    } else {
      i++;
      code = next;
    }
  }
}

/** All entries between two offsets, leftmost and longest first, not overlapping. */
export function wordsIn<T>(lexicon: Lexicon<T>, form: string, from: number, to: number): Hit<T>[] {
  const hits: Hit<T>[] = [];
  eachWord(lexicon, form, from, to, (value, start, end) => hits.push({ start, end, value }));
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

/**
 * The longest ending that ends at `end` and begins no earlier than `floor`, or null; with `accepts`, the longest of those
 * it accepts.
 */
export function endingAt(
  endings: Endings,
  form: string,
  end: number,
  floor: number,
  accepts?: (word: string, form: string, start: number) => boolean,
): string | null {
  const sharing = endings.get(form.charCodeAt(end - 1));
  if (!sharing) return null;
  for (const word of sharing) {
    const start = end - word.length;
    if (start < floor || !form.startsWith(word, start)) continue;
    if (accepts === undefined || accepts(word, form, start)) return word;
  }
  return null;
}
