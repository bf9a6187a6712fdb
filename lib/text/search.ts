/** The form in which search compares texts. */

/** Folds texts for search: compatibility forms (full width to half), without case. */
export function foldForSearch(...texts: (string | null)[]): string {
  return texts.filter(Boolean).join(' ').normalize('NFKC').toLowerCase();
}

/** What no text holds: of a search without a single word, nothing is found. */
const noText = '\uffff';

/**
 * The words of a search, folded like the texts; at most eight. Punctuation is no word (`OpenAI · headcount`), and `%` and `_`,
 * which databases take for any text, part words as spaces do. No text holds a NUL character, so it parts words too.
 */
export function searchWords(search: string): string[] {
  const parts = foldForSearch(search.replaceAll(/[\0%_]/g, ' ')).split(/[\s%_]+/);
  const words = parts.filter((part) => /[^\p{P}]/u.test(part)).slice(0, 8);
  return words.length === 0 && search.trim() !== '' ? [noText] : words;
}
