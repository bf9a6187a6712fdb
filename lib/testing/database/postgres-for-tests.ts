/** Vitest's global set-up: one PostgreSQL server for all workers, and a migrated database that those of the files copy. */
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../prisma/migrations';
import { addDatabase, startPostgres } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    /** The name of the migrated database on the server, to which nothing is connected. */
    postgresTemplate: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  const { address, name, drop } = await addDatabase(url);
  await migrate(address);
  project.provide('postgresUrl', url);
  project.provide('postgresTemplate', name);
  return async () => {
    await drop();
    stop();
  };
}
