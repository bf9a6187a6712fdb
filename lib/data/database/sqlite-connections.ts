/**
 * The desk's connections to its SQLite file: one that writes, by turns, and one that reads what is committed. better-sqlite3
 * is synchronous, so a lock of another program is never waited for inside of it: the try is repeated, and everybody else
 * goes on meanwhile. A transaction takes the lock for writing as it begins; until then nothing has happened, and the try
 * can be repeated.
 *
 * Invariant: a write is only acknowledged if the file that it went to is the one under the database's name.
 */
import { type BigIntStats, renameSync, rmSync, statSync } from 'node:fs';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { faultOf } from './faults';
import { isAside, readAside } from './read-aside';
import { sqlitePath } from './sqlite-file';
import { keepPrepared } from './sqlite-prepared';
import { repeat, Turns, usualPatience } from './waiting';

/** How long SQLite itself waits, and with it the whole process (ms): enough for another program's ordinary write. */
const briefly = 20;

const pragmas = [
  `PRAGMA busy_timeout = ${briefly}`,
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
];

/** Connections of a program that has the file to itself, as for an upgrade: it waits in place, and sees one state. */
export function soleSqliteConnections(address: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url: address, timeout: 8_000 });
  const prepared = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting;
    for (const pragma of pragmas.slice(1)) await connection.executeScript(pragma);
    return connection;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => prepared(factory.connect()),
    connectToShadowDb: () => prepared(factory.connectToShadowDb()),
  };
}

/** Connections of a server beside others. The file must be there and migrated. `patience`: how long a lock is waited for (ms). */
export function sqliteConnections(address: string, patience = usualPatience): SqlMigrationAwareDriverAdapterFactory {
  const sole = soleSqliteConnections(address);
  return {
    provider: sole.provider,
    adapterName: sole.adapterName,
    connect: async () => new SqliteConnection(address, patience),
    connectToShadowDb: () => sole.connectToShadowDb(),
  };
}

const isInUse = (error: unknown) => faultOf(error) === 'database-in-use';

const faultWith = (originalCode: string, originalMessage: string) =>
  new DriverAdapterError({ kind: 'sqlite', extendedCode: 1, message: originalMessage, originalCode, originalMessage });

/** Which file has a name; null where none has. */
function identityOf(file: string): string | null {
  let found: BigIntStats | undefined;
  try {
    found = statSync(file, { throwIfNoEntry: false, bigint: true });
  } catch {
    // A folder that cannot be searched any more.
    return null;
  }
  return found ? `${found.dev}:${found.ino}` : null;
}

const laterMark = '/* flushed later */';

/**
 * Begins a write outside of a transaction that need not be on the disk yet: the next write without it flushes both. For what
 * is nothing until a later write names it. PostgreSQL takes it for a comment.
 */
export const flushedLater: Prisma.Sql = Prisma.raw(laterMark);

const isFlushedLater = ({ sql }: SqlQuery) => sql.trimStart().startsWith(laterMark);

type Opened = { writer: SqlDriverAdapter; reader: SqlDriverAdapter; file: string; log: string | null };

/** Statements that read, told by their words: one that is taken for such and writes is refused by SQLite. */
const isRead = ({ sql }: SqlQuery) =>
  /^\s*SELECT\b/i.test(sql) || (/^\s*WITH\b/i.test(sql) && !/\b(?:INSERT|UPDATE|DELETE|REPLACE)\b/i.test(sql));

