/**
 * Finds the words of a passage in a text that lies in pieces, as the text of a PDF's page does. What differs between a page
 * and a copy of its words does not count: blanks and ends of lines, capitals, full and half width, ligatures, radicals and
 * traditional characters, kinds of quotation marks and dashes; and hyphens at ends of lines, where nothing is found with them.
 */
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { withoutRadicals } from '#lib/text/forms/radicals';

type Place = {
  /** Which piece. */
  piece: number;
  /** UTF-16 offset in it. */
  offset: number;
};

/** `to` is behind the last character, in its piece. */
export type Passage = { from: Place; to: Place };

/** The first place where the words stand; null where they stand nowhere, or are none. */
export function findWords(pieces: readonly string[], words: string): Passage | null {
  return findFolded(pieces, words, blank) ?? findFolded(pieces, words, blankOrHyphen);
}

// Soft hyphens and zero-width characters are seen nowhere.
const blank = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/g;
const blankOrHyphen = /[\s\u00ad\u200b-\u200d\u2060\ufeff-]/g;

function findFolded(pieces: readonly string[], words: string, dropped: RegExp): Passage | null {
  const sought = foldWords(words, dropped);
  if (sought === '') return null;
  const folded = pieces.map((piece) => foldWords(piece, dropped));
  const at = folded.join('').indexOf(sought);
  if (at < 0) return null;
  const from = placeOf(folded, at);
  const last = placeOf(folded, at + sought.length - 1);
  return {
    from: { piece: from.piece, offset: unitsOf(pieces[from.piece] ?? '', from.offset, dropped).start },
    to: { piece: last.piece, offset: unitsOf(pieces[last.piece] ?? '', last.offset, dropped).end },
  };
}

const foldWords = (text: string, dropped: RegExp): string =>
  comparisonForm(withoutRadicals(text.normalize('NFKC'))).replaceAll(dropped, '');

function placeOf(folded: readonly string[], at: number): Place {
  let before = 0;
  for (const [piece, { length }] of folded.entries()) {
    if (at < before + length) return { piece, offset: at - before };
    before += length;
  }
  throw new Error('Beyond the text');
}

/** The character of a text that gave the unit at a place of its folded form: from where to where it stands. */
function unitsOf(text: string, foldedAt: number, dropped: RegExp): { start: number; end: number } {
  let folded = 0;
  let start = 0;
  for (const character of characters(text)) {
    const end = start + character.length;
    folded += foldWords(character, dropped).length;
    if (folded > foldedAt) return { start, end };
    start = end;
  }
  return { start, end: start };
}

/** Letters with the marks that are combined with them. */
const characters = (text: string): string[] => text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [];
