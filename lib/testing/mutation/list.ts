/** All mutants that Stryker would make of some files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Mutant } from './draw';

/** What of Stryker's log is worth a word here: nothing. */
const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  fatal: () => {},
};

/** `files` are named from `root`, with slashes. */
export async function listMutants(root: string, files: string[]): Promise<Mutant[]> {
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(path.join(root, name), 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { mutants } = await new Instrumenter(silent).instrument(sources, options);
  return mutants.map(({ fileName, mutatorName, replacement, location }) => ({
    ...{ file: fileName, mutatorName, replacement },
    location,
  }));
}
