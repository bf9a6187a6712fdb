/** The open database of the process. Kept on globalThis, since development reloads modules. */
import 'server-only';
import type { AsyncLocalStorage } from 'node:async_hooks';
import { connectionsTo, type Database, nameEngine, openDatabase } from '#lib/data/database/database';
import { faultOf, refusalOfFault } from '#lib/data/database/faults';
import { type Refusal, refuse } from '#lib/domain/refusal';
import { env } from './env';
import { logAudits } from './log-audit';
import { reportError, service } from './service';

const held = globalThis as { claimdeskDatabase?: Database; claimdeskLacksRoom?: boolean };

/** Whether a write found no room, and nothing has proved since that there is some. */
export const lacksRoom = (): boolean => held.claimdeskLacksRoom ?? false;

/** Notes that there is room again. */
export function noteRoom(): void {
  held.claimdeskLacksRoom = false;
}

export function database(): Database {
  if (held.claimdeskDatabase) return held.claimdeskDatabase;
  const opened = open();
  logAudits();
  held.claimdeskDatabase = opened;
  // The last connection of a SQLite file that closes writes its log back.
  service()?.onStop('resources', () => opened.$disconnect());
  return opened;
}

function open(): Database {
  const { DATABASE_URL: address, DATABASE_DIRECT_URL: direct } = env();
  const { CLAIMDESK_DATABASE_POOL: pool, CLAIMDESK_DATABASE_TIMEOUT: timeout } = env();
  const connections = connectionsTo(address, { pool, timeout, isPooled: direct !== undefined });
  const opened = openDatabase(address, connections);
  const telling = opened.$extends({
    query: { $allOperations: ({ args, query }) => query(args).catch(tell) },
  });
  // An extended client has all that a client has, but a type of its own.
  return nameEngine(telling as unknown as Database, opened);
}

/** Where lib/cli/answer-faults.mjs keeps what it must know of a request. */
const requests = globalThis as { [key: symbol]: AsyncLocalStorage<{ fault?: string }> | undefined };

/**
 * Passes an error of the database on so that whoever shows it can say what it is: the request's answer gets its status
 * (lib/cli/answer-faults.mjs), and the page of errors its code, which Next hands to the browser as the error's digest.
 */
function tell(error: unknown): never {
  const fault = faultOf(error);
  if (fault === 'database-full') held.claimdeskLacksRoom = true;
  const request = requests[Symbol.for('claimdesk.request')]?.getStore();
  if (fault && request) request.fault = fault;
  if (fault && error instanceof Error) Object.assign(error, { digest: fault });
  throw error;
}

/** What an unexpected error is to whoever asked: what is wrong with the database, else a bug. It is noted here. */
export function noted(error: unknown): Refusal {
  reportError(error);
  return refusalOfFault(error) ?? refuse('failed');
}
