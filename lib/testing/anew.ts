/**
 * For files of tests that stand in for a server, a browser or the environment of a process. They share processes, in which the
 * packages are loaded once; the desk's own modules, what they keep, and the environment are new for each.
 */
import { afterAll, vi } from 'vitest';

/** What the desk keeps for a whole process stands in these; processes of workers serve one file after the other. */
const isKept = (key: string | symbol) =>
  /^claimdesk/.test(typeof key === 'symbol' ? (key.description ?? '') : key) &&
  key !== Symbol.for('claimdesk.workers') &&
  key !== Symbol.for('claimdesk.aside');

const environment = { ...process.env };
vi.resetModules();
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  for (const key of Reflect.ownKeys(globalThis)) if (isKept(key)) Reflect.deleteProperty(globalThis, key);
});
