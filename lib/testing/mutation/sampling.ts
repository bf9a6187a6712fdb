/**
 * The sample as a checker of Stryker: a mutant outside it is refused before any test runs, which Stryker counts neither
 * as killed nor as survived. It runs in a process of its own, and reads what was drawn from a file.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Checker, CheckStatus } from '@stryker-mutator/api/check';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { keyOf } from './draw';

/** The keys of the drawn mutants, as JSON, from the root of the project. */
export const sampleFile = '.mutation/sample.json';

function sampler(): Checker {
  const sample = new Set<string>(JSON.parse(readFileSync(sampleFile, 'utf8')));
  const outside = { status: CheckStatus.CompileError, reason: 'not in the sample' } as const;
  return {
    init: async () => {},
    group: async (mutants) => [mutants.map(({ id }) => id)],
    check: async (mutants) =>
      Object.fromEntries(
        mutants.map((mutant) => {
          const file = path.relative(process.cwd(), mutant.fileName).replaceAll(path.sep, '/');
          const isDrawn = sample.has(keyOf({ ...mutant, file }));
          return [mutant.id, isDrawn ? { status: CheckStatus.Passed } : outside];
        }),
      ),
  };
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.Checker, 'sampling', sampler)];
