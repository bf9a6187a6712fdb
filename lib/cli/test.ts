/** `npm test`: every check, unit and database tests on both engines, a build, and the browser journeys on that build. */
import { forgetTally, readTally } from '../testing/tally/file';
import { summarise } from '../testing/tally/tally';
import { findChromium } from './chromium';
import { runAll } from './run';

// Looked for first: a missing browser is said at once, not after ten minutes.
const CHROMIUM_PATH = findChromium();

const reporters = 'lib/testing/tally';
for (const name of ['vitest', 'browser']) forgetTally(name);

const code = await runAll([
  { name: 'check', command: ['--import', 'tsx', 'lib/cli/check.ts'] },
  {
    name: 'unit and database',
    command: [
      ...['node_modules/vitest/vitest.mjs', 'run'],
      ...['--reporter=default', `--reporter=./${reporters}/vitest-reporter.ts`],
    ],
  },
  { name: 'build', command: ['--import', 'tsx', 'lib/cli/build.ts'] },
  {
    name: 'browser',
    command: [
      ...['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'],
      `--reporter=list,./${reporters}/playwright-reporter.ts`,
    ],
    env: { CHROMIUM_PATH },
  },
]);
process.stdout.write(`\n${summarise({ 'unit and database': readTally('vitest'), browser: readTally('browser') })}`);
process.exit(code);
