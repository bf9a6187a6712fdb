/** Waiting without holding up anybody else: turns that are taken one after the other, and tries that are repeated. */
import { DriverAdapterError } from '@prisma/driver-adapter-utils';

/** How long somebody waits for a database that is in use before they are told (ms). */
export const usualPatience = 10_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The error of whoever waited in vain. */
const inUse = () =>
  new DriverAdapterError({ kind: 'SocketTimeout', originalCode: 'SQLITE_BUSY', originalMessage: 'waited in vain' });

/** A resource that one holds at a time; others get it in the order in which they came. */
export class Turns {
  #isTaken = false;
  #waiting: (() => void)[] = [];
  readonly #patience: number;

  constructor(patience: number) {
    this.#patience = patience;
  }

  /** Takes the turn; what it returns gives it back, once however often it is called. Throws after its patience. */
  async take(): Promise<() => void> {
    if (this.#isTaken) await this.#wait();
    this.#isTaken = true;
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#isTaken = false;
    };
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((one) => one !== called);
        reject(inUse());
      }, this.#patience);
      const called = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(called);
    });
  }
}

/** Repeats a try after ever longer pauses while `isWorthIt` says so of its error, until `deadline` (ms since 1970). */
export async function repeat<T>(
  deadline: number,
  isWorthIt: (error: unknown) => boolean,
  run: () => Promise<T>,
): Promise<T> {
  for (let delay = 5; ; delay = Math.min(250, delay * 2)) {
    try {
      return await run();
    } catch (error) {
      if (!isWorthIt(error) || Date.now() + delay > deadline) throw error;
      await pause(delay);
    }
  }
}
