/**
 * Brings the database at an address to the shape of this version, all or nothing, with a proven copy before. A SQLite
 * file is changed as a copy that then takes its name: whatever ends the program leaves the old file or the new one.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { type Engine, engineOf } from '../lib/data/database/database';
import { engineCodeOf, faultOf } from '../lib/data/database/faults';
import {
  alone,
  backUpSqlite,
  foldIntoOneFile,
  isWhole,
  openSqlite,
  putInPlace,
  sqlitePath,
} from '../lib/data/database/sqlite-file';
import { migrate, namesOfMigrations } from './migrations';

/** What was done, or a sentence that says why nothing was and what to do. */
export type Upgrade = { ok: true; applied: string[]; backup: string | null } | { ok: false; why: string };

type Row = { migration_name: string; finished_at: unknown; rolled_back_at: unknown };

/** What a database's own list of migrations means for this version. */
type Shape =
  | { kind: 'new' | 'foreign' }
  | { kind: 'known'; pending: number; last: string }
  | { kind: 'refused'; why: string };

/** @param rows The list; null where there is none. `isEmpty`: no other table is there either. */
function shapeOf(engine: Engine, rows: Row[] | null, isEmpty: boolean): Shape {
  if (rows === null) return { kind: isEmpty ? 'new' : 'foreign' };
  const known = namesOfMigrations(engine);
  const standing = rows.filter(({ rolled_back_at: undone }) => undone === null);
  const unknown = standing.find(({ migration_name: name }) => !known.includes(name));
  if (unknown) {
    const why = `This database was made by a newer Claimdesk (${unknown.migration_name}). Start that version again, or put back a copy from before: npm run restore -- FILE`;
    return { kind: 'refused', why };
  }
  const cut = standing.find(({ finished_at: finished }) => finished === null);
  if (cut) {
    const why = `An upgrade of this database was cut off (${cut.migration_name}). Put back the copy from before: npm run restore -- FILE`;
    return { kind: 'refused', why };
  }
  return { kind: 'known', pending: known.length - standing.length, last: standing.at(-1)?.migration_name ?? 'empty' };
}

const listed = 'SELECT migration_name, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at';

/**
 * @param backups The folder for the copy that is made before.
 * @param direct The PostgreSQL server itself, where `address` leads to a pooler before it.
 */
export function upgrade(address: string, backups: string, direct?: string): Promise<Upgrade> {
  if (engineOf(address) === 'postgresql') return upgradeServer(address, backups, direct);
  const file = sqlitePath(address);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  return alone(file, () => upgradeSqlite(file, backups));
}

async function upgradeSqlite(file: string, backups: string): Promise<Upgrade> {
  const work = `${file}.upgrading`;
  const discard = () => {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(work + ending, { force: true });
  };
  discard();
  const shape = existsSync(file) ? sqliteShape(file) : ({ kind: 'new' } as const);
  if (shape.kind === 'refused') return { ok: false, why: shape.why };
  if (shape.kind === 'foreign')
    return {
      ok: false,
      why: `${file} is a database of another program. Choose another place with CLAIMDESK_DATA or DATABASE_URL.`,
    };
  if (shape.kind === 'known' && shape.pending === 0) return { ok: true, applied: [], backup: null };
  let backup: string | null = null;
  if (shape.kind === 'known') {
    if (!foldIntoOneFile(file)) {
      return {
        ok: false,
        why: `Another program has ${file} open, and it must be upgraded first. Stop the other Claimdesk, then start again.`,
      };
    }
    backup = path.join(backups, `before-upgrade-${shape.last}.db`);
    if (!(await backUpSqlite(file, backup))) return { ok: false, why: damaged(file) };
    copyFileSync(file, work);
  }
  try {
    const applied = await migrate(`file:${work}`);
    foldIntoOneFile(work);
    if (!isWhole(work)) return { ok: false, why: damaged(file) };
    chmodSync(work, 0o600);
    putInPlace(work, file);
    return { ok: true, applied, backup };
  } finally {
    discard();
  }
}

const damaged = (file: string) => `${file} is damaged. Put back a copy of it: npm run restore -- FILE`;

/** What a SQLite file is to this version. */
export function sqliteShape(file: string): Shape {
  try {
    const database = openSqlite(file);
    try {
      const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
      const rows = names.includes('_prisma_migrations') ? (database.prepare(listed).all() as Row[]) : null;
      return shapeOf('sqlite', rows, names.length === 0);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError) return { kind: 'refused', why: damaged(file) };
    throw error;
  }
}

/** The lock under which Prisma's engine migrates, and the one under which a whole upgrade is done. */
const migrationLock = 72_707_369;
const upgradeLock = 72_707_370;

