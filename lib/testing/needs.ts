/**
 * Tests that need what a machine may lack. Such a test says so in its title, so that the summary of `npm test` can tell
 * why it was skipped.
 */
import { describe, test } from 'vitest';
import { titleNeeding } from './tally/tally';

export type Need = { what: string; isThere: boolean };

/** A test that runs where what it needs is there. */
export function testNeeding(need: Need, name: string, run: () => unknown): void {
  test.skipIf(!need.isThere)(titleNeeding(name, need.what), run);
}

/** A group of tests that run where what they need is there. Its body is called everywhere, to count what is skipped. */
export function describeNeeding(need: Need, name: string, body: () => void): void {
  describe.skipIf(!need.isThere)(titleNeeding(name, need.what), body);
}
