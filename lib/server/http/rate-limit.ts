/** Rate limits for the API and page fetches, counted in this process's memory. Those of sign-in: lib/server/session/tries.ts. */
import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests per token and minute: two a second, and a burst for a script that catches up. */
const perToken = new RateLimiterMemory({ points: 120, duration: 60 });
/** Requests per minute from one address without a valid token. */
const perStranger = new RateLimiterMemory({ points: 60, duration: 60 });

/** Fetched pages per person and minute: a long list of links, two at a time, stays below. */
const perFetcher = new RateLimiterMemory({ points: 120, duration: 60 });

/** Spends one page of a person's limit. Returns the seconds to wait if none is left, otherwise 0. */
export const spendFetch = (personId: string): Promise<number> => spend(perFetcher, personId);

/**
 * Spends one request of a token, or of an address without one. Returns the seconds to wait if none is left, otherwise
 * 0.
 */
export const spendRequest = (asker: { token: string } | { address: string }): Promise<number> =>
  'token' in asker ? spend(perToken, asker.token) : spend(perStranger, asker.address);

async function spend(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}
