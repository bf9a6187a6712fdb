/**
 * `npm run db:copy -- --from URL --to URL`: moves a desk from one database to another, between SQLite and PostgreSQL either
 * way. The source stays as it is; the target must be empty. Exits 1, and keeps nothing, where the two are not the same.
 */
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { checkSeals, copyDesk, type Digests, digestsOf } from '#lib/data/copy/copy-desk';
import { openSource } from '#lib/data/copy/ends';
import { engineOf } from '#lib/data/database/database';
import { foldIntoOneFile, putInPlace, sqlitePath } from '#lib/data/database/sqlite-file';
import { namesOfMigrations } from '../../prisma/migrations';
import { upgrade } from '../../prisma/upgrade';
import { dataFolder } from './prepare';

const say = (line: string) => process.stdout.write(`${line}\n`);

function giveUp(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

/** An address as it is given: PostgreSQL's, or the path of a SQLite file with or without `file:`. */
const addressOf = (given: string): string =>
  engineOf(given) === 'postgresql' ? given : `file:${path.resolve(sqlitePath(given))}`;

/** Runs something on a connection to a PostgreSQL server of its own. */
async function onServer<T>(address: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

const countOf = async (client: pg.Client, sql: string): Promise<number> =>
  (await client.query<{ many: number }>(sql)).rows[0]?.many ?? 0;

/** Why a database cannot be copied from; null where it can. */
async function faultOfSource(address: string): Promise<string | null> {
  const engine = engineOf(address);
  if (engine === 'sqlite' && !existsSync(sqlitePath(address))) return `There is no database at ${sqlitePath(address)}.`;
  const isRunning =
    engine === 'sqlite'
      ? !foldIntoOneFile(sqlitePath(address))
      : (await onServer(address, (client) =>
          countOf(
            client,
            'SELECT count(*)::int AS many FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
          ),
        )) > 0;
  if (isRunning) return 'The desk is running on the source. Stop it, then copy.';
  const source = await openSource(address);
  const names = await source.migrations().catch(() => null);
  await source.close();
  if (names === null) return 'The source is no database of a desk.';
  return JSON.stringify(names) === JSON.stringify(namesOfMigrations(engine))
    ? null
    : 'The source was made by another version of Claimdesk. Start this version on it once, stop it, then copy.';
}

/** Why a database cannot be copied to; null where it can. */
async function faultOfTarget(address: string): Promise<string | null> {
  if (engineOf(address) === 'sqlite') {
    return existsSync(sqlitePath(address)) ? `${sqlitePath(address)} is there already. Name a file that is not.` : null;
  }
  const many = await onServer(address, (client) =>
    countOf(client, 'SELECT count(*)::int AS many FROM pg_tables WHERE schemaname = current_schema()'),
  );
  return many > 0 ? 'The target holds tables already. Give the desk an empty database.' : null;
}

async function forget(target: string, file: string | null): Promise<void> {
  if (file === null) {
    await onServer(target, (client) => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
    return;
  }
  for (const ending of ['', '-wal', '-shm', '-journal', '.lock']) rmSync(file + ending, { force: true });
}

const rowsIn = (digests: Digests) => [...digests.values()].reduce((sum, one) => sum + Number.parseInt(one, 10), 0);

async function copy(from: string, to: string): Promise<void> {
  const file = engineOf(to) === 'sqlite' ? `${sqlitePath(to)}.copying` : null;
  if (file !== null) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    await forget(to, file);
  }
  const target = file === null ? to : `file:${file}`;
  try {
    const made = await upgrade(target, path.join(dataFolder(), 'backups'));
    if (!made.ok) giveUp(made.why);
    const sent = await copyDesk(from, target);
    const arrived = await digestsOf(target);
    const other = [...sent].filter(([table, digest]) => arrived.get(table) !== digest).map(([table]) => table);
    if (other.length > 0) throw new Error(`The rows of ${other.join(', ')} are not the same`);
    const seals = await checkSeals(target);
    if (file !== null) {
      foldIntoOneFile(file);
      chmodSync(file, 0o600);
      putInPlace(file, sqlitePath(to));
      await forget(to, file);
    }
    say(`Copied ${rowsIn(sent)} rows of ${sent.size} tables; every table is the same on both sides.`);
    say(`${seals.articles} histories with ${seals.lines} lines and ${seals.reports} reports were checked.`);
    for (const { article, from: first, to: last } of seals.broken) {
      say(
        `“${article.title}”: lines ${first}–${last} do not fit their seals, as in the source: npm run verify-history`,
      );
    }
    const others = seals.brokenRows.length + seals.brokenDeskLines.length;
    if (others > 0) say(`${others} rows are not what the history says, as in the source: npm run verify-history`);
    for (const id of seals.brokenReports) say(`The report ${id} does not fit its hash, as in the source.`);
  } catch (error) {
    await forget(to, file);
    giveUp(`Not copied, and the target is empty again: ${error instanceof Error ? error.message : error}`);
  }
}

const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } }, strict: false });
if (typeof values.from !== 'string' || typeof values.to !== 'string') {
  giveUp('Name both databases: npm run db:copy -- --from file:data/claimdesk.db --to postgresql://…');
}
const [from, to] = [addressOf(values.from), addressOf(values.to)];
const fault = (await faultOfSource(from)) ?? (await faultOfTarget(to));
if (fault !== null) giveUp(fault);
await copy(from, to);
