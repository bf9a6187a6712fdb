/** Which claims of an article a list holds when it leaves the building, and in which forms it can. */
import type { Standing } from './standing';

export const listSelections = ['all', 'verified', 'disputed'] as const;
export type ListSelection = (typeof listSelections)[number];

export const listFormats = ['csv', 'json', 'annotations', 'article'] as const;
export type ListFormat = (typeof listFormats)[number];

/** The forms that hold a choice of claims; `article` is the whole article with everything on it. */
export const takesSelection = (format: ListFormat): boolean => format !== 'article';

/** Disputed lists what must not go to print as it is: disputed, contested and false claims. */
export function isListed(claim: { standing: Standing }, selection: ListSelection): boolean {
  const { standing } = claim;
  if (selection === 'all') return true;
  if (selection === 'verified') return standing === 'verified';
  return standing === 'disputed' || standing === 'contested' || standing === 'false';
}
