/**
 * Before all journeys: one desk is started on an empty folder, which brings it up by all migrations and loads the samples.
 * The others begin with a copy of what it stored: that takes longer than many journeys.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newDesk, startDesk } from './desk';

export default async function prepare(): Promise<() => void> {
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-new-'));
  const { stop } = await startDesk(data, {}, { anew: true });
  await stop();
  process.env[newDesk] = data;
  return () => rmSync(data, { recursive: true, force: true });
}
