/**
 * A replicated PostgreSQL as a newsroom would run it, on loopback ports and in a temporary folder: three servers under
 * Patroni with synchronous replication, etcd to agree on the leader, HAProxy that leads to it, and pgbouncer in transaction
 * mode before that. Debian's packages patroni, etcd-server, haproxy and pgbouncer must be installed; none of their services
 * need run.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Pooler, startPooler } from '../database/pgbouncer';
import { freePort } from './soak-desk';

const programs = {
  patroni: '/usr/bin/patroni',
  etcd: '/usr/bin/etcd',
  haproxy: '/usr/sbin/haproxy',
  pgbouncer: '/usr/sbin/pgbouncer',
};
const debian = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Seconds. The shortest time that Patroni takes for `ttl` is 20: so long may a dead leader be believed. */
const patroniTimes = { ttl: 20, loop_wait: 2, retry_timeout: 5 };

type Node = { name: string; config: string; data: string; rest: number; patroni: ChildProcess | null };

export type Cluster = {
  /** The database through pgbouncer, and past it. */
  address: string;
  direct: string;
  /** Kills the leader's Patroni and PostgreSQL (SIGKILL); returns its name. */
  killLeader: () => Promise<string>;
  /** Starts a killed node again, and waits until all three are there and two of them hold every acknowledged write. */
  revive: (name: string) => Promise<void>;
  stop: () => Promise<void>;
};

/** What is not installed; empty where everything is. */
export const missingPrograms = (): string[] => [
  ...Object.entries(programs).flatMap(([name, file]) => (existsSync(file) ? [] : [name])),
  ...(existsSync(debian) ? [] : ['postgresql']),
];

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-cluster-'));
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o755);
  const [version = ''] = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
  const ended: Promise<unknown>[] = [];

  /** PostgreSQL refuses to run as root. Output goes into a file of the folder. */
  function run(name: string, file: string, args: string[]): ChildProcess {
    const log = openSync(path.join(folder, `${name}.log`), 'a');
    const asPostgres = ['--reuid=postgres', '--regid=postgres', '--clear-groups', file, ...args];
    const [program, all] = isRoot ? ['setpriv', asPostgres] : [file, args];
    const child = spawn(program, all, { stdio: ['ignore', log, log], cwd: folder });
    ended.push(new Promise((resolve) => child.once('exit', resolve)));
    return child;
  }

  const [clients, peers, entry] = [await freePort(), await freePort(), await freePort()];
  const own = (port: number) => `http://127.0.0.1:${port}`;
  const etcd = run('etcd', programs.etcd, [
    ...['--name', 'one', '--data-dir', path.join(folder, 'etcd'), '--initial-cluster', `one=${own(peers)}`],
    ...['--listen-client-urls', own(clients), '--advertise-client-urls', own(clients)],
    ...['--listen-peer-urls', own(peers), '--initial-advertise-peer-urls', own(peers)],
  ]);

  const nodes: Node[] = [];
  const servers: string[] = [];
  for (const name of ['one', 'two', 'three']) {
    const [rest, port] = [await freePort(), await freePort()];
    const home = path.join(folder, name);
    mkdirSync(home);
    if (isRoot) execFileSync('chown', ['postgres', home]);
    const data = path.join(home, 'data');
    const config = path.join(home, 'patroni.yml');
    const login = (username: string) => ({ username, password: 'of a test' });
    // Patroni reads YAML, of which JSON is a part.
    const settings = {
      scope: 'claimdesk',
      name,
      restapi: { listen: `127.0.0.1:${rest}`, connect_address: `127.0.0.1:${rest}` },
      etcd3: { host: `127.0.0.1:${clients}` },
      bootstrap: {
        dcs: { ...patroniTimes, synchronous_mode: true, postgresql: { use_pg_rewind: true, use_slots: true } },
        initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }],
      },
      postgresql: {
        listen: `127.0.0.1:${port}`,
        connect_address: `127.0.0.1:${port}`,
        data_dir: data,
        bin_dir: path.join(debian, version, 'bin'),
        pgpass: path.join(home, 'pgpass'),
        pg_hba: ['host all all 127.0.0.1/32 trust', 'host replication all 127.0.0.1/32 trust'],
        parameters: { unix_socket_directories: '' },
        authentication: { superuser: login('postgres'), replication: login('replicator'), rewind: login('postgres') },
      },
    };
    writeFileSync(config, JSON.stringify(settings));
    servers.push(`server ${name} 127.0.0.1:${port} check port ${rest}`);
    nodes.push({ name, config, data, rest, patroni: run(name, programs.patroni, [config]) });
  }

  const haproxyFile = path.join(folder, 'haproxy.cfg');
  const haproxyLines = [
    'defaults',
    '  mode tcp',
    '  timeout connect 2s',
    '  timeout client 30m',
    '  timeout server 30m',
    '  timeout check 2s',
    'listen primary',
    `  bind 127.0.0.1:${entry}`,
    '  option httpchk GET /primary',
    '  http-check expect status 200',
    '  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions',
    ...servers.map((server) => `  ${server}`),
  ];
  writeFileSync(haproxyFile, `${haproxyLines.join('\n')}\n`);
  const haproxy = run('haproxy', programs.haproxy, ['-db', '-f', haproxyFile]);

  /** What Patroni's own interface says of a node: 200 for yes. */
  const says = (node: Node, question: string): Promise<boolean> =>
    fetch(`${own(node.rest)}/${question}`).then(
      ({ status }) => status === 200,
      () => false,
    );
  const countOf = async (question: string) =>
    (await Promise.all(nodes.map((node) => says(node, question)))).filter(Boolean).length;
  async function whole(): Promise<void> {
    for (let tries = 0; tries < 240; tries += 1) {
      const [leaders, replicas, synchronous] = await Promise.all(['primary', 'replica', 'synchronous'].map(countOf));
      if (leaders === 1 && replicas === 2 && synchronous === 1) return;
      await pause(500);
    }
    throw new Error(`The cluster is not whole after two minutes; its logs are in ${folder}.`);
  }

  function killServer({ data }: Node): void {
    const file = path.join(data, 'postmaster.pid');
    if (!existsSync(file)) return;
    try {
      process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
    } catch (error) {
      // It ended by itself and left its file.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }

  let pooler: Pooler | null = null;
  async function stop(): Promise<void> {
    await pooler?.stop();
    for (const { patroni } of nodes) patroni?.kill('SIGKILL');
    for (const node of nodes) killServer(node);
    for (const child of [haproxy, etcd]) child.kill('SIGKILL');
    await Promise.all(ended);
    // What a killed server had started ends itself a moment later.
    await pause(1_000);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  try {
    await whole();
    const client = new pg.Client(`postgresql://postgres@127.0.0.1:${entry}/postgres`);
    await client.connect();
    await client.query('CREATE DATABASE claimdesk');
    await client.end();
    const direct = `postgresql://postgres@127.0.0.1:${entry}/claimdesk`;
    pooler = await startPooler(direct, [
      'default_pool_size = 10',
      'server_login_retry = 1',
      'ignore_startup_parameters = extra_float_digits',
    ]);
    return {
      address: pooler.address,
      direct,
      killLeader: async () => {
        for (const node of nodes) {
          if (!(await says(node, 'primary'))) continue;
          node.patroni?.kill('SIGKILL');
          killServer(node);
          node.patroni = null;
          return node.name;
        }
        throw new Error('There is no leader to kill.');
      },
      revive: async (name) => {
        const node = nodes.find((one) => one.name === name);
        if (node) node.patroni = run(name, programs.patroni, [node.config]);
        await whole();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
