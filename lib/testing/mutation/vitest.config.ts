/** The tests that a mutation run asks: those of the pure floors, and no others. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['lib/testing/mutation/setup.ts'],
    // The file of an article is checked where it is written and read again.
    include: ['lib/{text,reading,anchoring,domain}/**/*.test.ts', 'lib/export/article-file.test.ts'],
    testTimeout: 60_000,
  },
});
