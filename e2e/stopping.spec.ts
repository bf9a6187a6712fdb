/** How the program ends: with its server, and telling whoever watches over it whether that was meant. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, freePort, printedLink, test } from './desk';

const root = path.resolve(import.meta.dirname, '..');

/** Starts the program by a command and waits until it serves. */
async function start(command: string, args: string[]) {
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-stopping-'));
  const port = await freePort();
  const { npm_lifecycle_event: _, ...env } = process.env;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...env, CLAIMDESK_DATA: data, PORT: String(port), DATABASE_URL: '', NEXTAUTH_SECRET: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await printedLink(child);
  const isServing = () =>
    fetch(`http://127.0.0.1:${port}/api/health`)
      .then(({ ok }) => ok)
      .catch(() => false);
  return { child, ended, isServing, clean: () => rmSync(data, { recursive: true, force: true }) };
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

test('a server that is killed ends the program with a failure, so that it is started again', async () => {
  const desk = await start(process.execPath, program);
  process.kill(serverOf(desk.child), 'SIGKILL');
  expect(await desk.ended).toBe(1);
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
