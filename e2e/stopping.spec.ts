/** How the program ends: with its server, and telling whoever watches over it whether that was meant. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, freePort, placeNewDesk, printedLink, test } from './desk';

const root = path.resolve(import.meta.dirname, '..');

/** Starts the program by a command and waits until it serves. */
async function start(command: string, args: string[], settings: Record<string, string> = {}) {
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-stopping-'));
  placeNewDesk(data);
  const port = await freePort();
  const { npm_lifecycle_event: _, ...env } = process.env;
  const child = spawn(command, args, {
    cwd: root,
    env: {
      ...{ ...env, CLAIMDESK_DATA: data, PORT: String(port), DATABASE_URL: '', NEXTAUTH_SECRET: '', LOG_LEVEL: 'warn' },
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await printedLink(child);
  const isServing = () =>
    fetch(`http://127.0.0.1:${port}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false);
  return { child, ended, isServing, data, port, clean: () => rmSync(data, { recursive: true, force: true }) };
}

/** The processes that a process started. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

/** The server of a program: the first of its descendants that is one. */
function serverOf({ pid = 0 }: ChildProcess): number {
  const descendants = childrenOf(pid).flatMap((one): number[] => [one, ...childrenOf(one)]);
  const server = descendants.find((one) => /next-server|standalone/.test(readFileSync(`/proc/${one}/cmdline`, 'utf8')));
  if (!server) throw new Error('no server runs');
  return server;
}

const program = ['--import', 'tsx', 'lib/cli/start.ts'];

test('a server that is killed is started again', async () => {
  const desk = await start(process.execPath, program);
  const killed = serverOf(desk.child);
  process.kill(killed, 'SIGKILL');
  await expect.poll(desk.isServing, { timeout: 30_000 }).toBe(true);
  expect(serverOf(desk.child)).not.toBe(killed);
  desk.child.kill('SIGTERM');
  expect(await desk.ended).toBe(0);
  desk.clean();
});

test('where systemd or Docker starts again, a server that is killed ends the program with a failure', async () => {
  const desk = await start(process.execPath, program, { CLAIMDESK_RESTART: 'off' });
  process.kill(serverOf(desk.child), 'SIGKILL');
  expect(await desk.ended).toBe(1);
  desk.clean();
});

test('a stop lets a request finish that is under way, says so meanwhile, and closes the database', async () => {
  const desk = await start(process.execPath, program, { CLAIMDESK_DRAIN_SECONDS: '4' });
  const ask = (path: string) => fetch(`http://127.0.0.1:${desk.port}${path}`);
  // A page opens the database, whose log stands beside it from then on.
  await ask('/sign-in');
  expect(existsSync(path.join(desk.data, 'claimdesk.db-wal'))).toBe(true);
  // A body that arrives in two parts keeps a request under way.
  const body = new TransformStream<Uint8Array, Uint8Array>();
  const writer = body.writable.getWriter();
  const slow = fetch(`http://127.0.0.1:${desk.port}/api/auth/callback/credentials`, {
    ...{ method: 'POST', body: body.readable, redirect: 'manual', duplex: 'half' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  } as RequestInit);
  await writer.write(new TextEncoder().encode('email=a'));
  await expect.poll(async () => (await ask('/readyz')).status).toBe(200);
  desk.child.kill('SIGTERM');
  await expect.poll(async () => (await ask('/readyz').catch(() => null))?.status).toBe(503);
  expect((await ask('/healthz')).status).toBe(200);
  await expect.poll(desk.isServing).toBe(false);
  await writer.write(new TextEncoder().encode('&password=b'));
  await writer.close();
  expect((await slow).status).toBeLessThan(500);
  expect(await desk.ended).toBe(0);
  expect(existsSync(path.join(desk.data, 'claimdesk.db-wal'))).toBe(false);
  desk.clean();
});

test('a program that is told to stop ends well, and its server with it', async () => {
  const desk = await start(process.execPath, program);
  desk.child.kill('SIGTERM');
  expect(await desk.ended).toBe(0);
  expect(await desk.isServing()).toBe(false);
  desk.clean();
});

test('no server is left behind by an npm that is told to stop', async () => {
  const desk = await start('npm', ['start']);
  desk.child.kill('SIGTERM');
  await desk.ended;
  await expect.poll(desk.isServing).toBe(false);
  desk.clean();
});

test('no server is left behind by a program that is killed', async () => {
  const desk = await start(process.execPath, program);
  desk.child.kill('SIGKILL');
  await desk.ended;
  await expect.poll(desk.isServing).toBe(false);
  desk.clean();
});
