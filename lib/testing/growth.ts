/** The best of five runs in ms, since the machine may be busy with something else. */
export function milliseconds(run: () => void): number {
  return Math.min(
    ...[0, 1, 2, 3, 4].map(() => {
      const begun = performance.now();
      run();
      return performance.now() - begun;
    }),
  );
}

/** Below this (ms) the clock says more than the code. */
const grain = 2;

/**
 * How many times as long some work takes on a text as on its first quarter: about four where every character is looked
 * at a bounded number of times, and sixteen where each looks back at all others.
 */
export function growth(text: string, work: (text: string) => void): number {
  const quarter = text.slice(0, text.length / 4);
  work(quarter);
  const expected = Math.max(
    milliseconds(() => work(quarter)),
    grain,
  );
  return milliseconds(() => work(text)) / expected;
}

/** The most that `growth` may be for work that is linear, on a machine that does other things beside. */
export const linearGrowth = 10;
