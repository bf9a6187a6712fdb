/** The form in which search compares texts. */

/** Folds texts for search: compatibility forms (full width to half), without case. */
export function foldForSearch(...texts: (string | null)[]): string {
  return texts.filter(Boolean).join(' ').normalize('NFKC').toLowerCase();
}

/** The words of a search, folded like the texts; at most eight. No text holds a NUL character, so it parts words. */
export function searchWords(search: string): string[] {
  return foldForSearch(search.replaceAll('\0', ' ')).split(/\s+/).filter(Boolean).slice(0, 8);
}
