/**
 * Rate limits for the API and page fetches. They are counted in the database where the desk may have several servers
 * (PostgreSQL), otherwise in this process's memory, which also helps out while the database fails. Those of sign-in:
 * lib/server/session/tries.ts.
 */
import 'server-only';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { engineOf } from '#lib/data/database/database';
import { countLimit } from '#lib/data/people/rate-limit-store';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';

/** A limit of so many points in so many seconds. It is made when it is first used, since a build has no database. */
function limiter(keyPrefix: string, points: number, duration: number): () => RateLimiterAbstract {
  let made: RateLimiterAbstract | undefined;
  const make = () => {
    const memory = new RateLimiterMemory({ keyPrefix, points, duration });
    if (engineOf(env().DATABASE_URL) === 'sqlite') return memory;
    return new RateLimiterPostgres({
      ...{ keyPrefix, points, duration, tableName: 'RateLimit', tableCreated: true, storeType: 'client' },
      storeClient: { query: (statement: Statement) => countLimit(database(), statement.text, statement.values) },
      // Who is over a limit is turned away without asking the database again.
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: memory,
    });
  };
  return () => {
    made ??= make();
    return made;
  };
}

/** What rate-limiter-flexible asks of a client of PostgreSQL. */
type Statement = { text: string; values: unknown[] };

/** Requests per token and minute: two a second, and a burst for a script that catches up. */
const perToken = limiter('token', 120, 60);
/** Requests per minute from one address without a valid token. */
const perStranger = limiter('stranger', 60, 60);

/** Fetched pages per person and minute: a long list of links, two at a time, stays below. */
const perFetcher = limiter('fetcher', 120, 60);

/** Spends one page of a person's limit. Returns the seconds to wait if none is left, otherwise 0. */
export const spendFetch = (personId: string): Promise<number> => spend(perFetcher(), personId);

/**
 * Spends one request of a token, or of an address without one. Returns the seconds to wait if none is left, otherwise
 * 0.
 */
export const spendRequest = (asker: { token: string } | { address: string }): Promise<number> =>
  'token' in asker ? spend(perToken(), asker.token) : spend(perStranger(), asker.address);

async function spend(limit: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limit.consume(key);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}
