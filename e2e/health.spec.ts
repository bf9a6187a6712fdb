/** What a balancer, a monitor and an operator see of a desk in trouble. */
import { spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { request as askPlainly } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, startDesk, test } from './desk';

/** Another program that holds the lock of a SQLite file until it is told to end. */
async function holdLock(file: string) {
  const code = `const db = new (require('better-sqlite3'))(${JSON.stringify(file)}); db.exec('BEGIN EXCLUSIVE'); console.log('held'); process.stdin.on('end', () => process.exit()).resume();`;
  const child = spawn(process.execPath, ['-e', code], { cwd: path.resolve(import.meta.dirname, '..') });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.stdin.end();
    });
}

test('readiness says what is wrong while it is, and the process stays alive', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-health-'));
  const file = path.join(data, 'claimdesk.db');
  const desk = await startDesk(data, { LOG_LEVEL: 'fatal' });
  const ask = async (address: string) => {
    const begin = performance.now();
    const answer = await fetch(desk.url + address);
    const text = await answer.text();
    return { status: answer.status, text, ms: performance.now() - begin, headers: answer.headers };
  };
  const faults = async () => {
    const { status, text } = await ask('/readyz');
    const { ready, checks } = JSON.parse(text) as {
      ready: boolean;
      checks: { name: string; ok: boolean; why?: string }[];
    };
    expect(status).toBe(ready ? 200 : 503);
    return checks.filter(({ ok }) => !ok).map(({ name, why }) => `${name}: ${why}`);
  };
  try {
    expect(await faults()).toEqual([]);

    const release = await holdLock(file);
    await expect.poll(faults).toEqual([expect.stringMatching(/^database: .* held by another program/)]);
    const asking = ask('/readyz');
    const { status, ms } = await ask('/healthz');
    expect(status).toBe(200);
    expect(ms).toBeLessThan(1_500);
    expect((await asking).ms).toBeLessThan(4_000);
    await release();
    await expect.poll(faults).toEqual([]);

    renameSync(file, `${file}.away`);
    await expect.poll(faults).toEqual(['database: The database file is gone.']);
    expect((await ask('/api/health')).status).toBe(503);
    rmSync(file, { force: true });
    renameSync(`${file}.away`, file);
    await expect.poll(faults).toEqual([]);

    const { headers, text } = await ask('/metrics');
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(text).toMatch(/^http_request_duration_seconds_count\{method="GET",route="\/readyz",status="503"\} \d+$/m);
    // The address that the browser of a person on another machine would name.
    const forged = await new Promise((resolve) =>
      askPlainly(`${desk.url}/metrics`, { headers: { host: 'desk.example' } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end(),
    );
    expect(forged).toBe(404);
  } finally {
    await desk.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
