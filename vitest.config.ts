import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Only what hangs is to meet these: the machine may be slow, and several files run at once. */
const timeouts = { testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * Files that leave nothing behind share one load of the modules: loading the database client takes longer than most of them.
 * Those that stand in for a server, a browser or the environment of a process are kept apart.
 */
const together = { isolate: false };

const database = (engine: 'sqlite' | 'postgresql') => {
  const project = {
    setupFiles: ['lib/testing/properties.ts'],
    env: { CLAIMDESK_TEST_ENGINE: engine },
    globalSetup: [`lib/testing/database/${engine === 'postgresql' ? 'postgres' : 'sqlite'}-for-tests.ts`],
    ...timeouts,
  };
  return [
    { test: { ...project, ...together, name: engine, include: ['lib/data/**/*.test.ts'] } },
    { test: { ...project, name: `${engine}-apart`, include: ['{app,prisma}/**/*.db.test.ts'] } },
  ];
};

/** Floors of functions alone. */
const pure = 'lib/{text,reading,anchoring,domain,export,intake,api}/**/*.test.ts';
const unit = {
  setupFiles: ['lib/testing/properties.ts'],
  ...timeouts,
  // A test gives it another compiler.
  server: { deps: { inline: ['openapi-typescript'] } },
};

export default defineConfig({
  test: {
    // Tests of databases and programs wait for those as much as they work; by default a processor would even be left idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    globalSetup: ['lib/testing/programs.ts'],
    projects: [
      { test: { ...unit, ...together, name: 'unit', include: [pure] } },
      {
        test: {
          ...unit,
          name: 'unit-apart',
          include: ['lib/**/*.test.ts', 'app/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts'],
          exclude: [pure, 'lib/data/**', '**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      ...database('sqlite'),
      ...database('postgresql'),
    ],
  },
});