/** A setting of a session that no database has by itself: a pooler keeps it from the server, or refuses it. */
const telltale = 86_399_977;

const pooled =
  'DATABASE_URL leads to a pooler, such as pgbouncer, through which a database cannot be upgraded. Name the server itself in DATABASE_DIRECT_URL, and leave DATABASE_URL as it is.';

/** Upgrades, and puts what a server says against it into a sentence. */
async function upgradeServer(address: string, backups: string, direct: string | undefined): Promise<Upgrade> {
  try {
    if (direct === undefined && (await isPooled(address))) return { ok: false, why: pooled };
    const upgraded = await upgradePostgresql(direct ?? address, backups);
    if (upgraded.ok && direct !== undefined && !(await isUpgraded(address))) {
      const why = 'DATABASE_URL and DATABASE_DIRECT_URL lead to different databases. Let both lead to the same one.';
      return { ok: false, why };
    }
    return upgraded;
  } catch (error) {
    if (engineCodeOf(error) === '55P03') {
      return { ok: false, why: 'Another Claimdesk is upgrading this database. Start again once it is done.' };
    }
    if (faultOf(error) === null) throw error;
    const { host, pathname } = new URL(direct ?? address);
    const said = error instanceof Error ? error.message : String(error);
    return { ok: false, why: `The database ${pathname.slice(1)} at ${host} cannot be used: ${said}` };
  }
}

/** Whether what answers at an address is no server, but a pooler before one. */
async function isPooled(address: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: 15_000,
    statement_timeout: telltale,
    query_timeout: 15_000,
  });
  try {
    await client.connect();
    const shown = await client.query("SELECT setting FROM pg_settings WHERE name = 'statement_timeout'");
    return shown.rows[0]?.setting !== String(telltale);
  } catch (error) {
    if (error instanceof Error && /unsupported startup parameter/i.test(error.message)) return true;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether all migrations are in the database at an address. */
async function isUpgraded(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 15_000, query_timeout: 15_000 });
  await client.connect();
  try {
    const tables = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
    if (!tables.rows[0]?.known) return false;
    const shape = shapeOf('postgresql', (await client.query(listed)).rows, false);
    return shape.kind === 'known' && shape.pending === 0;
  } finally {
    await client.end();
  }
}

async function upgradePostgresql(address: string, backups: string): Promise<Upgrade> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    // Whoever upgrades now is waited for, also one that was killed and whose statement still runs.
    await client.query("SET lock_timeout = '60s'");
    await client.query('SELECT pg_advisory_lock($1), pg_advisory_lock($2)', [upgradeLock, migrationLock]);
    const shape = await postgresqlShape(client);
    // The engine takes it itself; the other one stays until the end.
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    if (shape.kind === 'refused') return { ok: false, why: shape.why };
    if (shape.kind === 'foreign') {
      const why = 'The database holds tables of another program. Give Claimdesk one of its own in DATABASE_URL.';
      return { ok: false, why };
    }
    if (shape.kind === 'known' && shape.pending === 0) return { ok: true, applied: [], backup: null };
    const backup = shape.kind === 'known' ? path.join(backups, `before-upgrade-${shape.last}.sql`) : null;
    if (backup && !backUpPostgresql(address, backup)) {
      const why =
        'The database must be copied before it is upgraded, and pg_dump did not do it. Install the client programs of your PostgreSQL.';
      return { ok: false, why };
    }
    return { ok: true, applied: await migrate(address), backup };
  } finally {
    await client.end();
  }
}

/** What a PostgreSQL database is to this version, once what was cut off is taken from its list. */
async function postgresqlShape(client: pg.Client): Promise<Shape> {
  const tables = await client.query('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()');
  const names = tables.rows.map(({ tablename }) => tablename);
  if (!names.includes('_prisma_migrations')) return shapeOf('postgresql', null, names.length === 0);
  // A migration is one statement to PostgreSQL, all or nothing: one that was cut off has changed nothing.
  await client.query('DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL');
  return shapeOf('postgresql', (await client.query(listed)).rows, false);
}

/** Writes a PostgreSQL database as SQL; false where its program is missing or did not finish. */
export function backUpPostgresql(address: string, target: string): boolean {
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  const part = `${target}.part`;
  // What restores moved away is no part of the desk: put back a second time, it would stand in its own way.
  const what = ['--no-owner', '--no-privileges', '--exclude-schema=before_*'];
  const dump = spawnSync('pg_dump', [...what, '--file', part, address], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (dump.error || dump.status !== 0) {
    rmSync(part, { force: true });
    return false;
  }
  chmodSync(part, 0o600);
  putInPlace(part, target);
  return true;
}
