/** Gives the desk's own key to searches of Google's Fact Check Tools, in a header: addresses are kept and logged. */
import { googleSearchAt } from '#lib/domain/fact-checks/google-search';
import { refuse } from '#lib/domain/refusal';
import type { Fetch } from './read-feeds';

/** The same fetching, with the key for such searches; without a key they are refused (`google-key-missing`). */
export const withGoogleKey =
  (fetch: Fetch, key: string | undefined): Fetch =>
  async (url, options) => {
    if (googleSearchAt(url) === null) return fetch(url, options);
    return key ? fetch(url, { ...options, headers: { 'X-Goog-Api-Key': key } }) : refuse('google-key-missing');
  };
