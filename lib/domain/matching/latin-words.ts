/**
 * The words of a text outside Han script, each with its stem. Invariant: words are in order and do not overlap. Web
 * addresses are no words. A code is one word (`GPT-4`: `gpt4`), points of initials are dropped (`U.S.`), a hashtag or a
 * user's name is parted at its capitals (`#BoycottCVS`).
 */

import { stemOf } from '#lib/text/english-stem';

export interface LatinWord {
  start: number;
  end: number;
  /** As written, without apostrophes and points. */
  written: string;
  stem: string;
}

const address = /(?:https?:\/\/|www\.|pic\.twitter\.com\/)[^\s\p{Script=Han}]+/gu;

const word =
  /(?:\p{Lu}\.){2,}|[^\P{L}\p{Script=Han}](?:[^\P{L}\p{Script=Han}]|[\p{M}\d]|-(?=\d)|['’](?=[^\P{L}\p{Script=Han}]))*/gu;

/** Parts of a hashtag: a capital after a small letter begins one, and so does the last of several capitals. */
const humps = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}\d]+|\d+/gu;

/** Longer words in capitals are shouted. */
const longestInitials = 4;

/** Words are cut here: an index has no use for longer ones. */
const longestWord = 60;

/** The words of a text, whose form is plain (half width). Linear in the text. */
export function latinWords(plain: string): LatinWord[] {
  const text = plain.includes('://') || /www\.|pic\.t/.test(plain) ? plain.replaceAll(address, blank) : plain;
  const words: LatinWord[] = [];
  for (const { 0: found, index } of text.matchAll(word)) {
    const before = text.charAt(index - 1);
    if (before === '#' || before === '@') {
      for (const part of found.matchAll(humps)) add(words, part[0], index + part.index);
    } else add(words, found, index);
  }
  return words;
}

const blank = (found: string): string => ' '.repeat(found.length);

function add(words: LatinWord[], found: string, start: number): void {
  const end = start + found.length;
  const written = withoutMarks(found.replace(/['’]s$/i, ''))
    .slice(0, longestWord)
    .replaceAll(noWord, '');
  if (written === '') return;
  // Initials have no plural: `UPS`, `AIDS`.
  const areInitials = written.length <= longestInitials && written === written.toUpperCase();
  words.push({ start, end, written, stem: areInitials ? written.toLowerCase() : stemOf(written.toLowerCase()) });
}

/** `é` as `e`; letters of decoration (mathematical script) as plain ones. */
function withoutMarks(text: string): string {
  return isAscii.test(text) ? text : text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

const noWord = /[^\p{L}\p{N}]/gu;
const isAscii = /^[\0-\x7f]*$/;
