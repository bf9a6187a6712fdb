import { expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { testMoment } from '#lib/testing/database/rows';
import { presenceElsewhere, tellPresence } from './presence';

const db = testDatabase();
const after = (ms: number) => new Date(testMoment.getTime() + ms);
const ann = { id: 'ann', name: 'Ann', claimId: null };
const bo = { id: 'bo', name: 'Bo', claimId: 'c' };
const elsewhere = async (server: string, now = testMoment) =>
  Object.fromEntries(await presenceElsewhere(db(), server, ['a', 'b'], now));

test('people at one server are known at the others until they go, or their server does', async () => {
  await tellPresence(db(), 'one', new Map([['a', [ann]]]), testMoment);
  await tellPresence(db(), 'two', new Map(['a', 'b'].map((id) => [id, [bo]])), testMoment);
  expect(await elsewhere('one')).toEqual({ a: [bo], b: [bo] });
  expect(await elsewhere('two')).toEqual({ a: [ann] });
  expect(await elsewhere('three')).toEqual({ a: [ann, bo], b: [bo] });
  await tellPresence(db(), 'two', new Map([['b', [bo]]]), after(5_000));
  expect(await elsewhere('one', after(5_000))).toEqual({ b: [bo] });
  expect(await elsewhere('three', after(16_000))).toEqual({ b: [bo] });
  await tellPresence(db(), 'one', new Map(), after(70_000));
  expect(await db().presence.count()).toBe(0);
});
