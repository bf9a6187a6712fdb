/**
 * How rare a token is among the desk's claims: told from the newest of them, and counted anew from time to time. Exact counts
 * are not needed, since rarity only says which tokens a match is looked up by and how much they weigh.
 */
import { setImmediate } from 'node:timers/promises';
import type { Queryable } from '#lib/data/database/database';

/** Of so many claims, read so many at a time. */
const sampled = 4_000;
const atOnce = 400;

/** Counted anew after so long (ms), sooner while the desk is small. */
const freshFor = 10 * 60_000;
const smallFreshFor = 5_000;

/** `claims` were sampled, of which so many have each token; `rows`: about so many are in the pool. */
export type TokenCounts = { claims: number; counts: Map<string, number>; rows: number };
type Known = { counts: Promise<TokenCounts>; at: number; isSmall: boolean };

/** What is counted: the claims of the desk, or the fact-checks of others. */
type Pool = 'claimSearch' | 'factCheckSearch';

const pools: Record<Pool, WeakMap<Queryable, Known>> = { claimSearch: new WeakMap(), factCheckSearch: new WeakMap() };

/** How many of the sampled claims of a pool have each token. Counted again in the background once it is old. */
export async function tokenCounts(db: Queryable, now = Date.now(), pool: Pool = 'claimSearch'): Promise<TokenCounts> {
  const knownOf = pools[pool];
  const known = knownOf.get(db);
  const isFresh = known && now - known.at < (known.isSmall ? smallFreshFor : freshFor);
  if (isFresh) return known.counts;
  const counting: Known = { counts: count(db, pool), at: now, isSmall: true };
  knownOf.set(db, counting);
  counting.counts.then(
    ({ claims }) => {
      counting.isSmall = claims < sampled;
    },
    () => knownOf.delete(db),
  );
  // Old counts do as long as new ones are being made.
  return known ? known.counts : counting.counts;
}

type Wanted = {
  where: { id?: { lt: number } };
  select: { id: true; words: true };
  orderBy: { id: 'desc' };
  take: number;
};

const newestWords: Record<Pool, (db: Queryable, wanted: Wanted) => Promise<{ id: number; words: string }[]>> = {
  claimSearch: (db, wanted) => db.claimSearch.findMany(wanted),
  factCheckSearch: (db, wanted) => db.factCheckSearch.findMany(wanted),
};

async function count(db: Queryable, pool: Pool): Promise<TokenCounts> {
  const counts = new Map<string, number>();
  let claims = 0;
  let newest = 0;
  let before: number | undefined;
  while (claims < sampled) {
    const rows = await newestWords[pool](db, {
      where: before === undefined ? {} : { id: { lt: before } },
      select: { id: true, words: true },
      orderBy: { id: 'desc' },
      take: atOnce,
    });
    for (const { words } of rows) {
      for (const token of new Set(words.split(' '))) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
    newest ||= rows[0]?.id ?? 0;
    claims += rows.length;
    before = rows.at(-1)?.id;
    if (rows.length < atOnce) break;
    await setImmediate();
  }
  // Rows are numbered as they come in; of a small pool all were read.
  return { claims, counts, rows: claims < sampled ? claims : newest };
}
