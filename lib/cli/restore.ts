/**
 * `npm run restore -- FILE`: puts a backup in the place of the desk's database, which is moved away first and kept. Nothing
 * of the two is ever mixed. The desk must be stopped.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { directAddress } from '#lib/data/database/address';
import { engineOf } from '#lib/data/database/database';
import {
  alone,
  backUpSqlite,
  foldIntoOneFile,
  isWhole,
  moveAway,
  putInPlace,
  sqlitePath,
} from '#lib/data/database/sqlite-file';
import { namesOfMigrations } from '../../prisma/migrations';
import { sqliteShape } from '../../prisma/upgrade';
import { dataFolder } from './prepare';

const stamp = new Date().toISOString().replace(/[:.]/g, '-');

/** Puts a SQLite backup in place; returns what to say, with whether it was done. */
async function restoreSqlite(backup: string, file: string): Promise<{ ok: boolean; say: string }> {
  if (!isWhole(backup)) return { ok: false, say: `${backup} is no database, or is damaged. Choose another backup.` };
  const shape = sqliteShape(backup);
  if (shape.kind === 'refused') return { ok: false, say: shape.why };
  if (shape.kind !== 'known') return { ok: false, say: `${backup} is no backup of a desk.` };
  return alone(file, async () => {
    // A damaged database cannot tell who has it open; it is moved away all the same.
    const isDamaged = existsSync(file) && !isWhole(file);
    if (existsSync(file) && !isDamaged && !foldIntoOneFile(file)) {
      return { ok: false, say: 'The desk is running. Stop it, then restore.' };
    }
    const part = `${file}.restoring`;
    // Not the bare file: another desk may have it open, with its newest rows in the log beside it.
    if (!(await backUpSqlite(backup, part))) return { ok: false, say: `${backup} could not be read. Try again.` };
    const away = existsSync(file) ? moveAway(file, stamp) : null;
    putInPlace(part, file);
    return { ok: true, say: `Restored ${backup}.${away ? ` The database from before is at ${away}` : ''}` };
  });
}

/** Whether a dump has its last line: one that was cut off would lack rows, or what keeps them right. */
function isWholeDump(backup: string): boolean {
  const file = openSync(backup, 'r');
  const end = Buffer.alloc(1_000);
  const read = readSync(file, end, 0, end.length, Math.max(0, fstatSync(file).size - end.length));
  closeSync(file);
  return end.toString('latin1', 0, read).includes('-- PostgreSQL database dump complete');
}

/** Ends the load where what was loaded is no desk, or one of a newer version. */
const isDesk = () => {
  const known = namesOfMigrations('postgresql').map((name) => `'${name}'`);
  return `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM public._prisma_migrations) OR EXISTS (
      SELECT FROM public._prisma_migrations WHERE rolled_back_at IS NULL AND migration_name NOT IN (${known.join(', ')})
    ) THEN RAISE EXCEPTION 'The file is no copy of a desk, or one of a newer Claimdesk.'; END IF;
  END $$`;
};

/**
 * Puts a dump in the place of a PostgreSQL database's tables, which move into a schema of their own. All is one transaction:
 * whatever ends it leaves the database as it was.
 */
async function restorePostgresql(backup: string, address: string): Promise<{ ok: boolean; say: string }> {
  if (!isWholeDump(backup)) return { ok: false, say: `${backup} is no whole copy. Choose another backup.` };
  const away = `before_${stamp.replace(/\W/g, '_').toLowerCase()}`;
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    const others = await client.query(
      'SELECT count(*)::int AS many FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    if (others.rows[0].many > 0) return { ok: false, say: 'The desk is running. Stop it, then restore.' };
  } finally {
    await client.end();
  }
  const steps = [
    '-c',
    `ALTER SCHEMA public RENAME TO ${away}`,
    '-c',
    'CREATE SCHEMA public',
    '-f',
    backup,
    '-c',
    isDesk(),
  ];
  const load = spawnSync('psql', ['-X', '-q', '-1', '-v', 'ON_ERROR_STOP=1', ...steps, address], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (load.error || load.status !== 0) {
    return { ok: false, say: 'Not restored: psql did not finish, and the database is as it was.' };
  }
  return { ok: true, say: `Restored ${backup}. The tables from before are in the schema ${away}` };
}

const [given] = process.argv.slice(2);
if (!given || !existsSync(given)) {
  process.stderr.write(given ? `${given} is not there.\n` : 'Name the backup: npm run restore -- FILE\n');
  process.exit(1);
}
process.env.CLAIMDESK_DATA = dataFolder();
const address = directAddress(process.env);
const backup = path.resolve(given);
const restored =
  engineOf(address) === 'sqlite'
    ? await restoreSqlite(backup, sqlitePath(address))
    : await restorePostgresql(backup, address);
(restored.ok ? process.stdout : process.stderr).write(`${restored.say}\n`);
process.exitCode = restored.ok ? 0 : 1;
