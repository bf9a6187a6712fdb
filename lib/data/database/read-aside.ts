/**
 * Reads of a SQLite file that take long, in processes of their own: better-sqlite3 is synchronous, and whoever counts a whole
 * desk would hold up everybody else in it. A statement that begins with `aside` is read so; on PostgreSQL the server runs
 * beside the desk anyway, and the word is a comment.
 */
import { DriverAdapterError, type SqlQuery, type SqlResultSet } from '@prisma/driver-adapter-utils';
import { Prisma } from '#lib/data/generated/sqlite/client';
import type { RefusalCode } from '#lib/domain/refusal';
import { type Limits, makePool, type Pool } from '#lib/workers/pool';
import { programOf } from '#lib/workers/program';

const mark = '/* aside */';

/** Begins a statement that reads much. Inside of a transaction it changes nothing. */
export const aside: Prisma.Sql = Prisma.raw(mark);

export const isAside = ({ sql }: SqlQuery): boolean => sql.trimStart().startsWith(mark);

export type AsideRequest = { address: string; query: SqlQuery };
/** What was read; or the error of the driver, or that of SQLite as the file was opened. */
export type AsideAnswer =
  | { result: SqlResultSet }
  | { fault: DriverAdapterError['cause'] }
  | { failed: { code: string; message: string } };

const limits: Limits = { time: 60_000, memory: 1_000, output: 64_000_000 };

const key = Symbol.for('claimdesk.aside');
// The bundler may load this module twice in one process, which is to have one pool.
const shared = globalThis as { [key]?: Pool };

/**
 * Reads a statement of the file at an address. Throws what the driver would throw here; `DESK_SLOW` where it takes too much
 * time or memory, or where too many others wait.
 */
export async function readAside(address: string, query: SqlQuery): Promise<SqlResultSet> {
  shared[key] ??= makePool({ program: program(), size: 2, queue: 100, queueBytes: 64_000_000, idle: 120_000 });
  const done = await shared[key].run('read', { address, query } satisfies AsideRequest, limits);
  if (!done.ok) throw slow(done.code);
  const answer = done.value as AsideAnswer;
  if ('result' in answer) return answer.result;
  if ('fault' in answer) throw new DriverAdapterError(answer.fault);
  throw Object.assign(new Error(answer.failed.message), { code: answer.failed.code });
}

const slow = (why: RefusalCode) =>
  new DriverAdapterError({ kind: 'SocketTimeout', originalCode: 'DESK_SLOW', originalMessage: `a long read: ${why}` });

const program = () => programOf('aside.cjs', 'lib/data/database/aside-program.ts');
