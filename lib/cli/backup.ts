/** `npm run backup [-- FILE]`: a copy of the database that is proven whole, made while the desk runs. */
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
const target = path.resolve(
  process.argv[2] ?? path.join(dataFolder(), 'backups', `claimdesk-${stamp}.${isSqlite ? 'db' : 'sql'}`),
);

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
