/** `npm test`: every check, unit and database tests on both engines, a build, and the browser journeys on that build. */
import { findChromium } from './chromium';
import { runAll } from './run';

// Looked for first: a missing browser is said at once, not after ten minutes.
const CHROMIUM_PATH = findChromium();

process.exit(
  await runAll([
    { name: 'check', command: ['--import', 'tsx', 'lib/cli/check.ts'] },
    { name: 'unit and database', command: ['node_modules/vitest/vitest.mjs', 'run'] },
    { name: 'build', command: ['--import', 'tsx', 'lib/cli/build.ts'] },
    {
      name: 'browser',
      command: ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'],
      env: { CHROMIUM_PATH },
    },
  ]),
);
