/**
 * Keeps a server running, as systemd would: one that ends by itself is started again after a pause that doubles each time.
 * A server that never served cannot start, so it is given up after some tries; one that served is never given up.
 */
import type { ChildProcess } from 'node:child_process';

/** Milliseconds, but for `tries`. */
const usual = {
  firstPause: 1_000,
  longestPause: 30_000,
  /** A server that ran this long begins again with the first pause. */
  settled: 60_000,
  /** How often a server is started that never served. */
  tries: 5,
  /** How long a server may take to stop before it is killed. */
  stopping: 25_000,
  /** Ctrl-C reaches a process more than once, by its group and by npm. */
  sameSignal: 1_000,
};

export type Supervision = {
  start: () => ChildProcess;
  /** Whether a server that ended by itself is started again. */
  restarts: boolean;
  /** Receives sentences for the operator. */
  say: (line: string) => void;
  times?: Partial<typeof usual>;
};

/**
 * Starts the server. `ended` gives the exit code of the program: 0 after `stop`, that of the server (or 1) where it ended by
 * itself and is not started again, 1 where it had to be killed.
 */
export function supervise({ start, restarts, say, times = {} }: Supervision) {
  const time = { ...usual, ...times };
  let child: ChildProcess | null = null;
  let waiting: NodeJS.Timeout | undefined;
  let killing: NodeJS.Timeout | undefined;
  let stoppedAt: number | null = null;
  let hasServed = false;
  let crashes = 0;
  let finish: (code: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    finish = resolve;
  });

  function run(): void {
    const began = performance.now();
    const own = start();
    child = own;
    let isOver = false;
    const over = (code: number | null, signal: NodeJS.Signals | null) => {
      if (isOver) return;
      isOver = true;
      child = null;
      clearTimeout(killing);
      if (stoppedAt !== null) finish(signal === 'SIGKILL' ? 1 : 0);
      else crashed(code, signal, performance.now() - began);
    };
    own.once('exit', over);
    // It could not be started at all.
    own.once('error', () => over(1, null));
  }

  function crashed(code: number | null, signal: NodeJS.Signals | null, ran: number): void {
    say(`The server ended by itself (${signal ?? `code ${code}`}).`);
    crashes = ran >= time.settled ? 1 : crashes + 1;
    if (!restarts) {
      finish(code || 1);
      return;
    }
    if (!hasServed && crashes >= time.tries) {
      say(`It ended ${crashes} times before it served: it is not started again.`);
      finish(code || 1);
      return;
    }
    const pause = Math.min(time.longestPause, time.firstPause * 2 ** Math.min(crashes - 1, 20));
    say(`It is started again in ${pause / 1_000} s.`);
    waiting = setTimeout(run, pause);
  }

  run();
  return {
    ended,
    /** Notes that the server answers. */
    served: () => {
      hasServed = true;
    },
    /** Passes a signal on and lets the server finish; a second one, or too long a wait, kills it. */
    stop(signal: NodeJS.Signals): void {
      const now = performance.now();
      if (stoppedAt !== null) {
        if (now - stoppedAt > time.sameSignal) child?.kill('SIGKILL');
        return;
      }
      stoppedAt = now;
      clearTimeout(waiting);
      if (!child) {
        finish(0);
        return;
      }
      child.kill(signal);
      killing = setTimeout(() => {
        say('The server did not stop in time and was killed.');
        child?.kill('SIGKILL');
      }, time.stopping);
    },
  };
}
