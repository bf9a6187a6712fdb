/** Work on what strangers send, in a process of its own (lib/workers), counted by the metrics while it lasts. */
import 'server-only';
import { runApart as run } from '#lib/workers/run';
import { countedJob } from './service';

/** Runs a job apart; see `runApart` of lib/workers. */
export const runApart: typeof run = (job, input) => countedJob(job, () => run(job, input));
