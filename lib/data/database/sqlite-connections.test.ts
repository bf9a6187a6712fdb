import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addArticle } from '#lib/data/articles/articles';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { onEngine } from '#lib/testing/database/database';
import { addPerson, articleFacts, type TestPerson } from '#lib/testing/database/rows';
import { describeNeeding, testNeeding } from '#lib/testing/needs';
import { canMount, fillDisk, makeDisk } from '#lib/testing/soak/disks';
import { migrate } from '../../../prisma/migrations';
import { type Database, openDatabase } from './database';
import { type DatabaseFault, faultOf } from './faults';
import { aside } from './read-aside';
import { flushedLater, sqliteConnections } from './sqlite-connections';
import { foldIntoOneFile } from './sqlite-file';

const patience = 4_000;

describeNeeding(onEngine('sqlite'), 'the connections to a SQLite file', () => {
  let folder = '';
  let db: Database;
  let ann: TestPerson;
  const file = () => path.join(folder, 'desk.db');

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-connections-'));
    await migrate(`file:${file()}`);
    db = openDatabase(`file:${file()}`, sqliteConnections(`file:${file()}`, patience));
    ann = await addPerson(db);
  });
  afterEach(async () => {
    await db.$disconnect();
    rmSync(folder, { recursive: true, force: true });
  });

  const add = () =>
    addArticle(ann, { ...articleFacts(), paragraphs: [{ kind: 'body', text: 'It.' }] }, { intake: 'paste' });
  const count = () => db.article.count();
  /** What another program reads under the database's name. */
  const countApart = () => {
    const other = new BetterSqlite3(file(), { readonly: true });
    try {
      return other.prepare('SELECT count(*) FROM Article').pluck().get();
    } finally {
      other.close();
    }
  };
  const faultIn = (run: Promise<unknown>): Promise<DatabaseFault | null | 'none'> =>
    run.then(() => 'none' as const, faultOf);

  /** Takes the lock for writing, as another program would. */
  function lock(): () => void {
    const other = new BetterSqlite3(file());
    other.exec('BEGIN EXCLUSIVE');
    return () => other.close();
  }

  /** The longest time for which nothing else could run (ms). */
  async function longestStall(run: () => Promise<unknown>): Promise<number> {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 2);
    await run();
    clearInterval(timer);
    return Math.max(longest, performance.now() - last);
  }

  test('wait for the lock of another program without holding up the process', async () => {
    await add();
    const release = lock();
    setTimeout(release, patience / 2);
    const stall = await longestStall(() =>
      Promise.all([add(), add(), db.user.update({ where: { id: ann.id }, data: { name: 'A' } })]),
    );
    expect(stall).toBeLessThan(patience / 3);
    expect(await count()).toBe(3);
  });

  test('say that the database is in use where the lock stays, and read meanwhile', async () => {
    const release = lock();
    const writes = [add(), add(), db.user.update({ where: { id: ann.id }, data: { name: 'A' } })];
    const faults = Promise.all(writes.map(faultIn));
    expect(await count()).toBe(0);
    expect(await faults).toEqual(['database-in-use', 'database-in-use', 'database-in-use']);
    release();
    await add();
    expect(await countApart()).toBe(1);
  });

  test('read what is committed, not what a transaction is about to undo', async () => {
    const undone = db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: ann.id }, data: { name: 'Nobody' } });
      expect(await db.user.findUnique({ where: { id: ann.id } })).toMatchObject({ name: 'Ann' });
      throw new Error('undone');
    });
    const renamed = db.user.update({ where: { id: ann.id }, data: { email: 'a@example.org' } });
    await expect(undone).rejects.toThrow('undone');
    await renamed;
    expect(await db.user.findUnique({ where: { id: ann.id } })).toMatchObject({ name: 'Ann', email: 'a@example.org' });
  });

  /** Counts for a good while: the same rows wherever it is read. */
  const counting = (end: number) => Prisma.sql`WITH RECURSIVE "n"("at") AS (
    SELECT 1 UNION ALL SELECT "at" + 1 FROM "n" WHERE "at" < ${end})
    SELECT COUNT(*) AS "count", MAX("at") AS "last", ${'word'} AS "word", NULL AS "none", AVG("at") AS "mean" FROM "n"`;

  test('read long statements aside: the same rows, and nobody held up', async () => {
    const [end, few] = [3_000_000, 3];
    const read = (statement: Prisma.Sql) => db.$queryRaw`${statement}`;
    // The process is there before anything is measured.
    expect(await read(Prisma.sql`${aside} ${counting(few)}`)).toEqual(await read(counting(few)));
    const apart = await longestStall(() => read(Prisma.sql`${aside} ${counting(end)}`));
    const here = await longestStall(() => read(counting(end)));
    expect(apart * 3).toBeLessThan(here);
  });

  test('read aside what is committed, and within a transaction what it wrote', async () => {
    const named = Prisma.sql`${aside} SELECT "name", "createdAt" FROM "User" WHERE "createdAt" <= ${new Date()}`;
    const before = await db.$queryRaw`${named}`;
    expect(before).toMatchObject([{ name: 'Ann', createdAt: expect.any(Date) }]);
    await db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: ann.id }, data: { name: 'Anne' } });
      expect(await db.$queryRaw`${named}`).toEqual(before);
      expect(await tx.$queryRaw`${named}`).toMatchObject([{ name: 'Anne' }]);
    });
    expect(await db.$queryRaw`${named}`).toMatchObject([{ name: 'Anne' }]);
    renameSync(file(), `${file()}.away`);
    expect(await faultIn(db.$queryRaw`${named}`)).toBe('database-missing');
    renameSync(`${file()}.away`, file());
    await expect(db.$queryRaw`${aside} SELECT "nothing" FROM "User"`).rejects.toThrow(/no such column/);
    await expect(db.$queryRaw`${aside} DELETE FROM "User"`).rejects.toThrow(/readonly/);
  });

  test('leave what a later write names to the flush of that one, and flush every other', async () => {
    const [full, normal] = [2, 1];
    const note = (mark: Prisma.Sql) => db.$executeRaw`${mark} UPDATE "User" SET "name" = (
      SELECT "synchronous" || '' FROM pragma_synchronous) WHERE "id" = ${ann.id}`;
    const noted = async () => Number((await db.user.findUniqueOrThrow({ where: { id: ann.id } })).name);
    await note(Prisma.empty);
    expect(await noted()).toBe(full);
    await note(flushedLater);
    expect(await noted()).toBe(normal);
    await expect(db.$executeRaw`${flushedLater} UPDATE "User" SET "nothing" = 1`).rejects.toThrow(/no such column/);
    await db.$transaction(
      (tx) => tx.$executeRaw`UPDATE "User" SET "name" = (
      SELECT "synchronous" || '' FROM pragma_synchronous) WHERE "id" = ${ann.id}`,
    );
    expect(await noted()).toBe(full);
  });

  test('never acknowledge what goes to a deleted file, and go on once it is back', async () => {
    await add();
    renameSync(file(), `${file()}.away`);
    expect(await faultIn(add())).toBe('database-missing');
    expect(await faultIn(count())).toBe('database-missing');
    renameSync(`${file()}.away`, file());
    await add();
    expect(countApart()).toBe(2);
  });

  test('undo a transaction whose file was deleted while it ran', async () => {
    const cut = db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: ann.id }, data: { name: 'Nobody' } });
      renameSync(file(), `${file()}.away`);
    });
    expect(await faultIn(cut)).toBe('database-missing');
    renameSync(`${file()}.away`, file());
    expect(await db.user.findUnique({ where: { id: ann.id } })).toMatchObject({ name: 'Ann' });
  });

  test('take up another file of the same version, and refuse one that is none', async () => {
    await add();
    const copy = `${file()}.copy`;
    const backup = new BetterSqlite3(file());
    await backup.backup(copy);
    backup.close();
    foldIntoOneFile(copy);
    await add();
    rmSync(file());
    writeFileSync(file(), 'no database at all, but long enough to be read as one'.repeat(100));
    expect(await faultIn(count())).toBe('database-damaged');
    rmSync(file());
    expect(await faultIn(add())).toBe('database-missing');
    renameSync(copy, file());
    expect(await count()).toBe(1);
    await add();
    expect(countApart()).toBe(2);
  });

  test('refuse a database of another version in its place', async () => {
    await count();
    const other = `${file()}.other`;
    cpSync(file(), other);
    const database = new BetterSqlite3(other);
    database.exec("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', '', '2999_later')");
    database.close();
    renameSync(other, file());
    expect(await faultIn(count())).toBe('database-replaced');
  });

  test('keep what they wrote where the log is deleted', async () => {
    await add();
    for (const ending of ['-wal', '-shm']) rmSync(file() + ending);
    await add();
    await add();
    expect(existsSync(file())).toBe(true);
    expect(countApart()).toBe(3);
  });

  test('go on after SQLite ended a transaction itself, as it does when a disk is full', async () => {
    await add();
    // In other letters than those by which Prisma ends a transaction.
    await expect(db.$transaction((tx) => tx.$executeRawUnsafe('rollback'))).rejects.toThrow(/cannot commit/);
    expect(await faultIn(add())).toBe('none');
    expect(await count()).toBe(2);
  });

  testNeeding(
    { what: 'root on Linux', isThere: canMount },
    'say that the disk is full, and go on once it has room',
    async () => {
      const disk = makeDisk(16);
      const address = `file:${path.join(disk.folder, 'desk.db')}`;
      await migrate(address);
      const other = openDatabase(address, sqliteConnections(address, patience));
      try {
        const writer = await addPerson(other);
        const write = () =>
          faultIn(other.user.update({ where: { id: writer.id }, data: { name: 'A'.repeat(100_000) } }));
        const writeWhole = () =>
          faultIn(other.$transaction((tx) => tx.user.updateMany({ data: { name: 'B'.repeat(100_000) } })));
        const makeRoom = fillDisk(disk.folder);
        expect([await writeWhole(), await write(), await writeWhole()]).toEqual(Array(3).fill('database-full'));
        expect((await other.user.findFirst())?.name).toBe(writer.name);
        makeRoom();
        expect([await writeWhole(), await write()]).toEqual(['none', 'none']);
      } finally {
        await other.$disconnect();
        disk.remove();
      }
    },
  );
});
