import { expect, test, vi } from 'vitest';
import { onEngine, testDatabase } from '#lib/testing/database/database';
import { testNeeding } from '#lib/testing/needs';
import { apiUnderTest } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addCaller } = apiUnderTest(db);

/** The modules of another server of the desk. */
async function another(): Promise<typeof import('#lib/server/http/rate-limit')> {
  vi.resetModules();
  return import('#lib/server/http/rate-limit');
}

test('a limit ends after its requests, and says how long to wait', async () => {
  await addCaller();
  const { spendRequest } = await another();
  const spent = await Promise.all(Array.from({ length: 125 }, () => spendRequest({ token: 'a' })));
  expect(spent.filter((wait) => wait === 0)).toHaveLength(120);
  expect(Math.max(...spent)).toBeGreaterThan(50);
  expect(await spendRequest({ token: 'b' })).toBe(0);
});

testNeeding(onEngine('postgresql'), 'a limit counts for all servers together', async () => {
  await addCaller();
  const [one, two] = [await another(), await another()];
  const spent = await Promise.all(
    Array.from({ length: 130 }, (_, at) => (at % 2 ? one : two).spendRequest({ token: 'shared' })),
  );
  expect(spent.filter((wait) => wait === 0)).toHaveLength(120);
});
