/** The schema as each engine reads it: as written for SQLite, its twin in the provider and the output for PostgreSQL. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const schemaFile = path.join(import.meta.dirname, 'schema.prisma');

export function schemaFor(engine: 'sqlite' | 'postgresql'): string {
  const written = readFileSync(schemaFile, 'utf8');
  if (engine === 'sqlite') return written;
  return written
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('../lib/data/generated/sqlite', '../../lib/data/generated/postgresql');
}
