/**
 * A mutation run asks the same tests thousands of times: measurements of growth are left out, and a property ends after
 * a tenth of a second. Both say little about a mutant that no example test notices.
 */
import fc from 'fast-check';
import { beforeAll, vi } from 'vitest';
import '../properties';

fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 100, markInterruptAsFailure: false });

vi.mock('#lib/testing/growth', () => ({ growth: () => 0, growthOver: () => 0, linearGrowth: 1 }));

/** Stryker's record of which test runs which mutant, in the first run of all tests. */
type Coverage = { perTest: Record<string, Record<string, number>> };

// The files of tests share one context: each would report the record of those before it again. Stryker keeps it under a
// global name without a type.
beforeAll(() => {
  const { __stryker__: stryker } = globalThis as { __stryker__?: { mutantCoverage?: Coverage } };
  if (stryker?.mutantCoverage) stryker.mutantCoverage.perTest = {};
});
