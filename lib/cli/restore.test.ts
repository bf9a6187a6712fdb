import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeOldSqlite } from '#lib/testing/database/old-sqlite';
import { root } from './prepare';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-restore-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'claimdesk.db');
const backup = () => path.join(folder, 'copy.db');

/** Runs a command of this project on the folder; returns its exit code and all that it said. */
function run(command: 'backup' | 'restore', target?: string): Promise<{ code: number | null; said: string }> {
  const args = ['--import', 'tsx', `lib/cli/${command}.ts`, ...(target ? [target] : [])];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, CLAIMDESK_DATA: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

const named = (name: string) => (database: BetterSqlite3.Database) =>
  database.exec(
    `INSERT INTO User (id, name, email, role) VALUES ('${name}', '${name}', '${name}@example.org', 'admin')`,
  );

function usersIn(of: string) {
  const database = new BetterSqlite3(of, { readonly: true });
  const names = database.prepare('SELECT name FROM User ORDER BY name').pluck().all();
  database.close();
  return names;
}

/** Leaves a database as a killed desk does: with rows in its log that are not in its file. */
function leaveLog(name: string) {
  const [log, kept] = [`${file()}-wal`, path.join(folder, 'kept')];
  const database = new BetterSqlite3(file());
  database.pragma('wal_autocheckpoint = 0');
  named(name)(database);
  for (const ending of ['', '-wal', '-shm']) copyFileSync(file() + ending, kept + ending);
  database.close();
  for (const ending of ['', '-wal', '-shm']) copyFileSync(kept + ending, file() + ending);
  for (const ending of ['', '-wal', '-shm']) rmSync(kept + ending);
  expect(statSync(log).size).toBeGreaterThan(0);
}

describe('a backup', () => {
  test('is whole, holds what is only in the log, and is its owner’s alone', async () => {
    makeOldSqlite(file(), 0, named('Ann'));
    leaveLog('Bo');
    expect(await run('backup', backup())).toMatchObject({ code: 0, said: expect.stringContaining('Backed up') });
    expect([usersIn(backup()), statSync(backup()).mode & 0o777]).toEqual([['Ann', 'Bo'], 0o600]);
  });

  test('of a damaged or missing database is none, and the one before stays', async () => {
    writeFileSync(backup(), 'the one before');
    expect(await run('backup', backup())).toMatchObject({ code: 1, said: expect.stringContaining('Not backed up') });
    makeOldSqlite(file(), 0, (database) => {
      for (let row = 0; row < 3_000; row += 1) named(`${row}`)(database);
    });
    truncateSync(file(), Math.floor(statSync(file()).size / 8192) * 4096);
    expect(await run('backup', backup())).toMatchObject({ code: 1, said: expect.stringContaining('damaged') });
    expect(readFileSync(backup(), 'utf8')).toBe('the one before');
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

test('a backup into a folder gets its usual name there', async () => {
  makeOldSqlite(file(), 0, named('Ann'));
  const into = mkdtempSync(path.join(folder, 'copies-'));
  expect(await run('backup', into)).toMatchObject({ code: 0 });
  const [copy = '', ...others] = readdirSync(into);
  expect([usersIn(path.join(into, copy)), others]).toEqual([['Ann'], []]);
});

describe('a backup onto the desk itself', () => {
  test.each(['claimdesk.db', 'claimdesk.db-wal', 'secret', 'link.db'])('is refused: %s', async (name) => {
    makeOldSqlite(file(), 0, named('Ann'));
    symlinkSync(file(), path.join(folder, 'link.db'));
    const { ino } = statSync(file());
    const refused = await run('backup', path.join(folder, name));
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('is the desk’s own') });
    expect([statSync(file()).ino, usersIn(file())]).toEqual([ino, ['Ann']]);
  });
});

describe('restoring', () => {
  test('puts the backup in place alone, whatever log the database had, and keeps both', async () => {
    makeOldSqlite(file(), 0, named('Ann'));
    expect((await run('backup', backup())).code).toBe(0);
    leaveLog('Bo');
    expect(await run('restore', backup())).toMatchObject({ code: 0, said: expect.stringContaining('Restored') });
    expect(usersIn(file())).toEqual(['Ann']);
    const [away = ''] = readdirSync(folder).filter((name) => name.startsWith('claimdesk.db.before-'));
    expect(usersIn(path.join(folder, away))).toEqual(['Ann', 'Bo']);
    expect(existsSync(backup())).toBe(true);
  });

  test('takes the place of a damaged database', async () => {
    makeOldSqlite(backup(), 0, named('Ann'));
    writeFileSync(file(), 'no database any more'.repeat(100));
    expect((await run('restore', backup())).code).toBe(0);
    expect(usersIn(file())).toEqual(['Ann']);
  });

  test('is refused while the desk runs', async () => {
    makeOldSqlite(file(), 0, named('Ann'));
    expect((await run('backup', backup())).code).toBe(0);
    const desk = new BetterSqlite3(file());
    named('Bo')(desk);
    expect(await run('restore', backup())).toMatchObject({ code: 1, said: expect.stringContaining('is running') });
    desk.close();
    expect(usersIn(file())).toEqual(['Ann', 'Bo']);
  });

  test.each<[string, (of: string) => void, RegExp]>([
    ['no database', (of) => writeFileSync(of, 'a letter'.repeat(100)), /is no database, or is damaged/],
    [
      'a database of another program',
      (of) => new BetterSqlite3(of).exec('CREATE TABLE songs (id TEXT)').close(),
      /no backup of a desk/,
    ],
    [
      'one of a newer version',
      (of) =>
        makeOldSqlite(of, 0, (database) =>
          database.exec(
            "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', '', '29990101000000_later', 1)",
          ),
        ),
      /newer Claimdesk/,
    ],
    ['a file that is not there', () => {}, /is not there/],
  ])('refuses %s', async (_, make, why) => {
    makeOldSqlite(file(), 0, named('Ann'));
    make(backup());
    const refused = await run('restore', backup());
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(why);
    expect(usersIn(file())).toEqual(['Ann']);
  });
});
