import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const database = (engine: 'sqlite' | 'postgresql') => ({
  test: {
    name: engine,
    setupFiles: ['lib/testing/properties.ts'],
    include: ['lib/data/**/*.test.ts', '{app,prisma}/**/*.db.test.ts'],
    env: { CLAIMDESK_TEST_ENGINE: engine },
    globalSetup: [`lib/testing/database/${engine === 'postgresql' ? 'postgres' : 'sqlite'}-for-tests.ts`],
    // Only what hangs is to meet these: the machine may be slow, and several files run at once.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    // Tests of databases and programs wait for those as much as they work; by default a processor would even be left idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['lib/testing/properties.ts'],
          include: ['lib/**/*.test.ts', 'app/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts'],
          exclude: ['lib/data/**', '**/*.db.test.ts', '**/node_modules/**'],
          testTimeout: 120_000,
          // A test gives it another compiler.
          server: { deps: { inline: ['openapi-typescript'] } },
        },
      },
      database('sqlite'),
      database('postgresql'),
    ],
  },
});
