/**
 * A built desk for soaks: the program of `npm start` on a data folder of its own and a free port, with people who have a
 * password and a token of the API.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hash } from '@node-rs/argon2';
import type { Database } from '#lib/data/database/database';
import { openDatabase } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { makeApiToken } from '#lib/data/people/api-tokens';
import { apiScopes } from '#lib/domain/people/api-scope';
import { must } from '#lib/testing/database/rows';
import { testPassword } from '#lib/testing/password';

const root = path.resolve(import.meta.dirname, '../../..');

/** A module with which a desk is started whose memory is measured: `collectIn` then works. */
export const collector = pathToFileURL(path.join(import.meta.dirname, 'collect-on-signal.mjs')).href;
/** A collection runs when the signal is seen, and what finalizers let go of goes with the next. */
const collections = { count: 3, apart: 700 };

export type SoakPerson = { id: string; name: string; email: string; password: string; token: string };

export type SoakDesk = {
  url: string;
  db: Database;
  addReviewer: (name: string) => Promise<SoakPerson>;
  /** A figure of the server's own, by its name in /metrics. */
  figure: (name: string) => Promise<number>;
  /** Has the server let go of what it no longer needs, so that its memory is what it keeps. */
  collect: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts the desk. `address`: a PostgreSQL database in place of a file of its own; `direct`: the same past a pooler; `folder`:
 * where its data are, which then stay; a temporary one otherwise; `settings`: of the environment. Rejects where the program
 * ends before it serves, with what it said.
 */
export async function startSoakDesk({
  address = '',
  direct = '',
  folder = '',
  settings = {},
}: {
  address?: string;
  direct?: string;
  folder?: string;
  settings?: Record<string, string>;
} = {}): Promise<SoakDesk> {
  const data = folder || mkdtempSync(path.join(tmpdir(), 'claimdesk-soak-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      CLAIMDESK_DATA: data,
      CLAIMDESK_URL: '',
      PORT: String(port),
      DATABASE_URL: address,
      DATABASE_DIRECT_URL: direct,
      NEXTAUTH_SECRET: '',
      LOG_LEVEL: 'error',
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${collector}`,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  await Promise.race([
    // It prints its address once it serves.
    new Promise<void>((resolve) =>
      child.stdout.on('data', (chunk) => {
        said += chunk;
        if (/Claimdesk: http|Set up your desk: http/.test(said)) resolve();
      }),
    ),
    ended.then(() => Promise.reject(new Error(`The desk did not start: ${said.trim()}`))),
  ]);
  const db = openDatabase(direct || address || `file:${path.join(data, 'claimdesk.db')}`);
  const passwordHash = await hash(testPassword);
  return {
    url,
    db,
    addReviewer: async (name) => {
      const id = newId();
      const email = `${id.toLowerCase()}@desk.example`;
      await db.user.create({ data: { id, name, email, role: 'reviewer', passwordHash } });
      const writer = { db, actorId: id, now: new Date() };
      const { secret } = await must(makeApiToken(writer, { name: 'soak', scopes: [...apiScopes], lifetime: 0 }));
      return { id, name, email, password: testPassword, token: secret };
    },
    figure: (name) => figureOf(url, name),
    collect: () => collectIn(child),
    stop: async () => {
      await db.$disconnect();
      child.kill('SIGTERM');
      await ended;
      if (!folder) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A figure of a server's own, by its name in /metrics. */
export async function figureOf(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/** Has the server of a program let go of what it no longer needs. It was started with `collector`. */
export async function collectIn(program: ChildProcess): Promise<void> {
  for (let index = 0; index < collections.count; index += 1) {
    process.kill(serverOf(program), 'SIGUSR2');
    await new Promise((resolve) => setTimeout(resolve, collections.apart));
  }
}

/** The id of the process that serves, which the program starts. Next gives it another name once it serves. */
const serverOf = ({ pid }: ChildProcess): number =>
  Number(execFileSync('pgrep', ['-P', String(pid), '-f', 'next-server|server\\.js'], { encoding: 'utf8' }));

/** A loopback port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
