/**
 * Vitest's global set-up: the programs of worker processes, each as one file, as the desk at work has them. From their source
 * each of the many processes that the tests start would take three times as long to begin.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildWorkers } from '#lib/cli/prepare';

export default function setup(): () => void {
  // Below the packages, which the programs' native parts come from.
  const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'claimdesk-programs-'));
  buildWorkers(folder);
  process.env.CLAIMDESK_PROGRAMS = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
