import { test } from '@playwright/test';
import type { Engine } from './driver';

/** Skips a test where its engine is not installed, and tells the summary of `npm test` why; CI has all of them. */
export function needEngine({ what, isThere }: Engine): void {
  if (!isThere && process.env.CI) throw new Error(`These tests need ${what}.`);
  test.skip(!isThere, `needs ${what}`);
}
