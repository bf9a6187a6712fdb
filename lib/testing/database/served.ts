/** Makes a test database the one that the server's code works on, as `npm start` does. */
import { beforeEach } from 'vitest';
import type { Database } from '#lib/data/database/database';
import type { testDatabase } from './database';

/** Call beside `testDatabase()`. The secret and the address of the desk are those of `settings`. */
export function serveDatabase(db: ReturnType<typeof testDatabase>, settings: Record<string, string> = {}): void {
  beforeEach(() => {
    Object.assign(process.env, { DATABASE_URL: db.address(), NEXTAUTH_SECRET: 'a secret for tests', ...settings });
    // Where lib/server/database keeps the one that is open.
    (globalThis as { claimdeskDatabase?: Database }).claimdeskDatabase = db();
  });
}
