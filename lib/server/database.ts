/** The open database of the process. Kept on globalThis, since development reloads modules. */
import 'server-only';
import { type Database, openDatabase } from '#lib/data/database/database';
import { env } from './env';
import { service } from './service';

const held = globalThis as { claimdeskDatabase?: Database };

export function database(): Database {
  if (held.claimdeskDatabase) return held.claimdeskDatabase;
  const opened = openDatabase(env().DATABASE_URL);
  held.claimdeskDatabase = opened;
  // The last connection of a SQLite file that closes writes its log back.
  service()?.onStop('resources', () => opened.$disconnect());
  return opened;
}
