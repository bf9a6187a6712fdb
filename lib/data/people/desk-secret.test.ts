import { expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { agreesOnSecret } from './desk-secret';

const db = testDatabase();
const agrees = (secret: string, isNew = false) => agreesOnSecret(db(), secret, { isNew });

test('servers of one desk have one key, whoever comes first', async () => {
  const first = await Promise.all(['one key', 'one key', 'one key'].map((secret) => agrees(secret)));
  expect(first).toEqual([true, true, true]);
  expect(await agrees('another key')).toBe(false);
  expect(await agrees('one key')).toBe(true);
  expect(JSON.stringify(await db().setting.findMany())).not.toContain('one key');
});

test('a key is changed on purpose, and then it is the one', async () => {
  await agrees('one key');
  expect(await agrees('another key', true)).toBe(true);
  expect(await agrees('another key')).toBe(true);
  expect(await agrees('one key')).toBe(false);
});

test('of two keys that come at once one is refused', async () => {
  const both = await Promise.all(['one key', 'another key'].map((secret) => agrees(secret)));
  expect(both.toSorted()).toEqual([false, true]);
});
