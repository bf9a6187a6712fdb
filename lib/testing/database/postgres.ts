/**
 * A PostgreSQL server for the tests: the one that TEST_POSTGRES_URL names, else a private one that is started on a free
 * loopback port and ended afterwards. Where there is no server program it is installed (Debian, as root) or asked for.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

const isRoot = process.getuid?.() === 0;

function findServerPrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => path.join(debian, version, 'bin'));
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return [...folders, ...onPath].find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

function serverPrograms(): string {
  let found = findServerPrograms();
  if (!found && isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', 'postgresql'], { stdio: 'ignore' });
    found = findServerPrograms();
  }
  if (found) return found;
  throw new Error(
    'The tests need a PostgreSQL server. Install one (Debian: apt-get install postgresql; macOS: brew install postgresql) ' +
      'or set TEST_POSTGRES_URL to a server where databases may be created.',
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Of a server whose data are thrown away: nothing waits for the disk, and nothing is written to outlive a crash. */
const forgetful = {
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' },
  // Databases of tests are gone before it would be of use.
  autovacuum: 'off',
};

/** Starts the server, or takes the named one; `stop` ends only what was started here. */
export async function startPostgres({ isDurable = false } = {}): Promise<{ url: string; stop: () => void }> {
  const named = process.env.TEST_POSTGRES_URL;
  if (named) return { url: named.replace(/\/[^/]*$/, ''), stop: () => {} };
  return startOwnPostgres(tmpdir(), isDurable);
}

/**
 * A private server, whose data are in a new folder below `parent`. `isDurable`: a commit waits for the disk, as at a real desk.
 * `revive` starts it again where it ended by itself.
 */
export async function startOwnPostgres(parent = tmpdir(), isDurable = false) {
  const programs = serverPrograms();
  const folder = mkdtempSync(path.join(parent, 'claimdesk-pg-'));
  const data = path.join(folder, 'data');
  const port = await freePort();
  // The server refuses to run as root, so root runs it as the account that the Debian package made.
  const run = (program: string, args: string[]) => {
    const command = path.join(programs, program);
    const [file, all] = isRoot
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]]
      : [command, args];
    execFileSync(file as string, all as string[], { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  };
  if (isRoot) {
    execFileSync('chown', ['postgres', folder]);
    chmodSync(folder, 0o700);
  }
  run('initdb', ['-D', data, '-U', 'claimdesk', '--auth=trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8']);
  const settings = {
    ...{ port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: "''" },
    ...(isDurable ? {} : forgetful),
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const start = () =>
    run('pg_ctl', ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', options.join(' '), 'start']);
  start();
  const isRunning = () => existsSync(path.join(data, 'postmaster.pid'));
  const stop = () => {
    if (isRunning()) run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
  const revive = () => {
    if (!isRunning()) start();
  };
  return { url: `postgresql://claimdesk@127.0.0.1:${port}`, stop, revive };
}

/** A new database on a server: an empty one, or a copy of the one that `template` names, to which nothing may be connected. */
export async function addDatabase(
  server: string,
  template?: string,
): Promise<{ address: string; name: string; drop: () => Promise<void> }> {
  const name = `test_${process.pid}_${process.env.VITEST_POOL_ID ?? 0}_${Date.now().toString(36)}`;
  const administer = async (act: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client(`${server}/postgres`);
    await client.connect();
    await act(client);
    await client.end();
  };
  await administer(async (client) => {
    const { rows } = await client.query('SHOW server_version_num');
    // Twice as quick as page by page through the log; servers before 15 copy files anyway, and take no word for it.
    const copied = Number(rows[0].server_version_num) < 150_000 ? '' : ' STRATEGY FILE_COPY';
    await client.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}${copied}` : ''}`);
  });
  const drop = () => administer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  return { address: `${server}/${name}`, name, drop };
}
