import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs a program in a process of its own; returns what it writes. */
function apart(code: string, env: Record<string, string>): Promise<string> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  return new Promise((resolve) => child.on('exit', () => resolve(said)));
}

test('two first starts at once have one key', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-prepare-'));
  const code = `import { sessionSecret } from './lib/cli/prepare.ts'; process.stdout.write(sessionSecret());`;
  const env = { CLAIMDESK_DATA: folder, NEXTAUTH_SECRET: '' };
  const keys = await Promise.all([1, 2, 3].map(() => apart(code, env)));
  expect(new Set(keys)).toEqual(new Set([readFileSync(path.join(folder, 'secret'), 'utf8')]));
  expect(keys[0]).toHaveLength(43);
  rmSync(folder, { recursive: true });
});

test('what is prepared is prepared by one process at a time', async () => {
  const code = `import { alone } from './lib/cli/prepare.ts';
    alone(() => {
      process.stdout.write(Date.now() + ' ');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      process.stdout.write(Date.now() + ' ');
    });`;
  const spans = (await Promise.all([1, 2].map(() => apart(code, {})))).map((said) =>
    said.trim().split(' ').map(Number),
  );
  const [first = [], second = []] = spans.toSorted(([a = 0], [b = 0]) => a - b);
  expect(first[1]).toBeLessThanOrEqual(second[0] ?? 0);
});
