/**
 * Whether the database can be worked with now: it takes a write, its disk has room, and its shape is the one that this
 * version expects. Nothing is changed, nobody is waited for longer than `limit`, and the process is never held up: SQLite is
 * asked on a connection of its own that does not wait for locks.
 */
import { type BigIntStats, type StatsFs, statSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { type Database, engineOf } from './database';
import { sqlitePath } from './sqlite-file';

/** What can be wrong; `ok` is nothing. */
export type ProbeFault =
  | 'no-answer'
  | 'unreachable'
  | 'busy'
  | 'read-only'
  | 'damaged'
  | 'gone'
  | 'replaced'
  | 'disk-full'
  | 'not-current'
  | 'newer';

/** `null`: nothing is wrong. */
export type Probe = { database: ProbeFault | null; disk: ProbeFault | null; migrations: ProbeFault | null };

export type ProbeSetting = {
  /** `postgresql://…`, or `file:` and a path. */
  address: string;
  /** The open database; SQLite is asked apart from it, but for a file that came into the place of another. */
  db: () => Database;
  /** The names of the migrations that this version consists of; null where they are not known. */
  migrations: string[] | null;
  /** After so long without an answer there is none (ms). */
  limit?: number;
  /** How much room the disk of a SQLite file must have (bytes). */
  room?: number;
  /** Whether a write found no room, and none has been proved since. PostgreSQL is then asked for room, not for its answer alone. */
  lacksRoom?: () => boolean;
};

/** SQLite needs room for its log, which grows to some megabytes in a large write, and for what is uploaded meanwhile. */
const usualRoom = 64 * 1024 * 1024;
const usualLimit = 2_000;
/** How often a lock is tried (ms). */
const between = 20;

type Row = { migration_name: string; finished_at: unknown };

const listed = 'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL';

/** Compares the list in the database with what this version knows. */
function shapeFault(rows: Row[], known: string[] | null): ProbeFault | null {
  const done = new Set(rows.filter(({ finished_at: at }) => at !== null).map((row) => row.migration_name));
  if (rows.length > done.size || known?.some((name) => !done.has(name))) return 'not-current';
  return known && done.size > known.length ? 'newer' : null;
}

/**
 * Makes the function that probes. It notes which file a SQLite address names now: another file under this name later counts
 * once the desk's own connections have gone over to it. Of calls at the same time only one asks; after one that had no answer, the next ask only when it has
 * come to its end, so that questions do not pile up.
 */
export function makeProbe(setting: ProbeSetting): () => Promise<Probe> {
  const { limit = usualLimit } = setting;
  const isSqlite = engineOf(setting.address) === 'sqlite';
  const opened: Opened = {
    file: isSqlite ? identityOf(statSync(sqlitePath(setting.address), { bigint: true, throwIfNoEntry: false })) : null,
  };
  const silent: Probe = { database: 'no-answer', disk: null, migrations: null };
  let running: Promise<Probe> | null = null;
  return async () => {
    running ??= (isSqlite ? probeSqlite(setting, opened, limit) : probePostgresql(setting)).finally(() => {
      running = null;
    });
    const late = new AbortController();
    // An own limit is met a moment before this one.
    const answer = await Promise.race([running, pause(limit + 250, silent, { signal: late.signal })]);
    late.abort();
    return answer;
  };
}

/** The file that the desk works with. */
type Opened = { file: string | null };

const identityOf = (stats: BigIntStats | undefined) => (stats ? `${stats.dev}:${stats.ino}` : null);

async function probeSqlite(setting: ProbeSetting, opened: Opened, limit: number): Promise<Probe> {
  const file = sqlitePath(setting.address);
  const stats = await stat(file, { bigint: true }).catch(() => undefined);
  const disk = await diskFault(path.dirname(file), setting.room ?? usualRoom);
  if (!stats) return { database: 'gone', disk, migrations: null };
  if (identityOf(stats) !== opened.file) {
    // The desk's own connections go first: they take the old file's log away, and refuse a file of another shape.
    if (!(await follows(setting.db))) return { database: 'replaced', disk, migrations: null };
    opened.file = identityOf(stats);
  }
  const isWritable = await Promise.all([access(file, constants.W_OK), access(path.dirname(file), constants.W_OK)]).then(
    () => true,
    () => false,
  );
  if (!isWritable) return { database: 'read-only', disk, migrations: null };
  for (const end = performance.now() + limit; ; await pause(between)) {
    const answer = askSqlite(file, setting.migrations);
    if (answer.database !== 'busy' || performance.now() > end) return { ...answer, disk };
  }
}

/** Whether the desk works with the file that is there now. */
async function follows(db: () => Database): Promise<boolean> {
  try {
    await db().$queryRawUnsafe(listed);
    return true;
  } catch {
    return false;
  }
}

/** Takes the write lock and gives it back; reads the list of migrations meanwhile. Does not wait. */
function askSqlite(file: string, known: string[] | null): Omit<Probe, 'disk'> {
  try {
    const connection = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
    try {
      connection.exec('BEGIN IMMEDIATE');
      // Refused where nothing can be written, though no row is meant.
      connection.exec('UPDATE _prisma_migrations SET logs = logs WHERE 0');
      const rows = connection.prepare(listed).all() as Row[];
      connection.exec('ROLLBACK');
      return { database: null, migrations: shapeFault(rows, known) };
    } finally {
      connection.close();
    }
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
    return { database: sqliteFault(error.code), migrations: null };
  }
}

function sqliteFault(code: string): ProbeFault {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'busy';
  if (/^SQLITE_(READONLY|PERM)/.test(code)) return 'read-only';
  if (/^SQLITE_FULL/.test(code)) return 'disk-full';
  if (/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(code)) return 'damaged';
  return 'unreachable';
}

async function diskFault(folder: string, room: number): Promise<ProbeFault | null> {
  const disk: StatsFs | null = await statfs(folder).catch(() => null);
  return disk && disk.bavail * disk.bsize < room ? 'disk-full' : null;
}

/**
 * Takes new pages of a table and gives them back: an update of no row, and even a small one, succeeds on a disk that is full.
 * Hexadecimal digits at random cannot be packed into less than half.
 */
const takeRoom = `DO $$ BEGIN
  INSERT INTO "Setting" (key, value)
    SELECT 'probe-' || txid_current(), to_jsonb(string_agg(md5(random()::text), '')) FROM generate_series(1, 4096);
  RAISE EXCEPTION 'there is room';
EXCEPTION WHEN raise_exception THEN NULL;
END $$`;

async function probePostgresql({ db, migrations, lacksRoom }: ProbeSetting): Promise<Probe> {
  try {
    if (lacksRoom?.()) await db().$executeRawUnsafe(takeRoom);
    // A standby and a database that was set to read-only refuse this, though no row is meant.
    await db().$executeRawUnsafe('UPDATE _prisma_migrations SET logs = logs WHERE false');
    const rows = await db().$queryRawUnsafe<Row[]>(listed);
    return { database: null, disk: null, migrations: shapeFault(rows, migrations) };
  } catch (error) {
    return { database: postgresqlFault(error), disk: null, migrations: null };
  }
}

/** By SQLSTATE, which stands in Prisma's error: 25006 is a write where only reading is allowed, class 53 a lack of room. */
function postgresqlFault(error: unknown): ProbeFault {
  const said = error instanceof Error ? `${error.message} ${JSON.stringify('meta' in error ? error.meta : '')}` : '';
  if (/\b25006\b|read-only transaction/.test(said)) return 'read-only';
  if (/\b53100\b/.test(said)) return 'disk-full';
  if (/\bXX00[12]\b/.test(said)) return 'damaged';
  if (/\b53300\b|too many connections|P2024/.test(said)) return 'busy';
  return 'unreachable';
}
