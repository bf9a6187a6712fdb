/**
 * `npm run mutate -- PATH`: changes the code of the pure floors at PATH (a file or a folder), one small place at a time,
 * and tells which changes no test notices. Without PATH it takes a sample of each part that has a threshold, one part
 * after the other. The code of a floor is asked of the tests of that floor alone.
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { drawSample, keyOf, partOf } from '../testing/mutation/draw';
import { testedFloor } from '../testing/mutation/floor';
import { listMutants } from '../testing/mutation/list';
import { sampleFile } from '../testing/mutation/sampling';
import { summarise, type TestedMutant } from '../testing/mutation/summary';
import { root } from './prepare';

/** Some are of tables and patterns that are made when a module loads, and are not tested: 600 are to be left at least. */
const sampleSizes = {
  'lib/reading/figures': 200,
  'lib/reading/quotes': 160,
  'lib/text': 160,
  'lib/anchoring': 160,
  'lib/domain': 260,
};

const pure = /^lib\/(text|reading|anchoring|domain)\//;
const named = (file: string) => path.relative(root, file).replaceAll(path.sep, '/');

/** The files of code at a place, tests and fixtures left out. */
function sourcesAt(place: string): string[] {
  const whole = path.resolve(root, place);
  const files = statSync(whole).isDirectory()
    ? readdirSync(whole, { recursive: true, encoding: 'utf8' }).map((file) => path.join(whole, file))
    : [whole];
  return files.map(named).filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.includes('/fixtures/'));
}

/** Draws the sample of a part, leaves it for the checker, and returns the lines that Stryker has to look at. */
async function sampledLines(part: string, size: number): Promise<string[]> {
  const files = sourcesAt(floorOf(part)).filter((file) => partOf(file) === part);
  const sample = drawSample(await listMutants(root, files), { [part]: size });
  writeFileSync(path.join(root, sampleFile), JSON.stringify(sample.map(keyOf)));
  return [...new Set(sample.map(({ file, location: { start, end } }) => `${file}:${start.line + 1}-${end.line + 1}`))];
}

/** `lib/reading` of `lib/reading/figures/ranges.ts`. */
const floorOf = (place: string): string => place.split('/').slice(0, 2).join('/');

const folder = path.join(root, '.mutation');

/** Tests the mutants of some files or lines of one floor; of a sample only those that were drawn. */
async function test(mutate: string[], isSample: boolean): Promise<TestedMutant[]> {
  const [first = ''] = mutate;
  process.env[testedFloor] = floorOf(first);
  const results = await new Stryker({
    mutate,
    plugins: ['@stryker-mutator/vitest-runner', path.join(root, 'lib/testing/mutation/sampling.ts')],
    checkers: isSample ? ['sampling'] : [],
    testRunner: 'vitest',
    vitest: { configFile: 'lib/testing/mutation/vitest.config.ts' },
    // Each of Stryker's processes loads the plugins, and the one here is TypeScript.
    checkerNodeArgs: ['--import', 'tsx'],
    testRunnerNodeArgs: ['--import', 'tsx'],
    // Stryker would rewrite it through an interface that TypeScript 7 does not have; nothing here needs that.
    tsconfigFile: 'no-tsconfig.json',
    coverageAnalysis: 'perTest',
    // What is made when a module loads (tables, patterns) would need every test for each mutant.
    ignoreStatic: true,
    // Half of a sample's processes are checkers, which have done their work when the tests begin: two always run tests.
    concurrency: isSample ? 4 : 2,
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 20,
    tempDirName: path.join(folder, 'sandbox'),
    ignorePatterns: ['app', 'e2e', 'public', 'prisma', 'data', 'test-results', 'lib/data', 'lib/intake/fixtures'],
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
  }).runMutationTest();
  return results.map((result) => ({ ...result, file: named(result.fileName) }));
}

const [asked] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const mutants: TestedMutant[] = [];
if (asked === undefined) {
  for (const [part, size] of Object.entries(sampleSizes)) {
    const tested = await test(await sampledLines(part, size), true);
    process.stdout.write(`\n${summarise(tested)}`);
    mutants.push(...tested);
  }
} else {
  const mutate = sourcesAt(asked);
  if (mutate.length === 0 || !mutate.every((file) => pure.test(file))) {
    process.stderr.write(`${asked} is not code of lib/text, lib/reading, lib/anchoring or lib/domain.\n`);
    process.exit(1);
  }
  mutants.push(...(await test(mutate, false)));
}
writeFileSync(path.join(folder, 'mutants.json'), JSON.stringify(mutants, null, 1));
process.stdout.write(`\n${summarise(mutants)}`);
