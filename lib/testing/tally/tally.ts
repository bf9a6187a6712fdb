/** How many tests passed, failed and were skipped, over all programs that run some: what `npm test` says at its end. */

export type SkippedTest = { file: string; title: string; why: string | null };

/** What one program reports. A failure outside any test counts as a failed test. */
export type Tally = { passed: number; failed: number; skipped: SkippedTest[] };

/** The title of a test that is skipped where something is missing. */
export const titleNeeding = (name: string, what: string): string => `${name} (needs ${what})`;

/** What a test needs by its titles, from its own to its outermost group's; null if none says so. */
export function needOf(titles: string[]): string | null {
  for (const title of titles) {
    const what = /\(needs (.+)\)$/.exec(title)?.[1];
    if (what !== undefined) return `needs ${what}`;
  }
  return null;
}

/** The skipped tests by reason, each with its files, and a last line of numbers. Null stands for a program that told nothing. */
export function summarise(tallies: Record<string, Tally | null>): string {
  const lines: string[] = [];
  for (const [name, tally] of Object.entries(tallies)) {
    if (!tally) lines.push(`${name}: did not come to its end, its tests are not counted.`);
  }
  const told = Object.values(tallies).filter((tally) => tally !== null);
  const skipped = told.flatMap((tally) => tally.skipped);
  if (skipped.length > 0) lines.push('Skipped:');
  for (const [why, tests] of grouped(skipped, (test) => test.why ?? 'no reason given')) {
    const files = [...grouped(tests, (test) => test.file)].map(([file, own]) => `${own.length} in ${file}`);
    lines.push(`  ${why}: ${files.join(', ')}`);
  }
  const sum = (count: (tally: Tally) => number) => told.reduce((total, tally) => total + count(tally), 0);
  const [passed, failed] = [sum((tally) => tally.passed), sum((tally) => tally.failed)];
  lines.push('', `${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return `${lines.join('\n').trim()}\n`;
}

function grouped<T>(list: T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
