import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Only what hangs is to meet these: the machine may be slow, and several files run at once. */
const timeouts = { testTimeout: 120_000, hookTimeout: 120_000 };

const usual = {
  setupFiles: ['lib/testing/properties.ts'],
  ...timeouts,
  // A process loads the packages once for its files: loading them takes longer than most files.
  isolate: false,
  // A test gives it another compiler.
  server: { deps: { inline: ['openapi-typescript'] } },
};

/** For files that leave something behind: they stand in for a server, a browser or the environment of a process. */
const anew = { ...usual, setupFiles: [...usual.setupFiles, 'lib/testing/anew.ts'] };

const database = (engine: 'sqlite' | 'postgresql') => {
  const project = {
    env: { CLAIMDESK_TEST_ENGINE: engine },
    globalSetup: [`lib/testing/database/${engine === 'postgresql' ? 'postgres' : 'sqlite'}-for-tests.ts`],
  };
  return [
    { test: { ...usual, ...project, name: engine, include: ['lib/data/**/*.test.ts'] } },
    { test: { ...anew, ...project, name: `${engine}-apart`, include: ['app/**/*.db.test.ts'] } },
    // Prisma's engine of migrations breaks down where a process uses it for file after file.
    {
      test: { ...usual, ...project, isolate: true, name: `${engine}-migrations`, include: ['prisma/**/*.db.test.ts'] },
    },
  ];
};

/** Floors of functions alone. */
const pure = 'lib/{text,reading,anchoring,domain,export,intake,api}/**/*.test.ts';

export default defineConfig({
  test: {
    // Tests of databases and programs wait for those as much as they work; by default a processor would even be left idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    globalSetup: ['lib/testing/programs.ts'],
    projects: [
      { test: { ...usual, name: 'unit', include: [pure] } },
      {
        test: {
          ...anew,
          name: 'unit-apart',
          include: ['{lib,app,prisma}/**/*.test.ts'],
          exclude: [pure, 'lib/data/**', '**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      {
        // As Next's own compiler does for the app router.
        resolve: { alias: { 'next/dynamic': 'next/dist/shared/lib/app-dynamic.js' } },
        test: { ...anew, name: 'unit-browser', environment: 'happy-dom', include: ['app/**/*.test.tsx'] },
      },
      ...database('sqlite'),
      ...database('postgresql'),
    ],
  },
});
