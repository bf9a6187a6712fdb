/** The open database of the process. Kept on globalThis, since development reloads modules. */
import 'server-only';
import { type Database, openDatabase } from '#lib/data/database/database';
import { env } from './env';

const held = globalThis as { claimdeskDatabase?: Database };

export function database(): Database {
  held.claimdeskDatabase ??= openDatabase(env().DATABASE_URL);
  return held.claimdeskDatabase;
}
