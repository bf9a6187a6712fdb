/**
 * `npm run test:image`: builds the Dockerfile and runs the image: it starts from an empty volume, not as root, says when it
 * is ready, and ends well at SIGTERM. It needs root and Debian's `buildah`; where no registry of images is reached, also
 * `debootstrap`, which makes a base with this machine's Node. Takes some minutes, so it is no part of `npm test`.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
const work = mkdtempSync(path.join(tmpdir(), 'claimdesk-image-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
const env = { ...process.env, BUILDAH_ISOLATION: 'chroot' };
const store = ['--root', path.join(work, 'storage'), '--runroot', path.join(work, 'run')];

/** Runs buildah and returns what it prints. */
const buildah = (...args: string[]): string =>
  execFileSync('buildah', [...store, ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

/** A base of Debian with this machine's Node, from a folder that debootstrap made; its name in the store. */
function makeBase(): string {
  const folder = path.join(work, 'base');
  const packages = '--include=ca-certificates,python3,make,g++';
  execFileSync('debootstrap', ['--variant=minbase', packages, 'bookworm', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  cpSync(realpathSync(process.execPath), path.join(folder, 'usr/local/bin/node'));
  const npm = path.dirname(path.dirname(realpathSync(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim())));
  cpSync(npm, path.join(folder, 'usr/local/lib/node_modules/npm'), { recursive: true });
  execFileSync('ln', ['-s', '../lib/node_modules/npm/bin/npm-cli.js', path.join(folder, 'usr/local/bin/npm')]);
  // A network may look into TLS: what this machine trusts and compiles with, the base does too.
  const trusted = '/etc/ssl/certs/ca-certificates.crt';
  cpSync(trusted, path.join(folder, trusted), { dereference: true });
  const settings = [`NODE_EXTRA_CA_CERTS=${trusted}`];
  const headers = path.join(path.dirname(path.dirname(realpathSync(process.execPath))), 'include/node');
  if (existsSync(headers)) {
    cpSync(headers, path.join(folder, 'usr/local/include/node'), { recursive: true });
    settings.push('npm_config_nodedir=/usr/local');
  }
  const container = buildah('from', 'scratch');
  buildah('add', '--quiet', container, folder, '/');
  for (const setting of settings) buildah('config', '--env', setting, container);
  buildah('commit', '--quiet', '--rm', container, 'localhost/claimdesk-base');
  rmSync(folder, { recursive: true, force: true });
  return 'localhost/claimdesk-base';
}

function check(what: string, isSo: boolean): void {
  if (!isSo) throw new Error(`Not so: ${what}`);
  say(`✓ ${what}`);
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

/** Waits until a condition holds, for at most a minute. */
async function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 240; tries += 1) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

/** The container that runs, to be ended whatever happens. */
const held: { child: ChildProcess | null } = { child: null };

async function run(image: string): Promise<void> {
  const config = JSON.parse(buildah('inspect', '--type', 'image', image)).Docker.config;
  check('it does not run as root', config.User === 'claimdesk');
  check('its data is a volume', '/data' in config.Volumes);
  check('its health is asked for at /readyz', JSON.stringify(config.Healthcheck?.Test).includes('/readyz'));
  const port = await freePort();
  const container = buildah('from', image);
  const inside = (...command: string[]) =>
    spawnSync('buildah', [...store, 'run', container, '--', ...command], { env, encoding: 'utf8' });
  // Buildah makes the volume of an image itself, beside the container.
  const isInVolume = (name: string) =>
    execFileSync('find', [work, '-path', '*/buildah-volumes/*', '-name', name], { encoding: 'utf8' }) !== '';
  const setting = ['--env', `PORT=${port}`, '--env', 'HOST=127.0.0.1'];
  const child = spawn('buildah', [...store, 'run', ...setting, container, '--', ...config.Cmd], { env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (printed += piece));
  const over = ended(child);
  const answer = (address: string) => fetch(`http://127.0.0.1:${port}${address}`).catch(() => null);
  held.child = child;
  const isUp = await until(() => child.exitCode !== null || printed.includes('/set-up?token='));
  if (!isUp || child.exitCode !== null) throw new Error(`The image did not start:\n${printed}`);
  check('it starts from an empty volume and prints the set-up link', true);
  check('it is ready', (await answer('/readyz'))?.status === 200);
  check('it serves pages', (await answer('/sign-in'))?.status === 200);
  check('its database is in the volume', isInVolume('claimdesk.db'));
  check('it cannot change its own program', inside('touch', '/app/server.js').status !== 0);
  // The first process of the container; what stands around it names the program too.
  const first = execFileSync('pgrep', ['-u', '10001', '-f', '^[^ ]*node .*lib/cli/start.ts'], { encoding: 'utf8' })
    .trim()
    .split('\n')[0];
  process.kill(Number(first), 'SIGTERM');
  check('it ends well at SIGTERM', (await over) === 0);
  check('it closed its database', !isInVolume('claimdesk.db-wal'));
}

const missing = ['buildah'].filter((name) => spawnSync('which', [name]).status !== 0);
if (missing.length > 0 || process.getuid?.() !== 0) {
  say('npm run test:image needs root and buildah (Debian: apt-get install buildah debootstrap).');
  process.exit(1);
}
try {
  const isReached = spawnSync('buildah', [...store, 'pull', '--quiet', 'docker.io/library/node:22-bookworm-slim'], {
    ...{ env, timeout: 120_000, stdio: 'ignore' },
  });
  const base = isReached.status === 0 ? null : makeBase();
  say(base ? 'No registry of images is reached: built on a base made by debootstrap.' : 'Built on the images of Node.');
  const bases = base ? ['--build-arg', `BUILD_IMAGE=${base}`, '--build-arg', `RUN_IMAGE=${base}`] : [];
  execFileSync(
    'buildah',
    [...store, 'bud', '--format', 'docker', '--network', 'host', ...bases, '-t', 'claimdesk', root],
    {
      ...{ env, stdio: ['ignore', 'ignore', 'inherit'] },
    },
  );
  await run('localhost/claimdesk');
  say('The image holds.');
} finally {
  if (held.child?.exitCode === null) {
    const over = ended(held.child);
    held.child.kill('SIGTERM');
    await over;
  }
  spawnSync('buildah', [...store, 'rm', '--all'], { env, stdio: 'ignore' });
  spawnSync('umount', ['-R', path.join(work, 'storage', 'overlay')], { stdio: 'ignore' });
  rmSync(work, { recursive: true, force: true });
}
