/**
 * `npm start` and `npm run dev`: prepares what is missing, puts the samples on a new desk, serves, and prints the one-time
 * set-up link while the desk has no admin.
 */
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { databaseAddress, directAddress, isReadOnTheWay } from '#lib/data/database/address';
import { servesAlone, sqlitePath } from '#lib/data/database/sqlite-file';
import { makeLog } from '../server/process/log.mjs';
import { keepDaily } from './daily-backup';
import { build, dataFolder, generateClients, placePdfParts, root, serverFolder, sessionSecret } from './prepare';
import { settingFault, stopLimit } from './service-settings';
import { diskSentence } from './start-faults';
import { supervise } from './supervise';

const isDevelopment = process.argv.includes('--dev');
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = makeLog(process.env);

// In a container this is the first process, which a signal ends only where it is listened for.
let server: ReturnType<typeof supervise> | null = null;
const stop = (signal: NodeJS.Signals) => (server ? server.stop(signal) : process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

const fault = settingFault(process.env);
if (fault) {
  say(fault);
  process.exit(1);
}
const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  say(`PORT must be a number from 1 to 65535, not “${process.env.PORT}”.`);
  process.exit(1);
}
// Unpublished work stays on this machine until somebody says otherwise.
const host = process.env.HOST || '127.0.0.1';
const address = (process.env.CLAIMDESK_URL || `http://localhost:${port}`).replace(/\/$/, '');

/** Migrates, loads the samples once, and returns the set-up link's token where one is needed. */
async function prepareDatabase(): Promise<string | null> {
  // Imported here: the clients that these modules need may have been generated a moment ago.
  const { openDatabase } = await import('#lib/data/database/database');
  const { forgetOldActs } = await import('#lib/data/history/change-log');
  const { upgrade } = await import('../../prisma/upgrade');
  const { makeSetupLink } = await import('#lib/data/people/people');
  const { loadSamplesOnce } = await import('#lib/data/exchange/samples');
  const { sampleSet } = await import('../../prisma/sample');
  const { agreesOnSecret } = await import('#lib/data/people/desk-secret');
  const upgraded = await upgrade(
    database,
    path.join(dataFolder(), 'backups'),
    direct === database ? undefined : direct,
  );
  if (!upgraded.ok) {
    say(upgraded.why);
    process.exit(1);
  }
  if (upgraded.backup) say(`Upgraded; the database from before is at ${upgraded.backup}`);
  const isFile = database.startsWith('file:');
  if (isFile && !servesAlone(sqlitePath(database))) {
    say(
      'Another Claimdesk serves this data folder too. What is stored is safe, but each counts limits for itself and shows only its own people; for several servers use PostgreSQL.',
    );
  }
  const db = openDatabase(direct);
  try {
    // A file belongs to one machine, and its key is changed by whoever runs it: sessions from before simply end.
    const isNew = isFile || process.argv.includes('--new-secret');
    if (!(await agreesOnSecret(db, sessionSecret(), { isNew }))) {
      say(
        'The other servers of this database sign sessions with another key, so people would be signed out at every second click. Set NEXTAUTH_SECRET to the same value on all of them (the first one keeps its own in the file “secret” of its data folder). If you changed it on purpose: npm start -- --new-secret',
      );
      process.exit(1);
    }
    await loadSamplesOnce(db, sampleSet, new Date());
    await forgetOldActs(db, new Date());
    return (await makeSetupLink(db, new Date()))?.token ?? null;
  } finally {
    await db.$disconnect();
  }
}

function isTaken(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}

