/** Vitest's global set-up: a migrated SQLite file that those of the files copy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../prisma/migrations';

declare module 'vitest' {
  interface ProvidedContext {
    migratedFile: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-migrated-'));
  const file = path.join(folder, 'migrated.db');
  await migrate(`file:${file}`);
  project.provide('migratedFile', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
