/** The tests that a mutation run asks: those of one of the pure floors. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { testedFloor } from './floor';

const floor = process.env[testedFloor] ?? 'lib/text';
const include = [`${floor}/**/*.test.ts`];
// The file of an article is checked where it is written and read again.
if (floor === 'lib/domain') include.push('lib/export/article-file.test.ts');

const parts = ['/lib/reading/figures', '/lib/reading/quotes'];

/** Small parts first: a run ends at the first failure, and the tests near a mutant of theirs notice it soonest. */
class FromBelow extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turnOf = ({ moduleId }: TestSpecification) => {
      const part = parts.findIndex((one) => moduleId.includes(one));
      return part < 0 ? parts.length : part;
    };
    return [...files].sort((a, b) => turnOf(a) - turnOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  test: {
    setupFiles: ['lib/testing/mutation/setup.ts'],
    include,
    testTimeout: 60_000,
    // Pure modules keep no state that a test could leave behind: loading them once halves the time of a run.
    isolate: false,
    sequence: { sequencer: FromBelow },
  },
});
