import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isWhole } from '#lib/data/database/sqlite-file';
import { makeOldSqlite } from '#lib/testing/database/old-sqlite';
import { namesOfMigrations } from './migrations';
import { upgrade } from './upgrade';

const root = path.resolve(import.meta.dirname, '..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-upgrade-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'claimdesk.db');
const backups = () => path.join(folder, 'backups');
const bring = () => upgrade(`file:${file()}`, backups());
const names = namesOfMigrations('sqlite');

/** An article of an earlier version: one row to find again. */
const addUser = (database: BetterSqlite3.Database) =>
  database.exec("INSERT INTO User (id, name, email, role) VALUES ('u', 'Ann', 'ann@example.org', 'admin')");

function read<T>(of: string, run: (database: BetterSqlite3.Database) => T): T {
  const database = new BetterSqlite3(of, { readonly: true });
  try {
    return run(database);
  } finally {
    database.close();
  }
}
const usersIn = (of: string) => read(of, (database) => database.prepare('SELECT name FROM User').pluck().all());
const appliedIn = (of: string) =>
  read(of, (database) => database.prepare('SELECT count(*) FROM _prisma_migrations').pluck().get());

/** Runs an upgrade in a process of its own; `killAfter` ms it is killed. Returns its exit code, null where it was killed. */
function bringApart(killAfter?: number): Promise<number | null> {
  const code = `import { upgrade } from './prisma/upgrade.ts';
    process.stdout.write('begun');
    const done = await upgrade(process.argv[1], process.argv[2]);
    process.exit(done.ok ? 0 : 1);`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', code, `file:${file()}`, backups()],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (killAfter !== undefined) child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), killAfter));
  return new Promise((resolve) => child.on('exit', resolve));
}

describe('an upgrade', () => {
  test('makes a new database that its owner alone can read, and then has nothing to do', async () => {
    expect(await bring()).toEqual({ ok: true, applied: names, backup: null });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(await bring()).toEqual({ ok: true, applied: [], backup: null });
  });

  test('brings an old database forward, with a copy of it from before', async () => {
    makeOldSqlite(file(), 2, addUser);
    const done = await bring();
    expect(done).toMatchObject({ ok: true, applied: names.slice(-2) });
    expect(usersIn(file())).toEqual(['Ann']);
    const backup = (done.ok && done.backup) || '';
    expect([usersIn(backup), appliedIn(backup), statSync(backup).mode & 0o777]).toEqual([
      ['Ann'],
      names.length - 2,
      0o600,
    ]);
  });

  test.each<[string, (of: string) => void, RegExp]>([
    [
      'a newer version',
      (of) =>
        makeOldSqlite(of, 0, (database) =>
          database.exec(
            "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', '', '29990101000000_later', 1)",
          ),
        ),
      /newer Claimdesk \(29990101000000_later\).*npm run restore/,
    ],
    [
      'an upgrade that was cut off',
      (of) =>
        makeOldSqlite(of, 1, (database) =>
          database.exec(
            `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', '', '${names.at(-1)}')`,
          ),
        ),
      /cut off.*npm run restore/,
    ],
    ['another program', (of) => new BetterSqlite3(of).exec('CREATE TABLE songs (id TEXT)').close(), /another program/],
    [
      'no database program',
      (of) => writeFileSync(of, 'Dear diary, this is no database at all.'.repeat(50)),
      /damaged.*npm run restore/,
    ],
  ])('refuses a file of %s with what to do, and leaves it as it is', async (_, make, why) => {
    make(file());
    const size = statSync(file()).size;
    const refused = await bring();
    expect(!refused.ok && refused.why).toMatch(why);
    expect(statSync(file()).size).toBe(size);
    expect(readdirSync(folder).filter((name) => name.includes('upgrading'))).toEqual([]);
  });

  test('refuses a database that is in use', async () => {
    makeOldSqlite(file(), 1, addUser);
    const other = new BetterSqlite3(file());
    expect(other.prepare('SELECT count(*) FROM User').pluck().get()).toBe(1);
    const refused = await bring();
    expect(!refused.ok && refused.why).toMatch(/Another program has .* open/);
    other.close();
    expect(await bring()).toMatchObject({ ok: true });
  });

  test('refuses a database whose pages are damaged, and upgrades nothing', async () => {
    makeOldSqlite(file(), 1, (database) => {
      addUser(database);
      for (let row = 0; row < 3_000; row += 1) {
        database.exec(
          `INSERT INTO User (id, name, email, role) VALUES ('${row}', 'x', '${row}@example.org', 'viewer')`,
        );
      }
    });
    truncateSync(file(), Math.floor(statSync(file()).size / 8192) * 4096);
    const refused = await bring();
    expect(!refused.ok && refused.why).toMatch(/damaged/);
  });

  test('is done once where two start at the same time', async () => {
    expect(await Promise.all([bringApart(), bringApart()])).toEqual([0, 0]);
    expect([isWhole(file()), appliedIn(file())]).toEqual([true, names.length]);
  });

  test.each([0, 30, 80, 150, 300, 600])('that is killed after %i ms is made up for by the next', async (ms) => {
    mkdirSync(backups(), { recursive: true });
    makeOldSqlite(file(), 2, addUser);
    await bringApart(ms);
    expect(await bring()).toMatchObject({ ok: true });
    expect([isWhole(file()), appliedIn(file()), usersIn(file())]).toEqual([true, names.length, ['Ann']]);
  });
});
