/**
 * Reads that keep a worker process busy for long: of one person's, so many run at once, a few more wait for their turn, and others
 * are refused, so that one person leaves workers to the rest of the desk. Workers belong to a server process (lib/workers), so
 * this is counted in each process, on either engine, and not in the database.
 */
import 'server-only';
import { type Result, refuse } from '#lib/domain/refusal';

const mostRunning = 2;
/** What a browser may still want that has asked for a few claims one after the other. */
const mostWaiting = 4;
/** When a place is likely to be free again (s): such a read takes 30 at most. */
const likelyWait = 15;

type Turns = { running: number; waiting: (() => void)[] };

const key = Symbol.for('claimdesk.turns');
// The bundler may load this module twice in one process: a person has the same places in both.
const shared = globalThis as { [key]?: Map<string, Turns> };

/**
 * Runs a read of a person when it is its turn. Refused where too many wait already, and where nobody waits for it any more
 * (`too-many-searches`).
 */
export async function inTurn<T>(
  personId: string,
  signal: AbortSignal,
  run: () => Promise<Result<T>>,
): Promise<Result<T>> {
  shared[key] ??= new Map();
  const all = shared[key];
  const turns = all.get(personId) ?? { running: 0, waiting: [] };
  all.set(personId, turns);
  if (!(await hasTurn(turns, signal))) return refuse('too-many-searches', { values: { number: likelyWait } });
  try {
    return await run();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
    if (turns.running === 0) all.delete(personId);
  }
}

/** Waits for a place among those that run; false where there is none, or the one who waited has left. */
function hasTurn(turns: Turns, signal: AbortSignal): boolean | Promise<boolean> {
  if (turns.running < mostRunning) {
    turns.running += 1;
    return true;
  }
  if (signal.aborted || turns.waiting.length >= mostWaiting) return false;
  return new Promise((settle) => {
    // Whoever is done hands their place on.
    const take = () => {
      signal.removeEventListener('abort', leave);
      settle(true);
    };
    const leave = () => {
      turns.waiting = turns.waiting.filter((other) => other !== take);
      settle(false);
    };
    turns.waiting.push(take);
    signal.addEventListener('abort', leave, { once: true });
  });
}
