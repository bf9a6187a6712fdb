/**
 * Searches of Google's Fact Check Tools, as feeds: the desk subscribes to words, and what checkers published on them since
 * comes in like that of any other feed. The address is the API's own (v1alpha1, claims.search); the desk's key is no part
 * of it.
 */

/** UTF-16 units of the words that are sent. */
export const longestGoogleSearch = 200;

const place = 'https://factchecktools.googleapis.com/v1alpha1/claims:search';
/** The API sends ten unless it is asked for more. */
const mostClaims = 100;

/** The address of a search; `language` (BCP 47, without a region) leaves out checks in others. */
export function googleSearch(words: string, language: string | null): string {
  const asked = { query: words, pageSize: `${mostClaims}`, ...(language !== null && { languageCode: language }) };
  return `${place}?${new URLSearchParams(asked)}`;
}

/** What is searched for at such an address; null for any other. */
export function googleSearchAt(url: string): string | null {
  if (!url.startsWith(`${place}?`)) return null;
  return new URL(url).searchParams.get('query');
}
