/** `npm run backup [-- FILE]`: a consistent copy of the database while the desk runs. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { databaseAddress } from '#lib/data/database/address';
import { engineOf } from '#lib/data/database/database';
import { dataFolder } from './prepare';

process.env.CLAIMDESK_DATA = dataFolder();
const address = databaseAddress(process.env);
const engine = engineOf(address);
const stamp = new Date().toISOString().replace(/[:.]/g, '-');
const ending = engine === 'sqlite' ? 'db' : 'sql';
const target = path.resolve(process.argv[2] ?? path.join(dataFolder(), 'backups', `claimdesk-${stamp}.${ending}`));
mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });

if (engine === 'sqlite') {
  // SQLite's own online backup: readers and writers go on meanwhile.
  const source = new BetterSqlite3(address.replace(/^file:/, ''), { readonly: true, fileMustExist: true });
  await source.backup(target);
  source.close();
} else {
  const dump = spawnSync('pg_dump', ['--no-owner', '--file', target, address], { stdio: 'inherit' });
  if (dump.error) throw new Error('pg_dump is needed to back up PostgreSQL: install its client programs.');
  if (dump.status !== 0) process.exit(dump.status ?? 1);
}
process.stdout.write(`Backed up to ${target}\n`);
