import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWorker } from '#lib/cli/prepare';
import { type Limits, makePool, type Pool } from './pool';

const root = path.resolve(import.meta.dirname, '..', '..');
const wide: Limits = { time: 60_000, memory: 1_500, output: 64_000_000 };
const long = Array.from({ length: 12_000 }, (_, at) => `In ${at} it had 375 staff, “more than ever”, Ada Holm said.`);

let folder: string;
let pool: Pool;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-worker-'));
  buildWorker('lib/workers/worker.ts', path.join(folder, 'worker.cjs'));
  // Beside the program as built stands the one package that is not in its file.
  process.env.NODE_PATH = path.join(root, 'node_modules');
  pool = poolOf(2, 4);
});
afterAll(() => {
  pool.end();
  rmSync(folder, { recursive: true, force: true });
});

const poolOf = (size: number, queue: number, heap = 700) =>
  makePool({
    program: [`--max-old-space-size=${heap}`, path.join(folder, 'worker.cjs')],
    size,
    queue,
    queueBytes: 1e6,
    idle: 60_000,
  });

const sound = () => pool.run('read-text', { text: 'It had 375 staff.', today: '2026-01-01' }, wide);

test('the program as built does every job of the pool', async () => {
  expect(await sound()).toMatchObject({ ok: true, value: { ok: true, draft: { language: 'en' } } });
  const words = { kind: 'Report 1', settled: '1 of 1', score: '100', interval: '20 to 100' };
  const report = { desk: 'Desk', article: { title: 'A title' }, tally: { standings: { verified: 1 }, total: 1 } };
  const drawn = await pool.run('draw-card', { report, words }, wide);
  if (!drawn.ok) throw new Error(drawn.code);
  expect(
    Buffer.from(drawn.value as Uint8Array)
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test.each<[string, Partial<Limits>, string]>([
  ['time', { time: 150 }, 'work-too-long'],
  ['memory', { memory: 30 }, 'work-too-large'],
  ['its answer', { output: 1_000 }, 'work-too-large'],
])('a job that takes too much of %s is ended, and the next one is done', async (_, limit, code) => {
  await sound();
  expect(await pool.run('propose-claims', long, { ...wide, ...limit })).toMatchObject({ ok: false, code });
  expect(await sound()).toMatchObject({ ok: true });
});

test('a job for which V8 gives up ends its process alone', async () => {
  // The program itself takes some forty megabytes.
  const small = poolOf(1, 4, 64);
  const [broken, fine] = await Promise.all([
    small.run('propose-claims', [...long, ...long, ...long], wide),
    small.run('read-text', { text: 'It had 375 staff.', today: '2026-01-01' }, wide),
  ]);
  small.end();
  expect(broken).toMatchObject({ ok: false, code: 'work-too-large' });
  expect(fine).toMatchObject({ ok: true });
});

test('a job that throws is a bug of the program, and the process goes on', async () => {
  await expect(pool.run('read-text', { text: null }, wide)).rejects.toThrow('The job read-text failed');
  await expect(pool.run('no-such-job', {}, wide)).rejects.toThrow('there is no such job');
  expect(await sound()).toMatchObject({ ok: true });
});

test('jobs wait for each other in the order in which they came, and are refused where too many wait', async () => {
  const one = poolOf(1, 2);
  const done: number[] = [];
  const text = { text: 'It had 375 staff.', today: '2026-01-01' };
  const results = await Promise.all(
    [0, 1, 2, 3].map(async (at) => {
      const result = await one.run('read-text', text, wide);
      if (result.ok) done.push(at);
      return result.ok ? 'done' : result.code;
    }),
  );
  one.end();
  expect(results).toEqual(['done', 'done', 'done', 'work-waits']);
  expect(done).toEqual([0, 1, 2]);
});

test('jobs wait up to a number of bytes, and one alone whatever its size', async () => {
  const one = poolOf(1, 9);
  const text = (length: number) => ({
    text: `It had 375 staff. ${'The year was good. '.repeat(length / 19)}`,
    today: '2026-01-01',
  });
  const codes = [20, 700_000, 20, 20].map((length) =>
    one.run('read-text', text(length), wide).then((result) => (result.ok ? 'done' : result.code)),
  );
  // The first is under way at once; the second fills the room, and is alone in it.
  expect(await Promise.all(codes)).toEqual(['done', 'done', 'work-waits', 'work-waits']);
  one.end();
});

test('a process without work goes after a while, and a new one comes with the next job', async () => {
  const short = makePool({ program: [path.join(folder, 'worker.cjs')], size: 1, queue: 1, queueBytes: 1e6, idle: 1 });
  const text = { text: 'It had 375 staff.', today: '2026-01-01' };
  expect(await short.run('read-text', text, wide)).toMatchObject({ ok: true });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await short.run('read-text', text, wide)).toMatchObject({ ok: true });
  short.end();
});

test('a process is told none of the settings of the desk', async () => {
  process.env.NEXTAUTH_SECRET = 'a secret of sixteen letters';
  const answer =
    "process.on('message', () => process.send({ value: require('node:v8').serialize(Object.keys(process.env)) }))";
  const asked = makePool({ program: ['-e', answer], size: 1, queue: 1, queueBytes: 1e6, idle: 1_000 });
  const told = await asked.run('settings', null, wide);
  asked.end();
  delete process.env.NEXTAUTH_SECRET;
  expect(told.ok && told.value).toContain('PATH');
  expect(told.ok && told.value).not.toContain('NEXTAUTH_SECRET');
});

test('the program as built needs nothing of this project but the package with a native part', () => {
  const program = readFileSync(path.join(folder, 'worker.cjs'), 'utf8');
  const needed = [...program.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
  const packages = needed.filter((name) => existsSync(path.join(root, 'node_modules', name, 'package.json')));
  expect([...new Set(packages)].filter((name) => !isOfNode(name))).toEqual(['@resvg/resvg-js']);
});

/** Packages that a module of Node has the name of; Node takes its own. */
const isOfNode = (name: string) => ['buffer', 'events', 'string_decoder', 'util', 'punycode', 'assert'].includes(name);
