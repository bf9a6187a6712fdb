/**
 * A few processes in which work on untrusted input runs, one job at a time each, so that the process that serves people
 * neither waits for it nor ends with it.
 *
 * Processes, not threads: a thread shares the memory of the process, and where V8 or a native library gives up it takes
 * the process along. A job that passes a limit ends with its process; the next one gets a new process.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { deserialize } from 'node:v8';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { type ListPart, putBack } from './long-lists';
import type { Answer, Request } from './protocol';

/** What a job may take: time on the clock (ms), memory of its process (MB), and size of its answer (bytes). */
export type Limits = { time: number; memory: number; output: number };

export type PoolSetting = {
  /** How to start a process: arguments of Node. */
  program: readonly string[];
  /** The most processes at once. */
  size: number;
  /** The most jobs that wait for a process, and the most bytes of what they are to read; another one is refused. */
  queue: number;
  queueBytes: number;
  /** How long a process without work stays (ms). */
  idle: number;
};

export type Pool = {
  /**
   * Runs a job and gives its answer. Refusals: `work-too-long`, `work-too-large` (memory, answer, or a process that broke
   * down), `work-waits` (too many jobs are waiting). Throws where the job threw, which is a bug.
   */
  run(job: string, input: unknown, limits: Limits): Promise<Result<unknown>>;
  /** Ends all processes; jobs under way are refused as `work-too-large`. */
  end(): void;
};

type Waiting = {
  job: string;
  input: unknown;
  bytes: number;
  limits: Limits;
  settle: (result: Result<unknown>) => void;
  fail: (error: Error) => void;
};

/** Processes start when they are needed; `unref` keeps an idle one from holding up a program that is done. */
export function makePool({ program, size, queue, queueBytes, idle }: PoolSetting): Pool {
  const waiting: Waiting[] = [];
  const free: Worker[] = [];
  const workers = new Set<Worker>();

  function next(): void {
    while (waiting.length > 0) {
      const worker = free.pop() ?? (workers.size < size ? add() : null);
      const work = worker && waiting.shift();
      if (!worker || !work) return;
      worker.take(work);
    }
  }

  function add(): Worker {
    const worker = startWorker(program, idle, {
      onFree: () => {
        free.push(worker);
        next();
      },
      onEnd: () => {
        workers.delete(worker);
        const at = free.indexOf(worker);
        if (at >= 0) free.splice(at, 1);
        next();
      },
    });
    workers.add(worker);
    return worker;
  }

  return {
    run: (job, input, limits) =>
      new Promise((settle, fail) => {
        const bytes = sizeOf(input);
        // What is alone is let in whatever its size: each way in has a limit of its own.
        const isTooMuch = waiting.length > 0 && waiting.reduce((sum, other) => sum + other.bytes, bytes) > queueBytes;
        if (waiting.length >= queue || isTooMuch) return settle(refuse('work-waits'));
        waiting.push({ job, input, bytes, limits, settle, fail });
        next();
      }),
    end() {
      for (const worker of workers) worker.end();
    },
  };
}

/** One process and the job that it does. */
type Worker = { take(work: Waiting): void; end(): void };

/** Settings of the machine. The desk's own, its secrets among them, stay with the desk. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'NODE_PATH'];

function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV } = process.env;
  return { NODE_ENV, ...Object.fromEntries(passedOn.map((name) => [name, process.env[name]])) };
}

function startWorker(program: readonly string[], idle: number, on: { onFree: () => void; onEnd: () => void }): Worker {
  const child = spawn(process.execPath, [...program], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: environment(),
    windowsHide: true,
  });
  let work: Waiting | null = null;
  /** What has come of the lists that are sent before their answer. */
  let parts: ListPart[] = [];
  let isLate = false;
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;

  function done(): Waiting | null {
    const finished = work;
    clearTimeout(timer);
    work = null;
    return finished;
  }

  function ended(): void {
    if (isEnded) return;
    isEnded = true;
    done()?.settle(refuse(isLate ? 'work-too-long' : 'work-too-large'));
    on.onEnd();
  }

  child.on('message', (answer: Answer) => {
    if ('part' in answer) {
      parts.push({ at: answer.at, part: deserialize(answer.part) });
      return;
    }
    const finished = done();
    if (!finished) return;
    rest();
    if ('value' in answer) finished.settle(accept(wholeOf(deserialize(answer.value))));
    else if ('size' in answer) finished.settle(refuse('work-too-large'));
    else finished.fail(new Error(`The job ${finished.job} failed: ${answer.error}`));
    on.onFree();
  });
  child.on('exit', ended);
  child.on('error', ended);

  function wholeOf(value: unknown): unknown {
    for (const part of parts) putBack(value, part);
    parts = [];
    return value;
  }

  /** Without work, the process keeps nobody running, and goes after a while. */
  function rest(): void {
    setRunning(child, false);
    timer = setTimeout(() => {
      ended();
      child.kill('SIGKILL');
    }, idle).unref();
  }

  return {
    take(taken) {
      clearTimeout(timer);
      work = taken;
      setRunning(child, true);
      timer = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, taken.limits.time);
      const { memory, output } = taken.limits;
      const request: Request = { job: taken.job, input: taken.input, memory, output };
      // A process that has just ended says so by its exit.
      child.send(request, () => {});
    },
    end() {
      child.kill('SIGKILL');
    },
  };
}

/** About how many bytes an input takes: its texts and files, those in lists and objects too. */
function sizeOf(input: unknown): number {
  if (typeof input === 'string') return input.length * 2;
  if (input instanceof Uint8Array) return input.byteLength;
  if (typeof input !== 'object' || input === null) return 8;
  return Object.values(input).reduce<number>((sum, held) => sum + sizeOf(held), 0);
}

/** Whether a process keeps this program running. */
function setRunning(child: ChildProcess, isRunning: boolean): void {
  if (isRunning) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
