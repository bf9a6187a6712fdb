/**
 * Long writes give way. The thread that stores a large file also answers everybody else, and a sender on the same network
 * would fill it: so pieces are written one after the other, whoever sends them, and after each one the others have the thread
 * for five times as long as it was busy meanwhile.
 */
import { performance } from 'node:perf_hooks';

/** The longest that is left to others after a piece (ms), where they keep the thread busy anyway. */
const longestPause = 100;

let last: Promise<unknown> = Promise.resolve();

/** Writes a piece when those before it are written, and leaves the thread to others after it. Rejects as `write` does. */
export function givingWay<T>(write: () => Promise<T>): Promise<T> {
  const turn = last.then(async () => {
    const before = performance.eventLoopUtilization();
    const result = await write();
    const { active } = performance.eventLoopUtilization(before);
    await new Promise((resolve) => setTimeout(resolve, Math.min(longestPause, 5 * active)));
    return result;
  });
  last = turn.catch(() => {});
  return turn;
}
