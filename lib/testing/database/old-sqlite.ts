/** A SQLite database as an earlier version left it: for tests of upgrades and backups. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { namesOfMigrations } from '../../../prisma/migrations';

const folder = path.resolve(import.meta.dirname, '../../../prisma/migrations/sqlite');

/** The table in which Prisma keeps what was applied, as its engine makes it. */
const list = `CREATE TABLE "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/** Makes a database without the last so many migrations. `note` is called on it before it is closed. */
export function makeOldSqlite(file: string, without: number, note: (database: BetterSqlite3.Database) => void): void {
  const database = new BetterSqlite3(file);
  database.pragma('journal_mode = WAL');
  database.exec(list);
  const insert = database.prepare(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES (?, ?, ?, ?, ?, 1)`,
  );
  const names = namesOfMigrations('sqlite');
  for (const [index, name] of names.slice(0, names.length - without).entries()) {
    const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
    database.exec(sql);
    const at = 1_767_000_000_000 + index;
    insert.run(`${index}`, createHash('sha256').update(sql).digest('hex'), at, name, at);
  }
  note(database);
  database.close();
}
