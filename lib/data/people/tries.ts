/**
 * Tries that failed lately, counted by key in the database, so that all processes count together and a restart forgets
 * nothing. Which keys a try counts against is decided in lib/server/session/tries.ts.
 */
import { isUniqueViolation, type Queryable } from '#lib/data/database/database';

/**
 * How many tries are free, and how the wait grows after them (ms): it begins with `first`, doubles with each further try and
 * stays at `most`. After `memory` without a try all is forgotten.
 */
export type TryRule = { free: number; first: number; most: number; memory: number };

/** How long to wait after so many tries (ms). */
export function waitAfter(count: number, { free, first, most }: TryRule): number {
  return count < free ? 0 : Math.min(most, first * 2 ** Math.min(40, count - free));
}

/** How often a count is read again because another try was counted in between. */
const mostRounds = 20;

/**
 * Counts a try against a key. Returns 0 where it may be made, otherwise how long to wait (ms); then it is not counted. Of
 * tries at the same moment each is counted: the comparison stands inside the UPDATE.
 */
export async function countTry(db: Queryable, key: string, rule: TryRule, now: Date): Promise<number> {
  for (let round = 0; round < mostRounds; round += 1) {
    const row = await db.tryLimit.findUnique({ where: { key } });
    const wait = row ? row.freeAt.getTime() - now.getTime() : 0;
    if (wait > 0) return wait;
    const isForgotten = !row || now.getTime() - row.lastAt.getTime() > rule.memory;
    const count = isForgotten ? 1 : row.count + 1;
    const due = waitAfter(count, rule);
    // Without a wait the moment stays in the past: of two at once, the one that began first may be counted last.
    const freeAt = due > 0 ? new Date(now.getTime() + due) : (row?.freeAt ?? new Date(0));
    const next = { count, freeAt, lastAt: now };
    if (row) {
      const asSeen = { key, count: row.count, freeAt: row.freeAt };
      const counted = await db.tryLimit.updateMany({ where: asSeen, data: next });
      if (counted.count > 0) return 0;
    } else {
      const made = await db.tryLimit.create({ data: { key, ...next } }).catch((error: unknown) => {
        if (isUniqueViolation(error)) return null;
        throw error;
      });
      if (made) return 0;
    }
  }
  // So many at the same moment are no person who mistypes.
  return rule.first;
}

/** Forgets the tries counted against some keys. */
export async function forgetTries(db: Queryable, keys: string[]): Promise<void> {
  await db.tryLimit.deleteMany({ where: { key: { in: keys } } });
}

/** Takes back one try of each key; a wait that has begun goes on. */
export async function giveTryBack(db: Queryable, keys: string[]): Promise<void> {
  await db.tryLimit.updateMany({ where: { key: { in: keys }, count: { gt: 0 } }, data: { count: { decrement: 1 } } });
}

/** Removes counts that no rule remembers. */
export async function removeOldTries(db: Queryable, before: Date): Promise<void> {
  await db.tryLimit.deleteMany({ where: { lastAt: { lt: before } } });
}
