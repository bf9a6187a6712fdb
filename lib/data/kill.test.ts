/** The short form of `npm run soak:kill`. */
import { expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { writeAndKill } from '#lib/testing/soak/kill';

const db = testDatabase();

test('keeps every acknowledged write of a process that is killed, in a history that holds', async () => {
  const survived = await writeAndKill(db.address(), { writes: 200, kills: 2 });
  expect(survived).toMatchObject({ kills: 2, lost: [], broken: 0 });
  expect(survived.acknowledged).toBeGreaterThanOrEqual(200);
  expect(survived.lines).toBeGreaterThanOrEqual(survived.acknowledged);
});
