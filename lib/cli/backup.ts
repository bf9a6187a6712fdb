/** `npm run backup [-- FILE]`: a copy of the database that is proven whole, made while the desk runs. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { directAddress } from '#lib/data/database/address';
import { engineOf, openDatabase } from '#lib/data/database/database';
import { backUpSqlite, sqlitePath } from '#lib/data/database/sqlite-file';
import { recordAuditAlone } from '#lib/data/people/audit';
import { backUpPostgresql } from '../../prisma/upgrade';
import { dataFolder } from './prepare';

process.env.CLAIMDESK_DATA = dataFolder();
const address = directAddress(process.env);
const isSqlite = engineOf(address) === 'sqlite';
const stamp = new Date().toISOString().replace(/[:.]/g, '-');
const ownName = `claimdesk-${stamp}.${isSqlite ? 'db' : 'sql'}`;
const named = path.resolve(process.argv[2] ?? path.join(dataFolder(), 'backups', ownName));
// A folder takes the copy under its usual name.
const target = statSync(named, { throwIfNoEntry: false })?.isDirectory() ? path.join(named, ownName) : named;

/** What stands in the data folder of a running desk, by whatever name: a copy in its place would pull it from under the desk. */
const isInUse = ['claimdesk.db', 'secret']
  .map((name) => path.join(dataFolder(), name))
  .concat(isSqlite ? ['', '-wal', '-shm', '.lock', '.serving'].map((ending) => sqlitePath(address) + ending) : [])
  .some((file) => isSameFile(file, target));
if (isInUse) {
  process.stderr.write(`Not backed up: ${target} is the desk’s own. Choose another file: npm run backup -- FILE\n`);
  process.exit(1);
}

function isSameFile(one: string, other: string): boolean {
  const [here, there] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return one === other || (here !== undefined && here.ino === there?.ino && here.dev === there.dev);
}

const isDone = isSqlite ? await backUpSqlite(sqlitePath(address), target) : backUpPostgresql(address, target);
if (isDone) {
  process.stdout.write(`Backed up to ${target}\n`);
  const db = openDatabase(address);
  const entry = { kind: 'backed-up', details: { file: path.basename(target) } } as const;
  await recordAuditAlone(db, { actorId: null, now: new Date() }, entry)
    // The copy is there; a desk from before the trail has nowhere to write the line.
    .catch(() => process.stderr.write('The audit trail does not tell of this copy: it could not be written.\n'))
    .finally(() => db.$disconnect());
} else {
  process.stderr.write(
    isSqlite
      ? `Not backed up: ${sqlitePath(address)} is not there or is damaged. Put back a copy: npm run restore -- FILE\n`
      : 'Not backed up: pg_dump is needed, of the version of the server. Install the client programs of PostgreSQL.\n',
  );
  process.exitCode = 1;
}