class SqliteConnection implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #address: string;
  readonly #file: string;
  readonly #patience: number;
  readonly #turns: Turns;
  #opened: Opened | null = null;
  #opening: Promise<Opened> | null = null;
  /** The migrations of the database that was opened first: another one may come into its place, not another shape. */
  #shape: string | null = null;

  constructor(address: string, patience: number) {
    this.#address = address;
    this.#patience = patience;
    this.#turns = new Turns(patience);
    this.#file = sqlitePath(address);
  }

  queryRaw(query: SqlQuery) {
    if (isAside(query)) return this.#read(() => readAside(this.#address, query));
    return isRead(query)
      ? this.#read((reader) => reader.queryRaw(query))
      : this.#write((writer) => writer.queryRaw(query));
  }

  executeRaw(query: SqlQuery) {
    return this.#write((writer) => (isFlushedLater(query) ? writeUnflushed(writer, query) : writer.executeRaw(query)));
  }

  executeScript(script: string) {
    return this.#write((writer) => writer.executeScript(script));
  }

  async startTransaction(): Promise<Transaction> {
    const deadline = Date.now() + this.#patience;
    const release = await this.#turns.take();
    try {
      const { writer } = await this.#ready(deadline);
      await repeat(deadline, isInUse, () => writer.executeScript('BEGIN IMMEDIATE'));
      return this.#transaction(writer, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async dispose(): Promise<void> {
    await this.#opening?.catch(() => {});
    const opened = this.#opened;
    this.#opened = null;
    await opened?.reader.dispose();
    await opened?.writer.dispose();
  }

  #transaction(writer: SqlDriverAdapter, release: () => void): Transaction {
    let isOver = false;
    // Whatever became of the transaction, the next one finds none open.
    const end = async () => {
      try {
        if (!isOver) await writer.executeScript('ROLLBACK');
      } catch {
        // SQLite has ended it itself, as on a full disk. Prisma's adapter throws this instead of rejecting.
      } finally {
        isOver = true;
        release();
      }
    };
    const commit = async () => {
      try {
        this.#prove();
        await writer.executeScript('COMMIT');
        isOver = true;
        await this.#proveWritten();
      } finally {
        await end();
      }
      return 0;
    };
    const run = async (sql: string) => void (await writer.executeScript(sql));
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      options: { usePhantomQuery: false },
      queryRaw: (query) => writer.queryRaw(query),
      executeRaw: async (query) => {
        if (query.sql === 'COMMIT') return commit();
        if (query.sql !== 'ROLLBACK') return writer.executeRaw(query);
        await end();
        return 0;
      },
      commit: end,
      rollback: end,
      createSavepoint: (name) => run(`SAVEPOINT ${name}`),
      rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
      releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
    };
  }

  async #read<T>(run: (reader: SqlDriverAdapter) => Promise<T>): Promise<T> {
    const deadline = Date.now() + this.#patience;
    return repeat(deadline, isInUse, async () => {
      const opened = this.#standing() ?? (await this.#readyInTurn(deadline));
      return run(opened.reader);
    });
  }

  async #write<T>(run: (writer: SqlDriverAdapter) => Promise<T>): Promise<T> {
    const deadline = Date.now() + this.#patience;
    const release = await this.#turns.take();
    try {
      const { writer } = await this.#ready(deadline);
      const result = await repeat(deadline, isInUse, () => run(writer));
      await this.#proveWritten();
      return result;
    } finally {
      release();
    }
  }

  /** The connections, where they lead to the file under the database's name. */
  #standing(): Opened | null {
    return this.#opened && this.#opened.file === identityOf(this.#file) ? this.#opened : null;
  }

  /** Throws where the file is gone or is another one: what would be written now would be lost. */
  #prove(): void {
    if (!this.#standing()) throw faultWith('DESK_MISSING', `${this.#file} was moved, deleted or replaced`);
  }

  /**
   * The same after a write. Where only the log was taken away, what it holds is folded into the file at once: closing the
   * last connection does that.
   */
  async #proveWritten(): Promise<void> {
    this.#prove();
    const opened = this.#opened;
    if (!opened) return;
    if (opened.log === identityOf(`${this.#file}-wal`)) return;
    await this.dispose();
    await this.#ready(Date.now() + this.#patience);
  }

  /** For readers, who hold no turn: only those who come upon another file wait for one. */
  async #readyInTurn(deadline: number): Promise<Opened> {
    if (!this.#opened) return this.#ready(deadline);
    const release = await this.#turns.take();
    try {
      return await this.#ready(deadline);
    } finally {
      release();
    }
  }

  /**
   * The connections, opened anew where another file has come into the place of the one they lead to. While there is none,
   * the old ones stay open: the file may be moved back.
   */
  async #ready(deadline: number): Promise<Opened> {
    const standing = this.#standing();
    if (standing) return standing;
    if (identityOf(this.#file) === null) throw faultWith('DESK_MISSING', `${this.#file} is not there`);
    if (this.#opened) {
      const { log } = this.#opened;
      await this.dispose();
      // The old file's log would be written into the new one. It is kept, but not under its name.
      if (log !== null && identityOf(`${this.#file}-wal`) === log) {
        renameSync(`${this.#file}-wal`, `${this.#file}-wal.before-${Date.now()}`);
        rmSync(`${this.#file}-shm`, { force: true });
      }
    }
    this.#opening ??= this.#open(deadline).finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #open(deadline: number): Promise<Opened> {
    const file = identityOf(this.#file);
    if (file === null) throw faultWith('DESK_MISSING', `${this.#file} is not there`);
    const factory = new PrismaBetterSqlite3({ url: this.#address, timeout: briefly, fileMustExist: true });
    const opened: SqlDriverAdapter[] = [];
    const connect = async () => {
      const connection = await factory.connect();
      opened.push(connection);
      keepPrepared(connection);
      for (const pragma of pragmas) await repeat(deadline, isInUse, () => connection.executeScript(pragma));
      return connection;
    };
    try {
      const writer = await connect();
      const reader = await connect();
      await reader.executeScript('PRAGMA query_only = ON');
      const shape = await shapeOf(reader);
      this.#shape ??= shape;
      if (shape !== this.#shape) throw faultWith('DESK_REPLACED', `${this.#file} is of another version`);
      if (file !== identityOf(this.#file)) throw faultWith('DESK_MISSING', `${this.#file} was replaced`);
      this.#opened = { writer, reader, file, log: identityOf(`${this.#file}-wal`) };
      return this.#opened;
    } catch (error) {
      for (const connection of opened) await connection.dispose();
      throw asDriverError(error);
    }
  }
}

/** Writes to the log alone. The log is flushed as a whole, so whatever is flushed after it takes it along. */
async function writeUnflushed(writer: SqlDriverAdapter, query: SqlQuery): Promise<number> {
  await writer.executeScript('PRAGMA synchronous = NORMAL');
  try {
    return await writer.executeRaw(query);
  } finally {
    await writer.executeScript('PRAGMA synchronous = FULL');
  }
}

/** The migrations that a database has seen. */
async function shapeOf(connection: SqlDriverAdapter): Promise<string> {
  const ask = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
  const tables = await ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'");
  if (tables.length === 0) return '';
  return JSON.stringify(
    await ask('SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY 1'),
  );
}

/** Opening a file fails with SQLite's own error, which Prisma's adapter passes on as it is. */
function asDriverError(error: unknown): unknown {
  if (error instanceof DriverAdapterError || !(error instanceof Error) || !('code' in error)) return error;
  return faultWith(String(error.code), error.message);
}
