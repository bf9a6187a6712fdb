/**
 * The one door to the database: a SQLite file by default, PostgreSQL when the address says so.
 *
 * Code is typed against the SQLite client; the PostgreSQL client is generated from a twin of the same schema that differs
 * in the provider alone. Connections are made in sqlite-connections.ts and postgresql-connections.ts: nobody waits for ever,
 * and what goes wrong with a database has a name (faults.ts).
 */
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient as PostgresqlClient } from '#lib/data/generated/postgresql/client';
import { type Prisma, PrismaClient as SqliteClient } from '#lib/data/generated/sqlite/client';
import { postgresqlConnections, solePostgresqlConnections, usualPostgresql } from './postgresql-connections';
import { soleSqliteConnections, sqliteConnections } from './sqlite-connections';

export type Database = SqliteClient;
/** What a query runs on: the database, or a transaction on it. */
export type Queryable = Prisma.TransactionClient;
/** So many rows are read or written at once, with what hangs on them: an engine takes only so many parameters. */
export const rowsAtOnce = 500;

/** Runs something on rows, `size` of them at a time, one batch after the other; returns what each batch gave. */
export async function inBatches<Row, T>(
  rows: Row[],
  run: (batch: Row[]) => Promise<T>,
  size = rowsAtOnce,
): Promise<T[]> {
  const results: T[] = [];
  for (let at = 0; at < rows.length; at += size) results.push(await run(rows.slice(at, at + size)));
  return results;
}

export type Engine = 'sqlite' | 'postgresql';

/** @param address `postgresql://…`, or `file:` and a path. */
export function engineOf(address: string): Engine {
  return /^postgres(ql)?:/i.test(address) ? 'postgresql' : 'sqlite';
}

const key = Symbol.for('claimdesk.engines');
// The bundler may load this module twice in one process, and one of the two opens the database that both use.
const shared = globalThis as { [key]?: WeakMap<Queryable, Engine> };
shared[key] ??= new WeakMap();
/** The engines of open databases and of transactions on them. */
const engines = shared[key];

/** Which engine a query runs on. Throws for what was not opened here. */
export function engineIn(db: Queryable): Engine {
  const engine = engines.get(db);
  if (!engine) throw new Error('Which engine this is was not said: openDatabase does, and nameEngine.');
  return engine;
}

/** Says that a transaction, or what stands for a database, is on the engine of one that was opened here. */
export function nameEngine<Named extends Queryable>(tx: Named, db: Queryable): Named {
  engines.set(tx, engineIn(db));
  return tx;
}

/** A factory of connections for the desk at work. The folder of a SQLite file must be there. */
export function connectionsTo(address: string, settings = usualPostgresql): SqlMigrationAwareDriverAdapterFactory {
  return engineOf(address) === 'postgresql' ? postgresqlConnections(address, settings) : sqliteConnections(address);
}

/** A factory of connections that take as long as they need, for whoever changes the database as a whole. */
export function soleConnectionsTo(address: string): SqlMigrationAwareDriverAdapterFactory {
  return engineOf(address) === 'postgresql' ? solePostgresqlConnections(address) : soleSqliteConnections(address);
}

/** Opens the database at an address, on connections of its own or the given ones. The caller closes it with `$disconnect()`. */
export function openDatabase(address: string, adapter = connectionsTo(address)): Database {
  const transactionOptions = { maxWait: 15_000, timeout: 20_000 };
  const engine = engineOf(address);
  const db =
    engine === 'sqlite'
      ? new SqliteClient({ adapter, transactionOptions })
      : // The twin schema differs in the provider alone, so the two clients have the same shape.
        (new PostgresqlClient({ adapter, transactionOptions }) as unknown as Database);
  engines.set(db, engine);
  return db;
}

/** Whether the database refused a second row where there can be one (Prisma's code for it). */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002';

/** Whether the database refused a row that belongs to one that is not there (Prisma's code for it). */
export const isOfNothing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2003';
