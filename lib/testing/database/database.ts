/** A real database for tests: one per file and engine, a copy of one that was migrated once, emptied before each test. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { connectionsTo, type Database, type Engine, openDatabase } from '#lib/data/database/database';
import { indexAtRest } from '#lib/data/search/claim-index';
import { addDatabase } from './postgres';
import { recordStatements, type Statement } from './statements';

/** The engine that this run of the tests is on: every database test runs once on each. */
export const engineUnderTest = (process.env.CLAIMDESK_TEST_ENGINE ?? 'sqlite') as Engine;

const engineNames: Record<Engine, string> = { sqlite: 'SQLite', postgresql: 'PostgreSQL' };

/** What a test of one engine alone needs; it is skipped in the run on the other one. */
export const onEngine = (engine: Engine) => ({
  what: `${engineNames[engine]}, which has a run of its own`,
  isThere: engine === engineUnderTest,
});

async function makeDatabase(): Promise<{ address: string; drop: () => Promise<void> }> {
  if (engineUnderTest === 'sqlite') {
    const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-test-'));
    const drop = async () => rmSync(folder, { recursive: true, force: true });
    const file = path.join(folder, 'test.db');
    copyFileSync(inject('migratedFile'), file);
    return { address: `file:${file}`, drop };
  }
  return addDatabase(inject('postgresUrl'), inject('postgresTemplate'));
}

/** Takes a tenth of the time of truncating, which makes new files; leaving the foreign keys unchecked is for superusers. */
const deleteEverything = `DO $$ DECLARE name regclass; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT oid FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'
  LOOP EXECUTE 'DELETE FROM ' || name; END LOOP; END $$`;

async function empty(db: Database): Promise<void> {
  await indexAtRest(db);
  if (engineUnderTest === 'postgresql') {
    const [role] = await db.$queryRaw<{ superuser: string }[]>`SELECT current_setting('is_superuser') AS superuser`;
    if (role?.superuser === 'on') {
      await db.$executeRawUnsafe(deleteEverything);
      return;
    }
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
    await db.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
    return;
  }
  // Triggers empty the full-text indexes. Most tests fill few tables, and a statement for each costs more than such a test.
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_prisma_migrations'
      AND name NOT LIKE '%SearchIndex%'`;
  const rowIn = tables.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM "${name}")`);
  const filled = await db.$queryRawUnsafe<{ name: string }[]>(rowIn.join(' UNION ALL '));
  if (filled.length === 0) return;
  await db.$executeRawUnsafe('PRAGMA foreign_keys = OFF');
  await db.$transaction(filled.map(({ name }) => db.$executeRawUnsafe(`DELETE FROM "${name}"`)));
  await db.$executeRawUnsafe('PRAGMA foreign_keys = ON');
}

/**
 * Call in a describe block; the getter gives the open database inside tests. `statementsOf` runs something and returns the
 * statements that it sent to the database.
 */
export function testDatabase(): (() => Database) & {
  address: () => string;
  statementsOf: (run: () => Promise<unknown>) => Promise<Statement[]>;
} {
  const sent: Statement[] = [];
  let db: Database | undefined;
  let made: Awaited<ReturnType<typeof makeDatabase>> | undefined;
  beforeAll(async () => {
    made = await makeDatabase();
    db = openDatabase(made.address, recordStatements(connectionsTo(made.address), sent));
  });
  beforeEach(async () => empty(opened()));
  afterAll(async () => {
    if (db) await indexAtRest(db);
    await db?.$disconnect();
    await made?.drop();
  });
  const opened = () => {
    if (!db) throw new Error('the database opens in beforeAll');
    return db;
  };
  const statementsOf = async (run: () => Promise<unknown>) => {
    const before = sent.length;
    await run();
    return sent.slice(before);
  };
  return Object.assign(opened, { address: () => made?.address ?? '', statementsOf });
}
