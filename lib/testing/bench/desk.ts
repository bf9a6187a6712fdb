/**
 * A built desk of its own for benches over HTTP: the program of `npm start` on an empty data folder and a free port, with
 * an admin whose requests are signed in. It needs a build (`npm run build`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'next-auth/jwt';
import { type Database, openDatabase } from '#lib/data/database/database';
import { startSession } from '#lib/data/people/sessions';
import { collectIn, collector, figureOf } from '#lib/testing/soak/soak-desk';

const root = path.resolve(import.meta.dirname, '../../..');
const manifest = path.join(root, '.next/server/server-reference-manifest.json');

export type BenchDesk = {
  url: string;
  db: Database;
  adminId: string;
  /** What signs the admin's requests in. */
  cookie: string;
  /** Reads a whole page, and says how long its first byte and all of it took (ms), and how long it is. */
  read: (page: string) => Promise<{ firstByte: number; whole: number; bytes: number }>;
  /** Calls a server action as a browser does, and returns the answer's text. */
  act: (file: string, name: string, input: unknown) => Promise<string>;
  /** The server's memory now (bytes, resident), as it tells it itself. */
  resident: () => Promise<number>;
  /** What the server keeps of the machine's memory once it has let go of the rest (bytes, resident). */
  memory: () => Promise<number>;
  stop: () => Promise<void>;
};

/** Asks; once more where the connection was left from before a long pause, and is gone. */
const ask = (url: string, init: RequestInit) => fetch(url, init).catch(() => fetch(url, init));

/** `address`: a PostgreSQL database in place of a file of its own. */
export async function startBenchDesk(address = ''): Promise<BenchDesk> {
  if (!existsSync(manifest)) throw new Error('There is no build to measure: run `npm run build` first.');
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-bench-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      CLAIMDESK_DATA: data,
      PORT: String(port),
      DATABASE_URL: address,
      NEXTAUTH_SECRET: '',
      LOG_LEVEL: 'warn',
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${collector}`,
      // One person does what a whole newsroom would.
      CLAIMDESK_ACTION_LIMIT: '1000000',
      CLAIMDESK_STREAM_LIMIT: '5000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await answering(child, url);
  const db = openDatabase(address || `file:${path.join(data, 'claimdesk.db')}`);
  const adminId = 'bench-admin';
  await db.user.create({ data: { id: adminId, name: 'Bench', email: 'bench@desk.example', role: 'admin' } });
  const secret = readFileSync(path.join(data, 'secret'), 'utf8').trim();
  const origin = { userAgent: 'bench', place: 'unknown', network: 'unknown' };
  const sessionId = await startSession(db, { id: adminId, sessionEpoch: 0 }, origin, new Date(), {
    by: 'bench',
    network: 'unknown',
  });
  const token = await encode({ token: { sub: adminId, sessionId: sessionId ?? '' }, secret });
  const cookie = `next-auth.session-token=${token}`;
  return {
    url,
    db,
    adminId,
    cookie,
    read: async (page) => {
      const begin = performance.now();
      // Unpacking would hold the first byte back on this side.
      const response = await ask(url + page, { headers: { cookie, 'accept-encoding': 'identity' } });
      if (!response.ok) throw new Error(`${page} answered ${response.status}`);
      let firstByte = Number.NaN;
      let bytes = 0;
      for await (const piece of response.body ?? []) {
        if (bytes === 0) firstByte = performance.now() - begin;
        bytes += piece.length;
      }
      return { firstByte, whole: performance.now() - begin, bytes };
    },
    act: async (file, name, input) => {
      const response = await ask(`${url}/articles`, {
        method: 'POST',
        headers: { cookie, origin: url, 'next-action': actionId(file, name), 'content-type': 'text/plain' },
        body: JSON.stringify([input]),
      });
      if (!response.ok) throw new Error(`${name} answered ${response.status}`);
      return response.text();
    },
    resident: () => figureOf(url, 'process_resident_memory_bytes'),
    memory: async () => {
      await collectIn(child);
      return figureOf(url, 'process_resident_memory_bytes');
    },
    stop: async () => {
      await db.$disconnect();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

type Manifest = { node: Record<string, { exportedName: string; filename: string }> };

/** The build's own name for a server action. */
function actionId(file: string, name: string): string {
  // Next's own file; its shape is read, not promised.
  const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  const found = Object.entries(node).find(([, action]) => action.exportedName === name && action.filename === file);
  if (!found) throw new Error(`The build has no action ${name} of ${file}.`);
  return found[0];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Waits until the program answers; it prints its address when it does. */
async function answering(child: ChildProcess, url: string): Promise<void> {
  const gone = new Promise<never>((_, reject) =>
    child.once('exit', () => reject(new Error('The desk did not start.'))),
  );
  const up = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk) => String(chunk).includes('http') && resolve());
  });
  await Promise.race([up, gone]);
  await fetch(`${url}/api/health`);
}
