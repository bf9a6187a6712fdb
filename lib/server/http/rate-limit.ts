/**
 * Rate limits: of API requests, page fetches, and what signed-in people do and download. They are counted in the database where the desk may have several servers
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
import { type Refusal, refuse } from '#lib/domain/refusal';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';

/**
 * A limit of so many points in so many seconds. It is made when it is first used, since a build has no database and no
 * settings.
 */
function limiter(keyPrefix: string, pointsOf: () => number, duration: number): () => RateLimiterAbstract {
  let made: RateLimiterAbstract | undefined;
  const make = () => {
    const points = pointsOf();
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
const perToken = limiter('token', () => 120, 60);
/** Requests per minute from one address without a valid token. */
const perStranger = limiter('stranger', () => 60, 60);

/** Fetched pages per person and minute: a long list of links, two at a time, stays below. */
const perFetcher = limiter('fetcher', () => 120, 60);
/** What a person does in a minute: actions, previews and opened live streams. */
const perActor = limiter('actor', () => env().CLAIMDESK_ACTION_LIMIT, 60);
/** Files that a person downloads in a minute. */
const perDownloader = limiter('downloader', () => env().CLAIMDESK_DOWNLOAD_LIMIT, 60);

/** Spends one page of a person's limit. Returns the seconds to wait if none is left, otherwise 0. */
export const spendFetch = (personId: string): Promise<number> => spend(perFetcher(), personId);

/**
 * Spends one request of a token, or of an address without one. Returns the seconds to wait if none is left, otherwise
 * 0.
 */
export const spendRequest = (asker: { token: string } | { address: string }): Promise<number> =>
  'token' in asker ? spend(perToken(), asker.token) : spend(perStranger(), asker.address);

/**
 * Refuses whoever acts more often than any person at work does: a browser that repeats itself, or somebody who got hold
 * of a session. Counted for the person, not for the session, since one can have many.
 */
export const spendAct = (personId: string): Promise<Refusal | null> => spendHeld(perActor(), personId);

/** Refuses a person's download, if they have taken too many files within a minute. */
export const spendDownload = async (personId: string): Promise<Refusal | null> =>
  tooMany(await spend(perDownloader(), personId));

const tooMany = (seconds: number): Refusal | null =>
  seconds > 0 ? refuse('too-many-requests', { values: { number: seconds } }) : null;

/** Points of a person that this process has taken from the database ahead of need. `until`: when they lapse (ms). */
const heldBy = new Map<string, { points: number; until: number }>();
/** What is being asked of the database, so that acts at the same moment ask once. */
const askedFor = new Map<string, Promise<Taken>>();
/** A limit is taken in this many parts: a statement is sent for some twenty acts instead of for each. */
const parts = 30;

/**
 * Spends one point of a limit that the servers share, asking the database once for many points. What a process holds and
 * does not use is lost when its time is over: one part of the limit for each further server. There is one entry for each
 * person of the desk.
 */
async function spendHeld(limit: RateLimiterAbstract, personId: string): Promise<Refusal | null> {
  if (limit instanceof RateLimiterMemory) return tooMany(await spend(limit, personId));
  for (;;) {
    const held = heldBy.get(personId);
    if (held && held.points > 0 && held.until > Date.now()) {
      held.points -= 1;
      return null;
    }
    const asked = askedFor.get(personId) ?? hold(limit, personId);
    askedFor.set(personId, asked);
    const { isLeft, seconds } = await asked;
    if (!isLeft) return tooMany(seconds);
  }
}

/** Takes a part of the limit for a person and holds it. */
async function hold(limit: RateLimiterAbstract, personId: string): Promise<Taken> {
  const points = Math.max(1, Math.floor(limit.points / parts));
  try {
    const taken = await take(limit, personId, points);
    if (taken.isLeft) heldBy.set(personId, { points, until: taken.until });
    return taken;
  } finally {
    askedFor.delete(personId);
  }
}

/** Spends one point. Returns the seconds to wait if none is left, otherwise 0. */
async function spend(limit: RateLimiterAbstract, key: string): Promise<number> {
  const { isLeft, seconds } = await take(limit, key, 1);
  return isLeft ? 0 : seconds;
}

/** Whether points were left to take; `seconds` from now, and `until` (ms): when the limit begins anew. */
type Taken = { isLeft: boolean; seconds: number; until: number };

async function take(limit: RateLimiterAbstract, key: string, points: number): Promise<Taken> {
  let isLeft = true;
  const answer = await limit.consume(key, points).catch((refused: unknown) => {
    // A limiter rejects with its answer where too little is left, and with an error where it could not count.
    if (!(refused instanceof RateLimiterRes)) throw refused;
    isLeft = false;
    return refused;
  });
  const wait = answer.msBeforeNext;
  return { isLeft, seconds: Math.max(1, Math.ceil(wait / 1000)), until: Date.now() + wait };
}
