/**
 * Which rows of its lists a report's page shows: the beginning of each, one list whole, or all of them. The page's address
 * says it, so that it works without a script and what is asked for can be printed and sent on.
 */

/** The lists of a report that may be thousands of rows long, named as in addresses. */
export const reportLists = [
  'corrections',
  'ranges',
  'questions',
  'dissent',
  'claims',
  'article',
  'contributions',
  'sources',
] as const;
export type ReportListName = (typeof reportLists)[number];

/** `whole`: the list that is shown whole, `all` of them, or none. `page`: the report's own address. */
export type Listing = { page: string; whole: ReportListName | 'all' | null };

/** What the address of a report's page says about its lists: `?all=claims` is one of them, `?all=1` all. */
export function listingOf(page: string, { all }: { all?: string | string[] }): Listing {
  if (all === undefined) return { page, whole: null };
  return { page, whole: reportLists.find((name) => name === all) ?? 'all' };
}

/** Rows that a report shows of a list at once, and that arrive together where it shows them all. */
export const listedAtOnce = 300;

export const isWhole = ({ whole }: Listing, list: ReportListName): boolean => whole === 'all' || whole === list;

/** The address at which one list is whole. */
export const wholeAt = ({ page }: Listing, list: ReportListName): string => `${page}?all=${list}`;

/** Where a source stands in the report's list of them, which has them in the order of their citations. */
export const sourceIn = (listing: Listing, citation: number): string =>
  `${citation <= listedAtOnce || isWhole(listing, 'sources') ? '' : wholeAt(listing, 'sources')}#source-${citation}`;
