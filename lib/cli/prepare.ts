/** What must be there before the desk can run: generated clients, a secret, a migrated database, a build of this code. */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { buildSync } from 'esbuild';

export const root = path.resolve(import.meta.dirname, '..', '..');
const at = (...parts: string[]) => path.join(root, ...parts);

/** Whether this is a build that runs by itself (lib/cli/standalone.ts): nothing can be built here, and nothing need be. */
export const isPackaged = existsSync(at('server.js'));
/** The folder of Next's standalone server. */
export const serverFolder = isPackaged ? root : at('.next', 'standalone');

/** Runs one of this project's TypeScript programs or a dependency's, as a process of its own. */
export function runNode(args: string[], env: NodeJS.ProcessEnv = process.env): void {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** A hash over the names and contents of files: equal when nothing changed. */
function fingerprint(files: string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort()) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function isFresh(stamp: string, print: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

/**
 * Runs something in this folder while no other process does, and waits for one that does: of two that start at once one
 * generates and builds, and the other finds it done.
 */
export function alone<T>(run: () => T): T {
  // Outside of what is read for a fingerprint: a process that reads the file a second time loses its lock.
  mkdirSync(at('node_modules', '.cache'), { recursive: true });
  const lock = new BetterSqlite3(at('node_modules', '.cache', 'claimdesk-prepare'), { timeout: 900_000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return run();
  } finally {
    lock.close();
  }
}

/** Generates the database clients where the schema changed since they were. */
export function generateClients(): void {
  if (!isPackaged) alone(generateAlone);
}

/** What pdf.js asks of the server while it reads and draws: its worker, character maps, fonts, and decoders of pictures. */
const pdfParts = ['LICENSE', 'cmaps', 'iccs', 'legacy/build/pdf.worker.min.mjs', 'standard_fonts', 'wasm'];

/** Puts the parts of pdf.js where the server sends them from: `public/pdfjs`. */
export function placePdfParts(): void {
  if (!isPackaged) alone(placePartsAlone);
}

function placePartsAlone(): void {
  const [from, to] = [at('node_modules', 'pdfjs-dist'), at('public', 'pdfjs')];
  const stamp = path.join(to, 'version');
  const { version } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
  if (isFresh(stamp, version)) return;
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to);
  for (const part of pdfParts) cpSync(path.join(from, part), path.join(to, path.basename(part)), { recursive: true });
  writeFileSync(stamp, version);
}

/** Builds the application where its code changed since the last build. Returns whether it built. */
export const build = (): boolean => !isPackaged && alone(buildAlone);

function generateAlone(): void {
  const stamp = at('lib', 'data', 'generated', 'fingerprint');
  const print = fingerprint([at('prisma', 'schema.prisma'), at('prisma', 'twin.ts'), at('package-lock.json')]);
  if (isFresh(stamp, print)) return;
  runNode(['--import', 'tsx', at('prisma', 'generate.ts')]);
  writeFileSync(stamp, print);
}

function buildAlone(): boolean {
  placePartsAlone();
  const sources = ['app', 'lib', 'public']
    .flatMap((folder) => filesUnder(at(folder)))
    .filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith(at('lib', 'testing')));
  const configs = [
    'package.json',
    'package-lock.json',
    'next.config.js',
    'proxy.ts',
    'tsconfig.json',
    'postcss.config.mjs',
  ];
  const print = fingerprint([...sources, ...configs.map((name) => at(name))]);
  const stamp = at('.next', 'claimdesk-build');
  if (isFresh(stamp, print)) return false;
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  runNode([at('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], env);
  // The standalone server serves these from its own folder.
  cpSync(at('.next', 'static'), at('.next', 'standalone', '.next', 'static'), { recursive: true });
  cpSync(at('public'), at('.next', 'standalone', 'public'), { recursive: true });
  buildWorkers(at('.next', 'standalone'));
  writeFileSync(stamp, print);
  return true;
}

/** Writes the programs of worker processes into a folder (lib/workers/program.ts). */
export function buildWorkers(folder: string): void {
  buildWorker('lib/workers/worker.ts', path.join(folder, 'worker.cjs'));
  buildWorker('lib/data/database/aside-program.ts', path.join(folder, 'aside.cjs'));
}

/** Writes a program of worker processes as one file, which needs none of this project's sources. */
export function buildWorker(program: string, file: string): void {
  buildSync({
    entryPoints: [at(program)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Native parts, and the maps and fonts of pdf.js, stand beside the server (outputFileTracingIncludes in next.config.js).
    external: ['@resvg/resvg-js', 'better-sqlite3', 'pdfjs-dist'],
  });
}

/** What a desk from before may have left readable by others. */
const ownFiles = ['claimdesk.db', 'claimdesk.db-wal', 'claimdesk.db-shm', 'secret'];

/**
 * The data folder: the embedded database, the secret, backups. Readable by its owner alone, and so is whatever this process
 * and those that it starts write from here on, wherever that is.
 */
export function dataFolder(): string {
  process.umask(0o077);
  const folder = path.resolve(process.env.CLAIMDESK_DATA || at('data'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const file of ownFiles.map((name) => path.join(folder, name))) {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) !== 0) closeToOthers(file);
  }
  return folder;
}

/** Takes a file's rights from everybody but its owner, where it is ours to say. */
function closeToOthers(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Somebody else's file, or a file system without rights: whoever runs the desk sees to it.
    if (code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOENT') throw error;
  }
}

/** The key that signs sessions: from the environment, else made once and kept in the data folder. */
export function sessionSecret(): string {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const file = path.join(dataFolder(), 'secret');
  if (!existsSync(file)) {
    // Written under another name first: of two that start at once, both read the one that was linked first, whole.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, randomBytes(32).toString('base64url'), { mode: 0o600 });
    try {
      linkSync(own, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(own);
    }
  }
  return readFileSync(file, 'utf8').trim();
}
