/**
 * The history of the database's shape, one folder per engine, each with the schema that its last migration was made from.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Engine, engineOf } from '../lib/data/database/database';
import { withSchemaEngine } from './schema-engine';
import { schemaFor } from './twin';

const here = import.meta.dirname;
export const engines: Engine[] = ['sqlite', 'postgresql'];

const noFilters = { externalTables: [], externalEnums: [] };
const historyOf = (engine: Engine) => path.join(here, 'migrations', engine);

/** The names of an engine's migrations, the oldest first. */
export function namesOfMigrations(engine: Engine): string[] {
  const folder = historyOf(engine);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d/.test(name)) : [];
  return names.sort();
}

const migrationsOf = (engine: Engine) =>
  namesOfMigrations(engine).map((name) => ({
    path: name,
    content: readFileSync(path.join(historyOf(engine), name, 'migration.sql'), 'utf8'),
  }));

/** Applies what the database at `address` has not seen yet; returns the names that were applied. */
export async function migrate(address: string): Promise<string[]> {
  const engine = engineOf(address);
  return withSchemaEngine(address, schemaFor(engine), async (schemaEngine) => {
    const applied = await schemaEngine.applyMigrations({
      migrationsList: {
        baseDir: historyOf(engine),
        lockfile: { path: 'migration_lock.toml', content: `provider = "${engine}"` },
        shadowDbInitScript: '',
        migrationDirectories: migrationsOf(engine).map((migration) => ({
          path: migration.path,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migration.content } },
        })),
      },
      filters: noFilters,
    });
    return applied.appliedMigrationNames;
  });
}

/** The SQL from the schema of the last migration to today's; empty when nothing changed. Needs no database. */
export async function pendingSql(engine: Engine): Promise<string> {
  const schema = schemaFor(engine);
  const last = path.join(historyOf(engine), 'schema.prisma');
  const from = existsSync(last)
    ? { tag: 'schemaDatamodel' as const, files: [{ path: 'last.prisma', content: readFileSync(last, 'utf8') }] }
    : { tag: 'empty' as const };
  // Comparing two schemas asks no database; the engine wants a connection all the same, so it gets one in memory.
  return withSchemaEngine('file::memory:', schemaFor('sqlite'), async (schemaEngine) => {
    const result = await schemaEngine.diff({
      from,
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    const sql = result.stdout ?? '';
    return /^\s*(--[^\n]*\s*)*$/.test(sql) ? '' : sql;
  });
}

/** Writes the pending SQL of both engines as a migration; returns the folders written. */
export async function writeMigration(name: string, now: Date): Promise<string[]> {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const written: string[] = [];
  for (const engine of engines) {
    const sql = await pendingSql(engine);
    if (!sql) continue;
    const folder = path.join(historyOf(engine), `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'migration.sql'), sql);
    writeFileSync(path.join(historyOf(engine), 'schema.prisma'), schemaFor(engine));
    written.push(folder);
  }
  return written;
}
