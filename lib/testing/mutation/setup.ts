/**
 * A mutation run asks the same tests thousands of times: measurements of growth are left out, and a property ends after
 * a tenth of a second. Both say little about a mutant that no example test notices.
 */
import fc from 'fast-check';
import { vi } from 'vitest';
import '../properties';

fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 100, markInterruptAsFailure: false });

vi.mock('#lib/testing/growth', () => ({ growth: () => 0, growthOver: () => 0, linearGrowth: 1 }));
