/** Derives the PostgreSQL twin of the schema and generates both clients. Runs before any client is there. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { schemaFile, schemaFor } from './twin';

const twinFile = path.join(import.meta.dirname, 'generated', 'postgresql.prisma');
mkdirSync(path.dirname(twinFile), { recursive: true });
writeFileSync(twinFile, schemaFor('postgresql'));

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
for (const schema of [schemaFile, twinFile]) {
  execFileSync(process.execPath, [prisma, 'generate', '--schema', schema], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // `generate` looks for the native schema engine but never runs it: any executable stands for it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  });
}
