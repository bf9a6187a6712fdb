/**
 * Runs a job of jobs.ts in a worker process: the one door for reading files, pages and long texts, and drawing.
 */
import { availableParallelism } from 'node:os';
import type { Result } from '#lib/domain/refusal';
import type { Jobs } from './jobs';
import { type Limits, makePool, type Pool } from './pool';
import { programOf } from './program';

type Input<Name extends keyof Jobs> = Parameters<Jobs[Name]>[0];
type Output<Name extends keyof Jobs> = Awaited<ReturnType<Jobs[Name]>>;

/** An article of a million characters is read in less than a tenth of this, where the machine has little else to do. */
const longText: Limits = { time: 60_000, memory: 1_000, output: 64_000_000 };
/** A Word file of the greatest size that is allowed takes some ten seconds. */
const file: Limits = { time: 60_000, memory: 1_000, output: 32_000_000 };

const limits: { [Name in keyof Jobs]: Limits } = {
  'read-text': longText,
  'read-markup': longText,
  'read-original': file,
  'read-source': file,
  'read-feed': file,
  'media-type': { ...file, output: 1_000 },
  'read-file-text': file,
  'part-of-text': file,
  'find-in-texts': { ...file, output: 4_000_000 },
  'find-claims-in-texts': { ...file, output: 16_000_000 },
  'compare-texts': { ...file, output: 16_000_000 },
  'read-article-file': { time: 60_000, memory: 1_500, output: 128_000_000 },
  'read-packet-manifest': { time: 60_000, memory: 1_500, output: 128_000_000 },
  'clean-copy': file,
  'propose-claims': longText,
  fingerprint: longText,
  'plan-revision': longText,
  'diff-revisions': longText,
  'set-kinds': longText,
  'draw-card': { time: 10_000, memory: 500, output: 4_000_000 },
};

/** Heap of a process (MB); what it holds outside of the heap counts toward its job's memory. */
const heap = 700;

/** Some hundred jobs of usual size may wait, or four of the greatest. */
const waitingRoom = { queue: 200, queueBytes: 256_000_000, idle: 120_000 };

const key = Symbol.for('claimdesk.workers');
// The bundler may load this module twice in one process, which is to have one pool.
const shared = globalThis as { [key]?: Pool };

/** Runs a job apart. Refusals: those of Pool.run. What the job itself refuses is in its answer. */
export function runApart<Name extends keyof Jobs>(job: Name, input: Input<Name>): Promise<Result<Output<Name>>> {
  shared[key] ??= makePool({ program: program(), size: sizeFor(availableParallelism()), ...waitingRoom });
  // The process runs jobs[job], whose type this is.
  return shared[key].run(job, input, limits[job]) as Promise<Result<Output<Name>>>;
}

/** One for each processor but one, which serves people; two at least, so that a long job holds up no short one. */
const sizeFor = (processors: number): number => Math.min(4, Math.max(2, processors - 1));

const program = () => [`--max-old-space-size=${heap}`, ...programOf('worker.cjs', 'lib/workers/worker.ts')];
