import { expect, test } from 'vitest';
import { givingWay } from './giving-way';

const busyFor = (time: number) => {
  const end = performance.now() + time;
  while (performance.now() < end);
};

test('others have the thread between any two pieces, even where none of them waits for anything', async () => {
  let turns = 0;
  const turn = () => {
    turns += 1;
    timer = setImmediate(turn);
  };
  let timer = setImmediate(turn);
  const between: number[] = [];
  for (let piece = 0; piece < 5; piece += 1) {
    await givingWay(async () => busyFor(5));
    between.push(turns);
    turns = 0;
  }
  clearImmediate(timer);
  // A pause of at least 15 ms, in which whoever has work is asked again and again.
  for (const count of between.slice(1)) expect(count).toBeGreaterThan(3);
});

test('pieces of several senders are written one after the other', async () => {
  const order: string[] = [];
  const piece = (name: string) =>
    givingWay(async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      order.push(`${name} ends`);
      return name;
    });
  expect(await Promise.all(['a', 'b', 'c'].map(piece))).toEqual(['a', 'b', 'c']);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('a piece that cannot be written holds up none of the others', async () => {
  const failed = givingWay(() => Promise.reject(new Error('full')));
  const next = givingWay(async () => 'written');
  await expect(failed).rejects.toThrow('full');
  expect(await next).toBe('written');
});
