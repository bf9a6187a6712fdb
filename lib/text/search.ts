/** Text as search compares it. */

/** Texts as search compares them: compatibility forms folded (full width to half), without case. */
export function foldForSearch(...texts: (string | null)[]): string {
  return texts.filter(Boolean).join(' ').normalize('NFKC').toLowerCase();
}

/** The words of a search, folded like what they are sought in; at most eight. */
export function searchWords(search: string): string[] {
  return foldForSearch(search).split(/\s+/).filter(Boolean).slice(0, 8);
}
