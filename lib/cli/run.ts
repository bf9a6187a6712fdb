/** Runs Node programs one after the other and says how each ended. */
import { spawnSync } from 'node:child_process';
import { generateClients, root } from './prepare';

export type Run = { name: string; command: string[]; env?: Record<string, string> };

/** Runs all, even after a failure; returns the exit code for all of them. */
export async function runAll(runs: Run[]): Promise<number> {
  generateClients();
  const failed: string[] = [];
  for (const { name, command, env } of runs) {
    process.stdout.write(`\n▸ ${name}\n`);
    const result = spawnSync(process.execPath, command, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    if (result.status !== 0) failed.push(name);
  }
  process.stdout.write(failed.length ? `\nFailed: ${failed.join(', ')}\n` : '\nAll passed.\n');
  return failed.length ? 1 : 0;
}
