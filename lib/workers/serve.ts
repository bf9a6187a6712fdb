/**
 * What a process of a pool does: it takes jobs from the program that started it, one after the other.
 *
 * A thread beside it ends the process when it takes more memory than its job may, or is left without the program that
 * started it: both also while a job keeps the process busy.
 */
import { constants, setPriority } from 'node:os';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { withoutLongLists } from './long-lists';
import type { Answer, Request } from './protocol';

const watch = `
const { workerData } = require('node:worker_threads');
const limit = new Int32Array(workerData.limit);
setInterval(() => {
  if (process.ppid !== workerData.parent || process.memoryUsage.rss() > limit[0] * 1048576) process.kill(process.pid, 'SIGKILL');
}, 50);
`;

/** Jobs by their names, each with an input of its own. */
type Jobs = Record<string, (input: never) => unknown>;

/** Makes this process one of a pool that does these jobs. */
export function serveJobs(jobs: Jobs): void {
  /** The memory that the process may have now (MB), as the watching thread sees it. */
  const limit = new Int32Array(new SharedArrayBuffer(4));
  limit[0] = 1_024;
  new Worker(watch, { eval: true, workerData: { limit: limit.buffer, parent: process.ppid } }).unref();
  try {
    // People's requests go first.
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not every system allows it.
  }
  process.on('message', (request: Request) => {
    limit[0] = request.memory;
    void answersTo(request, jobs).then((answers) => {
      for (const answer of answers) process.send?.(answer);
    });
  });
  process.on('disconnect', () => process.exit(0));
}

/** The answer to a request, in the parts in which it is sent. */
async function answersTo({ job, input, output }: Request, jobs: Jobs): Promise<Answer[]> {
  try {
    const work = Object.entries(jobs).find(([name]) => name === job)?.[1];
    if (!work) throw new Error('there is no such job');
    // Who asks for a job is typed by it (run.ts).
    const { rest, parts } = withoutLongLists(await (work as (input: unknown) => unknown)(input));
    const written = parts.map(({ at, part }) => ({ at, part: serialize(part) }));
    const last = serialize(rest);
    const size = written.reduce((sum, { part }) => sum + part.byteLength, last.byteLength);
    return size > output ? [{ size }] : [...written, { value: last }];
  } catch (error) {
    return [{ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }];
  }
}
