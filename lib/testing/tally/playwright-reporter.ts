/** Counts the browser journeys of a run for the summary of `npm test`. */
import path from 'node:path';
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter';
import { writeTally } from './file';
import type { Tally } from './tally';

export default class TallyReporter implements Reporter {
  private root = '';
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(config: FullConfig, suite: Suite): void {
    this.root = path.dirname(config.rootDir);
    this.suite = suite;
  }

  /** A failure outside any journey. */
  onError(): void {
    this.errors += 1;
  }

  onEnd({ status }: FullResult): void {
    if (status === 'interrupted') return;
    const tally: Tally = { passed: 0, failed: this.errors, skipped: [] };
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'unexpected') tally.failed += 1;
      else if (outcome !== 'skipped') tally.passed += 1;
      else {
        const file = path.relative(this.root, test.location.file).replaceAll(path.sep, '/');
        const notes = [...test.annotations, ...test.results.flatMap((result) => result.annotations)];
        const why = notes.find(({ type }) => type === 'skip')?.description;
        tally.skipped.push({ file, title: test.title, why: why ?? null });
      }
    }
    writeTally('browser', tally);
  }
}
