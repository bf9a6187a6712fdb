/**
 * What went wrong with a database, as a refusal that says so: a lock of another program, a full disk, a server that does
 * not answer. The one place in which codes of SQLite, PostgreSQL, Node and Prisma mean something to the desk.
 */
import { type Refusal, type RefusalCode, refuse } from '#lib/domain/refusal';

export type DatabaseFault = Extract<RefusalCode, `database-${string}`>;

/**
 * SQLite's result codes by their beginning (https://www.sqlite.org/rescode.html): the names of extended codes begin with
 * that of their primary one. `DESK_*` are codes of the desk's own connections (sqlite-connections.ts, read-aside.ts).
 */
export const sqliteFaults: Record<string, DatabaseFault> = {
  SQLITE_BUSY: 'database-in-use',
  SQLITE_LOCKED: 'database-in-use',
  SQLITE_PROTOCOL: 'database-in-use',
  SQLITE_FULL: 'database-full',
  SQLITE_READONLY: 'database-read-only',
  SQLITE_PERM: 'database-read-only',
  SQLITE_CANTOPEN: 'database-failing',
  SQLITE_IOERR: 'database-failing',
  SQLITE_NOMEM: 'database-overloaded',
  SQLITE_CORRUPT: 'database-damaged',
  SQLITE_NOTADB: 'database-damaged',
  DESK_MISSING: 'database-missing',
  DESK_REPLACED: 'database-replaced',
  DESK_READONLY: 'database-read-only',
  DESK_SLOW: 'database-overloaded',
};

/** PostgreSQL's SQLSTATEs, whole or by their class (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
export const postgresqlFaults: Record<string, DatabaseFault> = {
  '08': 'database-unreachable',
  '28': 'database-unreachable',
  '3D000': 'database-unreachable',
  '57P01': 'database-unreachable',
  '57P02': 'database-unreachable',
  '57P03': 'database-unreachable',
  '57P04': 'database-unreachable',
  '57P05': 'database-unreachable',
  '53': 'database-overloaded',
  '53100': 'database-full',
  '57014': 'database-overloaded',
  '55P03': 'database-overloaded',
  '25P03': 'database-overloaded',
  '25P04': 'database-overloaded',
  '40': 'database-overloaded',
  '25006': 'database-read-only',
  '58': 'database-failing',
  XX001: 'database-damaged',
  XX002: 'database-damaged',
};

/** Values that a column cannot hold, a character or a number: codes of PostgreSQL and of Prisma. */
const unstorable: ReadonlySet<string> = new Set('22003 22021 22P02 22P05 P2000 P2007 P2020 P2023 P2033'.split(' '));

/** Node's codes of a connection that is not made or breaks. */
const socketFaults: ReadonlySet<string> = new Set(
  'ECONNREFUSED ECONNRESET ECONNABORTED EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN'.split(' '),
);

/** Prisma's own codes (https://www.prisma.io/docs/orm/reference/error-reference). */
const prismaFaults: Record<string, DatabaseFault> = {
  P1000: 'database-unreachable',
  P1001: 'database-unreachable',
  P1003: 'database-unreachable',
  P1008: 'database-overloaded',
  P1010: 'database-unreachable',
  P1011: 'database-unreachable',
  P1017: 'database-unreachable',
  // A transaction that found no connection, or was cut off by its limit.
  P2028: 'database-overloaded',
  P2034: 'database-overloaded',
  P2037: 'database-overloaded',
};

/** Errors of `pg` and its pool that have no code. */
const messages: [RegExp, DatabaseFault][] = [
  [/timeout exceeded when trying to connect/i, 'database-overloaded'],
  [/query read timeout/i, 'database-unreachable'],
  [/connection terminated|connection error and is not queryable|not queryable/i, 'database-unreachable'],
];

/** Codes and messages of an error and of what it was made from, the innermost last. */
function* layersOf(error: unknown): Generator<{ code: string; message: string }> {
  for (let layer: unknown = error, depth = 0; layer instanceof Object && depth < 6; depth += 1) {
    const { code, originalCode, message, originalMessage, cause, meta } = layer as Record<string, unknown>;
    for (const one of [originalCode, code]) {
      yield { code: typeof one === 'string' ? one : '', message: String(originalMessage ?? message ?? '') };
    }
    const { driverAdapterError } = meta instanceof Object ? (meta as Record<string, unknown>) : {};
    layer = driverAdapterError ?? cause;
  }
}

function faultOfCode(code: string): DatabaseFault | undefined {
  if (/^(SQLITE|DESK)_/.test(code)) {
    const [, fault] = Object.entries(sqliteFaults).find(([begin]) => code.startsWith(begin)) ?? [];
    return fault;
  }
  if (socketFaults.has(code)) return 'database-unreachable';
  return postgresqlFaults[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? postgresqlFaults[code.slice(0, 2)] : undefined);
}

/** What an error says of the database; null where it is about something else. */
export function faultOf(error: unknown): DatabaseFault | null {
  const layers = [...layersOf(error)];
  for (const { code } of layers) {
    const fault = faultOfCode(code);
    if (fault) return fault;
  }
  for (const { code, message } of layers) {
    const fault = messages.find(([words]) => words.test(message))?.[1] ?? prismaFaults[code];
    if (fault) return fault;
  }
  return null;
}

/** The code that the engine itself gave an error, '' where there is none. */
export const engineCodeOf = (error: unknown): string =>
  [...layersOf(error)].map(({ code }) => code).find((code) => faultOfCode(code) !== undefined) ?? '';

/** The refusal that an error of the database stands for; null where it is a bug, and reported as one. */
export function refusalOfFault(error: unknown): Refusal | null {
  const fault = faultOf(error);
  if (fault) return refuse(fault);
  return [...layersOf(error)].some(({ code }) => unstorable.has(code)) ? refuse('value-unstorable') : null;
}
