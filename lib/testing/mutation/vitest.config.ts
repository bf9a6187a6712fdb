/** The tests that a mutation run asks: those of the pure floors, and no others. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const floors = ['text', 'reading/figures', 'reading/quotes', 'reading', 'anchoring', 'domain', 'export'];

/** The tests of the lower floors first: a run ends at the first failure, and the tests near a mutant notice it soonest. */
class FromBelow extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const floorOf = ({ moduleId }: TestSpecification) =>
      floors.findIndex((floor) => moduleId.includes(`/lib/${floor}/`) || moduleId.includes(`/lib/${floor}.`));
    return [...files].sort((a, b) => floorOf(a) - floorOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  test: {
    setupFiles: ['lib/testing/mutation/setup.ts'],
    // The file of an article is checked where it is written and read again.
    include: ['lib/{text,reading,anchoring,domain}/**/*.test.ts', 'lib/export/article-file.test.ts'],
    testTimeout: 60_000,
    // Pure modules keep no state that a test could leave behind: loading them once halves the time of a run.
    isolate: false,
    sequence: { sequencer: FromBelow },
  },
});
