/** Fetches a page for a person, within that person's rate limit. */
import 'server-only';
import { type Result, refuse } from '#lib/domain/refusal';
import { env } from '#lib/server/env';
import { spendFetch } from '#lib/server/http/rate-limit';
import { type FetchedPage, type FetchOptions, fetchPage } from './fetch-page';

/** The page at an address. Refused like `fetchPage`, and when the person has fetched too many pages within a minute. */
export async function fetchFor(
  personId: string,
  url: string,
  options: FetchOptions = {},
): Promise<Result<FetchedPage>> {
  const seconds = await spendFetch(personId);
  if (seconds > 0) return refuse('too-many-requests', { values: { number: seconds } });
  return fetchPage(url, { ...options, allow: env().CLAIMDESK_FETCH_ALLOW });
}
