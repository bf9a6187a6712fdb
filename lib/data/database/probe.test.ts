import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEngine, testDatabase } from '#lib/testing/database/database';
import { describeNeeding } from '#lib/testing/needs';
import { migrate, namesOfMigrations } from '../../../prisma/migrations';
import { type Database, engineOf, openDatabase } from './database';
import { makeProbe } from './probe';

const fine = { database: null, disk: null, migrations: null };
const noDatabase = () => {
  throw new Error('a SQLite file is asked on a connection of its own');
};

describe('the probe of a database', () => {
  const db = testDatabase();
  const known = () => namesOfMigrations(engineOf(db.address()));

  test('finds nothing wrong with one that works, and compares its migrations', async () => {
    const probe = (migrations: string[] | null) => makeProbe({ address: db.address(), db, migrations })();
    expect(await probe(known())).toEqual(fine);
    expect(await probe(null)).toEqual(fine);
    expect(await probe([...known(), '29990101000000_next'])).toEqual({ ...fine, migrations: 'not-current' });
    expect(await probe(known().slice(0, -1))).toEqual({ ...fine, migrations: 'newer' });
  });
});

describeNeeding(onEngine('postgresql'), 'the probe of PostgreSQL', () => {
  const db = testDatabase();

  test('says when writing is not allowed', async () => {
    const [{ name } = { name: '' }] = await db().$queryRaw<{ name: string }[]>`
      SELECT quote_ident(current_database()) AS name`;
    const probe = makeProbe({ address: db.address(), db, migrations: null });
    await db().$executeRawUnsafe(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    try {
      // The setting holds for new connections.
      const fresh = openDatabase(db.address());
      expect(await makeProbe({ address: db.address(), db: () => fresh, migrations: null })()).toEqual({
        ...fine,
        database: 'read-only',
      });
      await fresh.$disconnect();
    } finally {
      await db().$executeRawUnsafe('SET default_transaction_read_only = off');
      await db().$executeRawUnsafe(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    }
    expect(await probe()).toEqual(fine);
  });

  test('asks for room where a write found none, and leaves nothing behind', async () => {
    const setting = { address: db.address(), db, migrations: null, lacksRoom: () => true };
    expect(await makeProbe(setting)()).toEqual(fine);
    expect(await db().setting.count({ where: { key: { startsWith: 'probe-' } } })).toBe(0);
    const full = { $executeRawUnsafe: () => Promise.reject(new Error('Code: `53100`')) };
    const asked = makeProbe({ ...setting, db: () => full as unknown as Database });
    expect(await asked()).toEqual({ ...fine, database: 'disk-full' });
  });

  test('does not wait for a server that hangs, and asks it one question only', async () => {
    let asked = 0;
    let answer = (_: number) => {};
    const hanging = {
      $executeRawUnsafe: () => {
        asked += 1;
        return new Promise<number>((resolve) => {
          answer = resolve;
        });
      },
      $queryRawUnsafe: async () => [],
    } as unknown as Database;
    const probe = makeProbe({ address: db.address(), db: () => hanging, migrations: null, limit: 50 });
    const begin = performance.now();
    expect(await probe()).toEqual({ ...fine, database: 'no-answer' });
    expect(await probe()).toEqual({ ...fine, database: 'no-answer' });
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect(asked).toBe(1);
    answer(0);
    await new Promise(setImmediate);
    const next = probe();
    await new Promise(setImmediate);
    answer(0);
    expect(await next).toEqual(fine);
  });

  test('says when nobody listens', async () => {
    const nobody = openDatabase('postgresql://desk@127.0.0.1:9/desk');
    const probe = makeProbe({ address: db.address(), db: () => nobody, migrations: null });
    expect((await probe()).database).toBe('unreachable');
    await nobody.$disconnect();
  });
});

describeNeeding(onEngine('sqlite'), 'the probe of a SQLite file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-probe-'));
  const template = path.join(folder, 'template.db');
  let count = 0;
  const fresh = () => {
    count += 1;
    const file = path.join(folder, `${count}.db`);
    copyFileSync(template, file);
    const probe = makeProbe({ address: `file:${file}`, db: noDatabase, migrations: null, limit: 300 });
    return { file, probe };
  };

  beforeAll(async () => {
    await migrate(`file:${template}`);
    new BetterSqlite3(template).pragma('journal_mode = DELETE');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('waits a moment for a lock, holds nobody up meanwhile, and says what is wrong', async () => {
    const { file, probe } = fresh();
    const other = new BetterSqlite3(file);
    other.exec('BEGIN EXCLUSIVE');
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    expect(await probe()).toEqual({ ...fine, database: 'busy' });
    clearInterval(ticking);
    expect(longest).toBeLessThan(150);
    const next = probe();
    setTimeout(() => other.exec('ROLLBACK'), 100);
    expect(await next).toEqual(fine);
    other.close();
  });

  test('sees that the file is gone or another one, and that it is back', async () => {
    const { file, probe } = fresh();
    renameSync(file, `${file}.away`);
    expect(await probe()).toEqual({ ...fine, database: 'gone' });
    copyFileSync(template, file);
    expect(await probe()).toEqual({ ...fine, database: 'replaced' });
    renameSync(`${file}.away`, file);
    expect(await probe()).toEqual(fine);
  });

  test('finds nothing wrong once the desk works with the file that came into the place of another', async () => {
    const { file } = fresh();
    const desk = openDatabase(`file:${file}`);
    await desk.user.count();
    const probe = makeProbe({ address: `file:${file}`, db: () => desk, migrations: namesOfMigrations('sqlite') });
    copyFileSync(template, `${file}.copy`);
    renameSync(`${file}.copy`, file);
    expect(await probe()).toEqual(fine);
    expect(await desk.user.count()).toBe(0);
    writeFileSync(`${file}.other`, '');
    renameSync(`${file}.other`, file);
    expect(await probe()).toEqual({ ...fine, database: 'replaced' });
    copyFileSync(template, `${file}.copy`);
    renameSync(`${file}.copy`, file);
    expect(await probe()).toEqual(fine);
    await desk.$disconnect();
  });

  test('sees that the file is damaged', async () => {
    const { file, probe } = fresh();
    writeFileSync(file, Buffer.alloc(8_192, 'no database '));
    expect(await probe()).toEqual({ ...fine, database: 'damaged' });
  });

  test('sees a disk with too little room, and no migrations', async () => {
    const { file } = fresh();
    const setting = { address: `file:${file}`, db: noDatabase };
    expect(await makeProbe({ ...setting, migrations: ['29990101000000_next'], room: 1e18 })()).toEqual({
      database: null,
      disk: 'disk-full',
      migrations: 'not-current',
    });
  });
});
