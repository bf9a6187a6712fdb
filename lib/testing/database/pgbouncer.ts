/** A pgbouncer in transaction mode before a server, for tests; started on a free loopback port where the program is there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'].find(existsSync);

/** What a test with a pooler needs. */
export const pgbouncer = { what: 'pgbouncer', isThere: program !== undefined };

export type Pooler = { address: string; stop: () => Promise<void> };

/** @param address `postgresql://…` of a database. `settings`: further lines of pgbouncer's own file. */
export async function startPooler(address: string, settings: string[] = []): Promise<Pooler> {
  if (!program) throw new Error('pgbouncer is not there');
  const { hostname, port, pathname, username } = new URL(address);
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-pgbouncer-'));
  const own = await freePort();
  const file = path.join(folder, 'pgbouncer.ini');
  const lines = [
    '[databases]',
    `${pathname.slice(1)} = host=${hostname} port=${port} user=${username}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${own}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 3',
    ...settings,
  ];
  writeFileSync(file, lines.join('\n'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) for (const place of [folder, file]) chmodSync(place, 0o755);
  // It refuses to run as root.
  const [command, args] = isRoot
    ? ['setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', program, file]]
    : [program, [file]];
  const child = spawn(command, args, { stdio: 'ignore' });
  const through = new URL(address);
  through.host = `127.0.0.1:${own}`;
  await answering(own, child);
  return {
    address: through.href,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answering(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended with ${child.exitCode}`);
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('pgbouncer does not answer');
}
