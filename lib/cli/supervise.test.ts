import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { type Supervision, supervise } from './supervise';

const times = { firstPause: 20, longestPause: 60, settled: 10_000, tries: 3, stopping: 500, sameSignal: 0 };

/** Supervises a program of one line; `started` lists when it was started. */
function watched(code: string, setting: Partial<Supervision> = {}) {
  const said: string[] = [];
  const children: ChildProcess[] = [];
  const start = () => {
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    return child;
  };
  const supervisor = supervise({ start, restarts: true, say: (line) => said.push(line), times, ...setting });
  const printed = async (at: number) => once(children[at]?.stdout ?? process.stdin, 'data');
  return { ...supervisor, said, children, printed };
}

const crash = 'process.exit(7)';
/** Prints when it is ready to be stopped, and ends well. */
const server = "process.on('SIGTERM', () => process.exit(0)); console.log('up'); setInterval(() => {}, 1000)";

test('starts a server that crashes again, after ever longer pauses, and gives up one that never served', async () => {
  const { ended, said, children } = watched(crash);
  expect(await ended).toBe(7);
  expect(children).toHaveLength(3);
  expect(said.filter((line) => line.includes('started again in'))).toEqual([
    'It is started again in 0.02 s.',
    'It is started again in 0.04 s.',
  ]);
  expect(said.at(-1)).toBe('It ended 3 times before it served: it is not started again.');
});

test('never gives up a server that served, and stops between two starts', async () => {
  const { ended, served, stop, said, children } = watched(crash);
  served();
  await expect.poll(() => children.length, { timeout: 20_000 }).toBeGreaterThan(4);
  await expect.poll(() => said.at(-1)).toBe('It is started again in 0.06 s.');
  stop('SIGTERM');
  expect(await ended).toBe(0);
});

test('ends with the server where somebody else starts it again', async () => {
  const once = watched(crash, { restarts: false });
  expect(await once.ended).toBe(7);
  expect(once.children).toHaveLength(1);
  const killed = watched(server, { restarts: false });
  await killed.printed(0);
  killed.children[0]?.kill('SIGKILL');
  expect(await killed.ended).toBe(1);
});

test('lets a server finish when it is told to stop, and starts no other', async () => {
  const { ended, stop, printed, said, children } = watched(server);
  await printed(0);
  stop('SIGTERM');
  expect(await ended).toBe(0);
  expect(said).toEqual([]);
  expect(children).toHaveLength(1);
});

test('kills a server that does not stop in time, or at a second signal, and says that it failed', async () => {
  const deaf = "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)";
  const late = watched(deaf);
  await late.printed(0);
  late.stop('SIGTERM');
  expect(await late.ended).toBe(1);
  expect(late.said).toEqual(['The server did not stop in time and was killed.']);
  const again = watched(deaf, { times: { ...times, stopping: 60_000 } });
  await again.printed(0);
  again.stop('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 5));
  again.stop('SIGTERM');
  expect(await again.ended).toBe(1);
});
