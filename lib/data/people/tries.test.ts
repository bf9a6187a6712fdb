import { describe, expect, it } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { testMoment } from '#lib/testing/database/rows';
import { countTry, forgetTries, giveTryBack, removeOldTries, waitAfter } from './tries';

const db = testDatabase();
const now = testMoment;
const rule = { free: 3, first: 1_000, most: 8_000, memory: 60_000 };
const at = (ms: number) => new Date(now.getTime() + ms);

describe('the wait', () => {
  it('begins after the free tries, doubles, and stays at its longest', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 5_000].map((count) => waitAfter(count, rule))).toEqual([
      0, 0, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
    ]);
  });
});

describe('counting tries', () => {
  const tryAt = (ms: number, key = 'ann') => countTry(db(), key, rule, at(ms));

  it('lets the free ones through, then makes whoever tries wait, and nobody else', async () => {
    expect([await tryAt(0), await tryAt(1), await tryAt(2)]).toEqual([0, 0, 0]);
    expect(await tryAt(2)).toBe(1_000);
    expect(await tryAt(500)).toBe(502);
    expect(await tryAt(2, 'bo')).toBe(0);
  });

  it('does not lengthen the wait by tries that are refused', async () => {
    for (const ms of [0, 1, 2, 3, 4, 5]) await tryAt(ms);
    expect(await tryAt(1_002)).toBe(0);
    expect(await tryAt(1_003)).toBe(1_999);
  });

  it('counts each of those that come at once', async () => {
    const waits = await Promise.all(Array.from({ length: 12 }, () => tryAt(0)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  it('lets both of two free ones through, though the one that began first is counted last', async () => {
    expect([await tryAt(5), await tryAt(0)]).toEqual([0, 0]);
  });

  it('forgets by itself, when it is told to, and one at a time', async () => {
    for (const ms of [0, 1, 2]) await tryAt(ms);
    expect(await tryAt(62_000)).toBe(0);
    expect((await db().tryLimit.findFirstOrThrow()).count).toBe(1);
    await tryAt(62_001);
    await giveTryBack(db(), ['ann']);
    expect((await db().tryLimit.findFirstOrThrow()).count).toBe(1);
    await forgetTries(db(), ['ann']);
    expect(await db().tryLimit.count()).toBe(0);
  });

  it('keeps no rows that no rule remembers', async () => {
    await tryAt(0);
    await tryAt(90_000, 'bo');
    await removeOldTries(db(), at(60_000));
    expect(await db().tryLimit.findMany({ select: { key: true } })).toEqual([{ key: 'bo' }]);
  });
});
