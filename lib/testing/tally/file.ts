/** Where programs that run tests leave their tally for `npm test`. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Tally } from './tally';

const folder = path.resolve(import.meta.dirname, '..', '..', '..', 'test-results');
const placeOf = (name: string) => path.join(folder, `tally-${name}.json`);

export function writeTally(name: string, tally: Tally): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(placeOf(name), JSON.stringify(tally));
}

/** The tally of a program's run since `forgetTally`; null if it wrote none. */
export const readTally = (name: string): Tally | null =>
  existsSync(placeOf(name)) ? (JSON.parse(readFileSync(placeOf(name), 'utf8')) as Tally) : null;

export const forgetTally = (name: string): void => rmSync(placeOf(name), { force: true });
