import { defineConfig } from 'vitest/config';

const database = (engine: 'sqlite' | 'postgresql') => ({
  test: {
    name: engine,
    setupFiles: ['lib/testing/properties.ts'],
    include: ['lib/data/**/*.test.ts', '{app,prisma}/**/*.db.test.ts'],
    env: { CLAIMDESK_TEST_ENGINE: engine },
    globalSetup: engine === 'postgresql' ? ['lib/testing/postgres-for-tests.ts'] : [],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['lib/testing/properties.ts'],
          include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'prisma/**/*.test.ts'],
          exclude: ['lib/data/**', '**/*.db.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      database('sqlite'),
      database('postgresql'),
    ],
  },
});