async function isServing(): Promise<boolean> {
  return fetch(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/healthz`)
    .then((response) => response.ok)
    .catch(() => false);
}

if (!/^\d{0,4}$/.test(process.env.CLAIMDESK_DAILY_BACKUPS ?? '')) {
  say(`CLAIMDESK_DAILY_BACKUPS must be a number, not “${process.env.CLAIMDESK_DAILY_BACKUPS}”.`);
  process.exit(1);
}
if (await isTaken()) {
  say(`Something else listens on ${host}:${port}. Stop it, or choose another port: PORT=3001 npm start`);
  process.exit(1);
}
process.env.CLAIMDESK_DATA = dataFolder();
const database = databaseAddress(process.env);
/** The same, past a pooler: what is done here needs sessions of its own. */
const direct = directAddress(process.env);
if ([database, direct].some(isReadOnTheWay)) {
  say(
    'PostgreSQL is on another machine, and the address does not ask for proof that it is that one: on a network that others use, add sslmode=verify-full to DATABASE_URL.',
  );
}
generateClients();
const setupToken = await prepareDatabase().catch((error: unknown) => {
  const sentence = diskSentence(error, database.startsWith('file:') ? dataFolder() : 'the database');
  if (sentence === null) throw error;
  say(sentence);
  process.exit(1);
});
if (isDevelopment) placePdfParts();
else if (build()) say('Built.');

const { namesOfMigrations } = await import('../../prisma/migrations');
const { engineOf, openDatabase } = await import('#lib/data/database/database');
const program = isDevelopment
  ? [path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'dev', '-p', String(port), '-H', host]
  : [path.join(serverFolder, 'server.js')];
const preloads = [
  ...(isDevelopment ? ['end-with-parent.mjs'] : []),
  ...['tell-sender.mjs', 'page-policy.mjs', 'mend-path.mjs', 'answer-faults.mjs', '../server/process/service.mjs'],
].flatMap((file) => ['--import', pathToFileURL(path.join(import.meta.dirname, file)).href]);
const start = () =>
  spawn(process.execPath, [...preloads, ...program], {
    cwd: isDevelopment ? root : serverFolder,
    stdio: ['ignore', isDevelopment ? 'inherit' : 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: database,
      PORT: String(port),
      HOSTNAME: host,
      NEXTAUTH_SECRET: sessionSecret(),
      NEXTAUTH_URL: address,
      NEXT_TELEMETRY_DISABLED: '1',
      CLAIMDESK_MIGRATIONS: namesOfMigrations(engineOf(database)).join(' '),
      // The server ends itself, gracefully (lib/server/process/stop.mjs).
      ...(isDevelopment ? {} : { NEXT_MANUAL_SIG_HANDLE: '1' }),
    },
  });
server = supervise({
  start,
  restarts: !isDevelopment && process.env.CLAIMDESK_RESTART !== 'off',
  say,
  times: { stopping: stopLimit(process.env) },
});
// npm does not pass a signal through the shell in between; it leaves this program without its parent.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop('SIGTERM');
  }, 500).unref();
}
// Whoever watches over the desk starts it again unless it ended well.
void server.ended.then((code) => process.exit(code));

for (let tries = 0; !(await isServing()); tries += 1) {
  if (tries > 600) throw new Error('The server did not answer within a minute.');
  await new Promise((resolve) => setTimeout(resolve, 100));
}
server.served();
say(setupToken ? `\n  Set up your desk: ${address}/set-up?token=${setupToken}\n` : `\n  Claimdesk: ${address}\n`);
const keep = Number(process.env.CLAIMDESK_DAILY_BACKUPS || 7);
if (database.startsWith('file:') && keep > 0) {
  const copy = async () => {
    const day = new Date().toISOString().slice(0, 10);
    const isDone = await keepDaily(sqlitePath(database), path.join(dataFolder(), 'backups'), day, keep);
    if (!isDone) log.error('the daily backup failed: the database is damaged, or there is no room for a copy');
  };
  const atLeisure = () => void copy().catch((error: unknown) => log.error({ err: error }, 'the daily backup failed'));
  setTimeout(atLeisure, 60_000).unref();
  setInterval(atLeisure, 3_600_000).unref();
}
// Feeds of fact-checks whose time has come are read one after the other; of several servers, each is read by one.
const { readDueFeeds } = await import('#lib/server/fact-checks/read-feeds');
const { withGoogleKey } = await import('#lib/server/fact-checks/google-key');
const { fetchPage } = await import('#lib/server/fetch/fetch-page');
const { readAllowedPlaces } = await import('#lib/server/fetch/place');
const allow = readAllowedPlaces(process.env.CLAIMDESK_FETCH_ALLOW ?? '');
const fetchCheck = withGoogleKey(
  (url, options) => fetchPage(url, { ...options, allow }),
  process.env.GOOGLE_FACT_CHECK_KEY,
);
setInterval(() => void readFeeds(), 5 * 60_000).unref();
let isReading = false;
const readFeeds = async () => {
  if (isReading) return;
  isReading = true;
  const feeds = openDatabase(direct);
  await readDueFeeds(feeds, fetchCheck)
    .catch((error: unknown) => log.error({ err: error }, 'feeds of fact-checks could not be read'))
    .finally(() => feeds.$disconnect());
  isReading = false;
};
// Uploads that broke off with their server are dropped.
const { dropBrokenUploads } = await import('#lib/data/blobs/blobs');
const dropUploads = async () => {
  const files = openDatabase(direct);
  await dropBrokenUploads(files, new Date())
    .catch((error: unknown) => log.error({ err: error }, 'uploads that broke off could not be dropped'))
    .finally(() => files.$disconnect());
};
void dropUploads();
setInterval(() => void dropUploads(), 3_600_000).unref();
// A newer version of the reader proposes other claims, and finds them otherwise: both are read again while the desk is in use.
const { readOldArticles } = await import('#lib/data/articles/proposals');
const { indexMissing } = await import('#lib/data/search/claim-index');
const { soundMissing } = await import('#lib/data/sources/speakers');
const { indexMissingChecks } = await import('#lib/data/fact-checks/checks');
const db = openDatabase(direct);
await indexMissing(db)
  .then(() => indexMissingChecks(db))
  .then(() => soundMissing(db))
  .catch((error: unknown) => log.error({ err: error }, 'claims, fact-checks and names could not be made findable'));
await readOldArticles(db)
  .catch((error: unknown) => log.error({ err: error }, 'articles could not be read again'))
  .finally(() => db.$disconnect());
