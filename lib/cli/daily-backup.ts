/** A copy of the desk's SQLite database for each day on which it runs; the last few are kept. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { backUpSqlite } from '#lib/data/database/sqlite-file';

/** Makes the copy of a day (ISO 8601) unless it is there, then drops all but the newest `keep`; false where it failed. */
export async function keepDaily(file: string, folder: string, day: string, keep: number): Promise<boolean> {
  const target = path.join(folder, `daily-${day}.db`);
  // Old copies go only once a new one is there: a damaged database does not eat them up.
  if (!existsSync(target) && !(await backUpSqlite(file, target))) return false;
  const copies = readdirSync(folder).filter((name) => /^daily-\d{4}-\d{2}-\d{2}\.db$/.test(name));
  for (const old of copies.sort().slice(0, -keep)) rmSync(path.join(folder, old));
  return true;
}
