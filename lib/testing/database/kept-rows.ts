/** What stands in a test database, kept so that it can be put back: a desk with much on it takes seconds to set up. */
import BetterSqlite3 from 'better-sqlite3';
import { type Database, engineIn } from '#lib/data/database/database';
import { sqlitePath } from '#lib/data/database/sqlite-file';

/** Keeps the rows of a database; what is returned puts them back after all were deleted. */
export async function keepRows(db: Database, address: string): Promise<() => Promise<void>> {
  return engineIn(db) === 'sqlite' ? keepInFile(sqlitePath(address)) : keepInSchema(db);
}

type Table = { name: string; columns: string };

/** Moves rows of tables from one schema to another. */
const copies = (tables: Table[], from: string, to: string): string =>
  tables
    .map(({ name, columns }) => `INSERT INTO ${to}."${name}" (${columns}) SELECT ${columns} FROM ${from}."${name}";`)
    .join('\n');

/** SQLite: in a copy of the file beside it. The search indexes are filled by triggers. */
function keepInFile(file: string): () => Promise<void> {
  const kept = `${file}-kept`;
  const opened = new BetterSqlite3(file);
  opened.prepare('VACUUM INTO ?').run(kept);
  const tables = opened
    .prepare<[], Table>(`
      SELECT m.name, group_concat('"' || c.name || '"') AS columns FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> '_prisma_migrations'
        AND m.name NOT LIKE '%SearchIndex%' GROUP BY m.name`)
    .all();
  opened.close();
  return async () => {
    const target = new BetterSqlite3(file);
    // Rows refer to each other across tables.
    target.pragma('foreign_keys = OFF');
    target.prepare('ATTACH ? AS kept').run(kept);
    target.exec(`BEGIN IMMEDIATE; ${copies(tables, 'kept', 'main')} COMMIT`);
    target.close();
  };
}

/** PostgreSQL: in a schema of its own. */
async function keepInSchema(db: Database): Promise<() => Promise<void>> {
  const tables = await db.$queryRaw<Table[]>`
    SELECT c.relname::text AS name, string_agg(quote_ident(a.attname), ', ') AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname`;
  const references = await db.$queryRaw<{ from: string; to: string }[]>`
    SELECT f.relname::text AS "from", t.relname::text AS "to" FROM pg_constraint
    JOIN pg_class f ON f.oid = conrelid JOIN pg_class t ON t.oid = confrelid
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`;
  await db.$executeRawUnsafe('CREATE SCHEMA kept');
  for (const { name } of tables) await db.$executeRawUnsafe(`CREATE TABLE kept."${name}" AS TABLE public."${name}"`);
  const putBack = `DO $$ BEGIN\n${copies(referredFirst(tables, references), 'kept', 'public')}\nEND $$`;
  return async () => void (await db.$executeRawUnsafe(putBack));
}

/** The tables in an order in which the rows that others refer to come before those. */
function referredFirst(tables: Table[], references: { from: string; to: string }[]): Table[] {
  const ordered = new Set<Table>();
  function add(table: Table): void {
    for (const { from, to } of references) {
      const referred = from === table.name && tables.find(({ name }) => name === to);
      if (referred && !ordered.has(referred)) add(referred);
    }
    ordered.add(table);
  }
  for (const table of tables) add(table);
  return [...ordered];
}
