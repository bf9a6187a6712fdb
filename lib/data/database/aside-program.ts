/** The program of the processes that run long reads of a SQLite file (read-aside.ts). */
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { serveJobs } from '#lib/workers/serve';
import type { AsideAnswer, AsideRequest } from './read-aside';

/** Opens the file for one statement: another one may stand under its name by the next. */
async function read({ address, query }: AsideRequest): Promise<AsideAnswer> {
  const factory = new PrismaBetterSqlite3({ url: address, timeout: 20, fileMustExist: true });
  try {
    const connection = await factory.connect();
    try {
      await connection.executeScript('PRAGMA query_only = ON');
      return { result: await connection.queryRaw(query) };
    } finally {
      await connection.dispose();
    }
  } catch (error) {
    if (error instanceof DriverAdapterError) return { fault: error.cause };
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return { failed: { code: String(error.code), message: error.message } };
  }
}

serveJobs({ read });
